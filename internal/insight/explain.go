package insight

import (
	"slices"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
)

type ruleSet struct{}

// Rule is which rule of confidentiality lets a reader see an item.
type Rule = enum.Value[ruleSet]

// Rules is the closed set: held in the own secrecy domain, released through an open wall, meant for the family.
var Rules = enum.Of[ruleSet]("own", "released", "family")

// The rules by name.
var (
	Own      = Rules.Must("own")
	Released = Rules.Must("released")
	Family   = Rules.Must("family")
)

// Days are from the first to the last; without a last day they go on.
type Days struct{ From, To civil.Date }

// Opening is what opens a wall: a consent or a legal ground, its paragraph, and for which days.
type Opening struct {
	Basis  id.Basis
	Ground string
	Law    string
	Days   Days
}

// addLaw gives the paragraph on which consent opens the wall. That of another ground is kept with the disclosure.
func (o *Opening) addLaw(m *access.Matrix, giver, receiver access.Class) {
	if o.Ground == access.Consent.String() {
		o.Law, _ = m.Opens(access.Wall{Giver: giver, Receiver: receiver, Ground: access.Consent})
	}
}

// Reason is why a reader may see an item today.
type Reason struct {
	Item    id.Item
	Owner   id.Unit
	Rule    Rule
	Reach   access.Reach
	Law     string
	Need    Days // since when the reader works with the case, or the reader's unit has it; staff only
	Opening Opening
}

// explained adds what the policy says to what is kept.
func explained(m *access.Matrix, g access.Grant[access.ReadItem], r Reason, from access.Class) Reason {
	r.Law = access.LawOf[access.ReadItem](m, g.Actor().Role(), r.Reach)
	r.Opening.addLaw(m, from, g.Actor().Class())
	return r
}

// Fact is one who had an assignment on a day where an item was held or released to, with what the day's records say of
// the need. Of other principals nobody is named.
type Fact struct {
	Rule         Rule
	Unit         id.Unit
	Class        access.Class
	OwnPrincipal bool
	Role         access.Role
	FamilyRole   string // guardian or child, for what is meant for the family
	Person       id.Person
	Name         string
	Works        Days // days of work with the child's case; none when zero
	HasCase      Days // days of the unit's case
	IsNamed      bool // not kept for others by name
	Opening      Opening
}

// Holder is the unit that holds an item, and its class.
type Holder struct {
	Unit  id.Unit
	Class access.Class
}

// Access is one way in which somebody could see an item on a day.
type Access struct {
	Fact
	Reach access.Reach
	Law   string
	Need  Days
}

// Answer tells who could see an item on a day, and, if one person was asked about, whether that person could.
type Answer struct {
	Item    id.Item
	On      civil.Date
	Holder  id.Unit
	Access  []Access
	Asked   bool
	Reasons []string // why the person could not
}

// Why a person could not see an item.
const (
	noPost  = "no-assignment-there" // at no unit that held it or to which it was released
	noRole  = "role-reads-no-content"
	noNeed  = "no-need-of-the-case"
	notName = "named-for-others"
)

// weigh puts the policy to the facts of a day. With a person it looks at that one alone.
func weigh(m *access.Matrix, h Holder, facts []Fact, who id.Person) (could []Access, reasons []string) {
	for _, f := range facts {
		if !who.IsZero() && f.Person != who {
			continue
		}
		a, why := weighOne(m, h, f)
		if why != "" {
			reasons = append(reasons, why)
			continue
		}
		if !slices.Contains(could, a) {
			could = append(could, a)
		}
	}
	if len(could) > 0 || who.IsZero() {
		return could, nil
	}
	if len(reasons) == 0 {
		reasons = []string{noPost}
	}
	slices.Sort(reasons)
	return nil, slices.Compact(reasons)
}

// reachesBy tells which reaches of a rule rest on work with the case, and which on the unit's having one.
var reachesBy = map[Rule][2]access.Reach{
	Own:      {access.OwnCase, access.OwnUnit},
	Released: {access.ReleasedCase, access.ReleasedUnit},
}

func weighOne(m *access.Matrix, h Holder, f Fact) (a Access, why string) {
	if f.Rule == Family {
		role, reach := access.RoleNamed(f.FamilyRole), access.FamilyGuardian
		if f.FamilyRole == "child" {
			reach = access.FamilySelf
		}
		return Access{Fact: f, Reach: reach, Law: access.LawOf[access.ReadItem](m, role, reach)}, ""
	}
	may := access.ReachesOf[access.ReadItem](m, f.Role)
	byWork, byCase := slices.Contains(may, reachesBy[f.Rule][0]), slices.Contains(may, reachesBy[f.Rule][1])
	a = Access{Fact: f}
	switch {
	case !byWork && !byCase:
		return a, noRole
	case byCase && !f.HasCase.From.IsZero():
		a.Reach, a.Need = reachesBy[f.Rule][1], f.HasCase
	case byWork && !f.Works.From.IsZero():
		a.Reach, a.Need = reachesBy[f.Rule][0], f.Works
	default:
		return a, noNeed
	}
	if f.Rule == Own && !f.IsNamed {
		return a, notName
	}
	a.Law = access.LawOf[access.ReadItem](m, f.Role, a.Reach)
	a.Opening.addLaw(m, h.Class, f.Class)
	a.Works, a.HasCase = Days{}, Days{}
	if !f.OwnPrincipal { // since when another principal works with its case is its own
		a.Need = Days{}
	}
	return a, ""
}

// checkDay refuses a day that has not come.
func checkDay(on, today civil.Date) error {
	if on.After(today) {
		return fault.At(fault.CodeDates, "on", "after-today")
	}
	return nil
}
