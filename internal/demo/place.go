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

// BoardOf gives the authority of a secrecy domain, and the principal of that.
func BoardOf(branch string) (board, principal string) {
	for _, b := range branches {
		if b.key == branch {
			board = b.authority
		}
	}
	for _, a := range authorities {
		if a.key == board {
			principal = a.principal
		}
	}
	return board, principal
}

// ClassOf gives the secrecy class of a unit.
func ClassOf(unit string) string {
	for _, u := range units {
		if u.key == unit {
			return u.class
		}
	}
	return ""
}

// began and moved are the days on which units came to lie where they do.
var began, moved = civil.MustParse(Began), civil.MustParse(Reorganisation)

// PlaceOn gives the secrecy domain in which a unit lies on a day, and since when it has.
func PlaceOn(unit string, day civil.Date) (branch string, since civil.Date) {
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
