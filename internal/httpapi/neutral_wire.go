package httpapi

import (
	"crypto/sha256"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/person"
)

// neutralSigns are those that are not taken for one another when read aloud.
const neutralSigns = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// neutral is the reference by which lists name a protected child: always the same for one unit (for the family: for one
// person) and the child, another for every other unit. It is made of their ids, which are drawn by chance, and of nothing
// that the child is called or numbered (R31).
func neutral(a access.Actor, child id.Person) string {
	knower := a.Unit().UUID()
	if a.IsCitizen() {
		knower = a.Person().UUID()
	}
	of := child.UUID()
	h := sha256.New()
	for _, part := range [][]byte{[]byte("neutral reference of a child\x00"), knower[:], of[:]} {
		_, _ = h.Write(part) // a hash takes everything
	}
	signs := make([]byte, 0, 8)
	for _, b := range h.Sum(nil)[:cap(signs)] {
		signs = append(signs, neutralSigns[int(b)%len(neutralSigns)])
	}
	return "Skyddad person " + string(signs)
}

// childName is how lists name a child: a protected one by a neutral reference that tells nothing of the child (R31).
func childName(a access.Actor, given, family person.Text, protection person.Protection, child id.Person) string {
	if protection != person.NoProtection {
		return neutral(a, child)
	}
	return fullName(given, family)
}
