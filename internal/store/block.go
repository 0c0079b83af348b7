package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/care"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// blockColumns read a block. What the child said comes with it for the blocked unit alone: the fence lets no other see it.
const blockColumns = `b.id, b.child_id, b.unit_id, b.recorded_by, b.set_on, b.lifted_on, b.created_at, b.version,
  (SELECT s.reason FROM care_block_reason s WHERE s.block_id = b.id AND s.act = 'set'),
  (SELECT s.reason FROM care_block_reason s WHERE s.block_id = b.id AND s.act = 'lifted')`

func scanCareBlock(r pgx.Rows) (care.Block, error) {
	var b care.Block
	return b, r.Scan(asID(&b.ID), asID(&b.Child), asID(&b.Unit), asID(&b.RecordedBy), asDay(&b.SetOn), asDay(&b.LiftedOn), &b.CreatedAt,
		&b.Version, &b.Reason, &b.LiftingReason)
}

// careUnits are the units of some classes ($1) in plans of the actor's own.
func careUnits(reaches []access.Reach) string {
	return `unit n WHERE n.secrecy_class = ANY ($1) AND ` + careUnitScope(reaches)
}

// ListCareUnits implements care.Store.
func (s *Store) ListCareUnits(ctx context.Context, g access.Grant[access.SetBlock], givers []access.Class, pg page.Page) ([]id.Unit, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []id.Unit
	l := listing{columns: "n.id", from: careUnits(g.Reaches()), order: "n.name, n.id", args: []any{classNames(givers)}}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		var v id.Unit
		err := r.Scan(asID(&v))
		rows = append(rows, v)
		u.log.opened(v.UUID(), g.Reaches()[0])
		return err
	})
	u.log.child = g.Actor().Person()
	return rows, total, err
}

// SetOwnBlock implements care.Store. A unit that the child does not see in its plans is answered as one that is not there.
func (s *Store) SetOwnBlock(
	ctx context.Context, g access.Grant[access.SetBlock], unit id.Unit, givers []access.Class, makeBlock func() care.Block,
) (care.Block, error) {
	u, err := within(ctx, g)
	if err != nil {
		return care.Block{}, err
	}
	isThere := false
	err = u.pipeline(ctx, step{
		sql:  "SELECT true FROM " + careUnits(g.Reaches()) + " AND n.id = $2",
		args: []any{classNames(givers), unit},
		row:  func(r pgx.Rows) error { return r.Scan(&isThere) },
	})
	if err != nil {
		return care.Block{}, err
	}
	if !isThere {
		return care.Block{}, fault.At(fault.CodeNotAUnit, "/unitId", "unknown")
	}
	b := makeBlock()
	return b, u.addBlock(ctx, g.Reaches()[0], b)
}

// RecordBlock implements care.Store.
func (s *Store) RecordBlock(ctx context.Context, g access.Grant[access.SetBlock], b care.Block) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	if err := u.hasChild(ctx, b.Child, g.Reaches()); err != nil {
		return err
	}
	return u.addBlock(ctx, g.Reaches()[0], b)
}

// hasChild says not-found for a child that is not in reach by the own unit's case.
func (u *unit) hasChild(ctx context.Context, child id.Person, reaches []access.Reach) error {
	return u.pipeline(ctx, step{
		sql:      `SELECT f.id FROM case_file f WHERE f.child_id = $1 AND ` + childScope(reaches),
		args:     []any{child},
		affected: found,
	})
}

func (u *unit) addBlock(ctx context.Context, r access.Reach, b care.Block) error {
	u.log.child = b.Child
	u.log.opened(b.ID.UUID(), r)
	return u.pipeline(ctx, append([]step{{
		sql:  `INSERT INTO care_block (id, child_id, unit_id, recorded_by, set_on, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
		args: []any{b.ID, b.Child, b.Unit, b.RecordedBy, b.SetOn, b.CreatedAt},
	}}, u.reasonSteps(b, "set")...)...)
}

// reasonSteps keep what the child said, when it said something.
func (u *unit) reasonSteps(b care.Block, act string) []step {
	reason := map[string]any{"set": b.Reason, "lifted": b.LiftingReason}[act]
	if act == "set" && b.Reason.IsZero() || act == "lifted" && b.LiftingReason.IsZero() {
		return nil
	}
	return []step{{
		sql:  `INSERT INTO care_block_reason (block_id, act, unit_id, reason, created_at) VALUES ($1, $2, $3, $4, $5)`,
		args: []any{b.ID, act, b.Unit, reason, u.request.Now},
	}}
}

// ListBlocks implements care.Store.
func (s *Store) ListBlocks(ctx context.Context, g access.Grant[access.ReadBlock], child id.Person, pg page.Page) ([]care.Block, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	if err := u.hasChild(ctx, child, g.Reaches()); err != nil {
		return nil, 0, err
	}
	return u.listBlocks(ctx, g, child, pg)
}

// ListOwnBlocks implements care.Store.
func (s *Store) ListOwnBlocks(ctx context.Context, g access.Grant[access.ReadBlock], pg page.Page) ([]care.Block, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	return u.listBlocks(ctx, g, g.Actor().Person(), pg)
}

func (u *unit) listBlocks(ctx context.Context, g access.Grant[access.ReadBlock], child id.Person, pg page.Page) ([]care.Block, int, error) {
	var rows []care.Block
	l := listing{
		columns: blockColumns, from: "care_block b WHERE b.child_id = $1 AND " + blockScope(g.Reaches()), order: "b.set_on DESC, b.id DESC",
		args: []any{child},
	}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		b, err := scanCareBlock(r)
		rows = append(rows, b)
		u.log.opened(b.ID.UUID(), g.Reaches()[0])
		return err
	})
	u.log.child = child
	return rows, total, err
}

// FindBlock implements care.Store.
func (s *Store) FindBlock(ctx context.Context, g access.Grant[access.ReadBlock], b id.Block) (care.Block, error) {
	u, err := within(ctx, g)
	if err != nil {
		return care.Block{}, err
	}
	return u.block(ctx, b, blockScope(g.Reaches()))
}

// block reads one block within a scope; the scope may go on to lock it.
func (u *unit) block(ctx context.Context, b id.Block, scope string) (care.Block, error) {
	var v care.Block
	err := u.pipeline(ctx, step{
		sql:  "SELECT " + blockColumns + " FROM care_block b WHERE b.id = $1 AND " + scope,
		args: []any{b},
		row: func(r pgx.Rows) (err error) {
			v, err = scanCareBlock(r)
			return err
		},
	})
	if err == nil && v.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	return v, err
}

// LiftBlock implements care.Store.
func (s *Store) LiftBlock(ctx context.Context, g access.Grant[access.LiftBlock], b id.Block, do func(*care.Block) error) (care.Block, error) {
	u, err := within(ctx, g)
	if err != nil {
		return care.Block{}, err
	}
	v, err := u.block(ctx, b, blockLiftScope(g.Reaches())+" FOR UPDATE OF b")
	if err != nil {
		return care.Block{}, err
	}
	if err := do(&v); err != nil {
		return care.Block{}, err
	}
	u.log.child = v.Child
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return v, u.pipeline(ctx, append([]step{{
		sql:  "UPDATE care_block SET lifted_on = $2, version = $3 WHERE id = $1 AND version = $3 - 1",
		args: []any{v.ID, v.LiftedOn, v.Version}, affected: unmoved,
	}}, u.reasonSteps(v, "lifted")...)...)
}
