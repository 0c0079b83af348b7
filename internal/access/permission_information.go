package access

// The permissions on requests for information.
type (
	AskInformation    struct{} // ask another service about a child of the own cases, and take that back
	ReadInformation   struct{} // see what the own unit asked, or was asked
	HandleInformation struct{} // say whose task it is, and hand it over
	AnswerInformation struct{} // draft, answer or decline
)

func (AskInformation) rule() rule    { return rule{"information-request", "ask"} }
func (ReadInformation) rule() rule   { return rule{"information-request", "read"} }
func (HandleInformation) rule() rule { return rule{"information-request", "handle"} }
func (AnswerInformation) rule() rule { return rule{"information-request", "answer"} }

var ofInformation = []Permission{AskInformation{}, ReadInformation{}, HandleInformation{}, AnswerInformation{}}
