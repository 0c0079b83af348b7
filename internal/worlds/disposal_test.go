package worlds

import "maps"

func init() { maps.Copy(table, ofDisposal) }

// ofDisposal are the rows of the table about disposal. Nothing in a world is old enough to be listed.
var ofDisposal = map[string]operation{
	"ListDisposalSettings": list("/disposal-settings"),
	"SetDisposalSetting": post(writes, "/disposal-settings", none, body(object{"secrecyClass": "ifo", "sample": "none", "decision": "a"}),
		body(object{"secrecyClass": "health", "years": 10, "decision": "a"}), body(object{"secrecyClass": "health", "years": 9, "decision": "a"})),
	"ListDisposals":      list("/disposals"),
	"GetDisposal":        get("/disposals/{}", disposalsOf),
	"ListDisposalCases":  listOf("/disposals/{}/cases", disposalsOf),
	"DrawUpDisposal":     post(writes, "/disposals", none, body(object{})),
	"DecideDisposal":     post(writes, "/disposals/{}/decisions", disposalsOf, body(object{})),
	"CancelDisposal":     post(gains, "/disposals/{}/cancellations", disposalsOf, body(object{})),
	"ListRetentionMarks": listOf("/children/{}/retention-marks", children),
	"SetRetentionMark":   post(writes, "/children/{}/retention-marks", children, body(object{"kind": "placed", "reason": "a"})),
	"EndRetentionMark":   post(writes, "/retention-marks/{}/endings", marksOf, body(object{"reason": "a"})),
}

func disposalsOf(q *asking) []ID { return q.disposals }
func marksOf(q *asking) []ID     { return q.marks }

// pickDisposals chooses lists and marks to ask with.
func (q *asking) pickDisposals(a, b *World, pick func(one, two []ID) []ID) {
	q.disposals = pick(idsFor(a.Disposals, func(v Disposal) ID { return v.ID }), idsFor(b.Disposals, func(v Disposal) ID { return v.ID }))
	q.marks = pick(idsFor(a.Marks, func(v Mark) ID { return v.ID }), idsFor(b.Marks, func(v Mark) ID { return v.ID }))
}

// ofDisposals: archivists know the lists of their domain, with the children's names as long as they are not carried out, and of which
// children there is no name; who has a case knows its marks, and a manager which cases there are.
func (k *known) ofDisposals() {
	for _, d := range k.Disposals {
		if !k.SeesDisposal(k.Reader, d) {
			continue
		}
		k.add("disposal", d)
		for _, c := range d.Cases {
			if d.State != "drawn-up" && d.State != "decided" {
				continue
			}
			var last File
			for _, f := range k.Files {
				if f.Child == c.Child && f.Unit == c.Unit && !f.Valid.From.Before(last.Valid.From) {
					last = f
				}
			}
			isOpen := k.Human(c.Child).Protection == "none"
			if isOpen {
				k.add("listed", c.ID, last.Given, last.Family, last.Birth)
			}
			k.add("named", c.ID, isOpen)
		}
	}
	for _, f := range k.Files {
		if f.Unit == k.Unit && !k.IsCitizen() && k.SeesMarks(k.Reader, f.Child) {
			k.add("markable", f.Child)
		}
	}
	for _, m := range k.Marks {
		if m.Unit == k.Unit && !k.IsCitizen() && k.SeesMarks(k.Reader, m.Child) {
			k.add("mark", m)
		}
	}
}

// inDisposals are mutants of lists and marks.
var inDisposals = []func(*maker){
	(*maker).disposal, (*maker).marked, (*maker).marked,
	func(m *maker) { remove(m.dice, &m.Disposals) },
	func(m *maker) { remove(m.dice, &m.Marks) },
	func(m *maker) { alter(m.dice, m.Disposals, func(d *Disposal) { d.Words += " ändrat" }) },
	func(m *maker) {
		alter(m.dice, m.Marks, func(k *Mark) { k.Words, k.Version = k.Words+" ändrat", k.Version+1 })
	},
}
