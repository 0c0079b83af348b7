package worlds

import "maps"

func init() { maps.Copy(table, ofDeadlines) }

// ofDeadlines are the rows of the table about the deadlines of plans.
var ofDeadlines = map[string]operation{
	"GetPlanDeadlines":   get("/plans/{}/deadlines", plans),
	"GetMyPlanDeadlines": get("/my/plans/{}/deadlines", plans),
	"ExplainDeadline": post(writes, "/plans/{}/deadline-reasons", plans, body(object{"deadline": "start-of-work", "reason": "a"}),
		body(object{"deadline": "follow-up", "reason": "b"})),
}

func (k *known) ofDeadlineReasons() {
	for _, d := range k.DeadlineReasons {
		if k.SeesDeadlineReason(k.Reader, d) {
			k.add("deadline reason", d)
		}
	}
}

// inDeadlines are mutants of why deadlines were broken.
var inDeadlines = []func(*maker){
	func(m *maker) { m.anyPlan(m.late) },
	func(m *maker) { remove(m.dice, &m.DeadlineReasons) },
	func(m *maker) { alter(m.dice, m.DeadlineReasons, func(d *DeadlineReason) { d.Words += " ändrat" }) },
}
