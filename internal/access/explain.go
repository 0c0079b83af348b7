package access

import (
	"maps"
	"slices"
)

// ReachesOf tells how far a role reaches with permission P, for those who explain decisions. It cuts no grant.
func ReachesOf[P Permission](m *Matrix, r Role) []Reach {
	var p P
	return slices.Clone(m.reaches[roleRule{r, p.rule()}])
}

// LawOf gives the paragraph on which a role reaches so far with permission P; none if it does not.
func LawOf[P Permission](m *Matrix, r Role, reach Reach) string {
	var p P
	return m.laws[lawKey(roleRule{r, p.rule()}, reach)]
}

// ReachNamed finds a reach; an unknown name gives one that opens nothing.
func ReachNamed(name string) Reach {
	if n := slices.IndexFunc(Reaches, func(r Reach) bool { return r.name == name }); n >= 0 {
		return Reaches[n]
	}
	return Reach{}
}

// Compartments lists the operations that belong to a compartment.
func Compartments() []string {
	names := make([]string, 0, len(Operations))
	for _, name := range slices.Sorted(maps.Keys(Operations)) {
		if Operations[name].Compartment {
			names = append(names, name)
		}
	}
	return names
}
