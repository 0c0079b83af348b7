package worlds

// disclosure draws an item that a unit lets another one see on a legal ground.
func (m *maker) disclosure() {
	meant := where(m.Items, func(i Item) bool { return i.Visibility == "parties" || i.Visibility == "family" })
	if len(meant) == 0 {
		return
	}
	i := oneOf(m.dice, meant...)
	of := where(m.Parties, func(y Party) bool { return y.Plan == i.Plan && y.Unit != i.Unit })
	if len(of) == 0 {
		return
	}
	d := Disclosure{
		ID: m.id("disclosure"), Item: i.ID, From: i.Unit, To: oneOf(m.dice, of...).Unit, Ground: "need-of-under-18",
		DecidedBy: StaffOf(i.Unit)[0].Person, RecordedBy: StaffOf(i.Unit)[0].Person, Valid: m.term(), Order: len(m.Disclosures), Version: 1,
		Tried: oneOf(m.dice, "asked", "refused", "not-suitable"), Reason: "KANARIE-skäl-" + i.Unit,
	}
	if chance(m.dice, 15) {
		d.Ended, d.Version, d.EndReason = m.Day, 2, "KANARIE-slut-"+i.Unit
	}
	m.Disclosures = append(m.Disclosures, d)
}

// block draws one of some units that the child has closed to all others, or no longer.
func (m *maker) block(c Human, of []string) {
	b := Block{ID: m.id("block"), Child: c.ID, Unit: oneOf(m.dice, of...), Set: m.Day.AddDays(-m.dice.Roll(30)), Version: 1}
	if chance(m.dice, 25) {
		b.Lifted, b.Version = m.Day.AddDays(m.dice.Roll(2)), 2
	}
	for _, o := range m.Blocks {
		if o.Child == b.Child && o.Unit == b.Unit {
			return
		}
	}
	m.Blocks = append(m.Blocks, b)
}
