package access

// The permissions on calls to meetings.
type (
	ReadCall    struct{} // see the calls of plans that the own unit leads
	EditCall    struct{} // draft one
	SendCall    struct{} // send it
	ReceiveCall struct{} // read calls to the own unit
	AnswerCall  struct{} // answer one, or pass it on
)

func (ReadCall) rule() rule    { return rule{"call", "read"} }
func (EditCall) rule() rule    { return rule{"call", "edit"} }
func (SendCall) rule() rule    { return rule{"call", "send"} }
func (ReceiveCall) rule() rule { return rule{"call", "receive"} }
func (AnswerCall) rule() rule  { return rule{"call", "answer"} }
