package org

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/sheet"
)

// StartImport says how a file of units is to be read that is then sent. System administrators, for their own principal. Fault:
// invalid-value for a branch of another principal.
func (s *Service) StartImport(ctx context.Context, a access.Actor, d ImportDraft) (Import, error) {
	g, err := access.Allow[access.ImportUnits](s.policy, a)
	if err != nil {
		return Import{}, err
	}
	own, err := s.principal(ctx, a)
	if err != nil {
		return Import{}, err
	}
	l, err := s.Labels(ctx, a)
	if err != nil {
		return Import{}, err
	}
	if b, ok := l.Branch(d.Branch); !d.Branch.IsZero() && (!ok || b.Principal.ID != own) {
		return Import{}, fault.At(fault.CodeInvalid, "/branchId", ruleUnknown)
	}
	d.From = orToday(a, d.From)
	i := Import{ImportDraft: d, ID: id.NewUnitImport(), Intake: sheet.NewIntake(s.now())}
	return i, s.store.StartUnitImport(ctx, g, &i)
}

// CheckImport reads the file of an import and tells what each row would come to: the dry run, which writes nothing to the
// organisation. Once for each import; a file that cannot be used leaves it open. System administrators of the principal. Faults:
// not-found, stale-version, import-not-open, unusable-file.
func (s *Service) CheckImport(ctx context.Context, a access.Actor, i id.UnitImport, tag string, f sheet.File) (Import, error) {
	g, err := access.Allow[access.ImportUnits](s.policy, a)
	if err != nil {
		return Import{}, err
	}
	var rows []sheet.Row
	take := func(v *Import) (err error) {
		rows, err = v.Take(tag, f, v.Source, unitColumns, unitLimits, s.now())
		return err
	}
	return s.store.CheckUnitImport(ctx, g, i, take, func(v *Import, inventory Inventory) []ImportRow {
		out := v.check(rows, inventory)
		v.Counts = countsOf(out)
		return out
	})
}

// ApplyImport makes the organisation exactly what the dry run told: all of it or nothing. System administrators of the principal.
// Faults: not-found, import-not-open, import-not-confirmed, import-outdated.
func (s *Service) ApplyImport(ctx context.Context, a access.Actor, i id.UnitImport, c Confirmation) (Import, error) {
	g, err := access.Allow[access.ImportUnits](s.policy, a)
	if err != nil {
		return Import{}, err
	}
	v, err := s.store.ApplyUnitImport(ctx, g, i, func(v *Import) error { return v.apply(c, s.now()) })
	if err == nil {
		s.kept.Store(nil) // units may be called otherwise now
	}
	return v, err
}

// Imports gives a page of the own principal's. System administrators.
func (s *Service) Imports(ctx context.Context, a access.Actor, p page.Page) ([]Import, int, error) {
	g, err := access.Allow[access.ReadUnitImport](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListUnitImports(ctx, g, p)
}

// Import gives one of them. Fault: not-found.
func (s *Service) Import(ctx context.Context, a access.Actor, i id.UnitImport) (Import, error) {
	g, err := access.Allow[access.ReadUnitImport](s.policy, a)
	if err != nil {
		return Import{}, err
	}
	return s.store.FindUnitImport(ctx, g, i)
}

// ImportRows gives a page of what its rows came to; no outcome means any. System administrators of the principal. Fault: not-found.
func (s *Service) ImportRows(ctx context.Context, a access.Actor, i id.UnitImport, o ImportOutcome, p page.Page) ([]ImportRow, int, error) {
	g, err := access.Allow[access.ReadUnitImport](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListUnitImportRows(ctx, g, i, o, p)
}
