package worlds

import (
	"slices"
	"sync"

	"samplan/internal/demo"
	"samplan/internal/id"
	"samplan/internal/session"
)

// Reader is one who asks: a member of staff under one assignment, or a citizen.
type Reader struct {
	Key        string // who, in words
	Person     ID     // of a citizen: whether or not anybody has told of the citizen
	Subject    string // staff
	Assignment id.Assignment
	Role, Unit string
	Number     string // citizen
	Client     ID     // through which the reader asks, or zero
}

// StaffOf gives the members of staff of a unit, each under the assignment there.
func StaffOf(unit string) []Reader { return slices.Clone(staffByUnit()[unit]) }

var staffByUnit = sync.OnceValue(func() map[string][]Reader {
	by := map[string][]Reader{}
	for _, r := range Staff() {
		by[r.Unit] = append(by[r.Unit], r)
	}
	return by
})

// Staff gives every member of staff under every assignment. Worlds ask for it over and over.
var Staff = sync.OnceValue(allStaff)

func allStaff() []Reader {
	var all []Reader
	for _, p := range demo.Staff {
		for _, post := range p.Posts {
			all = append(all, Reader{
				Key: p.Key + " as " + post.Role + " at " + post.Unit, Person: p.PersonID().UUID(), Subject: p.Subject(),
				Assignment: p.AssignmentID(post.Unit), Role: post.Role, Unit: post.Unit,
			})
		}
	}
	return all
}

// Readers gives everybody who may ask in the world: all staff of the units that take part, every citizen.
func (w *World) Readers() []Reader {
	var all []Reader
	for _, u := range units {
		all = append(all, StaffOf(u)...)
	}
	for _, h := range w.People {
		all = append(all, Reader{Key: "citizen " + h.Number, Person: h.ID, Number: h.Number})
	}
	return all
}

// IsCitizen tells whether the reader comes as a guardian or a child.
func (r Reader) IsCitizen() bool { return r.Number != "" }

// Credentials are what a verified token says of the reader.
func (r Reader) Credentials() session.Credentials {
	c := r.ownCredentials()
	if r.Client != (ID{}) {
		c.Client, c.Scopes, c.Rate = id.ClientOf(r.Client), everyScope, "large"
	}
	return c
}

func (r Reader) ownCredentials() session.Credentials {
	if r.isAlone() {
		return session.Credentials{Kind: session.Client}
	}
	if !r.IsCitizen() {
		return session.Credentials{Kind: session.Staff, Issuer: StaffIssuer, Subject: r.Subject}
	}
	number, err := session.NewIdentifier(r.Number)
	if err != nil {
		panic(err) // the worlds' own numbers are well formed
	}
	return session.Credentials{Kind: session.Citizen, IdentifierType: "personnummer", Identifier: number}
}
