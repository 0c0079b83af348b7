package meeting

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/page"
)

// Store is what the slice needs of storage. What is out of the grant's reach is fault.CodeNotFound, exactly as what does not
// exist.
type Store interface {
	Meetings
	// DraftCall locks a plan that the own unit leads, lets do make a call, and stores it.
	DraftCall(context.Context, access.Grant[access.EditCall], id.Plan, func(Frame) (Call, error)) (Call, error)
	// ChangeCall locks a call of the own unit, lets do change it, and stores it.
	ChangeCall(context.Context, access.Grant[access.EditCall], id.Call, func(*Call, Frame) error) (Call, error)
	// SendCall does so to send it, and makes parties of the units called that are none.
	SendCall(context.Context, access.Grant[access.SendCall], id.Call, func(*Call, Frame) error) (Call, error)
	// FindCall gives one call of the own unit with its addressees.
	FindCall(context.Context, access.Grant[access.ReadCall], id.Call) (Call, error)
	// ListCalls gives a page of the calls of a plan that the own unit leads, latest first, and how many there are.
	ListCalls(context.Context, access.Grant[access.ReadCall], id.Plan, page.Page) ([]Call, int, error)

	// FindReceived gives one call to the own unit.
	FindReceived(context.Context, access.Grant[access.ReceiveCall], id.Addressee) (Received, error)
	// ListReceived gives a page of the calls to the own unit, latest first, and how many there are; with a day, those that
	// should have been answered before it.
	ListReceived(context.Context, access.Grant[access.ReceiveCall], civil.Date, page.Page) ([]Received, int, error)
	// AnswerCall locks a call to the own unit, lets do answer it, and stores the answer. The first answer is the party's too:
	// accepting opens the own unit's case.
	AnswerCall(context.Context, access.Grant[access.AnswerCall], id.Addressee, func(*Received) error) (Received, error)
	// PassCallOn locks a call to the own unit, lets do pass it on, and stores both.
	PassCallOn(context.Context, access.Grant[access.AnswerCall], id.Addressee, func(*Received) (Addressee, error)) (Received, error)
}

// Meetings is what the slice needs of storage for meetings.
type Meetings interface {
	// ScheduleMeeting locks a plan that the own unit leads, lets do make a meeting, and stores it.
	ScheduleMeeting(context.Context, access.Grant[access.BookMeeting], id.Plan, func(Frame) (Meeting, error)) (Meeting, error)
	// ChangeMeeting locks a meeting of a plan that the own unit leads, lets do change it, and stores it.
	ChangeMeeting(context.Context, access.Grant[access.BookMeeting], id.Meeting, func(*Meeting) error) (Meeting, error)
	// NoteAttendance does so to note how somebody of a party took part; also at a meeting that the actor leads.
	NoteAttendance(context.Context, access.Grant[access.NoteAttendance], id.Meeting, func(*Meeting) (Attendance, error)) (Meeting, error)
	// NoteFamilyAttendance does so for the child, or somebody whom the own unit knows as close to it.
	NoteFamilyAttendance(context.Context, access.Grant[access.NoteAttendance], id.Meeting, func(*Meeting) (FamilyAttendance, error)) (Meeting, error)
	// CloseMeeting does so to close it, with the call that it was called by; who stayed away is noted.
	CloseMeeting(context.Context, access.Grant[access.HoldMeeting], id.Meeting, func(*Meeting, Call) error) (Meeting, error)
	// ReplyToMeeting lets do answer a meeting in reach, and stores the answer.
	ReplyToMeeting(context.Context, access.Grant[access.ReplyToMeeting], id.Meeting, func(*Meeting) error) (Meeting, error)
	// FindMeeting gives one meeting of a plan in reach.
	FindMeeting(context.Context, access.Grant[access.ReadMeeting], id.Meeting) (Meeting, error)
	// ListMeetings gives a page of the meetings of a plan in reach, or of all such plans, latest first, and how many there are.
	ListMeetings(context.Context, access.Grant[access.ReadMeeting], id.Plan, page.Page) ([]Meeting, int, error)
	// CountAttendance counts calls to the own unit and how it came.
	CountAttendance(context.Context, access.Grant[access.CountAttendance]) (Count, error)
}

// Units is what the slice needs of the organisation.
type Units interface {
	// FindUnit gives a unit and its place today; fault.CodeNotFound when it is closed or unknown.
	FindUnit(context.Context, access.Grant[access.ReadOrg], id.Unit) (org.Unit, error)
	// IsColleague tells whether a person has an assignment at the caller's unit today.
	IsColleague(context.Context, access.Grant[access.ReadOrg], id.Person) (bool, error)
}
