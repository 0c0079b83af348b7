package httpapi

import (
	"github.com/oapi-codegen/runtime/types"

	"samplan/internal/fhir"
	"samplan/internal/phrase"

	"samplan/internal/httpapi/wire"
)

// outcomesOf sorts what became of goals and interventions by these, each in the order in which it was found.
func outcomesOf(all []wire.MyEvaluation) map[wireID][]fhir.Outcome {
	of := map[wireID][]fhir.Outcome{}
	for _, e := range all {
		of[e.ItemId] = append(of[e.ItemId], fhir.Outcome{
			Outcome: string(e.Outcome), OutcomeName: inWords(phrase.Swedish, e.Outcome), On: e.On.String(), Effect: given(e.Effect), Change: given(e.Change),
		})
	}
	return of
}

// childNote gives the child's words, and who told them if it was somebody else.
func childNote(spokenBy *string, on types.Date, text string) fhir.Annotation {
	by := "barnet"
	if spokenBy != nil {
		by += ", genom " + *spokenBy
	}
	return fhir.Annotation{Author: by, Time: on.String(), Text: "Barnets egna ord: " + text}
}

// disagreementNote gives a disagreement, which follows every copy (R9).
func disagreementNote(from *string, on types.Date, text string) fhir.Annotation {
	return fhir.Annotation{Author: given(from), Time: on.String(), Text: "Avvikande mening: " + text}
}

func evaluationNote(e *wire.PlanEvaluation) []fhir.Annotation {
	if e == nil {
		return nil
	}
	return append([]fhir.Annotation{{Time: e.CreatedOn.String(), Text: "Utvärdering av planen: " + e.Text}}, myObjectionNotes(e.Objections)...)
}
