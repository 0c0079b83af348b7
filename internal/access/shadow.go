package access

import (
	"cmp"
	"slices"

	"samplan/policy"
)

// Use is how often the log shows one way of using the policy: no person, no child. A reach, and a wall, are there for
// things that were shown or changed.
type Use struct {
	Operation, Role, Outcome, Reach string
	Ground, Giver, Receiver         string // of what came through a wall
	Requests, Objects               int64
}

// What a candidate policy would have done otherwise.
const (
	Refused = "refused" // the operation as a whole
	Closed  = "closed"  // a reach of it
	Walled  = "walled"  // a wall that the ground opened
	Allowed = "allowed" // an operation that was refused
)

// Difference is a use that a candidate policy would have decided otherwise.
type Difference struct {
	Use
	Verdict    string
	Permission string // whose reach is closed
	Law        string // the paragraph that it rests on today
}

// Candidate evaluates other rules than those that are built in. An empty text stands for the rules as they are.
func Candidate(roles, walls string) (*Matrix, error) {
	if roles == "" {
		roles = policy.Roles
	}
	if walls == "" {
		walls = policy.Walls
	}
	return load(policy.Model, roles, walls, policy.Classes)
}

// Shadow tells which uses a candidate would have decided otherwise. What it would newly show is not in any log: of that it
// only knows operations that were refused to a role as such.
func (m *Matrix) Shadow(candidate *Matrix, uses []Use) []Difference {
	var all []Difference
	for _, u := range uses {
		all = append(all, m.shadow(candidate, u)...)
	}
	slices.SortStableFunc(all, func(a, b Difference) int {
		return cmp.Or(cmp.Compare(a.Verdict, b.Verdict), cmp.Compare(a.Role, b.Role), cmp.Compare(a.Operation, b.Operation),
			cmp.Compare(a.Permission, b.Permission), cmp.Compare(a.Reach, b.Reach))
	})
	return all
}

func (m *Matrix) shadow(candidate *Matrix, u Use) []Difference {
	o, isKnown := Operations[u.Operation]
	role, reach := RoleNamed(u.Role), ReachNamed(u.Reach)
	switch {
	case !isKnown:
		return nil // an operation of another release
	case u.Outcome == "denied":
		if !m.reachesAll(role, o) && candidate.reachesAll(role, o) {
			return []Difference{{Use: u, Verdict: Allowed}}
		}
		return nil
	case u.Outcome != "done":
		return nil
	case !candidate.reachesAll(role, o):
		return []Difference{{Use: u, Verdict: Refused, Law: m.lawOfAll(candidate, role, o)}}
	}
	var all []Difference
	for _, p := range slices.Concat(o.needs, o.shows) {
		key := roleRule{role, p.rule()}
		if slices.Contains(m.reaches[key], reach) && !slices.Contains(candidate.reaches[key], reach) {
			all = append(all, Difference{Use: u, Verdict: Closed, Permission: p.rule().String(), Law: m.laws[lawKey(key, reach)]})
		}
	}
	w := Wall{ClassNamed(u.Giver), ClassNamed(u.Receiver), Ground{u.Ground}}
	if law, ok := m.Opens(w); ok {
		if _, still := candidate.Opens(w); !still {
			all = append(all, Difference{Use: u, Verdict: Walled, Law: law})
		}
	}
	return all
}

// reachesAll tells whether a role reaches anywhere with all that an operation needs.
func (m *Matrix) reachesAll(r Role, o Operation) bool {
	return !slices.ContainsFunc(o.needs, func(p Permission) bool { return len(m.reaches[roleRule{r, p.rule()}]) == 0 })
}

// lawOfAll gives the paragraph of the first permission that the candidate takes away.
func (m *Matrix) lawOfAll(candidate *Matrix, r Role, o Operation) string {
	for _, p := range o.needs {
		key := roleRule{r, p.rule()}
		if had := m.reaches[key]; len(had) > 0 && len(candidate.reaches[key]) == 0 {
			return m.laws[lawKey(key, had[0])]
		}
	}
	return ""
}
