package survey

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/routine"
)

// Store is what the slice needs of storage. What is out of reach is fault.CodeNotFound, exactly as what does not exist.
type Store interface {
	// FindSurvey gives the survey of a closed meeting in reach at which the actor was, or of the family's plan.
	FindSurvey(context.Context, access.Grant[access.AnswerSurvey], id.Meeting) (Survey, error)
	// KeepAnswer keeps the actor's answer, or changes it; false when the actor has answered under another receipt. Nothing of
	// it goes to the log but that there is one.
	KeepAnswer(context.Context, access.Grant[access.AnswerSurvey], Survey, Answer) (bool, error)
	// CountAnswers counts the answers in reach of half-years that are over, with the versions that asked.
	CountAnswers(context.Context, access.Grant[access.ReadSurveyResult]) ([]Count, map[id.Routine]routine.Version, error)
}
