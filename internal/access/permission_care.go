package access

// The permissions on blocks and emergency access.
type (
	ReadBlock           struct{} // see that a block exists
	SetBlock            struct{} // set one, or record one that the child sets
	LiftBlock           struct{} // lift it
	AskEmergency        struct{} // learn which care givers hold something, in danger to life or health
	OpenEmergency       struct{} // open what one of them holds
	ReadEmergency       struct{} // read what one has opened
	ReadEmergencyAccess struct{} // see who opened, when and why
	ReviewEmergency     struct{} // say whether it was justified
)

func (ReadBlock) rule() rule           { return rule{"block", "read"} }
func (SetBlock) rule() rule            { return rule{"block", "set"} }
func (LiftBlock) rule() rule           { return rule{"block", "lift"} }
func (AskEmergency) rule() rule        { return rule{"emergency", "ask"} }
func (OpenEmergency) rule() rule       { return rule{"emergency", "open"} }
func (ReadEmergency) rule() rule       { return rule{"emergency", "read"} }
func (ReadEmergencyAccess) rule() rule { return rule{"emergency-access", "read"} }
func (ReviewEmergency) rule() rule     { return rule{"emergency-access", "review"} }
