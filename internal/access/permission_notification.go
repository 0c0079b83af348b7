package access

// The permissions on messages to people.
type (
	ReadNotification struct{} // be told that there is something to know, and say that one has read it
	EditAddress      struct{} // see and change where one is told by mail
)

func (ReadNotification) rule() rule { return rule{"notification", "read"} }
func (EditAddress) rule() rule      { return rule{"contact-address", "edit"} }
