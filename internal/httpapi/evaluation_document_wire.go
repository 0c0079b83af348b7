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
	s.chapter("plan.evaluation", document.Block{
		Level: 3, Heading: s.say("plan.evaluation-on", "{day}", figures(e.CreatedOn.String())), Text: quoted(e.Text), Facts: s.myObjections(e.Objections),
	})
}
