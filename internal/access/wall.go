package access

import (
	"encoding/csv"
	"fmt"
	"strings"

	"github.com/casbin/casbin/v2"
)

// Class is the secrecy class of a unit: which paragraph binds it.
type Class struct{ name string }

// String gives the class's name in the policy.
func (c Class) String() string { return c.name }

// Classes lists the closed set, in the order of the release matrix.
var Classes = []Class{
	{"ifo"},
	{"lss"},
	{"health"},
	{"school-health-medical"},
	{"school-health-other"},
	{"school"},
	{"preschool"},
	{"independent-school"},
	{"leisure"},
	{"police"},
	{"other"},
}

// ClassNamed finds a class; an unknown name gives the zero class, to and from which no wall opens.
func ClassNamed(name string) Class {
	for _, c := range Classes {
		if c.name == name {
			return c
		}
	}
	return Class{}
}

// Ground is what may open a wall. The set is closed.
type Ground struct{ name string }

// The grounds. All but consent and emergency are recorded for one item and one receiver (R24).
var (
	Consent          = Ground{"consent"}
	NeedOfUnder18    = Ground{"need-of-under-18"}
	WithinHealth     = Ground{"within-health"}
	PupilSupport     = Ground{"pupil-support"}
	GeneralClause    = Ground{"general-clause"}
	DutyToInform     = Ground{"duty-to-inform"}
	KnownQuestion    = Ground{"known-question"}
	YoungOffenceRisk = Ground{"young-offence-risk"}
	PoliceContact    = Ground{"police-contact"}
	CrimePrevention  = Ground{"crime-prevention"}
	Emergency        = Ground{"emergency"} // to one person, for 15 minutes
	grounds          = []Ground{Consent, NeedOfUnder18, WithinHealth, PupilSupport, GeneralClause, DutyToInform, KnownQuestion, YoungOffenceRisk, PoliceContact, CrimePrevention, Emergency}
)

// String gives the ground's name in the policy.
func (g Ground) String() string { return g.name }

// GroundNamed finds a ground; an unknown name gives the zero ground, which opens nothing.
func GroundNamed(name string) Ground {
	for _, g := range grounds {
		if g.name == name {
			return g
		}
	}
	return Ground{}
}

// Wall is a question about the release matrix: may giver disclose to receiver on this ground?
type Wall struct {
	Giver, Receiver Class
	Ground          Ground
}

// Opens tells whether the ground can open the wall, and the paragraph that says so.
func (m *Matrix) Opens(w Wall) (law string, ok bool) {
	law, ok = m.walls[w]
	return law, ok
}

// Closes gives the paragraph by which a closed wall stays closed: that of the line which denies it, or, where no line
// speaks of it, the secrecy that binds the giver. An open wall has none.
func (m *Matrix) Closes(w Wall) (law string) {
	if _, ok := m.walls[w]; ok {
		return ""
	}
	if law, ok := m.denials[w]; ok {
		return law
	}
	return m.classes[w.Giver].Rule
}

// Holds tells whether a role has a permission at all, however far it reaches.
func Holds[P Permission](m *Matrix, r Role) bool {
	var p P
	return len(m.reaches[roleRule{r, p.rule()}]) > 0
}

func (m *Matrix) evaluateWalls(e *casbin.Enforcer) error {
	ctx := casbin.NewEnforceContext("2")
	ctx.EType = "e" // casbin knows the effect only by its first name
	spokenOf, err := wallQuestions(e)
	if err != nil {
		return err
	}
	put, done := narrowed(e, "p2", "ground")
	defer done()
	for _, ground := range grounds {
		put(ground.name)
		for _, giver := range Classes {
			for _, receiver := range Classes {
				if !spokenOf[[3]string{giver.name, receiver.name, ground.name}] {
					continue
				}
				evaluations.Add(1)
				ok, why, err := e.EnforceEx(ctx, giver.name, receiver.name, ground.name)
				if err != nil {
					return fmt.Errorf("evaluate walls: %w", err)
				}
				switch w := (Wall{giver, receiver, ground}); {
				case ok:
					m.walls[w] = why[len(why)-1]
				case len(why) > 0: // a line denies it; most walls no line speaks of
					m.denials[w] = why[len(why)-1]
				}
			}
		}
	}
	return nil
}

// Secrecy is how a unit of a class is bound.
type Secrecy struct{ Rule, Strength string }

// strengths orders the strengths, for the warning that the reader's own secrecy is weaker (R30). Absolute secrecy is not
// among them: what family counselling holds (OSL 26:3) is never stored (R27), so no class may be bound so.
var strengths = map[string]int{"weak": 1, "straight": 2, "duty-of-silence": 3, "reverse": 4}

// Secrecy gives the paragraph and strength that bind a class.
func (m *Matrix) Secrecy(c Class) Secrecy { return m.classes[c] }

// WeakerThan tells whether reader is bound less hard than owner, so that received text needs care (R30).
func (m *Matrix) WeakerThan(reader, owner Class) bool {
	return strengths[m.classes[reader].Strength] < strengths[m.classes[owner].Strength]
}

func readClasses(text string) (map[Class]Secrecy, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comment, r.TrimLeadingSpace, r.FieldsPerRecord = '#', true, 3
	lines, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read classes: %w", err)
	}
	m := make(map[Class]Secrecy, len(lines))
	for _, l := range lines {
		c := ClassNamed(l[0])
		if c == (Class{}) || strengths[l[2]] == 0 {
			return nil, fmt.Errorf("classes name something unknown: %v", l)
		}
		m[c] = Secrecy{l[1], l[2]}
	}
	if len(m) != len(Classes) {
		return nil, fmt.Errorf("classes: %d of %d are described", len(m), len(Classes))
	}
	return m, nil
}
