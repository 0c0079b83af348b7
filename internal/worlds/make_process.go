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

// Step is a step of a plan's process.
type Step struct {
	ID, Plan ID
	From, To string
	On       civil.Date
	By       ID
	Why      Why
}

// Since is when a plan was established, and when it was followed up last.
type Since struct{ Established, Followed civil.Date }

// Why is the reason of a step, in the words of the unit that took it; no unit, no reason.
type Why struct{ Unit, Declined, Words string }

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

func participation(p Plan) any {
	if p.Since.Established.IsZero() {
		return nil
	}
	return "present"
}

// rowsOfStep gives a step with its reason.
func (w *World) rowsOfStep(n int, s Step, add func(string, row)) {
	add("plan_status_change", row{
		"id": s.ID, "plan_id": s.Plan, "from_status": s.From, "to_status": s.To, "on_day": s.On, "person_id": s.By, "created_at": w.moment(n),
	})
	if s.Why.Unit != "" {
		add("plan_status_reason", row{
			"change_id": s.ID, "unit_id": unitID(s.Why.Unit), "declined_by": textOrNull(s.Why.Declined), "refused_by": textOrNull(s.Why.Declined),
			"reason": s.Why.Words,
		})
	}
}

// SeesReason tells whether the reader of a plan sees why a step was taken: the domain of the unit that took it; of a
// principal's refusal the family, when it may know where the child is (R4).
func (w *World) SeesReason(r Reader, p Plan, s Step) bool {
	if r.IsCitizen() {
		return s.Why.Declined == "principal" && w.KnowsPlace(r, p.Child)
	}
	return s.Why.Unit != "" && w.together(s.Why.Unit, r.Unit)
}
