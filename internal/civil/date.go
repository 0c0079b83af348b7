package civil

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"time"
	_ "time/tzdata" // the container has no zone files; a birthday must still begin at Swedish midnight
)

// Date is a calendar day. The zero value is no day and is stored as NULL.
type Date struct{ days int32 } // days since 1970-01-01, plus one so that zero means none

var (
	stockholm    = mustZone("Europe/Stockholm")
	errMalformed = errors.New("malformed date")
)

func mustZone(name string) *time.Location {
	l, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return l
}

// Zone is the time zone in which days begin and end: Europe/Stockholm.
func Zone() *time.Location { return stockholm }

// Of gives the Swedish calendar day of an instant.
func Of(t time.Time) Date {
	y, m, d := t.In(stockholm).Date()
	return New(y, m, d)
}

// New makes a day; months and days out of range roll over as in package time.
func New(y int, m time.Month, d int) Date {
	return Date{int32(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()/86400) + 1}
}

// Parse reads YYYY-MM-DD and nothing else.
func Parse(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return Date{}, errMalformed
	}
	return FromUTC(t), nil
}

// MustParse is Parse for constants; it panics on a malformed text.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(fmt.Errorf("%w: %s", err, s))
	}
	return d
}

// FromUTC takes the day that t shows in UTC, as drivers and the wire carry days.
func FromUTC(t time.Time) Date { y, m, d := t.UTC().Date(); return New(y, m, d) }

// UTC gives midnight UTC of the day, the form in which drivers and the wire carry days.
func (d Date) UTC() time.Time { return time.Unix(int64(d.days-1)*86400, 0).UTC() }

// Start gives the instant at which the day begins in Sweden.
func (d Date) Start() time.Time {
	y, m, day := d.UTC().Date()
	return time.Date(y, m, day, 0, 0, 0, 0, stockholm)
}

// IsZero tells whether it is no day.
func (d Date) IsZero() bool { return d.days == 0 }

// Before tells whether d comes before o.
func (d Date) Before(o Date) bool { return d.days < o.days }

// After tells whether d comes after o.
func (d Date) After(o Date) bool { return d.days > o.days }

// AddDays gives the day n days later.
func (d Date) AddDays(n int) Date { return Date{d.days + int32(n)} }

// DaysSince tells how many days lie between another day and this one.
func (d Date) DaysSince(o Date) int { return int(d.days - o.days) }

// AddMonths gives the same day n months later; a day that does not exist gives the last of its month (lag 1930:173, 2 §).
func (d Date) AddMonths(n int) Date {
	y, m, day := d.UTC().Date()
	if last := New(y, m+time.Month(n)+1, 0); last.UTC().Day() < day {
		return last
	}
	return New(y, m+time.Month(n), day)
}

// AddYears gives the same day n years later, so that a child born on 29 February comes of age on 28 February.
func (d Date) AddYears(n int) Date { return d.AddMonths(12 * n) }

// Year gives the calendar year.
func (d Date) Year() int { return d.UTC().Year() }

// String gives YYYY-MM-DD; no day gives the empty text.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.UTC().Format(time.DateOnly)
}

// MarshalText writes YYYY-MM-DD.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads YYYY-MM-DD; the empty text is no day.
func (d *Date) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	*d, err = Parse(string(b))
	return err
}

// Value stores the day; no day is NULL.
func (d Date) Value() (driver.Value, error) {
	if d.IsZero() {
		return nil, nil
	}
	return d.String(), nil
}

// Scan reads a date column; NULL is no day.
func (d *Date) Scan(src any) (err error) {
	switch s := src.(type) {
	case nil:
		*d = Date{}
	case time.Time:
		*d = FromUTC(s)
	case string:
		*d, err = Parse(s)
	default:
		err = fmt.Errorf("scan date from %T", src)
	}
	return err
}
