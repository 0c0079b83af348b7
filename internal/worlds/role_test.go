package worlds

import "slices"

// ofRoles: beside what one sees, who gives a role knows whether an offer of it waits, since a second is refused; and who is
// asked to take one learns from when until when others hold it, since it follows them.
func (k *known) ofRoles() {
	for _, h := range k.RoleHolders {
		if k.SeesRoleHolder(k.Reader, h) {
			h.Order = 0
			k.add("role", h)
		}
	}
	for _, o := range k.RoleOffers {
		p, y := k.Plan(o.Plan), k.partyOf(o.Party)
		if o.State == "waiting" && k.handles(k.Reader, p.Child) && k.givesRole(k.Unit, p, o.Role) && k.SeesParty(k.Reader, y) {
			k.add("role is offered", y.ID, o.Role)
		}
		if !k.SeesRoleOffer(k.Reader, o) {
			continue
		}
		k.add("role offer", o, y.Unit)
		if y.Unit == k.Unit && o.State == "waiting" {
			for _, h := range k.RoleHolders {
				if h.Plan == o.Plan && h.Role == o.Role {
					k.add("follows", o.ID, h.Seat, h.Valid, h.For)
				}
			}
		}
	}
}

// replaced lets somebody else of the unit hold the role.
func (m *maker) replaced(h *RoleHolder) {
	h.Person, h.Version = oneOf(m.dice, StaffOf(m.partyOf(h.Party).Unit)...).Person, h.Version+4
}

// sweepRoles removes what hangs on parties and holders that are gone.
func (w *World) sweepRoles() {
	isParty := func(id ID) bool { return w.partyOf(id).ID != ID{} }
	w.RoleHolders = where(w.RoleHolders, func(h RoleHolder) bool { return isParty(h.Party) })
	w.RoleOffers = where(w.RoleOffers, func(o RoleOffer) bool { return isParty(o.Party) })
	all := slices.Clone(w.RoleHolders)
	w.RoleHolders = where(w.RoleHolders, func(h RoleHolder) bool {
		return h.For == ID{} || slices.ContainsFunc(all, func(o RoleHolder) bool { return o.ID == h.For })
	})
}

func (w *World) areRolesPossible() bool {
	for _, h := range w.RoleHolders {
		if slices.ContainsFunc(w.RoleHolders, h.isSeatOf) {
			return false
		}
	}
	for _, o := range w.RoleOffers {
		if slices.ContainsFunc(w.RoleOffers, o.isSecondOf) {
			return false
		}
	}
	return true
}

func roleHolders(q *asking) []ID { return q.roleHolders }
func roleOffers(q *asking) []ID  { return q.roleOffers }

func appoint(role string) func(*asking) object {
	return func(q *asking) object { return object{"role": role, "startsOn": q.day} }
}

func offerRole(n int) func(*asking) object {
	return func(q *asking) object { return object{"role": "coordinator", "unitId": q.units[n], "startsOn": q.day} }
}

func (q *asking) pickRoles(a, b *World, pick func(one, two []ID) []ID) {
	q.roleHolders = pick(idsFor(a.RoleHolders, func(h RoleHolder) ID { return h.ID }), idsFor(b.RoleHolders, func(h RoleHolder) ID { return h.ID }))
	q.roleOffers = pick(idsFor(a.RoleOffers, func(o RoleOffer) ID { return o.ID }), idsFor(b.RoleOffers, func(o RoleOffer) ID { return o.ID }))
}
