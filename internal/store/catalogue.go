package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/catalogue"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"
)

const (
	catalogueColumns = `c.id, c.principal_id, c.code, c.name, coalesce(c.name_english, ''), coalesce(c.description, ''), coalesce(c.situation, ''),
	  coalesce(c.evidence, ''), c.age_from, c.age_to, lower(c.valid), upper(c.valid) - 1, c.version`
	// ownEntries are those that one may choose from (alias c): national ones and the own principal's.
	ownEntries = `(c.principal_id IS NULL OR c.principal_id = app_principal())`
)

func catalogueTargets(e *catalogue.Entry) []any {
	return []any{
		asID(&e.ID), asID(&e.Principal), &e.Code, &e.Name, &e.NameEnglish, &e.Description, &e.Situation, &e.Evidence, &e.AgeFrom, &e.AgeTo,
		asDay(&e.ValidFrom), asDay(&e.ValidTo), &e.Version,
	}
}

// ListCatalogue implements catalogue.Store.
func (s *Store) ListCatalogue(ctx context.Context, g access.Grant[access.ReadCatalogue], c catalogue.Choice, pg page.Page) ([]catalogue.Entry, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	q := plan.ParseQuery(c.Words)
	var rows []catalogue.Entry
	total, err := u.list(ctx, listing{
		columns: catalogueColumns,
		from: `intervention_catalogue c WHERE ` + ownEntries + ` AND ($1::int IS NULL OR $1 BETWEEN coalesce(c.age_from, 0) AND coalesce(c.age_to, 25))
		  AND ($2::date IS NULL OR c.valid @> $2) AND ($3 = '' OR to_tsvector('swedish', ` +
			plain(`concat_ws(' ', c.code, c.name, c.name_english, c.description, c.situation)`) + `) @@ to_tsquery('swedish', $4))`,
		order: "c.name, c.id",
		args:  []any{c.Age, c.On, c.Words, q.String()},
	}, pg, func(r pgx.Rows) error {
		var e catalogue.Entry
		err := r.Scan(catalogueTargets(&e)...)
		rows = append(rows, e)
		u.log.opened(e.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// FindCatalogueEntry implements catalogue.Store.
func (s *Store) FindCatalogueEntry(ctx context.Context, g access.Grant[access.ReadCatalogue], e id.CatalogueEntry) (catalogue.Entry, error) {
	u, err := within(ctx, g)
	if err != nil {
		return catalogue.Entry{}, err
	}
	found, err := u.catalogueEntry(ctx, e, ownEntries)
	if err == nil {
		u.log.opened(e.UUID(), g.Reaches()[0])
	}
	return found, err
}

func (u *unit) catalogueEntry(ctx context.Context, e id.CatalogueEntry, where string) (catalogue.Entry, error) {
	var found catalogue.Entry
	err := u.pipeline(ctx, step{
		sql:  "SELECT " + catalogueColumns + " FROM intervention_catalogue c WHERE c.id = $1 AND " + where,
		args: []any{e},
		row:  func(r pgx.Rows) error { return r.Scan(catalogueTargets(&found)...) },
	})
	if err == nil && found.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	return found, err
}

// AddCatalogueEntry implements catalogue.Store.
func (s *Store) AddCatalogueEntry(ctx context.Context, g access.Grant[access.EditCatalogue], e *catalogue.Entry) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	if !g.Has(access.OwnPrincipal) {
		return fault.New(fault.CodeNotFound)
	}
	u.log.opened(e.ID.UUID(), access.OwnPrincipal)
	return u.pipeline(ctx, step{
		sql: `INSERT INTO intervention_catalogue (id, principal_id, code, name, name_english, description, situation, evidence, age_from, age_to, valid)
		      VALUES ($1, app_principal(), $2, $3, $4, $5, $6, $7, $8, $9, daterange($10, $11, '[]')) RETURNING principal_id`,
		args: []any{
			e.ID, e.Code, e.Name, nullable(e.NameEnglish), nullable(e.Description), nullable(e.Situation), nullable(e.Evidence), e.AgeFrom, e.AgeTo,
			e.ValidFrom, e.ValidTo,
		},
		row: func(r pgx.Rows) error { return r.Scan(&e.Principal) },
	})
}

// ChangeCatalogueEntry implements catalogue.Store.
func (s *Store) ChangeCatalogueEntry(
	ctx context.Context, g access.Grant[access.EditCatalogue], e id.CatalogueEntry, do func(*catalogue.Entry) error,
) (catalogue.Entry, error) {
	u, err := within(ctx, g)
	if err != nil {
		return catalogue.Entry{}, err
	}
	if !g.Has(access.OwnPrincipal) {
		return catalogue.Entry{}, fault.New(fault.CodeNotFound)
	}
	found, err := u.catalogueEntry(ctx, e, "c.principal_id = app_principal() FOR UPDATE")
	if err == nil {
		err = do(&found)
	}
	if err != nil {
		return catalogue.Entry{}, err
	}
	u.log.opened(e.UUID(), access.OwnPrincipal)
	return found, u.pipeline(ctx, step{
		sql:  `UPDATE intervention_catalogue SET valid = daterange(lower(valid), $2, '[]'), version = $3 WHERE id = $1 AND version = $3 - 1`,
		args: []any{e, found.ValidTo, found.Version}, affected: unmoved,
	})
}

// FindChoice implements plan.Store.
func (s *Store) FindChoice(ctx context.Context, g access.Grant[access.ReadCatalogue], e id.CatalogueEntry) (string, error) {
	u, err := within(ctx, g)
	if err != nil {
		return "", err
	}
	found, err := u.catalogueEntry(ctx, e, ownEntries+" AND c.valid @> app_today()")
	return found.Name, err
}
