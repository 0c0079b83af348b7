package access

// Roles in a plan.
type (
	AppointHolder   struct{} // give a role in a plan to somebody of the own unit, and end it
	OfferRole       struct{} // ask another party to take a role over
	ReadRoleOffer   struct{} // see roles that are offered to the own unit, and those offered by oneself
	AnswerRoleOffer struct{} // take a role over, or decline
)

func (AppointHolder) rule() rule   { return rule{"role-holder", "appoint"} }
func (OfferRole) rule() rule       { return rule{"role-offer", "make"} }
func (ReadRoleOffer) rule() rule   { return rule{"role-offer", "read"} }
func (AnswerRoleOffer) rule() rule { return rule{"role-offer", "answer"} }
