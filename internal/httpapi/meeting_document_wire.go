package httpapi

import (
	"strconv"
	"strings"
	"time"

	"samplan/internal/civil"
	"samplan/internal/document"

	"samplan/internal/httpapi/wire"
)

// moment writes when a meeting is, as clocks show it here.
func (s *paper) moment(from, to time.Time) string {
	from, to = from.In(civil.Zone()), to.In(civil.Zone())
	return from.Format("2006-01-02") + s.of(" kl. ", " at ") + from.Format("15.04") + "–" + to.Format("15.04")
}

func (s *paper) callFrame() {
	s.Title = s.of("Kallelse till möte", "Call to a meeting")
	s.About = s.of("Dokumentet visar kallelsen som den såg ut den dagen för den som tog fram dokumentet.",
		"The document shows the call as it looked on that day to the one who made the document.")
}

// asked writes what all who are called are told.
func (s *paper) asked(purpose string, questions []string, goal string) {
	s.chapter("Vad mötet ska svara på", "What the meeting is to answer",
		document.Block{Level: 3, Heading: s.of("Varför mötet behövs", "Why the meeting is needed"), Text: purpose},
		document.Block{Level: 3, Heading: s.of("Frågor", "Questions"), Text: strings.Join(questions, "\n")},
		document.Block{Level: 3, Heading: s.of("Barnets mål på lång sikt", "The child's long-term goal"), Text: goal})
}

func (s *paper) sentCall(c wire.Call) {
	s.callFrame()
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.of("Om kallelsen", "About the call"), Facts: []document.Fact{
		s.fact("Skickad", "Sent", dayOf(c.SentOn)), s.fact("Svar senast", "Answer by", dayOf(c.AnswerBy)),
		s.fact("Mötet hålls", "The meeting is", meetingModeWords[c.MeetingMode].in(s.Language)),
		s.fact("Skyldiga att delta, utan svar", "Must take part, no answer yet", strings.Join(c.OpenDuties, ", ")),
	}})
	s.asked(c.Purpose, c.Questions, c.LongTermGoal)
	s.chapter("Kallade och inbjudna", "Called and invited", each(c.ToUnits, func(a wire.CallAddressee) document.Block {
		return document.Block{
			Level: 3, Heading: unitWords(&a.Unit), Text: a.Contribution,
			Facts: []document.Fact{
				s.fact("Som", "As", partyModeWords[a.Mode].in(s.Language)), s.fact("Svar", "Answer", callStateWords[a.State].in(s.Language)),
				s.fact("Kommer", "Comes", given(a.ContactName)), s.fact("Skäl", "Reason", given(a.Reason)),
			},
		}
	})...)
}

func (s *paper) receivedCall(c wire.ReceivedCall) {
	s.callFrame()
	when, how, duty := "", c.MeetingMode, ""
	if c.Duty {
		duty = s.of("huvudmannen är skyldig att delta", "the principal must take part")
	}
	if m := c.Meeting; m != nil {
		when, how = s.moment(m.StartsAt, m.EndsAt), m.MeetingMode
	}
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.of("Om kallelsen", "About the call"), Facts: []document.Fact{
		s.fact("Barn", "Child", c.ChildName), s.fact("Plan", "Plan", planKindWords[c.Kind].in(s.Language)), s.fact("Från", "From", unitWords(&c.Sender)),
		s.fact("Skickad", "Sent", c.SentOn.String()), s.fact("Svar senast", "Answer by", c.AnswerBy.String()), s.fact("Som", "As", partyModeWords[c.Mode].in(s.Language)),
		s.fact("Skyldighet", "Duty", duty), s.fact("Tid", "Time", when), s.fact("Mötet hålls", "The meeting is", meetingModeWords[how].in(s.Language)),
		s.fact("Svar", "Answer", callStateWords[c.State].in(s.Language)), s.fact("Kommer", "Comes", given(c.ContactName)),
	}})
	s.asked(c.Purpose, c.Questions, c.LongTermGoal)
	s.chapter("Vad ni ombeds bidra med", "What you are asked to contribute", document.Block{
		Level: 3, Heading: s.of("Bidrag", "Contribution"), Text: c.Contribution,
	})
}

func (s *paper) minutesFrame() {
	s.Title = s.of("Minnesanteckningar", "Minutes of a meeting")
	s.About = s.of("Dokumentet visar det i anteckningarna som den som tog fram dokumentet fick läsa den dagen. Det som är justerat ändras "+
		"inte; rättelser står vid det de rättar.",
		"The document shows what the one who made the document could read of the minutes on that day. What is settled does not "+
			"change; corrections stand with what they correct.")
}

func (s *paper) minutes(m wire.Meeting, points []wire.Minute) {
	s.minutesFrame()
	l := s.Language
	next := present(dayOf(m.NextFollowUpOn), unitWords(m.NextFollowUpUnit))
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.of("Om mötet", "About the meeting"), Facts: []document.Fact{
		s.fact("Tid", "Time", s.moment(m.StartsAt, m.EndsAt)), s.fact("Läge", "Status", meetingStateWords[m.State].in(l)),
		s.fact("Hålls", "Held", meetingModeWords[m.MeetingMode].in(l)), s.fact("Plats", "Place", given(m.Place)),
		s.fact("Mötesledare", "Led by", strings.Join(m.Leaders, ", ")), s.fact("Barnets delaktighet", "The child's part", participationWords[given(m.ChildParticipation)].in(l)),
		s.fact("Nästa uppföljning", "Next follow-up", strings.Join(next, ", ")),
		s.fact("Ingen uppföljning", "No follow-up", meetingClosingWords[given(m.ClosingReason)].in(l)),
	}})
	if len(m.Attendances) > 0 {
		s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.of("Närvaro", "Attendance"), Table: &document.Table{
			Head: []string{s.of("Namn", "Name"), s.of("Enhet", "Unit"), s.of("Närvaro", "Attendance")},
			Rows: each(m.Attendances, func(a wire.Attendance) []string {
				return []string{a.PersonName, unitWords(&a.Unit), presenceWords[a.Presence].in(l)}
			}),
		}})
	}
	blocks := make([]document.Block, 0, len(points))
	for n, p := range points {
		blocks = append(blocks, s.point(p, n+1))
	}
	s.chapter("Anteckningar", "Minutes", blocks...)
}

// point writes one, with its corrections in the same block: no copy has the one without the other.
func (s *paper) point(p wire.Minute, number int) document.Block {
	facts := []document.Fact{s.fact("Skrivet av", "Written by", unitWords(p.Owner)), s.settled(dayOf(p.SettledOn))}
	if d := p.Decision; d != nil {
		facts = append(facts, s.decided(d.Outcome, unitWords(d.Unit), dayOf(d.DueOn), given(d.State), d.Overdue)...)
		facts = append(facts, s.fact("Svar", "Answer", given(d.Text)))
	}
	return document.Block{
		Level: 3, Heading: s.pointHeading(given(p.Heading), number), Text: p.Text,
		Facts: append(append(facts, s.corrections(p.Corrections)...), s.secrecy(p.Secrecy)),
	}
}

func (s *paper) pointHeading(heading string, number int) string {
	if heading != "" {
		heading = ". " + heading
	}
	return s.of("Punkt ", "Point ") + strconv.Itoa(number) + heading
}

func (s *paper) settled(on string) document.Fact {
	if on == "" {
		on = s.of("nej, ett utkast", "no, a draft")
	}
	return s.fact("Justerat", "Settled", on)
}

func (s *paper) decided(o wire.DecisionOutcome, doer, due string, state wire.DecisionState, isLate bool) []document.Fact {
	late := ""
	if isLate {
		late = s.of("skulle ha varit klart", "should have been done")
	}
	return []document.Fact{
		s.fact("Beslut", "Decision", decisionOutcomeWords[o].in(s.Language)), s.fact("Ansvarar", "Responsible", doer), s.fact("Senast", "By", due),
		s.fact("Läge", "Status", strings.Join(present(decisionStateWords[state].in(s.Language), late), "; ")),
	}
}

func (s *paper) corrections(all []wire.Correction) []document.Fact {
	return each(all, func(c wire.Correction) document.Fact {
		name := s.of("Rättelse ", "Correction ") + c.CorrectedOn.String()
		if c.By != nil {
			name += ", " + *c.By
		}
		return document.Fact{Name: name, Value: c.Text}
	})
}

func (s *paper) myMinutes(m wire.MyMeeting, points []wire.MyMinute) {
	s.minutesFrame()
	l := s.Language
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.of("Om mötet", "About the meeting"), Facts: []document.Fact{
		s.fact("Tid", "Time", s.moment(m.StartsAt, m.EndsAt)), s.fact("Läge", "Status", meetingStateWords[m.State].in(l)),
		s.fact("Hålls", "Held", meetingModeWords[m.MeetingMode].in(l)), s.fact("Plats", "Place", given(m.Place)),
		s.fact("Mötesledare", "Led by", strings.Join(m.Leaders, ", ")), s.fact("Du", "You", presenceWords[given(m.MyPresence)].in(l)),
		s.fact("Nästa uppföljning", "Next follow-up", dayOf(m.NextFollowUpOn)),
	}})
	blocks := make([]document.Block, 0, len(points))
	for n, p := range points {
		blocks = append(blocks, s.myPoint(p, n+1))
	}
	s.chapter("Anteckningar", "Minutes", blocks...)
}

func (s *paper) myPoint(p wire.MyMinute, number int) document.Block {
	facts := []document.Fact{s.fact("Skrivet av", "Written by", given(p.By)), s.settled(dayOf(p.SettledOn))}
	if d := p.Decision; d != nil {
		facts = append(facts, s.decided(d.Outcome, given(d.Responsible), dayOf(d.DueOn), given(d.State), d.Overdue)...)
	}
	return document.Block{Level: 3, Heading: s.pointHeading(given(p.Heading), number), Text: p.Text, Facts: append(facts, s.corrections(p.Corrections)...)}
}
