package access

// TeachCaseLine lets the case line of a plan leave the case, for teaching.
type TeachCaseLine struct{}

func (TeachCaseLine) rule() rule { return rule{"plan", "teach"} }

// ofCaseLine shows in a line what the operations of the plan, its calls, its meetings, the consents and the unit's own requests for
// information show the same caller.
func ofCaseLine(o Operation) Operation {
	return o.showing(ReadItem{}, ReadMeeting{}, ReadCall{}, ReadConsent{}, ReadInformation{})
}

func ofMyCaseLine() Operation { return family(ReadPlan{}, ReadItem{}, ReadMeeting{}, ReadConsent{}) }

var ofCaseLines = []Permission{TeachCaseLine{}}
