package worlds

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"github.com/google/uuid"
)

// addMasked adds what the reader may notice without being told its ids.
func (k *known) addMasked(kind string, facts ...any) {
	k.lines = append(k.lines, fmt.Sprintf("%s %x", kind, sha256.Sum256(fmt.Appendf(nil, "%+v", facts))))
}

func (k *known) ofLog() {
	entries := slices.Clone(k.Log)
	slices.SortFunc(entries, func(a, b Entry) int {
		if c := a.At.Compare(b.At); c != 0 {
			return c
		}
		return slices.Compare(a.ID[:], b.ID[:])
	})
	children := map[ID]int{}
	for _, e := range entries {
		for _, h := range k.People {
			if k.IsTold(k.Reader, e, h.ID) {
				k.addMasked("told", h.ID, e.ID, e.At, e.Operation, e.Role, e.Unit)
			}
		}
		if k.MayReview(k.Reader, e) {
			k.ofReview(e, children)
		}
	}
}

// ofReview: the child is a number, in the order in which children come up, and more only where it is a case of the own unit.
func (k *known) ofReview(e Entry, children map[ID]int) {
	if e.Child != uuid.Nil && children[e.Child] == 0 {
		children[e.Child] = len(children) + 1
	}
	k.add("review", e.ID, e.At, e.Operation, e.Outcome, e.Person, e.Role, e.Unit, len(e.Objects), children[e.Child])
	if k.Role == "unit-manager" && k.hasCase(k.Unit, e.Child) {
		k.add("reviewed child", e.ID, e.Child, e.Purpose)
	}
}

// ofReasons: whoever sees what another domain released may know what opened it. The data protection officer may know who
// could see what the principal's units hold: who works where with whom, and what is open to whom, without an id.
func (k *known) ofReasons() {
	for _, i := range k.Items {
		p := k.Plan(i.Plan)
		if !k.IsCitizen() && k.SeesItem(k.Reader, i) && !k.together(i.Unit, k.Unit) {
			k.ofGround(i, p)
		}
		if k.IsOfPrincipal(k.Reader, i) {
			k.add("held", i.ID, i.Unit)
			k.addMasked("access", i.ID, i.Visibility, i.Category, i.Named, i.Withheld, i.Subjects, i.Created, p, k.Human(p.Child).Birth)
			ofChild(k, "party", k.Parties, func(y Party) bool { return y.Plan == p.ID })
			ofChild(k, "file", k.Files, func(f File) bool { return f.Child == p.Child })
			ofChild(k, "worker", k.Workers, func(v Worker) bool { return v.Child == p.Child })
			ofChild(k, "relation", k.Relations, func(v Relation) bool { return v.Child == p.Child })
			ofChild(k, "maturity", k.Maturity, func(v Maturity) bool { return v.Child == p.Child })
			ofChild(k, "consent", k.Consents, func(c Consent) bool { return c.Child == p.Child })
			ofChild(k, "disclosure", k.Disclosures, func(d Disclosure) bool { return d.Item == i.ID })
			ofChild(k, "block", k.Blocks, func(b Block) bool { return b.Child == p.Child })
		}
	}
}

func ofChild[T any](k *known, kind string, all []T, is func(T) bool) {
	for _, v := range where(all, is) {
		k.addMasked("access by "+kind, v)
	}
}

func (k *known) ofGround(i Item, p Plan) {
	for _, d := range k.Disclosures {
		if d.Item == i.ID && d.To == k.Unit {
			k.add("ground", d.ID, d.Ground, d.Valid, d.Ended)
		}
	}
	for _, c := range k.Consents {
		alone := &World{Day: k.Day, Ages: k.Ages, People: k.People, Files: k.Files, Relations: k.Relations, Maturity: k.Maturity, Plans: k.Plans, Parties: k.Parties, Consents: []Consent{c}}
		if alone.IsOpen(p, i.Unit, k.Unit, i.Category) {
			k.add("opened by", i.ID, c.ID, c.Valid)
		}
	}
}
