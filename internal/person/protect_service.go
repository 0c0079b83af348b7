package person

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// RecordProtection records a level of protection for the own unit; only the unit itself takes it back, by recording a
// lower one (R31, R34). Caseworkers with the case, unit managers. Faults: not-found, reason-required.
func (s *Service) RecordProtection(ctx context.Context, a access.Actor, child id.Person, d ProtectionDraft) (ProtectionRecord, error) {
	g, err := access.Allow[access.RecordProtection](s.policy, a)
	if err != nil {
		return ProtectionRecord{}, err
	}
	return s.store.RecordProtection(ctx, g, child, func(c Child) (ProtectionRecord, error) { return c.Protect(d, a.Today(), s.now()) })
}

// Protections gives a page of the levels that the own unit has recorded. Caseworkers with the case, unit managers.
func (s *Service) Protections(ctx context.Context, a access.Actor, child id.Person, p page.Page) ([]ProtectionRecord, int, error) {
	g, err := access.Allow[access.ReadProtection](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListProtections(ctx, g, child, p)
}

// AddWhereabouts writes down where a child is. Those who may read it. Faults: not-found, dates-out-of-order.
func (s *Service) AddWhereabouts(ctx context.Context, a access.Actor, child id.Person, d WhereaboutsDraft) (Whereabouts, error) {
	g, err := access.Allow[access.EditWhereabouts](s.policy, a)
	if err != nil {
		return Whereabouts{}, err
	}
	return s.store.AddWhereabouts(ctx, g, child, func(c Child) (Whereabouts, error) { return c.Place(d, a.Person(), a.Today()) })
}

// Whereabouts gives a page of where a child is. Caseworkers with the case and unit managers; of a protected child those
// of them who are named for it (R31). Fault: not-found.
func (s *Service) Whereabouts(ctx context.Context, a access.Actor, child id.Person, p page.Page) ([]Whereabouts, int, error) {
	g, err := access.Allow[access.ReadWhereabouts](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListWhereabouts(ctx, g, child, p)
}

// EndWhereabouts ends a word on where a child is; last is its last day. Those who may read it.
func (s *Service) EndWhereabouts(ctx context.Context, a access.Actor, w id.Whereabouts, last civil.Date) (Whereabouts, error) {
	g, err := access.Allow[access.EditWhereabouts](s.policy, a)
	if err != nil {
		return Whereabouts{}, err
	}
	return s.store.EndWhereabouts(ctx, g, w, func(w *Whereabouts) error { return w.End(last) })
}

// NameReader names a colleague who may know where a protected child is. Unit managers, never themselves. Faults:
// not-found, unknown-colleague, duplicate, reason-required, dates-out-of-order.
func (s *Service) NameReader(ctx context.Context, a access.Actor, child id.Person, d ReaderDraft) (WhereaboutsReader, error) {
	g, err := access.Allow[access.NameReader](s.policy, a)
	if err != nil {
		return WhereaboutsReader{}, err
	}
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return WhereaboutsReader{}, err
	}
	return s.store.NameReader(ctx, g, child, func(c Child) (WhereaboutsReader, error) {
		r, err := c.NameReader(d, a.Person(), a.Today())
		if err != nil {
			return WhereaboutsReader{}, err
		}
		ok, err := s.store.IsColleague(ctx, o, d.Person)
		if err == nil && !ok {
			err = fault.At(fault.CodeNotStaff, "/personId", "unknown")
		}
		return r, err
	})
}

// Readers gives a page of those who are named for a child. Unit managers.
func (s *Service) Readers(ctx context.Context, a access.Actor, child id.Person, p page.Page) ([]WhereaboutsReader, int, error) {
	g, err := access.Allow[access.NameReader](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListReaders(ctx, g, child, p)
}

// EndReader ends a naming; last is its last day. Unit managers.
func (s *Service) EndReader(ctx context.Context, a access.Actor, r id.WhereaboutsReader, last civil.Date) (WhereaboutsReader, error) {
	g, err := access.Allow[access.NameReader](s.policy, a)
	if err != nil {
		return WhereaboutsReader{}, err
	}
	return s.store.EndReader(ctx, g, r, func(r *WhereaboutsReader) error { return r.End(last) })
}

// Block keeps from one guardian where the child is (R35). Caseworkers with the case, unit managers. Faults: not-found,
// duplicate, reason-required, invalid-value for somebody whom the unit does not know to be close to the child.
func (s *Service) Block(ctx context.Context, a access.Actor, child id.Person, d BlockDraft) (WhereaboutsBlock, error) {
	g, err := access.Allow[access.BlockWhereabouts](s.policy, a)
	if err != nil {
		return WhereaboutsBlock{}, err
	}
	return s.store.AddBlock(ctx, g, child, func(c Child) (WhereaboutsBlock, error) { return c.Block(d, a.Person(), a.Today()) })
}

// Blocks gives a page of the own unit's blocks. Caseworkers with the case, unit managers.
func (s *Service) Blocks(ctx context.Context, a access.Actor, child id.Person, p page.Page) ([]WhereaboutsBlock, int, error) {
	g, err := access.Allow[access.BlockWhereabouts](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListWhereaboutsBlocks(ctx, g, child, p)
}

// EndBlock ends a block; last is its last day. Who may decide one may end it.
func (s *Service) EndBlock(ctx context.Context, a access.Actor, b id.WhereaboutsBlock, last civil.Date) (WhereaboutsBlock, error) {
	g, err := access.Allow[access.BlockWhereabouts](s.policy, a)
	if err != nil {
		return WhereaboutsBlock{}, err
	}
	return s.store.EndBlock(ctx, g, b, func(b *WhereaboutsBlock) error { return b.End(last) })
}
