package worlds

import (
	"maps"
	"slices"

	"samplan/internal/demo"
)

func init() { maps.Copy(table, ofForums) }

// ofForums are the rows of the table about forums.
var ofForums = map[string]operation{
	"PlanForumSessions":     post(writes, "/collaboration-groups/{}/sessions", meeting, series),
	"ListForumSessions":     listOf("/collaboration-groups/{}/sessions", meeting),
	"GetForumSession":       get("/forum-sessions/{}", sessions),
	"CancelForumSession":    post(writes, "/forum-sessions/{}/cancellations", sessions, body(object{"reason": "a"})),
	"RaiseForumCase":        {writes, raised},
	"ListForumCases":        listOf("/collaboration-groups/{}/forum-cases", meeting),
	"GetForumCase":          get("/forum-cases/{}", forumCases),
	"WithdrawForumCase":     post(gains, "/forum-cases/{}/withdrawals", forumCases, body(object{})),
	"AddForumContribution":  post(writes, "/forum-cases/{}/contributions", forumCases, body(object{"text": "a"}), body(object{"text": "Hej, Barn"}), saidFor),
	"DecideForumCase":       post(writes, "/forum-cases/{}/outcomes", forumCases, body(object{"outcome": "sip", "text": "a"}), body(object{"outcome": "sip", "text": "Barn"}), decides),
	"FollowUpForumCase":     post(writes, "/forum-cases/{}/follow-ups", forumCases, body(object{"text": "Barn"}), body(object{"text": "a"})),
	"OpenForumLink":         post(writes, "/forum-cases/{}/link-openings", forumCases, body(object{"reason": "a"})),
	"BeginForumPlan":        post(writes, "/forum-cases/{}/plans", forumCases, begins(0), begins(1), begins(2)),
	"AddForumLearning":      post(writes, "/collaboration-groups/{}/learning-points", meeting, body(object{"text": "a"}), body(object{"text": "Hej, Barn"}), body(object{"text": "vuxen"})),
	"WithdrawForumLearning": post(gains, "/learning-points/{}/withdrawals", learnings, body(object{})),
	"ListForumLearnings":    listOf("/collaboration-groups/{}/learning-points", meeting),
}

func (q *asking) pickForums(a, b *World, pick func(one, two []ID) []ID) {
	q.sessions = pick(idsFor(a.Sessions, func(s ForumSession) ID { return s.ID }), idsFor(b.Sessions, func(s ForumSession) ID { return s.ID }))
	q.learnings = pick(idsFor(a.Learnings, func(l Learning) ID { return l.ID }), idsFor(b.Learnings, func(l Learning) ID { return l.ID }))
	q.forumCases = pick(idsFor(a.ForumCases, func(c ForumCase) ID { return c.ID }), idsFor(b.ForumCases, func(c ForumCase) ID { return c.ID }))
}

func sessions(q *asking) []ID   { return q.sessions }
func forumCases(q *asking) []ID { return q.forumCases }
func learnings(q *asking) []ID  { return q.learnings }

func meeting(*asking) []ID {
	return []ID{demo.GroupID("hisingen").UUID(), demo.GroupID("sspf-hisingen").UUID(), madeUp}
}

// series is of days that are working days in every world.
func series(*asking) object {
	return object{"firstOn": "2022-02-01", "lastOn": "2022-02-08", "startsAt": "13:00", "endsAt": "15:00", "mode": "digital"}
}

func saidFor(*asking) object {
	return object{"text": "a", "memberId": firstSeat("hisingen")}
}

func decides(*asking) object {
	return object{"outcome": "advice", "text": "a", "followUpOn": "2022-02-01", "responsibleId": firstSeat("hisingen")}
}

func begins(n int) func(*asking) object {
	return func(q *asking) object {
		return object{"consentId": q.consents[n%len(q.consents)], "text": "a", "reason": "b"}
	}
}

// raised raises cases about every child, with words that may be names or places of it, and by every consent.
func raised(q *asking) []request {
	var all []request
	add := func(group string, o object) {
		o["question"] = "a"
		all = append(all, request{method: "POST", path: "/collaboration-groups/" + demo.GroupID(group).String() + "/forum-cases", body: text(o)})
	}
	for _, words := range []string{"a", "Hej, Barn", "vuxen", "KANARIE", "Plats KANARIE-plats", "9 år, adopterad, tvilling"} {
		add("hisingen", object{"basis": "anonymised", "text": words})
	}
	for _, c := range q.children {
		add("hisingen", object{"basis": "anonymised", "text": "a", "childId": c})
		for _, v := range q.consents {
			add("sspf-hisingen", object{"basis": "consent", "text": "a", "childId": c, "consentId": v, "category": "health"})
		}
	}
	return all
}

// ofForums: a member knows what is there for it in full, and whether it raised a case; the unit that raised one knows the child where
// it sees the child's case.
func (k *known) ofForums() {
	for _, s := range k.Sessions {
		if k.SeesForum(k.Reader, s.Group) {
			s.By = ID{}
			k.add("session", s)
		}
	}
	for _, l := range k.Learnings {
		if k.SeesForum(k.Reader, l.Group) {
			k.add("my learning", l.ID, l.By == k.Person)
			l.By = ID{}
			k.add("learning", l)
		}
	}
	for _, c := range k.ForumCases {
		if k.OpensForumLink(k.Reader, c) {
			k.add("forum link", c.ID, c.Child)
		}
		if k.SeesForumCase(k.Reader, c) {
			k.add("mine", c.ID, c.Unit == k.Unit && c.By == k.Person)
			k.add("told", notice("forum-follow-up-due", c.ID, c.FollowUp.AddDays(-30)), notice("forum-follow-up-overdue", c.ID, c.FollowUp.AddDays(1)))
			c.By, c.Child, c.Consent = ID{}, ID{}, ID{}
			c.Said = slices.Clone(c.Said)
			for n := range c.Said {
				c.Said[n].By = ID{}
			}
			k.add("forum case", c)
		}
	}
}

// inForums are mutants of forums.
var inForums = []func(*maker){
	(*maker).forumCase, (*maker).forumCase,
	func(m *maker) { m.session(oneOf(m.dice, forums...), 3+m.dice.Roll(30)) },
	func(m *maker) { m.learnt(oneOf(m.dice, forums...)) },
	func(m *maker) { remove(m.dice, &m.Sessions) },
	func(m *maker) { remove(m.dice, &m.Learnings) },
	func(m *maker) { remove(m.dice, &m.ForumCases) },
	func(m *maker) {
		alter(m.dice, m.ForumCases, func(c *ForumCase) { c.Words, c.Version = c.Words+" ändrat", c.Version+1 })
	},
	func(m *maker) {
		alter(m.dice, m.ForumCases, func(c *ForumCase) {
			if c.Category == "" {
				c.Child = oneOf(m.dice, slices.Concat(idsFor(m.People[3:], func(h Human) ID { return h.ID }), []ID{{}})...)
			}
		})
	},
	func(m *maker) { alter(m.dice, m.ForumCases, m.concluded) },
	func(m *maker) {
		alter(m.dice, m.ForumCases, func(c *ForumCase) { c.Said = append(c.Said, Said{m.id("said"), c.By, c.Unit, "KANARIE-mer"}) })
	},
}
