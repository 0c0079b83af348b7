package disposal

import (
	"slices"
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
)

type (
	stateSet   struct{}
	outcomeSet struct{}
	causeSet   struct{}
)

type (
	// State is where a list stands; carrying it out is samplan_disposal's.
	//
	//	drawn-up → decided → carried-out
	//	    ↓         ↓
	//	cancelled cancelled
	State = enum.Value[stateSet]
	// Outcome is what came of a case on it.
	Outcome = enum.Value[outcomeSet]
	// Cause is why a case dropped off.
	Cause = enum.Value[causeSet]
)

var (
	// States are in order.
	States = enum.Of[stateSet]("drawn-up", "decided", "carried-out", "cancelled")

	DrawnUp    = States.Must("drawn-up")
	Decided    = States.Must("decided")
	CarriedOut = States.Must("carried-out")
	Cancelled  = States.Must("cancelled")

	// Outcomes and Causes are those of the certificate.
	Outcomes = enum.Of[outcomeSet]("listed", "disposed", "dropped")
	Causes   = enum.Of[causeSet]("new-entry", "marked", "moved", "kept-longer")

	Listed = Outcomes.Must("listed")

	Marked     = Causes.Must("marked")
	KeptLonger = Causes.Must("kept-longer") // by what the domain has decided since
)

// deciders is how many people decide on a list.
const deciders = 2

// Decision is somebody's decision on a list.
type Decision struct {
	Person id.Person
	Name   string
	At     time.Time
}

// Run is a list of what is to be weeded, and after that the certificate.
type Run struct {
	ID           id.Disposal
	Profile      int
	State        State
	DrawnUpBy    id.Person
	DrawnUpName  string
	DrawnUpOn    civil.Date
	CreatedAt    time.Time
	Decisions    []Decision
	CarriedOutOn civil.Date
	CancelledOn  civil.Date
	Cases        int
	Disposed     int
	Dropped      int
	Version      int
}

// Case is one holder's unit and one child on a list. The child's name is there until the list is carried out, unless it is protected.
type Case struct {
	ID             id.DisposalCase
	Unit           id.Unit
	Child          id.Person
	GivenName      string
	FamilyName     string
	Birth          civil.Date
	Clock          string
	Paragraph      string
	LastEntryOn    civil.Date
	DueOn          civil.Date
	FinishBy       civil.Date
	Outcome        Outcome
	DroppedBecause Cause
	DisposedOn     civil.Date
	Items          int
	Files          int
	Plans          int
}

// Fact is how a case on a list stands now: what its clock needs, and what has changed since, if anything has.
type Fact struct {
	ID      id.DisposalCase
	Changed Cause
	Candidate
}

// Retest says which cases on a list are not to be weeded any more, and why, by what is so today.
func (p *Profile) Retest(all []Fact, settings []Setting, today civil.Date) map[id.DisposalCase]Cause {
	kept := map[id.DisposalCase]Cause{}
	isDue := func(c Candidate) bool {
		v, ok := p.Judge(c, settings)
		return ok && !v.DueOn.After(today)
	}
	for _, f := range all {
		unmarked := f.Candidate
		unmarked.Marks = nil
		switch {
		case !f.Changed.IsZero():
			kept[f.ID] = f.Changed
		case isDue(f.Candidate):
		case isDue(unmarked):
			kept[f.ID] = Marked
		default:
			kept[f.ID] = KeptLonger
		}
	}
	return kept
}

// newRun makes a list of the candidates whose time is over. Fault: nothing-is-due when there is none.
func newRun(p *Profile, all []Candidate, settings []Setting, today civil.Date, now time.Time) (Run, []Case, error) {
	r := Run{ID: id.NewDisposal(), Profile: p.Version, State: DrawnUp, DrawnUpOn: today, CreatedAt: now, Version: 1}
	var cases []Case
	for _, c := range all {
		if v, ok := p.Judge(c, settings); ok && !v.DueOn.After(today) {
			v.ID, v.Outcome = id.NewDisposalCase(), Listed
			cases = append(cases, v)
		}
	}
	if len(cases) == 0 {
		return r, nil, fault.New(fault.CodeNothingDue)
	}
	return r, cases, nil
}

// Decide adds somebody's decision; the second one makes the list decided.
func (r *Run) Decide(by id.Person, now time.Time) error {
	switch {
	case r.State != DrawnUp:
		return fault.New(fault.CodeNotDrawnUp)
	case slices.ContainsFunc(r.Decisions, func(d Decision) bool { return d.Person == by }):
		return fault.New(fault.CodeAnotherDecides)
	}
	r.Decisions = append(r.Decisions, Decision{Person: by, At: now})
	if len(r.Decisions) == deciders {
		r.State = Decided
	}
	r.Version++
	return nil
}

// Cancel takes the list back until it is carried out.
func (r *Run) Cancel(today civil.Date) error {
	if r.State != DrawnUp && r.State != Decided {
		return fault.New(fault.CodeNotDrawnUp)
	}
	r.State, r.CancelledOn = Cancelled, today
	r.Version++
	return nil
}

// Tag names this version of the list.
func (r Run) Tag() string { return strconv.Itoa(r.Version) }
