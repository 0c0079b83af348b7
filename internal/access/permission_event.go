package access

// ReadEvent is the permission of a client to be told what has happened, as its units may see it.
type ReadEvent struct{}

func (ReadEvent) rule() rule { return rule{"event", "read"} }

var ofEvents = []Permission{ReadEvent{}}
