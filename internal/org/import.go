package org

import (
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/sheet"
)

type importOutcomeSet struct{}

// ImportOutcome is what a row comes to.
type ImportOutcome = enum.Value[importOutcomeSet]

var (
	// ImportOutcomes is the closed set.
	ImportOutcomes = enum.Of[importOutcomeSet]("added", "changed", "unchanged", "ended", "faulty")

	added     = ImportOutcomes.Must("added")
	changed   = ImportOutcomes.Must("changed")
	unchanged = ImportOutcomes.Must("unchanged")
	ended     = ImportOutcomes.Must("ended")
	faulty    = ImportOutcomes.Must("faulty")
)

// ImportDraft says how a file of units is to be read.
type ImportDraft struct {
	sheet.Source
	// From is the day from which what the file says counts: new units open then where their row names no day.
	From civil.Date
	// ClosesMissing says that the file is whole: units which it does not mention end the day before.
	ClosesMissing bool
	// Branch and Class are those of new units whose rows name none.
	Branch id.Branch
	Class  access.Class
}

// ImportCounts are how many rows came to what.
type ImportCounts struct{ Rows, Added, Changed, Unchanged, Ended, Faulty int }

func countsOf(rows []ImportRow) ImportCounts {
	var c ImportCounts
	of := map[ImportOutcome]*int{added: &c.Added, changed: &c.Changed, unchanged: &c.Unchanged, ended: &c.Ended, faulty: &c.Faulty}
	for _, r := range rows {
		c.Rows++
		*of[r.Outcome]++
	}
	return c
}

// Import is a file of units that a system administrator reads in for the own principal. The file itself is not kept.
type Import struct {
	ImportDraft
	sheet.Intake
	ID     id.UnitImport
	Counts ImportCounts
}

// ImportRow is what one row of a file comes to, or a unit that a whole file does not mention: that has no number.
type ImportRow struct {
	Number  int
	Outcome ImportOutcome
	Entry   // the unit as it will be; of a faulty row nothing is kept
	// Column and Rule tell what is wrong with a faulty row; the column is empty when it is the row as a whole.
	Column, Rule string
}

// Confirmation is how many units end and how many faulty rows are left out, as whoever applies the import has read in its report.
type Confirmation struct{ Ended, Faulty int }

// apply refuses what has not been tried, has been done, or was not read.
func (i *Import) apply(c Confirmation, now time.Time) error {
	switch {
	case i.Status != sheet.Checked:
		return fault.New(fault.CodeImportState)
	case c.Ended != i.Counts.Ended:
		return fault.At(fault.CodeImportUnconfirmed, "/ended", ruleDiffers)
	case c.Faulty != i.Counts.Faulty:
		return fault.At(fault.CodeImportUnconfirmed, "/faulty", ruleDiffers)
	}
	return i.Apply(now)
}

const ruleDiffers = "differs"
