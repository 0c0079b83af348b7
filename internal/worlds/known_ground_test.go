package worlds

// ofGrounds: what giver and receiver know of a disclosure, and what the blocked unit itself knows of a block: whether an
// own item comes through decides about the confirmations of others.
func (k *known) ofGrounds() {
	for _, d := range k.Disclosures {
		p := k.Plan(find(k.Items, func(i Item) bool { return i.ID == d.Item }).Plan)
		if !k.IsCitizen() && k.hasNeed(k.Reader, p.Child) && (k.together(d.From, k.Unit) || k.together(d.To, k.Unit)) {
			k.add("disclosure", d)
		}
	}
	for _, b := range k.Blocks {
		if k.IsCitizen() && b.Child == k.Person || !k.IsCitizen() && k.hasNeed(k.Reader, b.Child) && b.Unit == k.Unit {
			k.add("block", b)
		}
	}
}
