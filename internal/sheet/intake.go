package sheet

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"time"

	"samplan/internal/enum"
	"samplan/internal/fault"
)

type intakeStatusSet struct{}

// IntakeStatus is how far a file has come: it is awaited, has been tried (dry run), has been applied.
type IntakeStatus = enum.Value[intakeStatusSet]

var intakeStatuses = enum.Of[intakeStatusSet]("awaiting", "checked", "applied")

// The statuses, in the order in which they follow each other.
var (
	Awaiting = intakeStatuses.Must("awaiting")
	Checked  = intakeStatuses.Must("checked")
	Applied  = intakeStatuses.Must("applied")
)

// Source is how a file keeps its rows and letters.
type Source struct {
	Format   Format
	Encoding Encoding
}

// File is a file that has arrived.
type File struct {
	Bytes     []byte
	IsHarmful bool // the scanner found something; there are no bytes
}

// Intake is the way of one file: it is awaited, tried once, and applied as it was tried. The file itself is not kept.
type Intake struct {
	Status    IntakeStatus
	CreatedAt time.Time
	CheckedAt *time.Time
	AppliedAt *time.Time
	Unknown   []int  // columns of the file that are not known, from 1
	Checksum  string // SHA-256 of the file, in hexadecimal
	Version   int
}

// NewIntake awaits a file.
func NewIntake(now time.Time) Intake { return Intake{Status: Awaiting, CreatedAt: now, Version: 1} }

// Tag names this version.
func (i *Intake) Tag() string { return strconv.Itoa(i.Version) }

// Take reads the file that is awaited. tag is the version that the sender has read. Faults: stale-version, import-not-open,
// unusable-file, which leaves it open.
func (i *Intake) Take(tag string, f File, s Source, known Columns, l Limits, now time.Time) ([]Row, error) {
	switch {
	case i.Tag() != tag:
		return nil, fault.New(fault.CodeStale)
	case i.Status != Awaiting:
		return nil, fault.New(fault.CodeImportState)
	case f.IsHarmful:
		return nil, Refuse(0, ruleHarmful)
	}
	t, err := Read(f.Bytes, s.Format, s.Encoding, known, l)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(f.Bytes)
	i.Status, i.CheckedAt, i.Checksum, i.Unknown = Checked, &now, hex.EncodeToString(sum[:]), slices.Sorted(slices.Values(t.Unknown))
	i.Version++
	return t.Rows, nil
}

// Apply notes that what was tried is done. Fault: import-not-open.
func (i *Intake) Apply(now time.Time) error {
	if i.Status != Checked {
		return fault.New(fault.CodeImportState)
	}
	i.Status, i.AppliedAt = Applied, &now
	i.Version++
	return nil
}
