package access

// The permissions of clients on events.
type (
	ReadEvent   struct{} // be told what has happened, as the client's units may see it
	EditWebhook struct{} // say where the client listens, and see what came of it
)

func (ReadEvent) rule() rule   { return rule{"event", "read"} }
func (EditWebhook) rule() rule { return rule{"webhook", "edit"} }

var ofEvents = []Permission{ReadEvent{}, EditWebhook{}}
