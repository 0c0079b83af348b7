package access

// Requests of families for a plan.
type (
	MakeRequest     struct{} // ask for a plan
	ReadRequest     struct{} // see what one has asked for, or what the own unit was asked
	AssessRequest   struct{} // take one in hand and say who assesses it
	AnswerRequest   struct{} // open a plan, or refuse
	WithdrawRequest struct{} // take back what one has asked for
	ChooseReceiver  struct{} // say which unit of the principal receives them
)

func (MakeRequest) rule() rule     { return rule{"plan-request", "make"} }
func (ReadRequest) rule() rule     { return rule{"plan-request", "read"} }
func (AssessRequest) rule() rule   { return rule{"plan-request", "assess"} }
func (AnswerRequest) rule() rule   { return rule{"plan-request", "answer"} }
func (WithdrawRequest) rule() rule { return rule{"plan-request", "withdraw"} }
func (ChooseReceiver) rule() rule  { return rule{"request-receiver", "choose"} }

var ofRequests = []Permission{MakeRequest{}, ReadRequest{}, AssessRequest{}, AnswerRequest{}, WithdrawRequest{}, ChooseReceiver{}}
