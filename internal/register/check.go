package register

import (
	"slices"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/sheet"
)

// check tells what each row comes to. Messages are taken in the order of their days, whatever that of the file is; the rows come
// back in that order, which is the one to apply them in.
func (i *Import) check(rows []sheet.Row, k Knowledge, today civil.Date) []Row {
	out := make([]Row, len(rows))
	times := map[string]int{}
	for n, r := range rows {
		m, b := read(r, today)
		out[n] = Row{Number: r.Number, Message: m, Column: b.column, Rule: b.rule}
		if m.ID != "" {
			times[m.ID]++
		}
	}
	slices.SortStableFunc(out, func(a, b Row) int {
		switch {
		case a.On.Before(b.On):
			return -1
		case b.On.Before(a.On):
			return 1
		}
		return 0
	})
	for n := range out {
		r := &out[n]
		if r.Rule == "" && times[r.ID] > 1 {
			r.Column, r.Rule = columnID, ruleTwice
		}
		r.take(k, today)
		if r.Outcome == notOurs || r.Outcome == faulty {
			*r = Row{Number: r.Number, Outcome: r.Outcome, Column: r.Column, Rule: r.Rule}
		}
	}
	return out
}

func (r *Row) take(k Knowledge, today civil.Date) {
	c, ok := k.Cases[r.Message.Child]
	switch {
	case r.Rule != "":
		r.Outcome = faulty
		return
	case !ok:
		r.Outcome = notOurs
		return
	case r.Kind != protectionSet && k.Cases[r.Guardian] == c: // by another number of the child's own
		r.Outcome, r.Column, r.Rule = faulty, columnGuardian, ruleSelf
		return
	}
	r.Child = c.Child.ID
	switch {
	case k.Read[r.ID]:
		r.Outcome = repeated
	case r.Kind == guardianAdded:
		r.Outcome = r.add(c, today)
	case r.Kind == guardianRemoved:
		r.Outcome = r.end(c)
	default:
		r.Outcome = r.protect(c)
	}
}

// add records a guardian from the day of the message, until what is known to come after it.
func (r *Row) add(c *Case, today civil.Date) Outcome {
	key, last := r.key(), civil.Date{}
	c.Added = told(c.Added, key, r.On)
	before := func(d civil.Date) {
		if d.After(r.On) && (last.IsZero() || !d.After(last)) {
			last = d.AddDays(-1)
		}
	}
	for _, v := range c.Relations {
		switch {
		case v.Key != key || v.Kind != r.Custody:
		case v.Span.From.After(r.On):
			before(v.Span.From)
		case v.Span.To.IsZero() || !v.Span.To.Before(r.On):
			return unchanged
		}
	}
	for _, d := range c.Removed[key] {
		before(d)
	}
	v, err := c.Child.Relate(person.RelationDraft{Identifier: r.Guardian, Kind: r.Custody, Name: r.Name, Span: person.Span{From: r.On, To: last}}, today)
	if err != nil { // of age, by then or by now
		return byHand
	}
	r.Relation, r.Last = v.ID, last
	c.Relations = append(c.Relations, Relation{v, key})
	return added
}

// end ends custody on the day before that of the message. What began on that very day, or is there twice, a person must look at.
func (r *Row) end(c *Case) Outcome {
	key := r.key()
	c.Removed = told(c.Removed, key, r.On)
	var found []int
	for n, v := range c.Relations {
		isMeant := v.Key == key && person.IsCustody(v.Kind) && (r.Custody.IsZero() || v.Kind == r.Custody)
		if isMeant && !v.Span.From.After(r.On) && (v.Span.To.IsZero() || !v.Span.To.Before(r.On)) {
			found = append(found, n)
		}
	}
	switch {
	case len(found) == 0:
		return unchanged
	case len(found) > 1 || !c.Relations[found[0]].Span.From.Before(r.On):
		return byHand
	}
	v := &c.Relations[found[0]]
	for _, d := range c.Added[key] {
		if d.After(r.On) && (v.Span.To.IsZero() || !d.After(v.Span.To)) { // it came first, and said nothing new then
			return byHand
		}
	}
	v.Span.To = r.On.AddDays(-1)
	r.Relation, r.Last = v.ID, v.Span.To
	return ended
}

// Tell notes what an earlier message told of a guardian.
func (c *Case) Tell(k Kind, key Key, on civil.Date) {
	switch k {
	case guardianAdded:
		c.Added = told(c.Added, key, on)
	case guardianRemoved:
		c.Removed = told(c.Removed, key, on)
	}
}

func told(all map[Key][]civil.Date, key Key, on civil.Date) map[Key][]civil.Date {
	if all == nil {
		all = map[Key][]civil.Date{}
	}
	all[key] = append(all[key], on)
	return all
}

// protect records a level. A message that is older than what the register has told counts no more; and the register takes back
// only what it has set itself.
func (r *Row) protect(c *Case) Outcome {
	switch {
	case c.IsRegister && r.On.Before(c.LevelFrom), r.Level == c.Level, c.Level == (person.Protection{}) && r.Level == person.NoProtection:
		return unchanged
	case c.Level != (person.Protection{}) && !r.Level.AtLeast(c.Level) && !c.IsRegister:
		return byHand
	}
	c.Level, c.IsRegister, c.LevelFrom = r.Level, true, r.On
	r.Record = id.NewProtectionRecord()
	return protected
}
