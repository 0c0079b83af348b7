package group

import (
	"strconv"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
)

type (
	levelSet    struct{}
	functionSet struct{}
)

// Level is how far a group reaches, Function what somebody is in it.
type (
	Level    = enum.Value[levelSet]
	Function = enum.Value[functionSet]
)

// The closed sets.
var (
	Levels = enum.Of[levelSet]("local", "county")
	Local  = Levels.Must("local")
	County = Levels.Must("county")

	Functions = enum.Of[functionSet]("chair", "secretary", "member")
	Chair     = Functions.Must("chair")
	Secretary = Functions.Must("secretary")
)

// Group is a collaboration group.
type Group struct {
	ID        id.Group
	Principal id.Principal // keeps it
	Name      string
	Level     Level
	Above     id.Group // the county group that it turns to; none of a county group
	Members   []Member // today's and those to come
}

// Tag names what is told of a group: the group itself never changes, its seats do.
func (g *Group) Tag() string {
	n := 0
	for _, m := range g.Members {
		n += m.Version
	}
	return strconv.Itoa(len(g.Members)) + "-" + strconv.Itoa(n)
}

// Draft is a group before it is added.
type Draft struct {
	Name  string
	Level Level
	Above id.Group
}

func newGroup(d Draft) (Group, error) {
	if d.Level == County && !d.Above.IsZero() {
		return Group{}, fault.At(fault.CodeInvalid, "/aboveId", "county")
	}
	return Group{ID: id.NewGroup(), Name: d.Name, Level: d.Level, Above: d.Above}, nil
}

// Member is who holds a seat, for which unit and in which days.
type Member struct {
	ID       id.Member
	Group    id.Group
	Unit     id.Unit
	Person   id.Person
	Name     string
	Function Function
	Title    string // what the seat is for: the headteachers, the health centres
	From, To civil.Date
	Version  int
}

// MemberDraft is a seat before somebody has it.
type MemberDraft struct {
	Unit     id.Unit
	Person   id.Person
	Function Function
	Title    string
	From, To civil.Date
}

func newMember(g id.Group, d MemberDraft, today civil.Date) (Member, error) {
	switch {
	case d.From.Before(today):
		return Member{}, fault.At(fault.CodeDates, "/validFrom", "past")
	case !d.To.IsZero() && d.To.Before(d.From):
		return Member{}, fault.At(fault.CodeDates, "/validTo", "before-start")
	}
	return Member{id.NewMember(), g, d.Unit, d.Person, "", d.Function, d.Title, d.From, d.To, 1}, nil
}

// end gives the seat a last day, which only ever shortens.
func (m *Member) end(last, today civil.Date) error {
	switch {
	case !m.To.IsZero() && m.To.Before(today):
		return fault.New(fault.CodeEnded)
	case last.Before(m.From):
		return fault.At(fault.CodeDates, "/endsOn", "before-start")
	case last.Before(today.AddDays(-1)):
		return fault.At(fault.CodeDates, "/endsOn", "past")
	case !m.To.IsZero() && last.After(m.To):
		return fault.At(fault.CodeDates, "/endsOn", "after-end")
	}
	m.To = last
	m.Version++
	return nil
}
