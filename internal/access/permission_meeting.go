package access

// The permissions on meetings.
type (
	ReadMeeting     struct{} // see that and when the people of a plan meet
	BookMeeting     struct{} // schedule a meeting, change it, call it off
	HoldMeeting     struct{} // close a meeting that was held
	NoteAttendance  struct{} // note who came
	ReplyToMeeting  struct{} // answer a meeting for oneself
	ConfirmReading  struct{} // confirm for oneself to have read the plan
	CountAttendance struct{} // count how often the own unit was called and came
)

func (ReadMeeting) rule() rule     { return rule{"meeting", "read"} }
func (BookMeeting) rule() rule     { return rule{"meeting", "book"} }
func (HoldMeeting) rule() rule     { return rule{"meeting", "hold"} }
func (NoteAttendance) rule() rule  { return rule{"attendance", "note"} }
func (ReplyToMeeting) rule() rule  { return rule{"meeting", "reply"} }
func (ConfirmReading) rule() rule  { return rule{"plan", "confirm-reading"} }
func (CountAttendance) rule() rule { return rule{"attendance", "count"} }

var ofMeetings = []Permission{
	ReadMeeting{},
	BookMeeting{},
	HoldMeeting{},
	NoteAttendance{},
	ReplyToMeeting{},
	ConfirmReading{},
	CountAttendance{},
	AnswerSurvey{},
	ReadSurveyResult{},
	ReadStatistics{},
}
