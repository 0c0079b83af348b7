package worlds

// ofMinutes: who reads a point knows what was decided, what became of it and how it was corrected; what was answered is known
// to the unit that was asked and the one that wrote. A unit knows that it is asked, whether or not it may read what.
func (k *known) ofMinutes() {
	for n := range k.Minutes {
		v := k.Minutes[n]
		i := k.Item(v.Item)
		if k.SeesAsked(k.Reader, v) {
			k.add("asked", v.Item, i.Plan, v.Outcome, v.State, v.Due, v.Person, v.Settled)
			k.add("told", notice("decision-waits", v.Item, v.Settled), notice("decision-overdue", v.Item, v.Due.AddDays(1)))
		}
		if !k.SeesMinute(k.Reader, i) {
			continue
		}
		if k.Role == "administrator" {
			i.Named, i.Withheld = i.namedReaders(), nil
			k.add("item", k.placed(i))
		}
		if v.Outcome != "" && !k.SeesDoer(k.Reader, i, v.Doer) {
			v.Doer = ""
		}
		if k.IsCitizen() || i.Unit != k.Unit && k.Minutes[n].Doer != k.Unit {
			v.Person, v.Answer, v.Became = ID{}, "", ID{}
		}
		if !k.SeesItem(k.Reader, k.Item(v.Became)) {
			v.Became = ID{}
		}
		k.add("minute", v, !k.IsCitizen() && i.Unit == k.Unit)
	}
}
