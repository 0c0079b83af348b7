package store

import (
	"context"
	"slices"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/client"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

const (
	clientColumns = `c.id, c.principal_id, p.name, c.name, c.contact, c.scopes, c.sign_in_ids, c.event_unit_ids, c.rate_class, lower(c.valid), upper(c.valid) - 1, c.ended_at, c.created_at,
	  c.version, (SELECT count(*) + count(k.removed_at) FROM client_key k WHERE k.client_id = c.id)`
	clientTables = `client c JOIN principal p ON p.id = c.principal_id WHERE `
	lockClient   = `SELECT pg_advisory_xact_lock(hashtextextended($1::uuid::text, 5426))`
)

func scanClient(r pgx.Rows) (client.Client, error) {
	var c client.Client
	var names []string
	var units []uuid.UUID
	err := r.Scan(asID(&c.ID), asID(&c.Principal), &c.PrincipalName, &c.Name, &c.Contact, &names, &c.SignIn, &units, asEnum(&c.Rate), asDay(&c.ValidFrom), asDay(&c.ValidTo),
		&c.EndedAt, &c.CreatedAt, &c.Version, &c.KeyVersion)
	c.Scopes = scopesKept(names)
	for _, one := range units {
		c.EventUnits = append(c.EventUnits, id.UnitOf(one))
	}
	return c, err
}

// ListClients implements client.Store.
func (s *Store) ListClients(ctx context.Context, g access.Grant[access.ReadClient], pg page.Page) ([]client.Client, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []client.Client
	total, err := u.list(ctx, listing{columns: clientColumns, from: clientTables + clientScope(g.Reaches()), order: "c.ended_at IS NOT NULL, c.name, c.id"}, pg,
		func(r pgx.Rows) error {
			c, err := scanClient(r)
			rows = append(rows, c)
			u.log.opened(c.ID.UUID(), g.Reaches()[0])
			return err
		})
	if err != nil {
		return nil, 0, err
	}
	return rows, total, u.readKeys(ctx, rows)
}

// readKeys reads the keys that count.
func (u *unit) readKeys(ctx context.Context, rows []client.Client) error {
	ids, at := make([]id.Client, len(rows)), map[id.Client]int{}
	for n := range rows {
		ids[n], at[rows[n].ID] = rows[n].ID, n
	}
	return u.pipeline(ctx, step{
		sql: `SELECT k.client_id, k.id, k.jwk, k.added_at FROM client_key k WHERE k.client_id = ANY ($1::uuid[]) AND k.removed_at IS NULL
		      ORDER BY k.added_at, k.id`,
		args: []any{bare(ids)},
		row: func(r pgx.Rows) (err error) {
			var of id.Client
			var k client.Key
			var jwk []byte
			if err = r.Scan(asID(&of), asID(&k.ID), &jwk, &k.AddedAt); err == nil {
				k.Public, err = client.ReadJWK(jwk)
			}
			rows[at[of]].Keys = append(rows[at[of]].Keys, k)
			return err
		},
	})
}

// FindClient implements client.Store.
func (s *Store) FindClient(ctx context.Context, g access.Grant[access.ReadClient], c id.Client) (client.Client, error) {
	u, err := within(ctx, g)
	if err != nil {
		return client.Client{}, err
	}
	return u.findClient(ctx, c, g.Reaches())
}

func (u *unit) findClient(ctx context.Context, c id.Client, reaches []access.Reach) (client.Client, error) {
	var rows []client.Client
	err := u.pipeline(ctx, step{
		sql: "SELECT " + clientColumns + " FROM " + clientTables + "c.id = $1 AND " + clientScope(reaches), args: []any{c},
		row: func(r pgx.Rows) error {
			v, err := scanClient(r)
			rows = append(rows, v)
			return err
		},
	})
	if err == nil && len(rows) == 0 {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return client.Client{}, err
	}
	u.log.opened(c.UUID(), reaches[0])
	return rows[0], u.readKeys(ctx, rows)
}

// RegisterClient implements client.Store.
func (s *Store) RegisterClient(ctx context.Context, g access.Grant[access.EditClient], c *client.Client) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	if !g.Has(access.OwnPrincipal) {
		return fault.New(fault.CodeNotFound)
	}
	if err := u.ownUnitsNamed(ctx, c.EventUnits); err != nil {
		return err
	}
	u.log.opened(c.ID.UUID(), access.OwnPrincipal)
	steps := []step{{
		sql: `INSERT INTO client (id, principal_id, name, contact, scopes, rate_class, valid, registered_by, created_at, version, sign_in_ids, event_unit_ids)
		      VALUES ($1, app_principal(), $2, $3, $4, $5, daterange($6, $7, '[]'), app_person(), $8, $9, coalesce($10::text[], '{}'), $11)
		      RETURNING principal_id, (SELECT p.name FROM principal p WHERE p.id = principal_id)`,
		args: []any{c.ID, c.Name, c.Contact, c.Scopes.Names(), c.Rate, c.ValidFrom, c.ValidTo, c.CreatedAt, c.Version, c.SignIn, bare(c.EventUnits)},
		row:  func(r pgx.Rows) error { return r.Scan(asID(&c.Principal), &c.PrincipalName) },
	}}
	c.KeyVersion = len(c.Keys)
	return u.pipeline(ctx, append(steps, addKeys(c.ID, c.Keys)...)...)
}

// ownUnitsNamed refuses units that are not the own principal's today.
func (u *unit) ownUnitsNamed(ctx context.Context, units []id.Unit) error {
	if len(units) == 0 {
		return nil
	}
	known := map[id.Unit]bool{}
	err := u.pipeline(ctx, step{
		sql: `SELECT q.unit_id FROM unit_place q JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id
		      WHERE q.unit_id = ANY ($1::uuid[]) AND q.valid @> app_today() AND a.principal_id = app_principal()`,
		args: []any{bare(units)},
		row: func(r pgx.Rows) error {
			var one id.Unit
			err := r.Scan(asID(&one))
			known[one] = true
			return err
		},
	})
	if err == nil && slices.ContainsFunc(units, func(o id.Unit) bool { return !known[o] }) {
		err = fault.At(fault.CodeNotAUnit, "/eventUnitIds", "unknown")
	}
	return err
}

// ChangeClient implements client.Store.
func (s *Store) ChangeClient(ctx context.Context, g access.Grant[access.EditClient], c id.Client, do func(*client.Client) error) (client.Client, error) {
	u, err := within(ctx, g)
	if err != nil {
		return client.Client{}, err
	}
	return u.changeClient(ctx, c, g.Reaches(), do, func(v client.Client) step {
		return step{
			sql: `UPDATE client SET name = $2, contact = $3, scopes = $4, rate_class = $5, valid = daterange($6, $7, '[]'), ended_at = $8, version = $9,
			        sign_in_ids = coalesce($10::text[], '{}'), event_unit_ids = $11
			      WHERE id = $1 AND version = $9 - 1`,
			args:     []any{v.ID, v.Name, v.Contact, v.Scopes.Names(), v.Rate, v.ValidFrom, v.ValidTo, v.EndedAt, v.Version, v.SignIn, bare(v.EventUnits)},
			affected: unmoved,
		}
	})
}

// RotateKeys implements client.Store.
func (s *Store) RotateKeys(ctx context.Context, g access.Grant[access.RotateKeys], do func(*client.Client) error) (client.Client, error) {
	u, err := within(ctx, g)
	if err != nil {
		return client.Client{}, err
	}
	return u.changeClient(ctx, g.Actor().Client(), g.Reaches(), do, nil)
}

// changeClient locks a client, which an administrator and the client itself may change at the same moment, and stores what do
// makes of it.
func (u *unit) changeClient(
	ctx context.Context, c id.Client, reaches []access.Reach, do func(*client.Client) error, save func(client.Client) step,
) (client.Client, error) {
	if err := u.pipeline(ctx, step{sql: lockClient, args: []any{c}}); err != nil {
		return client.Client{}, err
	}
	v, err := u.findClient(ctx, c, reaches)
	if err != nil {
		return v, err
	}
	before := append([]client.Key(nil), v.Keys...)
	units := append([]id.Unit(nil), v.EventUnits...)
	if err := do(&v); err != nil {
		return client.Client{}, err
	}
	if err := u.ownUnitsNamed(ctx, slices.DeleteFunc(slices.Clone(v.EventUnits), func(o id.Unit) bool { return slices.Contains(units, o) })); err != nil {
		return client.Client{}, err
	}
	var steps []step
	if save != nil {
		steps = append(steps, save(v))
	}
	gone, fresh := keysBeside(before, v.Keys), keysBeside(v.Keys, before)
	for _, k := range gone {
		steps = append(steps, step{sql: "UPDATE client_key SET removed_at = $2 WHERE id = $1 AND removed_at IS NULL", args: []any{k.ID, u.request.Now}, affected: unmoved})
	}
	v.KeyVersion += len(gone) + len(fresh)
	return v, u.pipeline(ctx, append(steps, addKeys(v.ID, fresh)...)...)
}

// keysBeside gives the keys of one list that the other lacks.
func keysBeside(one, other []client.Key) []client.Key {
	known := map[id.ClientKey]bool{}
	for _, k := range other {
		known[k.ID] = true
	}
	var all []client.Key
	for _, k := range one {
		if !known[k.ID] {
			all = append(all, k)
		}
	}
	return all
}

func addKeys(c id.Client, keys []client.Key) []step {
	var steps []step
	for _, k := range keys {
		steps = append(steps, step{
			sql:  "INSERT INTO client_key (id, client_id, kid, jwk, added_at) VALUES ($1, $2, $3, $4, $5)",
			args: []any{k.ID, c, k.Kid, k.JWK(), k.AddedAt},
		})
	}
	return steps
}
