package worlds

import (
	"fmt"
	"slices"

	"samplan/internal/civil"
)

// statuses are those that plans are drawn in; a plan ends as moved by being handed over.
var statuses = []string{
	"noted", "informed", "consenting", "preparing", "met", "established", "following-up", "revised", "closed", "declined", "withdrawn",
}

var (
	standing = []string{"established", "following-up", "revised", "closed"}
	over     = []string{"closed", "declined", "withdrawn", "moved"}
)

// isOver tells whether a plan's process has ended.
func isOver(p Plan) bool { return slices.Contains(over, p.Status) }

// stand gives a plan that was set what the law asks of it.
func (m *maker) stand(p *Plan) {
	if !slices.Contains(standing, p.Status) {
		return
	}
	if p.Responsible == "" {
		p.Responsible = "goteborg"
	}
	if p.FollowUnit == "" {
		p.FollowUnit = p.Lead
	}
	if p.FollowUp.IsZero() {
		p.FollowUp = m.Day.AddDays(oneOf(m.dice, -1, 0, 30, 300))
	}
	p.Since.Established = m.Day.AddDays(-20)
	if p.Status != "established" {
		p.Since.Followed = m.Day.AddDays(-10)
	}
}

// ended draws the last step of a plan that is over, with its reason.
func (m *maker) ended(p Plan) {
	if !isOver(p) {
		return
	}
	why := Why{p.Lead, "", fmt.Sprintf("KANARIE-skäl-%d", m.counts["step"])}
	if p.Status == "declined" {
		why.Declined = oneOf(m.dice, "family", "principal")
	}
	m.Steps = append(m.Steps, Step{m.id("step"), p.ID, "informed", p.Status, m.Day.AddDays(-5), StaffOf(p.Lead)[0].Person, why})
}

// followedUp draws follow-ups of a plan that was set, and what became of its goals and interventions.
func (m *maker) followedUp(p Plan) {
	if p.Since.Established.IsZero() {
		return
	}
	for n := range m.dice.Roll(3) {
		f := FollowUp{ID: m.id("follow-up"), Plan: p.ID, On: m.Day.AddDays(n - 15), By: StaffOf(p.Lead)[0].Person, Next: m.Day.AddDays(n)}
		if chance(m.dice, 30) {
			f.Next = civil.Date{}
		}
		m.FollowUps = append(m.FollowUps, f)
	}
}

// evaluated draws what became of a goal or an intervention.
func (m *maker) evaluated(i Item) {
	if i.Kind != "goal" && i.Kind != "intervention" {
		return
	}
	m.Evaluations = append(m.Evaluations, Evaluation{
		ID: m.id("evaluation"), Item: i.ID, Plan: i.Plan, Outcome: oneOf(m.dice, "done", "not-reached"),
		Words: fmt.Sprintf("KANARIE-utfall-%d", m.counts["evaluation"]), On: m.Day, By: StaffOf(i.Unit)[0].Person,
	})
}
