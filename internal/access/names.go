package access

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
)

// vocabulary is every word that a line of the policy may use.
type vocabulary struct {
	rules   map[string]bool // resource and action
	reaches []string
	grounds []string
	classes []string
	groups  map[string]bool // of classes; true when some wall speaks of it
}

// checkNames refuses a line that the program would not understand. Casbin passes over it in silence, and a mistyped deny
// would deny nothing.
func checkNames(lines string) error {
	r := csv.NewReader(strings.NewReader(lines))
	r.Comment, r.TrimLeadingSpace, r.FieldsPerRecord = '#', true, -1
	all, err := r.ReadAll()
	if err != nil {
		return fmt.Errorf("read policy lines: %w", err)
	}
	v := newVocabulary(all)
	for _, l := range all {
		if !v.knows(l) {
			return fmt.Errorf("policy line names something unknown: %v", l)
		}
	}
	for group, used := range v.groups {
		if !used {
			return fmt.Errorf("policy: no wall speaks of the group %s", group)
		}
	}
	return nil
}

func newVocabulary(lines [][]string) vocabulary {
	v := vocabulary{map[string]bool{}, namesOf(Reaches), namesOf(grounds), namesOf(Classes), map[string]bool{}}
	for _, p := range permissions {
		v.rules[p.rule().String()] = true
	}
	for _, l := range lines {
		if l[0] == "g2" && len(l) == 3 {
			v.groups[l[2]] = false
		}
	}
	return v
}

// knows tells whether a line has the fields of its kind, and each says something.
func (v vocabulary) knows(l []string) bool {
	switch kind, f := l[0], l[1:]; {
	case kind == "p" && len(f) == 6:
		return isRole(f[0]) && v.rules[f[1]+" "+f[2]] && slices.Contains(v.reaches, f[3]) && isEffect(f[4]) && strings.TrimSpace(f[5]) != ""
	case kind == "p2" && len(f) == 5:
		giver, receiver := v.isSide(f[0]), v.isSide(f[1])
		return giver && receiver && slices.Contains(v.grounds, f[2]) && isEffect(f[3]) && strings.TrimSpace(f[4]) != ""
	case kind == "g" && len(f) == 2:
		return isRole(f[0]) && isRole(f[1])
	case kind == "g2" && len(f) == 2:
		return slices.Contains(v.classes, f[0]) && !slices.Contains(v.classes, f[1])
	}
	return false
}

// isSide tells whether a name may stand on one side of a wall, and remembers that its group is spoken of.
func (v vocabulary) isSide(name string) bool {
	if _, ok := v.groups[name]; ok {
		v.groups[name] = true
		return true
	}
	return slices.Contains(v.classes, name)
}

func isRole(name string) bool   { _, ok := rolesByName[name]; return ok }
func isEffect(name string) bool { return name == "allow" || name == "deny" }
