package access

// The permissions on minutes of meetings and what they decide.
type (
	ReadMinutes    struct{} // read minutes
	WriteMinutes   struct{} // write points of the minutes of a meeting, and correct them
	SettleMinutes  struct{} // settle them: from then on they are not changed
	AnswerDecision struct{} // see what the own unit is asked to do, and answer
)

func (ReadMinutes) rule() rule    { return rule{"minutes", "read"} }
func (WriteMinutes) rule() rule   { return rule{"minutes", "write"} }
func (SettleMinutes) rule() rule  { return rule{"minutes", "settle"} }
func (AnswerDecision) rule() rule { return rule{"decision", "answer"} }

var ofMinutes = []Permission{ReadMinutes{}, WriteMinutes{}, SettleMinutes{}, AnswerDecision{}}
