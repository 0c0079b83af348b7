package worlds

import (
	"samplan/internal/demo"
)

// ofApart is what a reader knows of reports, questions and decisions. The name of a child in a question is that of the own
// unit's newest case, open or not.
func (k *known) ofApart() {
	for _, c := range k.Concerns {
		if !k.SeesConcern(k.Reader, c) {
			continue
		}
		if k.Unit == c.From {
			c.Handling = Handling{}
		}
		k.add("concern", c, k.Human(c.Child).Protection)
	}
	for _, q := range k.Questions {
		if !k.SeesQuestion(k.Reader, q) {
			continue
		}
		answer := len(q.Known) > 0
		if q.Known = nil; k.Unit != q.Unit {
			q.Reason, q.Person = "", ID{}
		}
		own := where(k.Files, func(f File) bool { return f.Child == q.Child && f.Unit == k.Unit })
		k.add("question", q, answer, own, k.Human(q.Child).Protection)
	}
	for _, d := range k.Custody {
		if k.SeesCustody(k.Reader, d) {
			k.add("custody", d)
		}
	}
	k.ofBoards()
}

// ofBoards: what another social board may tell of a child is the law's own disclosure, yes or no and nothing more (R25).
func (k *known) ofBoards() {
	for _, h := range k.People {
		for _, board := range []string{"vh", "sh", "nf", "ce", "gn"} {
			if isKnown, may := k.Known(k.Reader, h.ID, board); may {
				k.add("known there", h.Number, demo.AuthorityID(board), isKnown)
			}
		}
	}
}
