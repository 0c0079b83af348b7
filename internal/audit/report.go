package audit

import (
	"fmt"
	"strings"
)

// most findings that a report keeps; the rest is counted.
const mostFindings = 50

// Finding is one thing that is wrong, and where.
type Finding struct {
	File  string
	Line  int   // 0 when no line is to blame
	Seal  int64 // 0 when no seal is
	Place int64 // position in the seal, or 0
	Entry string
	What  string
}

// String tells the finding in one line.
func (f Finding) String() string {
	var b strings.Builder
	if f.Line > 0 {
		_, _ = fmt.Fprintf(&b, "%s:%d: ", f.File, f.Line)
	}
	if f.Seal > 0 {
		_, _ = fmt.Fprintf(&b, "seal %d: ", f.Seal)
	}
	if f.Place > 0 {
		_, _ = fmt.Fprintf(&b, "position %d: ", f.Place)
	}
	if f.Entry != "" {
		_, _ = fmt.Fprintf(&b, "entry %s: ", f.Entry)
	}
	b.WriteString(f.What)
	return b.String()
}

// Epoch is where an epoch begins in the files.
type Epoch struct {
	Number, Seal int64
	Begins       string
}

// Report is what the verifier saw.
type Report struct {
	First, Last         int64 // seals
	Entries, Stubs      int64
	Size                int64 // entries from the beginning of the log to the last seal
	Checkpoints, Signed int64 // Signed: the last seal that a good signature covers
	Keys                []string
	Pinned              bool // the keys were given, not taken from the files
	Epochs              []Epoch
	LastCheckpoint      *Checkpoint
	Findings            []Finding
	More                int // findings beyond those kept
}

// IsProved tells whether nothing is wrong.
func (r Report) IsProved() bool { return len(r.Findings) == 0 }

func (r *Report) add(f Finding) {
	if len(r.Findings) >= mostFindings {
		r.More++
		return
	}
	r.Findings = append(r.Findings, f)
}
