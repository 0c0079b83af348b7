package routine

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"samplan/internal/civil"
	"samplan/internal/fault"
)

// shape checks one value of a document and notes every fault in it.
type shape func(c *checker, v any, at string)

// checker gathers faults. In a document with a base, parts may be missing.
type checker struct {
	faults  []fault.Field
	hasBase bool
}

func (c *checker) note(at, code string) {
	c.faults = append(c.faults, fault.Field{Pointer: at, Code: code})
}

// member is a member of an object: needed, wanted unless there is a base that has it, or free to be there.
type member struct {
	name string
	need need
	of   shape
}

type need int

const (
	needed need = iota
	inherited
	optional
)

func object(members ...member) shape {
	return func(c *checker, v any, at string) {
		all, ok := v.(map[string]any)
		if !ok {
			c.note(at, "wrong-type")
			return
		}
		known := map[string]bool{}
		for _, m := range members {
			known[m.name] = true
			switch part, there := all[m.name]; {
			case there:
				m.of(c, part, at+"/"+m.name)
			case m.need == needed, m.need == inherited && !c.hasBase:
				c.note(at+"/"+m.name, "missing")
			}
		}
		for name := range all {
			if !known[name] {
				c.note(below(at, name), "unknown-field")
			}
		}
	}
}

// keyed is an object with one member of one shape for each name.
func keyed(names []string, of shape) shape {
	members := make([]member, len(names))
	for i, n := range names {
		members[i] = member{n, inherited, of}
	}
	return object(members...)
}

func list(most int, of shape) shape {
	return func(c *checker, v any, at string) {
		all, ok := v.([]any)
		switch {
		case !ok:
			c.note(at, "wrong-type")
			return
		case len(all) > most:
			c.note(at, "too-many")
			return
		}
		for i, part := range all {
			of(c, part, at+"/"+strconv.Itoa(i))
		}
	}
}

// filled is a list with something in it.
func filled(most int, of shape) shape {
	check := list(most, of)
	return func(c *checker, v any, at string) {
		if all, ok := v.([]any); ok && len(all) == 0 {
			c.note(at, "empty")
		}
		check(c, v, at)
	}
}

func integer(least, most int) shape {
	return func(c *checker, v any, at string) {
		n, ok := v.(json.Number)
		i, err := strconv.Atoi(n.String())
		switch {
		case !ok || err != nil:
			c.note(at, "wrong-type")
		case i < least || i > most:
			c.note(at, "out-of-range")
		}
	}
}

// text is a text for people.
func text(most int) shape {
	return func(c *checker, v any, at string) {
		switch s, ok := v.(string); {
		case !ok:
			c.note(at, "wrong-type")
		case isBlank(s):
			c.note(at, "empty")
		case utf8.RuneCountInString(s) > most:
			c.note(at, "too-long")
		case slices.ContainsFunc([]rune(s), unicode.IsControl):
			c.note(at, "malformed")
		}
	}
}

func isBlank(s string) bool {
	return !slices.ContainsFunc([]rune(s), func(r rune) bool { return !unicode.IsSpace(r) })
}

var codePattern = regexp.MustCompile(`^[a-z][a-z-]{1,39}$`)

func code(c *checker, v any, at string) {
	switch s, ok := v.(string); {
	case !ok:
		c.note(at, "wrong-type")
	case !codePattern.MatchString(s):
		c.note(at, "malformed")
	}
}

func day(c *checker, v any, at string) {
	s, ok := v.(string)
	if !ok {
		c.note(at, "wrong-type")
	} else if d, err := civil.Parse(s); err != nil || d.Year() < 1990 || d.Year() > 2200 {
		c.note(at, "malformed")
	}
}

func oneOf(names []string) shape {
	return func(c *checker, v any, at string) {
		switch s, ok := v.(string); {
		case !ok:
			c.note(at, "wrong-type")
		case !slices.Contains(names, s):
			c.note(at, "unknown-value")
		}
	}
}
