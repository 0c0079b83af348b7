package worlds

import (
	"fmt"
	"slices"

	"samplan/internal/civil"
)

// DeadlineReason is why a unit that led a plan, today's or one before, broke a deadline (R45).
type DeadlineReason struct {
	ID, Plan, By ID
	Unit, Words  string
	From         civil.Date
}

// SeesDeadlineReason tells whether a reason is there: for those of the unit that gave it who see the plan and read content.
func (w *World) SeesDeadlineReason(r Reader, d DeadlineReason) bool {
	reads := r.Role == "caseworker" || r.Role == "unit-manager"
	return reads && d.Unit == r.Unit && w.SeesPlan(r, w.Plan(d.Plan))
}

// explained draws reasons in all plans, and then who has led them.
func (m *maker) explained() {
	for _, p := range m.Plans {
		for range m.dice.Roll(3) {
			m.late(p)
		}
	}
	m.changingLead()
}

// late draws why the work with a plan began late.
func (m *maker) late(p Plan) {
	unit := oneOf(m.dice, p.Lead, p.Lead, m.taking(p).Unit)
	n := m.counts["deadline-reason"]
	m.DeadlineReasons = append(m.DeadlineReasons, DeadlineReason{
		m.id("deadline-reason"), p.ID, oneOf(m.dice, StaffOf(unit)...).Person, unit, fmt.Sprintf("KANARIE-frist-%d", n), p.Created,
	})
}

func (w *World) sweepDeadlineReasons(isPlan func(ID) bool) {
	w.DeadlineReasons = where(w.DeadlineReasons, func(d DeadlineReason) bool { return isPlan(d.Plan) })
}

func (w *World) rowsOfDeadlineReasons(add func(string, row)) {
	for n, d := range w.DeadlineReasons {
		add("plan_deadline_reason", row{
			"id": d.ID, "plan_id": d.Plan, "unit_id": unitID(d.Unit), "deadline": "start-of-work", "counts_from": d.From, "reason": d.Words,
			"person_id": d.By, "given_on": w.Day, "created_at": w.moment(n),
		})
	}
}

func (w *World) cloneDeadlineReasons(c *World) { c.DeadlineReasons = slices.Clone(w.DeadlineReasons) }
