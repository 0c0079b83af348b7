package access

// Reasons for broken deadlines of a plan (R45).
type (
	ReadDeadlineReason struct{} // read what the own unit said
	GiveDeadlineReason struct{} // say why, for a plan that the own unit leads
)

func (ReadDeadlineReason) rule() rule { return rule{"deadline-reason", "read"} }
func (GiveDeadlineReason) rule() rule { return rule{"deadline-reason", "give"} }

var ofDeadlines = []Permission{ReadDeadlineReason{}, GiveDeadlineReason{}}
