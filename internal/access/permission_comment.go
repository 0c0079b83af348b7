package access

// AddComment is the permission to comment on a plan.
type AddComment struct{}

func (AddComment) rule() rule { return rule{"comment", "add"} }
