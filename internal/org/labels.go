package org

import (
	"context"
	"slices"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
)

// Branch is a secrecy domain with the names that tell where it lies.
type Branch struct {
	ID        id.Branch
	Name      string
	Authority string
	Principal Principal
}

// Directory is the whole public directory on one day: every unit with its place that day (a closed one with its last),
// every branch and every principal. It holds no personal data.
type Directory struct {
	Units      map[id.Unit]Unit
	Branches   map[id.Branch]Branch
	Principals map[id.Principal]Principal
}

// ofChildren are the kinds of units whose names are places where children are.
var ofChildren = []access.Class{access.ClassNamed("school"), access.ClassNamed("preschool"), access.ClassNamed("independent-school")}

// PlacesOfChildren gives the names of schools and preschools, in the order of the alphabet: a text in which one stands tells where a child is.
func (d Directory) PlacesOfChildren() []string {
	var all []string
	for _, u := range d.Units {
		if slices.Contains(ofChildren, u.Class) {
			all = append(all, u.Name)
		}
	}
	slices.Sort(all)
	return all
}

// Labels names units, branches and principals in the answer to one request. The zero value knows none.
type Labels struct{ state *labelState }

type labelState struct {
	known *Directory
	again func() *Directory // reads the directory anew; nil once it has been done
}

// LabelsOf makes labels of a directory, for tests of what shows them.
func LabelsOf(d Directory) Labels { return Labels{&labelState{known: &d}} }

// Unit finds a unit; a closed one has its last place.
func (l Labels) Unit(u id.Unit) (Unit, bool) {
	return find(l.state, u, func(d *Directory) map[id.Unit]Unit { return d.Units })
}

// Branch finds a branch.
func (l Labels) Branch(b id.Branch) (Branch, bool) {
	return find(l.state, b, func(d *Directory) map[id.Branch]Branch { return d.Branches })
}

// Principal finds a principal.
func (l Labels) Principal(p id.Principal) (Principal, bool) {
	return find(l.state, p, func(d *Directory) map[id.Principal]Principal { return d.Principals })
}

// OrgNumbers gives the organisation numbers of principals by their names; empty where there is none.
func (l Labels) OrgNumbers() map[string]string {
	all := map[string]string{}
	if l.state == nil || l.state.known == nil {
		return all
	}
	for _, p := range l.state.known.Principals {
		if _, twice := all[p.Name]; twice {
			all[p.Name] = "" // which of them is meant cannot be told
		} else {
			all[p.Name] = p.Number.String()
		}
	}
	return all
}

// find reads the directory anew, once, for what it does not hold: that may have come after it was read.
func find[K comparable, V any](s *labelState, key K, in func(*Directory) map[K]V) (V, bool) {
	var none V
	if s == nil || s.known == nil {
		return none, false
	}
	if v, ok := in(s.known)[key]; ok || s.again == nil {
		return v, ok
	}
	s.known, s.again = s.again(), nil
	return find(s, key, in)
}

// directoryLife is how long a directory serves before it is read again.
const directoryLife = 30 * time.Second

// dated is a directory, the day it tells of and when it was read.
type dated struct {
	Directory
	day  civil.Date
	read time.Time
}

// Labels names units, branches and principals for the rest of the request. What is public and hardly ever changes is
// kept in memory, so that most requests pay no statement for it.
func (s *Service) Labels(ctx context.Context, a access.Actor) (Labels, error) {
	g, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return Labels{}, err
	}
	kept := s.kept.Load()
	if kept == nil || kept.day != a.Today() || s.now().Sub(kept.read) >= directoryLife {
		if kept, err = s.read(ctx, g); err != nil {
			return Labels{}, err
		}
		return LabelsOf(kept.Directory), nil
	}
	again := func() *Directory {
		if d, err := s.read(ctx, g); err == nil {
			return &d.Directory
		}
		return nil // the transaction is broken: the request fails at its end
	}
	return Labels{&labelState{&kept.Directory, again}}, nil
}

func (s *Service) read(ctx context.Context, g access.Grant[access.ReadOrg]) (*dated, error) {
	d, err := s.store.ReadDirectory(ctx, g)
	if err != nil {
		return nil, err
	}
	kept := &dated{d, g.Actor().Today(), s.now()}
	s.kept.Store(kept)
	return kept, nil
}
