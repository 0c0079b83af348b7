package access

// The permissions on surveys after meetings.
type (
	AnswerSurvey     struct{} // see what one is asked after a meeting, and answer it
	ReadSurveyResult struct{} // see in numbers what was answered
)

func (AnswerSurvey) rule() rule     { return rule{"survey", "answer"} }
func (ReadSurveyResult) rule() rule { return rule{"survey-result", "read"} }
