package caseline

import (
	"cmp"
	"slices"

	"samplan/internal/civil"
	"samplan/internal/id"
)

// Line is a case line.
type Line struct {
	Lanes []Lane
	// IsProtected tells that the child's whereabouts or identity are protected, as the viewer knows it.
	IsProtected bool
}

// Lane is one unit, the family, or the plan itself, with its marks by day.
type Lane struct {
	Kind  LaneKind
	Actor Actor
	Marks []Mark
}

// Actor is whose lane it is, as the viewer sees it named. The family's and the plan's have none.
type Actor struct {
	ID                         id.Unit
	Name, Authority, Principal string
	Service                    string // which kind of service it is, where the viewer knows it
}

// Mark is one event, or a time with its last day; a time that goes on has none.
type Mark struct {
	Kind   MarkKind
	On     civil.Date
	Until  civil.Date
	Detail string // in words of the program's own
	Quoted string // in words that people have written
}

// Add sets a mark on a lane. One without a day is none.
func (l *Line) Add(k LaneKind, a Actor, m Mark) {
	if m.On.IsZero() {
		return
	}
	for n := range l.Lanes {
		if l.Lanes[n].Kind == k && l.Lanes[n].Actor == a {
			l.Lanes[n].Marks = append(l.Lanes[n].Marks, m)
			return
		}
	}
	l.Lanes = append(l.Lanes, Lane{k, a, []Mark{m}})
}

// By is the line on a day, in order: without what is to begin after it, each mark once, the plan's and the family's lanes first and
// the others by when they begin.
func (l Line) By(today civil.Date) Line {
	out := Line{IsProtected: l.IsProtected}
	for _, lane := range l.Lanes {
		var marks []Mark
		for _, m := range lane.Marks {
			if !m.On.After(today) && !slices.Contains(marks, m) {
				marks = append(marks, m)
			}
		}
		if len(marks) == 0 {
			continue
		}
		slices.SortStableFunc(marks, Mark.compare)
		out.Lanes = append(out.Lanes, Lane{lane.Kind, lane.Actor, marks})
	}
	slices.SortStableFunc(out.Lanes, Lane.compare)
	return out
}

// compare orders marks by day. Those of one kind on one day stay as they were set: steps in the order in which they were taken.
func (m Mark) compare(o Mark) int {
	return cmp.Or(byDay(m.On, o.On), cmp.Compare(m.Kind.order(), o.Kind.order()))
}

func (l Lane) compare(o Lane) int {
	return cmp.Or(
		cmp.Compare(l.Kind.order(), o.Kind.order()), byDay(l.Marks[0].On, o.Marks[0].On), cmp.Compare(l.Actor.Name, o.Actor.Name),
		cmp.Compare(l.Actor.Authority, o.Actor.Authority), cmp.Compare(l.Actor.Principal, o.Actor.Principal), cmp.Compare(l.Actor.ID.String(), o.Actor.ID.String()),
	)
}

func byDay(a, b civil.Date) int {
	switch {
	case a.Before(b):
		return -1
	case a.After(b):
		return 1
	}
	return 0
}

// Span gives the first and the last day that the line names. Of an empty line both are none.
func (l Line) Span() (first, last civil.Date) {
	for _, lane := range l.Lanes {
		for _, m := range lane.Marks {
			if first.IsZero() || m.On.Before(first) {
				first = m.On
			}
			for _, d := range []civil.Date{m.On, m.Until} {
				if d.After(last) {
					last = d
				}
			}
		}
	}
	return first, last
}
