package plan

import (
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/routine"
)

type (
	kindSet          struct{}
	basisSet         struct{}
	participationSet struct{}
)

// Kind is the kind of plan.
type Kind = enum.Value[kindSet]

// LegalBasis is the rule a plan is made under (R2).
type LegalBasis = enum.Value[basisSet]

// Participation is how the child took part in the plan, or why not (R8).
type Participation = enum.Value[participationSet]

var (
	// Kinds are samordnad individuell plan and Barnets plan.
	Kinds = enum.Of[kindSet]("sip", "barnets-plan")
	// LegalBases are SoL 2001:453 2:7, SoL 2025:400 10:8 and HSL 2017:30 16:4.
	LegalBases = enum.Of[basisSet]("sol-2001-453-2-7", "sol-2025-400-10-8", "hsl-2017-30-16-4")
	// Participations are the ways of taking part, and the reasons for not.
	Participations = enum.Of[participationSet]("present", "represented", "heard-otherwise", "too-young", "declined", "harmful", "other")
	// SIP is the plan of SoL 10:8 and HSL 16:4.
	SIP = Kinds.Must("sip")

	oldAct, newAct = LegalBases.Must("sol-2001-453-2-7"), LegalBases.Must("sol-2025-400-10-8")
	// newActFrom is the day on which SoL 2025:400 replaced SoL 2001:453.
	newActFrom = civil.MustParse("2025-07-01")
)

// BasisOn gives the rule that a plan noted on a day is made under, unless another is named (R2).
func BasisOn(day civil.Date) LegalBasis {
	if day.Before(newActFrom) {
		return oldAct
	}
	return newAct
}

// Plan is the frame of a plan: only what each of its readers may know.
type Plan struct {
	ID                 id.Plan
	Child              id.Person
	Kind               Kind
	Status             Status
	LegalBasis         LegalBasis
	LeadUnit           id.Unit
	OverallResponsible id.Principal // zero until it is decided
	NoOtherActors      bool         // it is stated that nobody else takes any action (R1)
	ChildParticipation Participation
	NextFollowUpOn     civil.Date
	NextFollowUpUnit   id.Unit
	InformedOn         civil.Date // from this day the family sees the plan
	EstablishedOn      civil.Date
	FollowedUpOn       civil.Date // when it was followed up last
	CreatedOn          civil.Date
	CreatedAt          time.Time
	Version            int
}

// OfferedBy lets a plan begin only as a kind that the routine in force offers. One that is there goes on, whatever is decided
// later.
func (p *Plan) OfferedBy(r *routine.Profile) error {
	if !r.Offers(p.Kind.String()) {
		return fault.At(fault.CodeInvalid, "/kind", "not-of-the-profile")
	}
	return nil
}

// Row is a plan in a list.
type Row struct {
	Plan
	Name ChildName
}

// ChildName is the child's name as the reader's own unit, or for the family the leading unit, knows it.
type ChildName struct {
	Given, Family person.Text
	Protection    person.Protection
}

// View is a plan as one reader sees it.
type View struct {
	Plan
	ChildName ChildName
	Parties   []Party
	Items     []Item
	Follows   id.Plan // the plan that the reader's unit took over from
	Placeless bool    // nothing here may tell the reader where the child is
}

// Frame is what the leading unit may change of a plan.
type Frame struct {
	OverallResponsible id.Principal
	NoOtherActors      bool
	ChildParticipation Participation
	NextFollowUpOn     civil.Date
	NextFollowUpUnit   id.Unit
}

// Apply changes the frame. What is over does not change, and a plan that stands keeps what the law asked of it.
func (p *Plan) Apply(f Frame) error {
	if err := p.open(); err != nil {
		return err
	}
	if missing := f.missing(); p.stands() && len(missing) > 0 {
		return fault.New(fault.CodePlanIncomplete, missing...)
	}
	p.OverallResponsible, p.NoOtherActors = f.OverallResponsible, f.NoOtherActors
	p.ChildParticipation = f.ChildParticipation
	p.NextFollowUpOn, p.NextFollowUpUnit = f.NextFollowUpOn, f.NextFollowUpUnit
	p.Version++
	return nil
}

// missing lists the parts without which no plan is established (R1, R8, R47).
func (f Frame) missing() []fault.Field {
	var all []fault.Field
	for _, part := range []struct {
		absent  bool
		pointer string
	}{
		{f.OverallResponsible.IsZero(), "/overallResponsibleId"},
		{f.ChildParticipation.IsZero(), "/childParticipation"},
		{f.NextFollowUpOn.IsZero(), "/nextFollowUpOn"},
		{f.NextFollowUpUnit.IsZero(), "/nextFollowUpUnitId"},
	} {
		if part.absent {
			all = append(all, fault.Field{Pointer: part.pointer, Code: "required"})
		}
	}
	return all
}
