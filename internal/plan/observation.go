package plan

import (
	"context"
	"slices"

	"samplan/internal/access"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/routine"
)

type (
	sortSet struct{}

	// Area is a life area of the wheel that the plan's routine profile gives (livsområde). Which there are is data, so any
	// name may be stored; checkArea asks for it when something is written.
	Area = enum.Value[areaSet]
	// Sort tells a strength from a need, and of a link which plan it is.
	Sort = enum.Value[sortSet]

	areaSet struct{}
)

// Sorts are strength (styrka) and need (behov).
var Sorts = enum.Of[sortSet]("strength", "need")

// AreaNamed takes a name of a life area as it is.
func AreaNamed(name string) Area { return enum.Of[areaSet](name).Must(name) }

// validObservation: an observation (iakttagelse) is a strength or a need in one life area.
func validObservation(i *Item) error {
	switch {
	case i.Body.IsZero():
		return fault.At(fault.CodeInvalid, "/text", "required")
	case i.Sort.IsZero() || !slices.Contains(Sorts.Values(), i.Sort):
		return fault.At(fault.CodeInvalid, "/sort", "required")
	case i.Area.IsZero():
		return fault.At(fault.CodeInvalid, "/area", "required")
	}
	return nil
}

// checkArea lets an item name only an area of the wheel as its author is shown it.
func (s *Service) checkArea(ctx context.Context, a access.Actor, p id.Plan, area Area) error {
	if area.IsZero() {
		return nil
	}
	wheel, err := s.Areas(ctx, a, p)
	if err != nil {
		return err
	}
	if _, ok := wheel.Area(area.String()); !ok {
		return fault.At(fault.CodeInvalid, "/area", "not-of-the-wheel")
	}
	return nil
}

// Areas gives the life areas of a plan, as the actor is shown its routine. Whoever sees the plan.
func (s *Service) Areas(ctx context.Context, a access.Actor, p id.Plan) (routine.Wheel, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return routine.Wheel{}, err
	}
	v, err := s.routines.FindPlanRoutine(ctx, g, p)
	return v.Profile.Wheel, err
}
