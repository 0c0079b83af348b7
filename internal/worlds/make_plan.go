package worlds

import (
	"fmt"

	"github.com/google/uuid"
)

// kinds tells which categories and visibilities an item of a kind may have.
var kinds = map[string]struct{ categories, visibilities []string }{
	"goal":            {free, []string{"unit", "parties", "family", "parties", "family", "named"}},
	"intervention":    {free, []string{"unit", "parties", "family", "parties", "family", "named"}},
	"note":            {free, []string{"unit", "named"}},
	"observation":     {free, []string{"unit", "parties", "family", "parties", "family", "named"}},
	"child-view":      {[]string{"child-voice"}, []string{"unit", "parties", "family"}},
	"plan-evaluation": {[]string{"goals"}, []string{"parties", "family"}},
	"disagreement":    {[]string{"views"}, []string{"parties", "family"}},
	"comment":         {[]string{"views"}, []string{"parties", "family"}},
	"link":            {free, []string{"unit", "parties", "family", "parties", "family", "named"}},
	"minute":          {free, []string{"unit", "parties", "family", "parties", "family", "named"}},
	"attachment":      {free, []string{"unit", "parties", "family", "parties", "family", "named"}},
}

var (
	free       = []string{"goals", "health", "interventions"}
	categories = []string{"goals", "health", "interventions", "child-voice", "views", "participation"}
)

// plan draws a plan of a child, led by a unit, with other units in all states, and items of some of them.
func (m *maker) plan(c Human) {
	m.planLedBy(c, oneOf(m.dice, units...))
	if chance(m.dice, 25) {
		m.handOver(m.Plans[len(m.Plans)-1])
	}
	for range m.dice.Roll(3) {
		m.summon(m.Plans[len(m.Plans)-1])
	}
	for range m.dice.Roll(3) {
		m.convene(m.Plans[len(m.Plans)-1])
	}
}

func (m *maker) planLedBy(c Human, lead string) {
	p := Plan{
		ID: m.id("plan"), Child: c.ID, Kind: oneOf(m.dice, "sip", "barnets-plan"), Lead: lead,
		Status: oneOf(m.dice, statuses...), Created: m.Day.AddDays(-90), Order: len(m.Plans),
		Version: 1 + m.dice.Roll(4),
	}
	if p.Status != "noted" {
		p.Informed = m.Day.AddDays(oneOf(m.dice, -30, -30, 0, 1))
		m.Steps = append(m.Steps, Step{m.id("step"), p.ID, "noted", "informed", m.Day.AddDays(-30), StaffOf(lead)[0].Person, Why{}})
	}
	if chance(m.dice, 30) {
		p.FollowUp = m.Day.AddDays(30)
	}
	m.around(&p)
	m.ended(p)
	m.followedUp(p)
	if !m.hasFile(lead, c.ID) {
		m.file(c, lead) // it had a case when it noted the need
	}
	m.Plans = append(m.Plans, p)
	m.party(p, lead, "accepted")
	for _, u := range units {
		if u != lead && chance(m.dice, 50) {
			m.party(p, u, oneOf(m.dice, "accepted", "accepted", "accepted", "called", "invited", "declined", "left"))
		}
	}
	for range m.dice.Roll(3) {
		m.Versions = append(m.Versions, Version{m.id("version"), p.ID, m.versions(p.ID) + 1, m.Day.AddDays(-2), StaffOf(lead)[0].Person})
	}
	for range m.dice.Roll(8) {
		m.item(p)
	}
}

func (m *maker) versions(plan ID) int {
	return len(where(m.Versions, func(v Version) bool { return v.Plan == plan }))
}

func (m *maker) party(p Plan, unit, state string) {
	y := Party{
		ID: m.id("party"), Plan: p.ID, Unit: unit, By: p.Lead, Mode: oneOf(m.dice, "called", "invited"), State: state,
		Added: m.Day.AddDays(-60), Version: 1 + m.dice.Roll(3),
	}
	switch state {
	case "called", "invited":
		y.Mode = state
	case "accepted":
		y.Contact, y.Answered = StaffOf(unit)[0].Person, m.Day.AddDays(-50)
		y.Confirmed = chance(m.dice, 50)
	case "declined":
		y.Answered = m.Day.AddDays(-50)
	case "left":
		y.Answered, y.Departed = m.Day.AddDays(-50), m.Day.AddDays(-1)
	}
	m.Parties = append(m.Parties, y)
}

// item draws an item of one of the units that take part in the plan or have done so.
func (m *maker) item(p Plan) {
	unit := m.taking(p).Unit
	m.itemOf(p, unit, oneOf(m.dice, "goal", "goal", "intervention", "intervention", "note", "child-view", "disagreement", "attachment"))
}

// taking draws a unit that takes part in the plan or has done so.
func (m *maker) taking(p Plan) Party {
	return oneOf(m.dice, where(m.Parties, func(y Party) bool { return y.Plan == p.ID && (y.State == "accepted" || y.State == "left") })...)
}

func (m *maker) itemOf(p Plan, unit, kind string) {
	allowed := kinds[kind]
	staff := StaffOf(unit)
	i := Item{
		ID: m.id("item"), Plan: p.ID, Kind: kind, Unit: unit, Category: oneOf(m.dice, allowed.categories...),
		Visibility: oneOf(m.dice, allowed.visibilities...), Author: oneOf(m.dice, staff...).Person, AuthorKind: "staff",
		Created: m.Day.AddDays(-40 + m.dice.Roll(30)), Version: 1 + m.dice.Roll(5),
	}
	i.Words = fmt.Sprintf("KANARIE-%s-%d", unit, m.counts["item"])
	if kind == "intervention" {
		i.Contact = fmt.Sprintf("KANARIE-kontakt-%d", m.counts["item"])
		m.named(&i)
		i.Outside = oneOf(m.dice, "", fmt.Sprintf("KANARIE-utförare-%d", m.counts["item"]))
	}
	m.byFamily(p, &i)
	if i.Visibility == "named" && chance(m.dice, 60) {
		i.Named = []ID{oneOf(m.dice, staff...).Person}
	}
	if i.Visibility == "family" && chance(m.dice, 30) {
		i.Withheld = []ID{oneOf(m.dice, append([]ID{p.Child, uuid.Nil}, idsOf(m.adults)...)...)}
	}
	if chance(m.dice, 15) {
		i.Subjects = []ID{oneOf(m.dice, m.adults...).ID}
	}
	for _, v := range m.Versions {
		if v.Plan == p.ID && (i.Visibility == "parties" || i.Visibility == "family") && chance(m.dice, 70) {
			i.Frozen = append(i.Frozen, Frozen{v.ID, fmt.Sprintf("%s, version %d", i.Words, v.Number), i.Contact})
		}
	}
	m.Items = append(m.Items, i)
	if chance(m.dice, 40) {
		m.evaluated(i)
	}
}

// byFamily lets some of the words be the child's own or a guardian's; the leading unit holds those.
func (m *maker) byFamily(p Plan, i *Item) {
	switch {
	case i.Kind == "child-view" && chance(m.dice, 40):
		i.Author, i.AuthorKind, i.Unit = p.Child, "child", p.Lead
	case (i.Kind == "disagreement" || i.Kind == "comment") && chance(m.dice, 50):
		i.Author, i.AuthorKind, i.Unit = oneOf(m.dice, m.adults...).ID, "guardian", p.Lead
	}
}

func idsOf(people []Human) []ID {
	ids := make([]uuid.UUID, len(people))
	for n, h := range people {
		ids[n] = h.ID
	}
	return ids
}
