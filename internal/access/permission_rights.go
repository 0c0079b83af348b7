package access

// The permissions on what people may ask about what is kept of them.
type (
	AddObjection    struct{} // object to an item, or take an objection down
	DecideObjection struct{} // say what became of one
	KeepObjection   struct{} // say whether guardians are told of one

	RegisterPublicRequest struct{} // take in what somebody asks for as public documents
	ReadPublicRequest     struct{} // see what was asked and handed out
	AssessPublicRequest   struct{} // list items of the own unit, and test them for harm
	DecidePublicRequest   struct{} // decide what is handed out

	AskDataExtract  struct{} // ask for what is kept about oneself, or a child of one's own
	ReadDataExtract struct{} // see what came of it
)

func (AddObjection) rule() rule    { return rule{"objection", "add"} }
func (DecideObjection) rule() rule { return rule{"objection", "decide"} }
func (KeepObjection) rule() rule   { return rule{"objection-keeping", "decide"} }

func (RegisterPublicRequest) rule() rule { return rule{"public-request", "register"} }
func (ReadPublicRequest) rule() rule     { return rule{"public-request", "read"} }
func (AssessPublicRequest) rule() rule   { return rule{"public-request", "assess"} }
func (DecidePublicRequest) rule() rule   { return rule{"public-request", "decide"} }

func (AskDataExtract) rule() rule  { return rule{"data-extract", "ask"} }
func (ReadDataExtract) rule() rule { return rule{"data-extract", "read"} }

var ofRights = []Permission{
	AskDataExtract{},
	ReadDataExtract{},
	AddObjection{},
	DecideObjection{},
	KeepObjection{},
	RegisterPublicRequest{},
	ReadPublicRequest{},
	AssessPublicRequest{},
	DecidePublicRequest{},
}
