package insight

import (
	"fmt"
	"io"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type sampleRuleSet struct{}

// SampleRule is what a review looks for.
type SampleRule = enum.Value[sampleRuleSet]

// SampleRules is the closed set: any use; use by night and on weekends; hours in which one person opened unusually many
// children; days on which one person was refused again and again; days of searches that found nobody.
var SampleRules = enum.Of[sampleRuleSet]("random", "after-hours", "many-children", "refused", "blind-searches")

type findingSet struct{}

// Finding is what a reviewer found about an entry.
type Finding = enum.Value[findingSet]

// Findings is the closed set.
var Findings = enum.Of[findingSet]("justified", "unclear", "unjustified")

// Justified needs no words beside it.
var Justified = Findings.Must("justified")

const (
	seedBytes = 32
	maxDays   = 93 // as the table allows: a review reads the log of a quarter at most
)

// ReviewDraft is what a reviewer asks for. Without a unit it is about all units that the reviewer answers for.
type ReviewDraft struct {
	Unit       id.Unit
	Period     Period
	Rule       SampleRule
	SampleSize int
}

// Review is a sample of the log, drawn once and kept.
type Review struct {
	ID         id.Review
	Unit       id.Unit
	OwnUnit    bool // made by the unit's own manager
	Rule       SampleRule
	Period     Period
	SampleSize int
	Seed       []byte
	Found      int // entries that the rule finds in all
	Sampled    int
	Judged     int // of those, with a verdict
	By         id.Person
	ByName     string
	CreatedAt  time.Time
	Entries    []Reviewed
}

// Reviewed is an entry of a sample. The child is a number within the review, unless it is a child of the reviewer's own
// unit.
type Reviewed struct {
	ID          id.Entry
	At          time.Time
	Operation   string
	Outcome     string
	StaffName   string
	Role        access.Role
	Unit        id.Unit
	Objects     int
	ChildNumber int
	Purpose     person.Text
	Child       id.Person
	ChildName   person.Name
	Protection  person.Protection
	Verdicts    []Verdict
}

// Verdict is what a reviewer found about an entry. A later verdict stands beside the earlier ones.
type Verdict struct {
	ID        id.Verdict
	Review    id.Review
	Entry     id.Entry
	Finding   Finding
	Note      person.Text
	By        id.Person
	ByName    string
	CreatedAt time.Time
}

// draw makes a review of a draft, with a seed from the source of chance.
func (d ReviewDraft) draw(a access.Actor, ownUnit bool, now time.Time, chance io.Reader) (Review, error) {
	if err := d.check(a.Today()); err != nil {
		return Review{}, err
	}
	if ownUnit && !d.Unit.IsZero() && d.Unit != a.Unit() {
		return Review{}, fault.At(fault.CodeNotAUnit, "/unitId", "unknown")
	}
	r := Review{
		ID: id.NewReview(), Unit: d.Unit, OwnUnit: ownUnit, Rule: d.Rule, Period: d.Period, SampleSize: d.SampleSize,
		Seed: make([]byte, seedBytes), By: a.Person(), ByName: a.Name(), CreatedAt: now,
	}
	if ownUnit {
		r.Unit = a.Unit()
	}
	if _, err := io.ReadFull(chance, r.Seed); err != nil {
		return Review{}, fmt.Errorf("draw a seed: %w", err)
	}
	return r, nil
}

func (d ReviewDraft) check(today civil.Date) error {
	if err := d.Period.check("/to"); err != nil {
		return err
	}
	switch {
	case d.Period.To.After(today):
		return fault.At(fault.CodeDates, "/to", "after-today")
	case d.Period.From.AddDays(maxDays - 1).Before(d.Period.To):
		return fault.At(fault.CodeDates, "/to", "too-long")
	}
	return nil
}

// judge makes a verdict. Whoever does not call a use justified says why.
func judge(v Verdict, a access.Actor, now time.Time) (Verdict, error) {
	if v.Finding != Justified && v.Note.IsZero() {
		return Verdict{}, fault.At(fault.CodeReasonRequired, "/note", "required")
	}
	v.ID, v.By, v.ByName, v.CreatedAt = id.NewVerdict(), a.Person(), a.Name(), now
	return v, nil
}
