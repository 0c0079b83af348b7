package access

// The permissions on registered clients.
type (
	ReadClient struct{} // see clients of the own principal; a client: itself
	EditClient struct{} // register a client for the own principal, change it and end it
	RotateKeys struct{} // change one's own keys
)

func (ReadClient) rule() rule { return rule{"client", "read"} }
func (EditClient) rule() rule { return rule{"client", "edit"} }
func (RotateKeys) rule() rule { return rule{"client", "rotate"} }

var ofClients = []Permission{ReadClient{}, EditClient{}, RotateKeys{}}
