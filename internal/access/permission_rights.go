package access

// The permissions on what people may ask about what is kept of them.
type (
	AddObjection    struct{} // object to an item, or take an objection down
	DecideObjection struct{} // say what became of one
	KeepObjection   struct{} // say whether guardians are told of one
)

func (AddObjection) rule() rule    { return rule{"objection", "add"} }
func (DecideObjection) rule() rule { return rule{"objection", "decide"} }
func (KeepObjection) rule() rule   { return rule{"objection-keeping", "decide"} }

var ofRights = []Permission{AddObjection{}, DecideObjection{}, KeepObjection{}}
