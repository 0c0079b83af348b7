package routine

import (
	"slices"
	"time"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// Summary is a version in a list.
type Summary struct {
	ID        id.Routine
	IsOwn     bool // the own principal's; built in otherwise
	Code      string
	Version   int
	ValidFrom civil.Date
	Names     Words
	IsInForce bool // the own principal works by it today
}

// Choice says by which profile a principal works from a day. Of those in force the last one counts.
type Choice struct {
	ID        id.RoutineChoice
	Code      string
	ValidFrom civil.Date
	ChosenOn  civil.Date
	CreatedAt time.Time
}

// Tag names the version, which never changes.
func (v Version) Tag() string { return v.ID.String() }

// Judge reads a document that a principal is to have as its own, beside the versions that it may rest on and its own of
// before; or it gives every fault in it, in order of place.
func Judge(text string, all []Version, today civil.Date) (Profile, []fault.Field) {
	p, c := parse(text, Among(all))
	p.follows(&c, all, today)
	if faults := c.inOrder(); len(faults) > 0 {
		return Profile{}, faults
	}
	return p, nil
}

// follows checks that a version comes after those that are there: numbered without gap, from a later day on, and under a name
// that is the principal's own. What was in force on a day that has passed stays so.
func (p *Profile) follows(c *checker, all []Version, today civil.Date) {
	last := Version{}
	for _, v := range all {
		switch {
		case v.Profile.Code != p.Code || p.Code == "":
		case v.Principal.IsZero():
			c.note("/code", "reserved-code")
			return
		case v.Profile.Version > last.Profile.Version:
			last = v
		}
	}
	switch next := last.Profile.Version + 1; {
	case p.Version == 0: // it has a fault of its own
	case p.Version < next:
		c.note("/version", "version-exists")
	case p.Version > next:
		c.note("/version", "out-of-order")
	}
	switch {
	case p.ValidFrom.IsZero(): // as above
	case p.ValidFrom.Before(today):
		c.note("/validFrom", "in-the-past")
	case !last.ID.IsZero() && !p.ValidFrom.After(last.Profile.ValidFrom):
		c.note("/validFrom", "out-of-order")
	}
}

// choose makes a choice among versions: one of the profile must be in force on its first day.
func choose(code string, from civil.Date, all []Version, today civil.Date, now time.Time) (Choice, error) {
	switch {
	case from.Before(today):
		return Choice{}, fault.At(fault.CodeDates, "/validFrom", "in-the-past")
	case !slices.ContainsFunc(all, func(v Version) bool { return v.Profile.Code == code }):
		return Choice{}, fault.At(fault.CodeInvalid, "/code", "unknown")
	case !slices.ContainsFunc(all, func(v Version) bool { return v.Profile.Code == code && !v.Profile.ValidFrom.After(from) }):
		return Choice{}, fault.At(fault.CodeDates, "/validFrom", "not-in-force")
	}
	return Choice{id.NewRoutineChoice(), code, from, today, now}, nil
}
