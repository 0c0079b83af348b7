package httpapi

import (
	"strconv"

	"samplan/internal/document"

	"samplan/internal/httpapi/wire"
)

func (s *paper) myPlan(p wire.MyPlan) {
	s.planFrame(p.Kind)
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.of("Om planen", "About the plan"), Facts: []document.Fact{
		s.fact("Barn", "Child", p.ChildName), s.fact("Läge", "Status", planStatusWords[p.Status].in(s.Language)),
		s.fact("Övergripande ansvar", "Overall responsibility", given(p.OverallResponsible)),
		s.fact("Nästa uppföljning", "Next follow-up", dayOf(p.NextFollowUpOn)), s.fact("Fastställd", "Established", dayOf(p.EstablishedOn)),
	}})
	s.parties(each(p.Parties, func(y wire.MyParty) []string {
		return []string{y.Unit + ", " + y.Principal, partyStateWords[y.State].in(s.Language)}
	}))
	goals := make([]document.Block, 0, len(p.Goals))
	for n, g := range p.Goals {
		goals = append(goals, s.myGoal(g, n+1))
	}
	s.chapter("Barnets egna ord", "The child's own words", each(p.ChildViews, s.myChildView)...)
	s.myObservations(p.Observations)
	s.myLinks(p.Links)
	s.chapter("Mål", "Goals", goals...)
	s.chapter("Insatser", "Interventions", each(p.Interventions, s.myIntervention)...)
	s.chapter("Avvikande meningar", "Disagreements", each(p.Disagreements, s.myDisagreement)...)
	s.evaluation(p.Evaluation)
	s.myAttachments(p.Attachments)
}

func (s *paper) myGoal(g wire.MyGoal, number int) document.Block {
	return document.Block{
		Level: 3, Heading: s.of("Mål ", "Goal ") + strconv.Itoa(number), Text: g.Text,
		Facts: []document.Fact{
			s.fact("Slag", "Kind", horizonWords[g.Horizon].in(s.Language)), s.area(g.Area), s.fact("Skrivet av", "Written by", given(g.By)),
		},
	}
}

func (s *paper) myIntervention(i wire.MyIntervention) document.Block {
	return document.Block{
		Level: 3, Heading: i.Title, Text: given(i.Text),
		Facts: []document.Fact{
			s.fact("Ansvarar", "Responsible", given(i.Responsible)), s.fact("Kontakt", "Contact", given(i.ContactName)),
			s.fact("Läge", "Status", statusWords[i.Status].in(s.Language)), s.fact("Tid", "Time", days(i.StartsOn, i.EndsOn)),
		},
	}
}

func (s *paper) myChildView(v wire.MyChildView) document.Block {
	return document.Block{
		Level: 3, Heading: formWords[v.Form].in(s.Language) + " " + v.CreatedOn.String(), Text: v.Text,
		Facts: []document.Fact{s.fact("Berättat av", "Told by", given(v.SpokenBy)), s.area(v.Area)},
	}
}

func (s *paper) myDisagreement(d wire.MyDisagreement) document.Block {
	return document.Block{
		Level: 3, Heading: s.of("Avvikande mening ", "Disagreement ") + d.CreatedOn.String(), Text: d.Text,
		Facts: []document.Fact{s.fact("Från", "From", given(d.From))},
	}
}
