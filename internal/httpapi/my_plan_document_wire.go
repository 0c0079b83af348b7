package httpapi

import (
	"samplan/internal/document"

	"samplan/internal/httpapi/wire"
)

func (s *paper) myPlan(p wire.MyPlan) {
	s.planFrame(p.Kind)
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say("plan.facts"), Facts: []document.Fact{
		s.fact("plan.child", quoted(p.ChildName)), s.fact("plan.status", inWords(s.Language, p.Status)),
		s.fact("plan.overall-responsible", quoted(given(p.OverallResponsible))),
		s.fact("plan.next-follow-up", onDay(p.NextFollowUpOn)), s.fact("plan.established", onDay(p.EstablishedOn)),
	}})
	s.myPlanContent(p)
}

// myPlanContent is who takes part, and what is in the plan.
func (s *paper) myPlanContent(p wire.MyPlan) {
	s.parties(each(p.Parties, func(y wire.MyParty) []string {
		return []string{quoted(y.Unit + ", " + y.Principal), inWords(s.Language, y.State)}
	}))
	goals := make([]document.Block, 0, len(p.Goals))
	for n, g := range p.Goals {
		goals = append(goals, s.myGoal(g, n+1))
	}
	s.chapter("plan.childs-words", each(p.ChildViews, s.myChildView)...)
	s.myObservations(p.Observations)
	s.myLinks(p.Links)
	s.chapter("plan.goals", goals...)
	s.chapter("plan.interventions", each(p.Interventions, s.myIntervention)...)
	s.chapter("plan.disagreements", each(p.Disagreements, s.myDisagreement)...)
	s.evaluation(p.Evaluation)
	s.myAttachments(p.Attachments)
}

func (s *paper) myGoal(g wire.MyGoal, n int) document.Block {
	return document.Block{
		Level: 3, Heading: s.say("plan.goal", "{number}", number(n)), Text: quoted(g.Text),
		Facts: append(s.myObjections(g.Objections),
			s.fact("plan.kind", inWords(s.Language, g.Horizon)), s.area(g.Area), s.fact("plan.written-by", quoted(given(g.By))),
		),
	}
}

func (s *paper) myIntervention(i wire.MyIntervention) document.Block {
	return document.Block{
		Level: 3, Heading: quoted(i.Title), Text: quoted(given(i.Text)),
		Facts: append(s.myObjections(i.Objections),
			s.fact("plan.responsible", quoted(given(i.Responsible))), s.fact("plan.contact", quoted(given(i.ContactName))),
			s.fact("plan.status", inWords(s.Language, i.Status)), s.fact("plan.time", s.period(i.StartsOn, i.EndsOn)),
		),
	}
}

func (s *paper) myChildView(v wire.MyChildView) document.Block {
	return document.Block{
		Level: 3, Heading: s.wordsOn(v.Form, v.CreatedOn), Text: quoted(v.Text),
		Facts: append(s.myObjections(v.Objections), s.fact("plan.told-by", quoted(given(v.SpokenBy))), s.area(v.Area)),
	}
}

func (s *paper) myDisagreement(d wire.MyDisagreement) document.Block {
	return document.Block{
		Level: 3, Heading: s.say("plan.disagreement", "{day}", figures(d.CreatedOn.String())), Text: quoted(d.Text),
		Facts: append(s.myObjections(d.Objections), s.fact("plan.from", quoted(given(d.From)))),
	}
}
