package access

// Forums, where cases are raised.
type (
	ReadForum         struct{} // see sessions, cases and what was learnt
	HandleForum       struct{} // plan sessions, write down what was said and decided
	RaiseForumCase    struct{} // raise a case, speak, and say what was learnt
	FollowUpForumCase struct{} // say what had come of a case
	OpenForumLink     struct{} // learn which child of the own unit's a case is about
)

func (ReadForum) rule() rule         { return rule{"forum", "read"} }
func (HandleForum) rule() rule       { return rule{"forum", "handle"} }
func (RaiseForumCase) rule() rule    { return rule{"forum-case", "raise"} }
func (FollowUpForumCase) rule() rule { return rule{"forum-case", "follow-up"} }
func (OpenForumLink) rule() rule     { return rule{"forum-link", "open"} }

var ofForums = []Permission{ReadForum{}, HandleForum{}, RaiseForumCase{}, FollowUpForumCase{}, OpenForumLink{}}
