package calendar

import (
	"strings"
	"time"
	_ "time/tzdata" // a server may lack the zones

	ics "github.com/arran4/golang-ical"
	"github.com/google/uuid"
)

// Event is what a calendar is told of a meeting.
type Event struct {
	ID          uuid.UUID // the same for every change
	Sequence    int       // which change it is
	Stamp       time.Time // when it was made
	StartsAt    time.Time
	EndsAt      time.Time
	IsCancelled bool
}

const (
	zone  = "Europe/Stockholm"
	local = "20060102T150405"
	// nobody is an address that leads nowhere: a calendar wants one, and an answer by mail would tell of the meeting (R33).
	nobody = "mailto:ingen@samplan.invalid"
)

// stockholm is where every meeting is, as far as its time goes.
var stockholm = func() *time.Location {
	l, err := time.LoadLocation(zone)
	if err != nil {
		panic(err) // the zones are part of the program
	}
	return l
}()

// Reference is by what one finds the meeting in Samplan: signs of its id, which say nothing.
func (e Event) Reference() string {
	return strings.ToUpper(strings.ReplaceAll(e.ID.String(), "-", "")[24:])
}

// File writes the event for a calendar, with the line ends that the standard asks for.
func File(e Event) []byte {
	c := ics.NewCalendar()
	c.SetProductId("-//Samplan//Samplan//SV")
	c.SetCalscale("GREGORIAN")
	c.SetMethod(ics.MethodRequest)
	status := ics.ObjectStatusConfirmed
	if e.IsCancelled {
		c.SetMethod(ics.MethodCancel)
		status = ics.ObjectStatusCancelled
	}
	addZone(c)
	v := c.AddEvent(e.ID.String() + "@samplan")
	v.SetDtStampTime(e.Stamp.UTC())
	v.SetSequence(e.Sequence)
	v.SetProperty(ics.ComponentPropertyDtStart, e.StartsAt.In(stockholm).Format(local), ics.WithTZID(zone))
	v.SetProperty(ics.ComponentPropertyDtEnd, e.EndsAt.In(stockholm).Format(local), ics.WithTZID(zone))
	v.SetStatus(status)
	v.SetSummary("Möte " + e.Reference())
	v.SetDescription("Logga in i Samplan för att se mer. Beteckning " + e.Reference() + ".")
	v.SetProperty(ics.ComponentPropertyClass, string(ics.ClassificationPrivate))
	v.SetOrganizer(nobody, ics.WithCN("Samplan"))
	v.AddAttendee(nobody, ics.WithRSVP(false))
	return []byte(c.Serialize(ics.WithNewLineWindows))
}

// addZone says when the clocks change in Sweden, since a calendar need not know.
func addZone(c *ics.Calendar) {
	z := c.AddTimezone(zone)
	rule := func(b *ics.ComponentBase, begins, from, to, name, month string) {
		b.SetProperty(ics.ComponentPropertyDtStart, begins)
		b.SetProperty("TZOFFSETFROM", from)
		b.SetProperty("TZOFFSETTO", to)
		b.SetProperty("TZNAME", name)
		b.SetProperty(ics.ComponentPropertyRrule, "FREQ=YEARLY;BYMONTH="+month+";BYDAY=-1SU")
	}
	rule(&z.AddStandard().ComponentBase, "19961027T030000", "+0200", "+0100", "CET", "10")
	summer := &ics.Daylight{}
	rule(&summer.ComponentBase, "19810329T020000", "+0100", "+0200", "CEST", "3")
	z.Components = append(z.Components, summer)
}
