package httpapi

import (
	"strings"
	"time"

	"samplan/internal/civil"
	"samplan/internal/document"

	"samplan/internal/httpapi/wire"
)

// moment writes when a meeting is, as clocks show it here.
func (s *paper) moment(from, to time.Time) string {
	from, to = from.In(civil.Zone()), to.In(civil.Zone())
	return s.say("words.moment", "{day}", figures(from.Format("2006-01-02")), "{from}", figures(from.Format("15.04")), "{to}", figures(to.Format("15.04")))
}

func (s *paper) callFrame() {
	s.Title = s.say("call.title")
	s.About = s.say("call.about")
}

// asked writes what all who are called are told.
func (s *paper) asked(purpose string, questions []string, goal string) {
	s.chapter("call.to-answer",
		document.Block{Level: 3, Heading: s.say("call.why"), Text: quoted(purpose)},
		document.Block{Level: 3, Heading: s.say("call.questions"), Text: quoted(strings.Join(questions, "\n"))},
		document.Block{Level: 3, Heading: s.say("call.long-term-goal"), Text: quoted(goal)})
}

func (s *paper) sentCall(c wire.Call) {
	s.callFrame()
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say("call.facts"), Facts: []document.Fact{
		s.fact("call.sent", onDay(c.SentOn)), s.fact("call.answer-by", onDay(c.AnswerBy)),
		s.fact("call.mode", inWords(s.Language, c.MeetingMode)),
		s.fact("call.open-duties", quoted(strings.Join(c.OpenDuties, ", "))),
	}})
	s.asked(c.Purpose, c.Questions, c.LongTermGoal)
	s.chapter("call.addressees", each(c.ToUnits, func(a wire.CallAddressee) document.Block {
		return document.Block{
			Level: 3, Heading: unitWords(&a.Unit), Text: quoted(a.Contribution),
			Facts: []document.Fact{
				s.fact("call.as", inWords(s.Language, a.Mode)), s.fact("call.answer", inWords(s.Language, a.State)),
				s.fact("call.comes", quoted(given(a.ContactName))), s.fact("call.reason", quoted(given(a.Reason))),
			},
		}
	})...)
}

func (s *paper) receivedCall(c wire.ReceivedCall) {
	s.callFrame()
	when, how, duty := "", c.MeetingMode, ""
	if c.Duty {
		duty = s.say("call.must-take-part")
	}
	if m := c.Meeting; m != nil {
		when, how = s.moment(m.StartsAt, m.EndsAt), m.MeetingMode
	}
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say("call.facts"), Facts: []document.Fact{
		s.fact("plan.child", quoted(c.ChildName)), s.fact("plan.plan", inWords(s.Language, c.Kind)), s.fact("plan.from", unitWords(&c.Sender)),
		s.fact("call.sent", figures(c.SentOn.String())), s.fact("call.answer-by", figures(c.AnswerBy.String())), s.fact("call.as", inWords(s.Language, c.Mode)),
		s.fact("call.duty", duty), s.fact("plan.time", when), s.fact("call.mode", inWords(s.Language, how)),
		s.fact("call.answer", inWords(s.Language, c.State)), s.fact("call.comes", quoted(given(c.ContactName))),
	}})
	s.asked(c.Purpose, c.Questions, c.LongTermGoal)
	s.chapter("call.asked", document.Block{
		Level: 3, Heading: s.say("call.contribution"), Text: quoted(c.Contribution),
	})
}

func (s *paper) minutesFrame() {
	s.Title = s.say("minutes.title")
	s.About = s.say("minutes.about")
}

func (s *paper) minutes(m wire.Meeting, points []wire.Minute) {
	s.minutesFrame()
	next := present(onDay(m.NextFollowUpOn), unitWords(m.NextFollowUpUnit))
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say("minutes.meeting"), Facts: []document.Fact{
		s.fact("plan.time", s.moment(m.StartsAt, m.EndsAt)), s.fact("plan.status", inWords(s.Language, m.State)),
		s.fact("minutes.mode", inWords(s.Language, m.MeetingMode)), s.fact("minutes.place", quoted(given(m.Place))),
		s.fact("minutes.leader", quoted(strings.Join(m.Leaders, ", "))), s.fact("follow-up.childs-part", inWords(s.Language, given(m.ChildParticipation))),
		s.fact("plan.next-follow-up", strings.Join(next, ", ")),
		s.fact("meeting.no-follow-up", inWords(s.Language, given(m.ClosingReason))),
	}})
	if len(m.Attendances) > 0 {
		s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say("meeting.attendance"), Table: &document.Table{
			Head: []string{s.say("meeting.name"), s.say("meeting.unit"), s.say("meeting.attendance")},
			Rows: each(m.Attendances, func(a wire.Attendance) []string {
				return []string{quoted(a.PersonName), unitWords(&a.Unit), inWords(s.Language, a.Presence)}
			}),
		}})
	}
	blocks := make([]document.Block, 0, len(points))
	for n, p := range points {
		blocks = append(blocks, s.point(p, n+1))
	}
	s.chapter("minutes.points", blocks...)
}

// point writes one, with its corrections in the same block: no copy has the one without the other.
func (s *paper) point(p wire.Minute, number int) document.Block {
	facts := []document.Fact{s.fact("plan.written-by", unitWords(p.Owner)), s.settled(onDay(p.SettledOn))}
	if d := p.Decision; d != nil {
		facts = append(facts, s.decided(d.Outcome, unitWords(d.Unit), onDay(d.DueOn), given(d.State), d.Overdue)...)
		facts = append(facts, s.fact("call.answer", quoted(given(d.Text))))
	}
	return document.Block{
		Level: 3, Heading: s.pointHeading(given(p.Heading), number), Text: quoted(p.Text),
		Facts: append(append(append(facts, s.corrections(p.Corrections)...), s.objections(p.Objections)...), s.secrecy(p.Secrecy)),
	}
}

func (s *paper) pointHeading(heading string, n int) string {
	if heading == "" {
		return s.say("minutes.point", "{number}", number(n))
	}
	return s.say("minutes.point-about", "{number}", number(n), "{heading}", quoted(heading))
}

func (s *paper) settled(on string) document.Fact {
	if on == "" {
		on = s.say("minutes.draft")
	}
	return s.fact("minutes.settled", on)
}

func (s *paper) decided(o wire.DecisionOutcome, doer, due string, state wire.DecisionState, isLate bool) []document.Fact {
	late := ""
	if isLate {
		late = s.say("minutes.late")
	}
	return []document.Fact{
		s.fact("minutes.decision", inWords(s.Language, o)), s.fact("plan.responsible", doer), s.fact("minutes.due", due),
		s.fact("plan.status", strings.Join(present(inWords(s.Language, state), late), "; ")),
	}
}

func (s *paper) corrections(all []wire.Correction) []document.Fact {
	return each(all, func(c wire.Correction) document.Fact {
		day := figures(c.CorrectedOn.String())
		name := s.say("minutes.correction", "{day}", day)
		if c.By != nil {
			name = s.say("minutes.correction-by", "{day}", day, "{who}", quoted(*c.By))
		}
		return document.Fact{Name: name, Value: quoted(c.Text)}
	})
}

func (s *paper) myMinutes(m wire.MyMeeting, points []wire.MyMinute) {
	s.minutesFrame()
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say("minutes.meeting"), Facts: []document.Fact{
		s.fact("plan.time", s.moment(m.StartsAt, m.EndsAt)), s.fact("plan.status", inWords(s.Language, m.State)),
		s.fact("minutes.mode", inWords(s.Language, m.MeetingMode)), s.fact("minutes.place", quoted(given(m.Place))),
		s.fact("minutes.leader", quoted(strings.Join(m.Leaders, ", "))), s.fact("minutes.you", inWords(s.Language, given(m.MyPresence))),
		s.fact("plan.next-follow-up", onDay(m.NextFollowUpOn)),
	}})
	blocks := make([]document.Block, 0, len(points))
	for n, p := range points {
		blocks = append(blocks, s.myPoint(p, n+1))
	}
	s.chapter("minutes.points", blocks...)
}

func (s *paper) myPoint(p wire.MyMinute, number int) document.Block {
	facts := []document.Fact{s.fact("plan.written-by", quoted(given(p.By))), s.settled(onDay(p.SettledOn))}
	if d := p.Decision; d != nil {
		facts = append(facts, s.decided(d.Outcome, quoted(given(d.Responsible)), onDay(d.DueOn), given(d.State), d.Overdue)...)
	}
	return document.Block{Level: 3, Heading: s.pointHeading(given(p.Heading), number), Text: quoted(p.Text), Facts: append(append(facts, s.corrections(p.Corrections)...), s.myObjections(p.Objections)...)}
}
