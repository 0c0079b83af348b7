package access

// Collaboration groups, and deviations in collaboration.
type (
	ReadGroup           struct{} // see which groups there are, and who sits in them
	EditGroup           struct{} // add groups of the principal, and say who sits in them
	EnterDeviation      struct{} // say that a party did not do its part
	ReadDeviation       struct{} // see what the own unit has entered
	HandleDeviation     struct{} // file it with a group, or take it back
	RecordContact       struct{} // say what the managers found
	ReadDeviationCase   struct{} // see what a group has
	HandleDeviationCase struct{} // take it up or return it, answer, lift and close it, decide measures
	ReadMeasure         struct{} // see what is to be done
	HandleSuggestion    struct{} // see what a meeting suggests, and dismiss it
)

func (ReadGroup) rule() rule           { return rule{"collaboration-group", "read"} }
func (EditGroup) rule() rule           { return rule{"collaboration-group", "edit"} }
func (EnterDeviation) rule() rule      { return rule{"deviation", "enter"} }
func (ReadDeviation) rule() rule       { return rule{"deviation", "read"} }
func (HandleDeviation) rule() rule     { return rule{"deviation", "handle"} }
func (RecordContact) rule() rule       { return rule{"deviation", "contact"} }
func (ReadDeviationCase) rule() rule   { return rule{"deviation-case", "read"} }
func (HandleDeviationCase) rule() rule { return rule{"deviation-case", "handle"} }
func (ReadMeasure) rule() rule         { return rule{"deviation-measure", "read"} }
func (HandleSuggestion) rule() rule    { return rule{"deviation-suggestion", "handle"} }

var ofDeviations = []Permission{
	ReadGroup{}, EditGroup{}, EnterDeviation{}, ReadDeviation{}, HandleDeviation{}, RecordContact{}, ReadDeviationCase{}, HandleDeviationCase{}, ReadMeasure{}, HandleSuggestion{},
}
