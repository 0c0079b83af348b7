package worlds

import "slices"

// ofEmergencies: in danger to life or health the law itself tells health care which care givers hold something about a
// child, and opens it to the one who asks; those who answer for it are told.
func (k *known) ofEmergencies() {
	if k.IsCitizen() {
		return
	}
	if mayAskInDanger(k.Reader) {
		k.ofHolders()
		k.ofOwnEmergencies()
	}
	for _, o := range k.Openings {
		q := k.inquiry(o.Inquiry)
		if answers := k.answersFor(k.Reader, o); answers {
			k.add("emergency", o, q, k.Unit)
		} else if k.watches(k.Reader, o) { // that it was done: neither the child nor why
			q.Child, q.ID, o.Inquiry = ID{}, ID{}, ID{}
			k.add("emergency", o, q)
		}
	}
}

// ofHolders: whoever may ask knows by number who holds something about whom, and who is blocked.
func (k *known) ofHolders() {
	for _, h := range k.People {
		for _, u := range careGivers {
			if len(k.InDanger(h.ID, u)) > 0 {
				k.add("holder", h.Number, u, k.isBlocked(h.ID, u))
			}
		}
	}
}

func (k *known) ofOwnEmergencies() {
	for _, q := range k.Inquiries {
		if q.isOf(k.Reader) {
			k.add("inquiry", q.ID, k.Human(q.Child).Number, q.Danger, q.Minutes)
		}
	}
	for _, o := range k.Openings {
		q := k.inquiry(o.Inquiry)
		if !q.isOf(k.Reader) {
			continue
		}
		k.add("opening", o.ID, o.Inquiry, o.Holder, o.Minutes)
		for _, i := range k.Opened(k.Reader, o) {
			k.add("opened", o.ID, i.ID, i.Kind, i.Category, i.Visibility, i.Words, i.Outside, i.Contact, i.Created)
		}
	}
}

// ofBlocks: of a unit's block its own care service knows that it is there, and the child.
func (k *known) ofBlocks() {
	for _, b := range k.Blocks {
		isMine := k.IsCitizen() && b.Child == k.Person
		isOurs := !k.IsCitizen() && k.hasNeed(k.Reader, b.Child) && (b.Unit == k.Unit || isCareGiver(k.Unit) && k.together(b.Unit, k.Unit))
		if isMine || isOurs {
			k.add("block", b)
		}
	}
}

// asksInDanger tells whether a reader has to do with an emergency of the world.
func (w *World) asksInDanger(r Reader) bool {
	return slices.ContainsFunc(w.Openings, func(o Opening) bool {
		return w.inquiry(o.Inquiry).isOf(r) || w.answersFor(r, o) || w.watches(r, o)
	})
}
