package access

// The permissions on the end of a plan's process.
type (
	FollowUpPlan struct{} // record a follow-up of a plan that the own unit leads
	ClosePlan    struct{} // close it
	EvaluateItem struct{} // say what became of a goal or an intervention
)

func (FollowUpPlan) rule() rule { return rule{"plan", "follow-up"} }
func (ClosePlan) rule() rule    { return rule{"plan", "close"} }
func (EvaluateItem) rule() rule { return rule{"item", "evaluate"} }
