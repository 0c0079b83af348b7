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
	kindSet     struct{}
	functionSet struct{}
)

// Level is how far a group reaches, Kind what it meets for, Function what somebody is in it.
type (
	Level    = enum.Value[levelSet]
	Kind     = enum.Value[kindSet]
	Function = enum.Value[functionSet]
)

// The closed sets.
var (
	Levels = enum.Of[levelSet]("local", "county")
	Local  = Levels.Must("local")
	County = Levels.Must("county")

	Kinds    = enum.Of[kindSet]("local", "steering", "fossam", "sspf")
	AsLocal  = Kinds.Must("local")    // how services of a part of a municipality work together
	Steering = Kinds.Must("steering") // the same, for who leads them
	Fossam   = Kinds.Must("fossam")   // early and among professionals alone, about cases without names
	SSPF     = Kinds.Must("sspf")     // social services, school, police and leisure, by the family's consent

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
	Kind      Kind
	TextDays  int      // how long the texts of a case are kept there after its last step
	Above     id.Group // the county group that it turns to; none of a county group
	Members   []Member // today's and those to come
}

// How long texts are kept where a group does not say it.
const usualTextDays = 180

// Tag names what is told of a group: of the group itself only how long it keeps texts changes, its seats do.
func (g *Group) Tag() string {
	n := 0
	for _, m := range g.Members {
		n += m.Version
	}
	return strconv.Itoa(len(g.Members)) + "-" + strconv.Itoa(n) + "-" + strconv.Itoa(g.TextDays)
}

// Draft is a group before it is added.
type Draft struct {
	Name     string
	Level    Level
	Kind     Kind // as the level says when left out
	TextDays int  // the usual ones when left out
	Above    id.Group
}

func newGroup(d Draft) (Group, error) {
	if d.Level == County && !d.Above.IsZero() {
		return Group{}, fault.At(fault.CodeInvalid, "/aboveId", "county")
	}
	if d.TextDays == 0 {
		d.TextDays = usualTextDays
	}
	if d.Kind.IsZero() {
		d.Kind = AsLocal
		if d.Level == County {
			d.Kind = Steering
		}
	}
	return Group{ID: id.NewGroup(), Name: d.Name, Level: d.Level, Kind: d.Kind, TextDays: d.TextDays, Above: d.Above}, nil
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
