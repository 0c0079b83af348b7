package routine

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"samplan/internal/fault"
)

// Find gives the version of a profile that a document may rest on, if there is one.
type Find func(Base) (Version, bool)

// Parse reads a document and gives what holds under it, its base included; or every fault in it, in order of place. A
// document is either right as a whole or not a profile.
func Parse(text string, find Find) (Profile, []fault.Field) {
	p, c := parse(text, find)
	if faults := c.inOrder(); len(faults) > 0 {
		return Profile{}, faults
	}
	return p, nil
}

// parse gives what could be understood, and what is wrong.
func parse(text string, find Find) (Profile, checker) {
	var c checker
	v, faults, err := readTree(text)
	if err != nil {
		c.note("", "not-json")
		return Profile{}, c
	}
	own, ok := v.(map[string]any)
	if !ok {
		c.note("", "wrong-type")
		return Profile{}, c
	}
	_, c.hasBase = own["base"]
	c.faults = faults
	document(&c, v, "")
	whole := c.sound(merged(baseOf(&c, own, find), own))
	p := understood(whole)
	p.agree(&c, whole)
	return p, c
}

// inOrder gives every fault once, in order of place.
func (c *checker) inOrder() []fault.Field {
	slices.SortFunc(c.faults, func(a, b fault.Field) int {
		return cmp.Or(cmp.Compare(a.Pointer, b.Pointer), cmp.Compare(a.Code, b.Code))
	})
	return slices.Compact(c.faults)
}

// baseOf gives the parts of the base that a document names; none when it names none, or none that can be had.
func baseOf(c *checker, own map[string]any, find Find) map[string]any {
	named, ok := c.sound(own)["base"]
	if !ok {
		return nil
	}
	base, ok := find(understood(map[string]any{"base": named}).Base)
	if !ok {
		c.note("/base", "unknown-base")
		return nil
	}
	for under, more := base, true; more; under, more = find(under.Profile.Base) {
		if under.Profile.Code == own["code"] {
			c.note("/base", "cyclic-base")
			return nil
		}
	}
	text, _ := json.Marshal(base.Profile) // texts and numbers alone, which can always be written
	parts, _, _ := readTree(string(text)) // and read
	all, _ := parts.(map[string]any)
	return all
}

// merged lays a document over its base. A part of the document takes the place of the base's; in those that are keyed
// (terms, deadlines, ages, forms), name by name. Nothing is mixed below that: a number keeps no source but its own.
func merged(base, own map[string]any) map[string]any {
	whole := maps.Clone(base)
	if whole == nil {
		whole = map[string]any{}
	}
	for name, part := range own {
		under, isKeyed := whole[name].(map[string]any)
		over, isObject := part.(map[string]any)
		if isKeyed && isObject && slices.Contains([]string{"terms", "deadlines", "ages", "forms"}, name) {
			under = maps.Clone(under)
			maps.Copy(under, over)
			whole[name] = under
			continue
		}
		whole[name] = part
	}
	return whole
}

// sound gives the parts in which no fault has been found.
func (c *checker) sound(all map[string]any) map[string]any {
	all = maps.Clone(all)
	for _, f := range c.faults {
		if parts := strings.Split(f.Pointer, "/"); len(parts) > 1 {
			delete(all, parts[1])
		}
	}
	return all
}

// understood turns parts whose shape is right into a profile.
func understood(parts map[string]any) (p Profile) {
	text, err := json.Marshal(parts)
	if err == nil {
		err = json.Unmarshal(text, &p)
	}
	if err != nil {
		return Profile{} // the shape says more than the types do, so it cannot be
	}
	return p
}
