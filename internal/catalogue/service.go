package catalogue

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Choice says which entries are asked for: those that hold words, are meant for an age, can be chosen on a day.
type Choice struct {
	Words string
	Age   *int
	On    civil.Date
}

// Store is what the slice needs of storage. Entries in reach are the national ones and the own principal's.
type Store interface {
	// ListCatalogue gives a page of the entries in reach by name, and how many there are in all.
	ListCatalogue(context.Context, access.Grant[access.ReadCatalogue], Choice, page.Page) ([]Entry, int, error)
	// FindCatalogueEntry gives one; fault.CodeNotFound for one of another principal.
	FindCatalogueEntry(context.Context, access.Grant[access.ReadCatalogue], id.CatalogueEntry) (Entry, error)
	// AddCatalogueEntry stores an entry of the own principal; fault.CodeDuplicate when the code is another's in those days.
	AddCatalogueEntry(context.Context, access.Grant[access.EditCatalogue], *Entry) error
	// ChangeCatalogueEntry locks an entry of the own principal, lets do change it, and stores it.
	ChangeCatalogueEntry(context.Context, access.Grant[access.EditCatalogue], id.CatalogueEntry, func(*Entry) error) (Entry, error)
}

// Service holds the use cases.
type Service struct {
	store  Store
	policy *access.Matrix
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix) *Service { return &Service{s, m} }

// List gives a page of the entries. All staff.
func (s *Service) List(ctx context.Context, a access.Actor, c Choice, p page.Page) ([]Entry, int, error) {
	g, err := access.Allow[access.ReadCatalogue](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListCatalogue(ctx, g, c, p)
}

// Find gives one entry. All staff.
func (s *Service) Find(ctx context.Context, a access.Actor, e id.CatalogueEntry) (Entry, error) {
	g, err := access.Allow[access.ReadCatalogue](s.policy, a)
	if err != nil {
		return Entry{}, err
	}
	return s.store.FindCatalogueEntry(ctx, g, e)
}

// Add adds an entry for the own principal. System administrators. Faults: duplicate, invalid values.
func (s *Service) Add(ctx context.Context, a access.Actor, d Draft) (Entry, error) {
	g, err := access.Allow[access.EditCatalogue](s.policy, a)
	if err != nil {
		return Entry{}, err
	}
	e, err := NewEntry(d)
	if err != nil {
		return Entry{}, err
	}
	return e, s.store.AddCatalogueEntry(ctx, g, &e)
}

// End ends an entry of the own principal. System administrators. Faults: not-found, already-ended, invalid values.
func (s *Service) End(ctx context.Context, a access.Actor, e id.CatalogueEntry, last civil.Date) (Entry, error) {
	g, err := access.Allow[access.EditCatalogue](s.policy, a)
	if err != nil {
		return Entry{}, err
	}
	return s.store.ChangeCatalogueEntry(ctx, g, e, func(e *Entry) error { return e.End(last, a.Today()) })
}
