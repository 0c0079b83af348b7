package deidentify

import (
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/person"
)

// Part is a text of a request, and where it stands there.
type Part struct {
	Pointer string
	Text    person.Text
}

// Check refuses texts that point somebody out: those among names, or anybody by number. Fault: identifying-text, with every
// place.
func Check(names []person.Name, today civil.Date, parts ...Part) error {
	known := wordsOf(names)
	var fields []fault.Field
	for _, p := range parts {
		text := plain(p.Text.Reveal())
		if hasNumber(text, today) {
			fields = append(fields, fault.Field{Pointer: p.Pointer, Code: "identity-number"})
		}
		if hasName(text, known) {
			fields = append(fields, fault.Field{Pointer: p.Pointer, Code: "name"})
		}
	}
	if fields != nil {
		return fault.New(fault.CodeIdentifying, fields...)
	}
	return nil
}
