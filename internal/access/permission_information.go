package access

// The permissions on requests for information.
type (
	AskInformation    struct{} // ask another service about a child of the own cases, and take that back
	ReadInformation   struct{} // see what the own unit asked, or was asked
	HandleInformation struct{} // say whose task it is, and hand it over
	AnswerInformation struct{} // draft, answer or decline

	ReadInformationRoutine struct{} // see how the own unit goes about what it is asked
	KeepInformationRoutine struct{} // write that
	ReadAbsence            struct{} // see who is away, and who stands in
	EnterAbsence           struct{} // say so
)

func (AskInformation) rule() rule    { return rule{"information-request", "ask"} }
func (ReadInformation) rule() rule   { return rule{"information-request", "read"} }
func (HandleInformation) rule() rule { return rule{"information-request", "handle"} }
func (AnswerInformation) rule() rule { return rule{"information-request", "answer"} }

func (ReadInformationRoutine) rule() rule { return rule{"information-routine", "read"} }
func (KeepInformationRoutine) rule() rule { return rule{"information-routine", "keep"} }
func (ReadAbsence) rule() rule            { return rule{"absence", "read"} }
func (EnterAbsence) rule() rule           { return rule{"absence", "enter"} }

var ofInformation = []Permission{
	AskInformation{}, ReadInformation{}, HandleInformation{}, AnswerInformation{}, ReadInformationRoutine{}, KeepInformationRoutine{}, ReadAbsence{}, EnterAbsence{},
}
