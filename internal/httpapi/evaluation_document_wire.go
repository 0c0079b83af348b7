package httpapi

import (
	"samplan/internal/document"

	"samplan/internal/httpapi/wire"
)

// evaluation writes what was said of the plan as a whole when it ended.
func (s *paper) evaluation(e *wire.PlanEvaluation) {
	if e == nil {
		return
	}
	s.chapter("Utvärdering av planen", "Evaluation of the plan", document.Block{
		Level: 3, Heading: s.of("Skriven ", "Written ") + e.CreatedOn.String(), Text: e.Text,
	})
}
