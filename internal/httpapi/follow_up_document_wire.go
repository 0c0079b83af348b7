package httpapi

import (
	"strings"

	"github.com/oapi-codegen/runtime/types"

	"samplan/internal/document"

	"samplan/internal/httpapi/wire"
)

func (s *paper) followUpFrame() {
	s.Title = s.say("follow-up.title")
	s.About = s.say("follow-up.about")
}

func (s *paper) followUps(held []wire.FollowUp) {
	s.chapter("follow-up.held", each(held, func(f wire.FollowUp) document.Block {
		next := onDay(f.NextFollowUpOn)
		if f.ToClose {
			next = s.say("follow-up.to-close")
		}
		return document.Block{Level: 3, Heading: figures(f.On.String()), Facts: []document.Fact{
			s.fact("follow-up.childs-part", inWords(s.Language, f.ChildParticipation)), s.fact("follow-up.next", next),
		}}
	})...)
}

// became writes what became of one goal or intervention; of those that are not among what is named nothing is said.
func (s *paper) became(names map[wireID]string, item wireID, on types.Date, o wire.Outcome, effect, change *string) []document.Block {
	if names[item] == "" {
		return nil
	}
	return []document.Block{{Level: 3, Heading: quoted(names[item]), Facts: []document.Fact{
		s.fact("plan.day", figures(on.String())), s.fact("follow-up.outcome", inWords(s.Language, o)),
		s.fact("follow-up.effect", quoted(given(effect))), s.fact("follow-up.change", quoted(given(change))),
	}}}
}

func (s *paper) followUp(p wire.Plan, held []wire.FollowUp, evaluations []wire.Evaluation, decisions []wire.Minute) {
	s.followUpFrame()
	next := present(onDay(p.NextFollowUpOn), unitWords(p.NextFollowUpUnit))
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say("plan.facts"), Facts: []document.Fact{
		s.fact("plan.child", quoted(p.ChildName)), s.fact("plan.plan", inWords(s.Language, p.Kind)), s.fact("plan.status", inWords(s.Language, p.Status)),
		s.fact("staff.led-by", unitWords(&p.LeadUnit)), s.fact("plan.next-follow-up", strings.Join(next, ", ")),
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
	s.chapter("follow-up.became", blocks...)
	for n, d := range decisions {
		points = append(points, s.point(d, n+1))
	}
	s.chapter("follow-up.decided", points...)
}

func (s *paper) myFollowUp(p wire.MyPlan, held []wire.FollowUp, evaluations []wire.MyEvaluation, decisions []wire.MyMinute) {
	s.followUpFrame()
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say("plan.facts"), Facts: []document.Fact{
		s.fact("plan.child", quoted(p.ChildName)), s.fact("plan.plan", inWords(s.Language, p.Kind)), s.fact("plan.status", inWords(s.Language, p.Status)),
		s.fact("plan.next-follow-up", onDay(p.NextFollowUpOn)),
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
	s.chapter("follow-up.became", blocks...)
	for n, d := range decisions {
		points = append(points, s.myPoint(d, n+1))
	}
	s.chapter("follow-up.decided", points...)
}
