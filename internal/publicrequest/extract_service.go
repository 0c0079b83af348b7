package publicrequest

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
	"samplan/internal/routine"
)

// Terms says what the law says of extracts.
func (s *Service) Terms() Terms { return s.terms }

// Holders gives a page of the units that the family may know of and ask: those that take part in its plans as it sees them, and those
// that receive requests. The family.
func (s *Service) Holders(ctx context.Context, a access.Actor, p page.Page) ([]Holder, int, error) {
	g, err := access.Allow[access.ReadDataExtract](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListDataHolders(ctx, g, p)
}

// Ask asks a unit for what it keeps about oneself, or about a child of today's. It is received alike whether the unit keeps anything or
// not. The family. Faults: not-found for another's child, unknown-unit, duplicate while one of the own waits.
func (s *Service) Ask(ctx context.Context, a access.Actor, d Draft) (Request, error) {
	g, err := access.Allow[access.AskDataExtract](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	m, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	r := newExtract(d, s.terms, a.Today())
	r.CreatedAt = s.now()
	return s.store.AskDataExtract(ctx, g, m, r)
}

// Extend puts off by when an extract of the own unit's is answered, and whoever asked is told. Unit managers. Faults: not-found, as of
// Request.Extend.
func (s *Service) Extend(ctx context.Context, a access.Actor, r id.PublicRequest, reason person.Text) (Request, error) {
	g, err := access.Allow[access.DecidePublicRequest](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	err = s.store.ExtendDataExtract(ctx, g, r, func(r *Request, p *routine.Profile) error { return r.Extend(reason, p, a.Today()) })
	if err != nil {
		return Request{}, err
	}
	return s.Find(ctx, a, r)
}

// Extracts gives a page of what the caller has asked for, the latest first. The family.
func (s *Service) Extracts(ctx context.Context, a access.Actor, p page.Page) ([]Request, int, error) {
	g, err := access.Allow[access.ReadDataExtract](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListDataExtracts(ctx, g, p)
}

// Extract gives one with what was decided to leave, and the unit as its holder. The family, who asked. Fault: not-found.
func (s *Service) Extract(ctx context.Context, a access.Actor, r id.PublicRequest) (Request, Holder, error) {
	g, err := access.Allow[access.ReadDataExtract](s.policy, a)
	if err != nil {
		return Request{}, Holder{}, err
	}
	return s.store.FindDataExtract(ctx, g, r)
}
