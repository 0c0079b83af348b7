package demo

import "samplan/internal/civil"

// UnitKeys lists the county's units.
func UnitKeys() []string {
	keys := make([]string, len(units))
	for i, u := range units {
		keys[i] = u.key
	}
	return keys
}

// PlaceOn gives the secrecy domain in which a unit lies on a day, and since when it has.
func PlaceOn(unit string, day civil.Date) (branch string, since civil.Date) {
	began, moved := civil.MustParse(Began), civil.MustParse(Reorganisation)
	for _, u := range units {
		switch {
		case u.key != unit || day.Before(began):
		case u.before == u.after:
			return u.after, began
		case day.Before(moved):
			return u.before, began
		default:
			return u.after, moved
		}
	}
	return "", civil.Date{}
}
