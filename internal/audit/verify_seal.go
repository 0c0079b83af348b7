package audit

import (
	"fmt"
	"maps"
	"slices"
)

// batch is the seal whose entries are being read.
type batch struct {
	seal       Seal
	line       int
	tree       Tree
	seen       map[int64]bool
	last       int64 // the furthest position so far
	first, end string
	xid        uint64 // of the entry read last, or 0
	id         string
	broken     bool // something in it is already known to be wrong
}

func (v *Verifier) takeSeal(s Seal) {
	f := v.here("")
	f.Seal = s.Number
	for _, what := range v.sealFaults(s) {
		f.What = what
		v.report.add(f)
	}
	if v.last != nil && s.Number == v.last.Number+1 && s.Previous != v.hash {
		v.report.add(Finding{
			File: v.file, Line: v.line, Seal: v.last.Number,
			What: fmt.Sprintf("the seal was changed: seal %d remembers another one before it", s.Number),
		})
	}
	if v.last == nil {
		v.report.First, v.begin = s.Number, s.Previous
	}
	if s.Begins != "" {
		v.report.Epochs = append(v.report.Epochs, Epoch{s.Epoch, s.Number, s.Begins})
	}
	if s.Key != "" {
		v.use(s.Key)
	}
	v.last, v.hash = &s, s.Hash()
	v.report.Last, v.report.Size = max(v.report.Last, s.Number), s.Size
	v.open = &batch{seal: s, line: v.line, seen: map[int64]bool{}}
}

// use notes that a key is named, which the file must tell.
func (v *Verifier) use(id string) {
	if !v.told[id] && !v.used[id] {
		v.find("key " + id + " is named here, and the file does not tell it")
	}
	v.used[id] = true
}

func (v *Verifier) sealFaults(s Seal) []string {
	var all []string
	no := func(wrong bool, what string) {
		if wrong {
			all = append(all, what)
		}
	}
	no(s.Count < 0 || s.Size < s.Count || s.Number < 1 || text(number(s.Before)) != s.Before, "its numbers cannot be")
	if v.last == nil {
		switch {
		case s.Number > v.o.From:
			no(true, fmt.Sprintf("seals %d to %d are missing: the log was cut off in front (--from %d if that is meant)", v.o.From, s.Number-1, s.Number))
		case s.Number < v.o.From:
			no(true, fmt.Sprintf("the files are to begin with seal %d", v.o.From))
		}
		no(s.Number == 1 && (s.Previous != Hash{} || s.Size != s.Count || s.Epoch != 1 || s.Begins != BeginsLog), "it is the first and remembers something before it")
		return all
	}
	before := *v.last
	switch {
	case s.Number > before.Number+1:
		return append(all, fmt.Sprintf("seals %d to %d are missing before it", before.Number+1, s.Number-1))
	case s.Number <= before.Number:
		return append(all, fmt.Sprintf("it comes after seal %d: out of order, or twice", before.Number))
	}
	no(s.Size != before.Size+s.Count, fmt.Sprintf("it has %d entries after %d and counts %d", s.Count, before.Size, s.Size))
	no(s.Begins == "" && (s.Epoch != before.Epoch || s.Cluster != before.Cluster), "it lies in another epoch and does not say that it begins it")
	no(s.Begins != "" && s.Epoch != before.Epoch+1, fmt.Sprintf("it begins epoch %d after %d", s.Epoch, before.Epoch))
	no(s.Begins == "" && number(s.Before) < number(before.Before), "it goes back to transactions that were sealed")
	return all
}

func (v *Verifier) takeLeaf(l Line) {
	b := v.open
	f := v.here("")
	f.Seal, f.Place, f.Entry = l.In, l.Position, l.id()
	if b == nil || l.In != b.seal.Number {
		if v.stray != l.In { // told once for all that lost their seal together
			f.What = "an entry stands outside its seal: it was added or moved, or its seal was removed"
			v.report.add(f)
		}
		v.stray = l.In
		return
	}
	fault := func(what string) { f.What = what; b.broken = true; v.report.add(f) }
	switch {
	case b.seen[l.Position]:
		fault("there is already an entry at this position: one was added")
	case l.Position > b.seal.Count:
		fault(fmt.Sprintf("the seal has %d entries: this one was added", b.seal.Count))
	case l.Position < b.last:
		fault(fmt.Sprintf("it comes after position %d: the entries were moved", b.last))
	}
	if l.sealed().Hash() != *l.Leaf {
		fault("the " + l.Kind + " was changed: it does not fit what was sealed")
	}
	v.checkOrder(b, l, fault)
	b.seen[l.Position], b.last = true, max(b.last, l.Position)
	b.tree.Add(*l.Leaf)
	if b.first == "" {
		b.first = f.Entry
	}
	b.end = f.Entry
	v.count(l, fault)
}

// checkOrder compares the transactions of neighbours, which entries are sorted by.
func (v *Verifier) checkOrder(b *batch, l Line, fault func(string)) {
	if l.Entry == nil {
		b.xid = 0
		return
	}
	xid := number(l.Entry.Xid)
	if b.xid > 0 && (xid < b.xid || xid == b.xid && l.Entry.ID <= b.id) {
		fault("its transaction is older than that of the entry before it: the entries were moved")
	}
	b.xid, b.id = xid, l.Entry.ID
}

func (v *Verifier) count(l Line, fault func(string)) {
	if l.Stub == nil {
		v.report.Entries++
		return
	}
	v.report.Stubs++
	if l.Stub.At.AddDate(v.o.Retention, 0, 0).After(v.o.Now) {
		fault(fmt.Sprintf("it is of %s and was removed before its %d years had passed", l.Stub.At, v.o.Retention))
	}
}

// closeBatch looks at the entries of the seal as a whole.
func (v *Verifier) closeBatch() {
	b := v.open
	v.open = nil
	if b == nil {
		return
	}
	f := Finding{File: v.file, Line: b.line, Seal: b.seal.Number}
	for _, gap := range b.gaps() {
		b.broken, f.Place = true, gap[0]
		f.What = "the entry at this position is missing: it was removed"
		if gap[1] > gap[0] {
			f.What = fmt.Sprintf("the entries from here to position %d are missing: they were removed", gap[1])
		}
		v.report.add(f)
	}
	f.Place = 0
	if root := b.tree.Root(); !b.broken && (root != b.seal.Root || b.first != b.seal.First || b.end != b.seal.Last) {
		f.What = "its entries are not those that were sealed, or the seal was changed"
		v.report.add(f)
	}
	for _, pin := range v.pinned[b.seal.Number] {
		if pin.Chain != b.seal.Hash() || pin.Size != b.seal.Size {
			f.What = fmt.Sprintf("the checkpoint given is of another seal %d: the log was made anew up to there, or lies of another server", b.seal.Number)
			v.report.add(f)
		}
	}
}

// gaps lists the positions that no entry came for, from and to.
func (b *batch) gaps() [][2]int64 {
	var all [][2]int64
	next := int64(1)
	for _, p := range append(slices.Sorted(maps.Keys(b.seen)), b.seal.Count+1) {
		if p > next && next <= b.seal.Count {
			all = append(all, [2]int64{next, min(p-1, b.seal.Count)})
		}
		next = p + 1
	}
	return all
}

// id is the id of the entry that a line holds or held.
func (l Line) id() string { return l.sealed().ID }

// sealed is the leaf as it follows from the line.
func (l Line) sealed() Leaf {
	if l.Entry != nil {
		return l.Entry.Leaf()
	}
	return *l.Stub
}
