package job

import "time"

// Row is a job as an operator sees it: a number, a kind and codes, no content.
type Row struct {
	ID                    int64
	Kind, State, Code     string
	Attempt, MostAttempts int
	Next                  time.Time
}

// Count is how many jobs of a kind are in a state.
type Count struct {
	Kind, State string
	Number      int64
}
