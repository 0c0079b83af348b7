package worlds

import (
	"slices"

	"samplan/internal/civil"
)

// Roles are who has which role in a plan, and roles that are offered.
type Roles struct {
	RoleHolders []RoleHolder
	RoleOffers  []RoleOffer
}

func (r Roles) clone() Roles { return Roles{slices.Clone(r.RoleHolders), slices.Clone(r.RoleOffers)} }

// RoleHolder is somebody of a party who has a role in a plan.
type RoleHolder struct {
	ID, Plan, Party ID
	Role            string
	Seat            int
	Person          ID
	For             ID // whom a substitute stands in for
	Valid           Span
	Order, Version  int
}

// RoleOffer asks a party to take a role over.
type RoleOffer struct {
	ID, Plan, Party, By ID
	From, Role, State   string
	Starts              civil.Date
	Order, Version      int
}

func (w *World) partyOf(id ID) Party {
	return find(w.Parties, func(y Party) bool { return y.ID == id })
}

// SeesRoleHolder tells whether it is there who has a role: for whoever sees that the unit takes part.
func (w *World) SeesRoleHolder(r Reader, h RoleHolder) bool {
	return w.SeesParty(r, w.partyOf(h.Party))
}

// SeesRoleOffer tells whether an offer is there: for the unit that is asked and for the one who asks, of a plan that they see.
func (w *World) SeesRoleOffer(r Reader, o RoleOffer) bool {
	asks := o.From == r.Unit && o.By == r.Person
	return r.Role != "administrator" && !r.IsCitizen() && w.SeesPlan(r, w.Plan(o.Plan)) && (asks || w.partyOf(o.Party).Unit == r.Unit)
}

// givesRole tells whether a unit may give a role away: it leads the plan, or its people hold it until somebody follows.
func (w *World) givesRole(unit string, p Plan, role string) bool {
	return p.Lead == unit || role != "leader" && slices.ContainsFunc(w.RoleHolders, func(h RoleHolder) bool {
		y := w.partyOf(h.Party)
		return h.Plan == p.ID && h.Role == role && y.Unit == unit && y.State == "accepted" && h.For == ID{} && h.Valid.To.IsZero()
	})
}

var planRoles = []string{"coordinator", "coordinator", "leader", "caller", "secretary", "overall-responsible"}

// role draws somebody who has a role in a plan, perhaps with a substitute; or a role that a party is asked to take over.
func (m *maker) role(p Plan) {
	y, role := m.taking(p), oneOf(m.dice, planRoles...)
	if chance(m.dice, 30) {
		m.roleOffer(p, y, role)
		return
	}
	h := RoleHolder{
		m.id("role-holder"), p.ID, y.ID, role, 1, oneOf(m.dice, StaffOf(y.Unit)...).Person,
		ID{},
		Span{From: m.Day.AddDays(-20)},
		len(m.RoleHolders), 1 + m.dice.Roll(3),
	}
	if role == "leader" {
		h.Seat = 1 + m.dice.Roll(2)
	}
	if y.State == "left" || role != "coordinator" && chance(m.dice, 30) {
		h.Valid.To = m.Day.AddDays(-1)
	}
	if slices.ContainsFunc(m.RoleHolders, h.isSeatOf) {
		return
	}
	m.RoleHolders = append(m.RoleHolders, h)
	if chance(m.dice, 30) {
		s := h
		s.ID, s.For, s.Person = m.id("role-holder"), h.ID, oneOf(m.dice, StaffOf(y.Unit)...).Person
		s.Valid, s.Order = Span{m.Day.AddDays(-2), m.Day.AddDays(oneOf(m.dice, -1, 5))}, len(m.RoleHolders)
		m.RoleHolders = append(m.RoleHolders, s)
	}
}

// isSeatOf tells whether two ordinary holders have the same seat of a plan. In a world one seat is held once.
func (h RoleHolder) isSeatOf(o RoleHolder) bool {
	return h.For == ID{} && o.For == ID{} && h.ID != o.ID && h.Plan == o.Plan && h.Role == o.Role && h.Seat == o.Seat
}

func (m *maker) roleOffer(p Plan, y Party, role string) {
	if y.State != "accepted" || y.Unit == p.Lead {
		return
	}
	o := RoleOffer{
		m.id("role-offer"), p.ID, y.ID, oneOf(m.dice, StaffOf(p.Lead)...).Person, p.Lead, role,
		oneOf(m.dice, "waiting", "waiting", "accepted", "declined"), m.Day.AddDays(m.dice.Roll(9)), len(m.RoleOffers), 1,
	}
	if !slices.ContainsFunc(m.RoleOffers, o.isSecondOf) {
		m.RoleOffers = append(m.RoleOffers, o)
	}
}

func (o RoleOffer) isSecondOf(v RoleOffer) bool {
	return o.ID != v.ID && o.State == "waiting" && v.State == "waiting" && o.Party == v.Party && o.Role == v.Role
}

func (w *World) rowsOfRoles(add func(string, row)) {
	for _, h := range w.RoleHolders {
		add("role_holder", row{
			"id": h.ID, "plan_id": h.Plan, "party_id": h.Party, "role": h.Role, "seat": h.Seat, "person_id": h.Person,
			"stands_in_for_id": idOrNull(h.For), "starts_on": h.Valid.From, "ends_on": orNull(h.Valid.To), "created_at": w.moment(h.Order), "version": h.Version,
		})
	}
	for _, o := range w.RoleOffers {
		r := row{
			"id": o.ID, "plan_id": o.Plan, "party_id": o.Party, "from_unit_id": unitID(o.From), "to_unit_id": unitID(w.partyOf(o.Party).Unit),
			"role": o.Role, "starts_on": o.Starts, "state": o.State, "offered_by": o.By, "offered_on": w.Day.AddDays(-4),
			"created_at": w.moment(o.Order), "version": o.Version,
		}
		if o.State != "waiting" {
			r["answered_on"], r["answered_by"], r["reason"] = w.Day.AddDays(-1), StaffOf(w.partyOf(o.Party).Unit)[0].Person, "KANARIE-roll"
		}
		add("role_offer", r)
	}
}
