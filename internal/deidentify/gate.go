package deidentify

import (
	"slices"
	"strings"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/person"
)

type warningSet struct{}

// Warning is what may point somebody out together with what others know.
type Warning = enum.Value[warningSet]

// Warnings is the closed set.
var (
	Warnings        = enum.Of[warningSet]("exact-date", "possible-name", "rare-combination")
	ExactDate       = Warnings.Must("exact-date")       // a day of the calendar
	PossibleName    = Warnings.Must("possible-name")    // a word that is written as a name is
	RareCombination = Warnings.Must("rare-combination") // several rare facts about one family
)

// Known are the names and places of the writer's own cases, and the places that everybody knows.
type Known struct {
	Names  []person.Name
	Places []string
}

// Gate is Check for texts that tell of a case and must not tell of whom: telephone numbers, addresses of mail and of streets, and
// places are refused as well. What may point somebody out only together with what others know is warned of; whoever has thought
// about it confirms. It gives the warnings that were needed. Faults: identifying-text; confirm-warnings with every place.
func Gate(k Known, today civil.Date, confirmed []Warning, parts ...Part) ([]Warning, error) {
	fields := foundIn(k, today, parts)
	if fields != nil {
		return nil, fault.New(fault.CodeIdentifying, fields...)
	}
	var needed []Warning
	for w, at := range warnings(parts) {
		needed = append(needed, w)
		if slices.Contains(confirmed, w) {
			continue
		}
		for _, pointer := range at {
			fields = append(fields, fault.Field{Pointer: pointer, Code: w.String()})
		}
	}
	if fields != nil {
		slices.SortFunc(fields, byPlace)
		return nil, fault.New(fault.CodeConfirmWarnings, fields...)
	}
	slices.SortFunc(needed, func(a, b Warning) int { return strings.Compare(a.String(), b.String()) })
	return needed, nil
}

// Numbers refuses what gives anybody away whoever may read: numbers, telephones and addresses. Names pass. Fault: identifying-text.
func Numbers(today civil.Date, parts ...Part) error {
	if fields := foundIn(Known{}, today, parts); fields != nil {
		return fault.New(fault.CodeIdentifying, fields...)
	}
	return nil
}

// foundIn tells where somebody is pointed out, and by what.
func foundIn(k Known, today civil.Date, parts []Part) []fault.Field {
	names, places := wordsOf(k.Names), placesOf(k.Places)
	var fields []fault.Field
	for _, p := range parts {
		text := plain(p.Text.Reveal())
		for _, rule := range []struct {
			code  string
			found bool
		}{
			{"identity-number", hasNumber(text, today)},
			{"phone", hasDigit(text) && telephone.MatchString(text)},
			{"e-mail", hasMail(text)},
			{"address", hasAddress(text)},
			{"name", hasName(text, names)},
			{"place", hasPlace(text, places)},
		} {
			if rule.found {
				fields = append(fields, fault.Field{Pointer: p.Pointer, Code: rule.code})
			}
		}
	}
	return fields
}

// warnings tells where something may point somebody out. Rare facts are counted over all texts together.
func warnings(parts []Part) map[Warning][]string {
	all := map[Warning][]string{}
	rare := map[string]bool{}
	for _, p := range parts {
		text := plain(p.Text.Reveal())
		if hasDay(text) {
			all[ExactDate] = append(all[ExactDate], p.Pointer)
		}
		if hasPossibleName(text) {
			all[PossibleName] = append(all[PossibleName], p.Pointer)
		}
		rareIn(text, rare)
	}
	if len(rare) >= manyRare && len(parts) > 0 {
		all[RareCombination] = append(all[RareCombination], parts[len(parts)-1].Pointer)
	}
	return all
}

func byPlace(a, b fault.Field) int { return strings.Compare(a.Pointer+a.Code, b.Pointer+b.Code) }
