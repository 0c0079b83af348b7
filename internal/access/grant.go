package access

import (
	"slices"

	"samplan/internal/fault"
)

// Grant is proof that the policy lets an actor use permission P, and how far. The zero value opens nothing.
type Grant[P Permission] struct {
	actor   Actor
	reaches []Reach
}

// Actor is the one the grant was cut for.
func (g Grant[P]) Actor() Actor { return g.actor }

// Reaches tells how far the grant goes.
func (g Grant[P]) Reaches() []Reach { return slices.Clone(g.reaches) }

// Has tells whether the grant goes as far as r.
func (g Grant[P]) Has(r Reach) bool { return slices.Contains(g.reaches, r) }

// IsZero tells whether the grant opens nothing.
func (g Grant[P]) IsZero() bool { return len(g.reaches) == 0 }

// Allow cuts a grant, or says fault.CodeDenied when the policy gives the actor's role no reach at all.
func Allow[P Permission](m *Matrix, a Actor) (Grant[P], error) {
	var p P
	reaches := m.reaches[roleRule{a.post.Role, p.rule()}]
	if len(reaches) == 0 {
		return Grant[P]{}, fault.New(fault.CodeDenied)
	}
	return Grant[P]{a, reaches}, nil
}
