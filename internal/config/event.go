package config

import "errors"

// Events says how long what has happened can be fetched.
type Events struct {
	Days int `env:"DAYS"` // zero means the usual 90
}

// mostEventDays keeps what is for catching up from becoming an archive.
const mostEventDays = 366

func (e Events) problems() []error {
	if e.Days < 0 || e.Days > mostEventDays {
		return []error{errors.New("SAMPLAN_EVENT_DAYS: must be from 1 to 366 (90 when it is not set)")}
	}
	return nil
}
