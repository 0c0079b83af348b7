package access

// The permissions on disposal.
type (
	ReadDisposal   struct{} // see what was decided on disposal, lists and certificates
	SetDisposal    struct{} // enter what was decided for a kind of units
	DrawUpDisposal struct{} // list what may be weeded
	DecideDisposal struct{} // decide on a list, or take it back
	ReadRetention  struct{} // see what stops or lengthens the clock of a case
	MarkRetention  struct{} // record that, and lift it
)

func (ReadDisposal) rule() rule   { return rule{"disposal", "read"} }
func (SetDisposal) rule() rule    { return rule{"disposal", "set"} }
func (DrawUpDisposal) rule() rule { return rule{"disposal", "draw-up"} }
func (DecideDisposal) rule() rule { return rule{"disposal", "decide"} }
func (ReadRetention) rule() rule  { return rule{"retention", "read"} }
func (MarkRetention) rule() rule  { return rule{"retention", "mark"} }

var ofDisposal = []Permission{ReadDisposal{}, SetDisposal{}, DrawUpDisposal{}, DecideDisposal{}, ReadRetention{}, MarkRetention{}}
