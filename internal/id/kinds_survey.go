package id

import "github.com/google/uuid"

// Surveys.
type (
	surveyAnswerKind struct{}
	receiptKind      struct{}

	SurveyAnswer = ID[surveyAnswerKind]
	Receipt      = ID[receiptKind]
)

// SurveyAnswerOf and ReceiptOf take a bare UUID. Neither is made here: a receipt is the respondent's own, and the other
// follows from it.
func SurveyAnswerOf(u uuid.UUID) SurveyAnswer { return From[surveyAnswerKind](u) }
func ReceiptOf(u uuid.UUID) Receipt           { return From[receiptKind](u) }
