package meeting

import (
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type presenceSet struct{}

// Presence is how somebody who was expected took part in a meeting.
type Presence = enum.Value[presenceSet]

var (
	// Presences are: came, at a distance, absent with notice, absent, represented by somebody else.
	Presences = enum.Of[presenceSet]("came", "digital", "absent-with-notice", "absent", "represented")

	// Absent without notice is what a deviation begins with.
	Absent = Presences.Must("absent")
)

// Attendance is how one person of a unit took part. It is that unit's own information, and the leading one's (R46).
type Attendance struct {
	ID         id.Attendance
	Meeting    id.Meeting
	Unit       id.Unit
	Person     id.Person
	Name       person.Text // read with it
	Presence   Presence
	HasMandate bool // may decide for its unit
	NotedOn    civil.Date
	Version    int
}

// Attend notes how a person of a unit took part. To note it again changes it.
func (m *Meeting) Attend(a Attendance, today civil.Date) (Attendance, error) {
	if err := m.open(); err != nil {
		return Attendance{}, err
	}
	if civil.Of(m.StartsAt).After(today) {
		return Attendance{}, fault.New(fault.CodeMeetingAhead)
	}
	a.ID, a.Meeting, a.NotedOn, a.Version = id.NewAttendance(), m.ID, today, 1
	for _, was := range m.Attendances {
		if was.Unit == a.Unit && was.Person == a.Person {
			a.ID, a.Version = was.ID, was.Version+1
		}
	}
	return a, nil
}

// FamilyAttendance is how the child or a guardian took part: for that person, the leading unit and who leads the meeting (R46).
type FamilyAttendance struct {
	Meeting  id.Meeting
	Person   id.Person
	Presence Presence
	NotedOn  civil.Date
}

// AttendFamily notes how somebody of the family took part. To note it again changes it.
func (m *Meeting) AttendFamily(p id.Person, how Presence, today civil.Date) (FamilyAttendance, error) {
	if _, err := m.Attend(Attendance{}, today); err != nil {
		return FamilyAttendance{}, err
	}
	return FamilyAttendance{m.ID, p, how, today}, nil
}

// Count is how often a unit was called to meetings that were held, and how often somebody of it came.
type Count struct{ Called, Attended, Absent int }

// noShows are the units that answered for coming to a meeting and of which nobody came, nor gave notice.
func (m Meeting) noShows(c Call) []id.Unit {
	var units []id.Unit
	for _, a := range c.Addressees {
		if c.IsResponsible(a) && !m.isExcused(a.Unit) {
			units = append(units, a.Unit)
		}
	}
	return units
}

func (m Meeting) isExcused(u id.Unit) bool {
	for _, a := range m.Attendances {
		if a.Unit == u && a.Presence != Absent {
			return true
		}
	}
	return false
}
