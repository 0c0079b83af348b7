package id

import "github.com/google/uuid"

// Calls and meetings.
type (
	callKind       struct{}
	addresseeKind  struct{}
	meetingKind    struct{}
	attendanceKind struct{}
	correctionKind struct{}

	Call       = ID[callKind]
	Addressee  = ID[addresseeKind]
	Meeting    = ID[meetingKind]
	Attendance = ID[attendanceKind]
	Correction = ID[correctionKind]
)

// NewMeeting, NewAttendance and NewCorrection make those of meetings; MeetingOf takes a bare UUID.
func NewMeeting() Meeting           { return New[meetingKind]() }
func NewAttendance() Attendance     { return New[attendanceKind]() }
func NewCorrection() Correction     { return New[correctionKind]() }
func MeetingOf(u uuid.UUID) Meeting { return From[meetingKind](u) }

// NewCall and NewAddressee make those of calls; CallOf and AddresseeOf take a bare UUID.
func NewCall() Call                     { return New[callKind]() }
func NewAddressee() Addressee           { return New[addresseeKind]() }
func CallOf(u uuid.UUID) Call           { return From[callKind](u) }
func AddresseeOf(u uuid.UUID) Addressee { return From[addresseeKind](u) }
