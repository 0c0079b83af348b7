package access

// The permissions on messages to people.
type (
	ReadNotification struct{} // be told that there is something to know, and say that one has read it
	ReadLate         struct{} // be told of what others of the unit have not done in time
	EditAddress      struct{} // see and change where one is told by mail
)

func (ReadNotification) rule() rule { return rule{"notification", "read"} }
func (ReadLate) rule() rule         { return rule{"notification", "read-late"} }
func (EditAddress) rule() rule      { return rule{"contact-address", "edit"} }
