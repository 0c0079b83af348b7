package httpapi

import (
	"samplan/internal/civil"
	"samplan/internal/statistics"

	"samplan/internal/httpapi/wire"
)

// formulationSample shows texts, and nothing that leads back to whom they are about.
func formulationSample(term civil.Date, all []statistics.Formulation) wire.FormulationSample {
	return wire.FormulationSample{From: day(term), Until: day(statistics.Until(term)), Formulations: each(all, formulation)}
}

func formulation(f statistics.Formulation) wire.Formulation {
	return wire.Formulation{Kind: wire.FormulationKind(f.Kind.String()), Text: f.Text.Reveal(), HasPeriod: f.HasPeriod, HasContact: f.HasContact}
}

func formulationMark(m wire.FormulationMark) statistics.Mark {
	return statistics.Mark{IsEvaluable: m.IsEvaluable, SaysWho: m.SaysWho, SaysWhen: m.SaysWhen, HasChildsWords: m.HasChildsWords}
}

func formulationRound(r statistics.FormulationRound) wire.FormulationRound {
	return wire.FormulationRound{
		From: day(r.Term), Until: day(statistics.Until(r.Term)), Fewest: r.Fewest, Texts: r.Texts,
		Evaluable: r.Evaluable, SayWho: r.SayWho, SayWhen: r.SayWhen, HaveChildsWords: r.ChildsWords,
	}
}
