package httpapi

import (
	"strings"

	"github.com/oapi-codegen/runtime/types"

	"samplan/internal/document"

	"samplan/internal/httpapi/wire"
)

func (s *paper) followUpFrame() {
	s.Title = s.of("Uppföljning", "Follow-up")
	s.About = s.of("Dokumentet visar hur planen hade följts upp den dagen, för den som tog fram dokumentet.",
		"The document shows how the plan had been followed up by that day, to the one who made the document.")
}

func (s *paper) followUps(held []wire.FollowUp) {
	s.chapter("Uppföljningar", "Follow-ups", each(held, func(f wire.FollowUp) document.Block {
		next := dayOf(f.NextFollowUpOn)
		if f.ToClose {
			next = s.of("planen ska avslutas", "the plan is to be closed")
		}
		return document.Block{Level: 3, Heading: f.On.String(), Facts: []document.Fact{
			s.fact("Barnets delaktighet", "The child's part", participationWords[f.ChildParticipation].in(s.Language)), s.fact("Nästa", "Next", next),
		}}
	})...)
}

// became writes what became of one goal or intervention; of those that are not among what is named nothing is said.
func (s *paper) became(names map[wireID]string, item wireID, on types.Date, o wire.Outcome, effect, change *string) []document.Block {
	if names[item] == "" {
		return nil
	}
	return []document.Block{{Level: 3, Heading: names[item], Facts: []document.Fact{
		s.fact("Dag", "Day", on.String()), s.fact("Utfall", "Outcome", outcomeWords[o].in(s.Language)),
		s.fact("Vad det ledde till", "What it led to", given(effect)), s.fact("Vad som ändras", "What changes", given(change)),
	}}}
}

func (s *paper) followUp(p wire.Plan, held []wire.FollowUp, evaluations []wire.Evaluation, decisions []wire.Minute) {
	s.followUpFrame()
	next := present(dayOf(p.NextFollowUpOn), unitWords(p.NextFollowUpUnit))
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.of("Om planen", "About the plan"), Facts: []document.Fact{
		s.fact("Barn", "Child", p.ChildName), s.fact("Plan", "Plan", planKindWords[p.Kind].in(s.Language)), s.fact("Läge", "Status", planStatusWords[p.Status].in(s.Language)),
		s.fact("Leds av", "Led by", unitWords(&p.LeadUnit)), s.fact("Nästa uppföljning", "Next follow-up", strings.Join(next, ", ")),
	}})
	s.followUps(held)
	names := map[wireID]string{}
	for _, g := range p.Goals {
		names[g.Id] = g.Text
	}
	for _, i := range p.Interventions {
		names[i.Id] = i.Title
	}
	var blocks, points []document.Block
	for _, e := range evaluations {
		blocks = append(blocks, s.became(names, e.ItemId, e.On, e.Outcome, e.Effect, e.Change)...)
	}
	s.chapter("Vad det blev", "What became of it", blocks...)
	for n, d := range decisions {
		points = append(points, s.point(d, n+1))
	}
	s.chapter("Vad möten har beslutat", "What meetings have decided", points...)
}

func (s *paper) myFollowUp(p wire.MyPlan, held []wire.FollowUp, evaluations []wire.MyEvaluation, decisions []wire.MyMinute) {
	s.followUpFrame()
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.of("Om planen", "About the plan"), Facts: []document.Fact{
		s.fact("Barn", "Child", p.ChildName), s.fact("Plan", "Plan", planKindWords[p.Kind].in(s.Language)), s.fact("Läge", "Status", planStatusWords[p.Status].in(s.Language)),
		s.fact("Nästa uppföljning", "Next follow-up", dayOf(p.NextFollowUpOn)),
	}})
	s.followUps(held)
	names := map[wireID]string{}
	for _, g := range p.Goals {
		names[g.Id] = g.Text
	}
	for _, i := range p.Interventions {
		names[i.Id] = i.Title
	}
	var blocks, points []document.Block
	for _, e := range evaluations {
		blocks = append(blocks, s.became(names, e.ItemId, e.On, e.Outcome, e.Effect, e.Change)...)
	}
	s.chapter("Vad det blev", "What became of it", blocks...)
	for n, d := range decisions {
		points = append(points, s.myPoint(d, n+1))
	}
	s.chapter("Vad möten har beslutat", "What meetings have decided", points...)
}
