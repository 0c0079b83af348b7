package store

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/org"
)

// CheckUnitImport implements org.ImportStore. The digest is read before the organisation: one that changes between the two is
// another than the digest's, and the import will not be applied to it.
func (s *Store) CheckUnitImport(
	ctx context.Context, g access.Grant[access.ImportUnits], i id.UnitImport, do func(*org.Import) error, rowsOf func(*org.Import, org.Inventory) []org.ImportRow,
) (org.Import, error) {
	u, err := within(ctx, g)
	if err != nil {
		return org.Import{}, err
	}
	v, err := u.findUnitImport(ctx, i, g.Reaches(), " FOR UPDATE OF i")
	if err != nil {
		return v, err
	}
	if err := do(&v); err != nil {
		return org.Import{}, err
	}
	inventory, digest, err := u.inventory(ctx)
	if err != nil {
		return org.Import{}, err
	}
	rows, err := rowsAsJSON(rowsOf(&v, inventory))
	if err != nil {
		return org.Import{}, err
	}
	c := v.Counts
	return v, u.pipeline(ctx, step{sql: insertImportRows, args: []any{v.ID, rows}}, triedStep("unit_import", "organisation", v.ID.UUID(), v.Intake, digest,
		[]int{c.Rows, c.Added, c.Changed, c.Unchanged, c.Ended, c.Faulty}))
}

const insertImportRows = `INSERT INTO unit_import_row (import_id, position, number, outcome, unit_id, name, secrecy_class, branch_id, hsa_id, school_unit_code,
    local_id, municipality_code, first_day, last_day, fault_column, rule)
  SELECT $1, x.position, nullif(x.number, 0), x.outcome, nullif(x.unit_id, '')::uuid, nullif(x.name, ''), nullif(x.secrecy_class, ''), nullif(x.branch_id, '')::uuid,
    nullif(x.hsa_id, ''), nullif(x.school_unit_code, ''), nullif(x.local_id, ''), nullif(x.municipality_code, ''), x.first_day, x.last_day,
    nullif(x.fault_column, ''), nullif(x.rule, '')
  FROM jsonb_to_recordset($2::jsonb) x (position int, number int, outcome text, unit_id text, name text, secrecy_class text, branch_id text, hsa_id text,
    school_unit_code text, local_id text, municipality_code text, first_day date, last_day date, fault_column text, rule text)`

// rowsAsJSON writes the rows as one argument: there may be many thousand.
func rowsAsJSON(rows []org.ImportRow) (string, error) {
	all := make([]map[string]any, len(rows))
	for n := range rows {
		r := &rows[n]
		all[n] = map[string]any{
			"position": n + 1, "number": r.Number, "outcome": r.Outcome, "unit_id": r.Unit, "name": r.Name, "secrecy_class": r.Class.String(), "branch_id": r.Branch,
			"hsa_id": r.Codes.HSA, "school_unit_code": r.Codes.School, "local_id": r.Codes.Local, "municipality_code": r.Codes.Municipality,
			"first_day": dayOrNone(r.From), "last_day": dayOrNone(r.To), "fault_column": r.Column, "rule": r.Rule,
		}
	}
	text, err := json.Marshal(all)
	if err != nil {
		return "", fmt.Errorf("write rows: %w", err)
	}
	return string(text), nil
}

func dayOrNone(d civil.Date) any {
	if d.IsZero() {
		return nil
	}
	return d.String()
}

// ReadInventory implements org.ImportStore.
func (s *Store) ReadInventory(ctx context.Context, g access.Grant[access.ReadUnitImport]) (org.Inventory, error) {
	u, err := within(ctx, g)
	if err != nil {
		return org.Inventory{}, err
	}
	if !g.Has(access.OwnPrincipal) {
		return org.Inventory{}, fault.New(fault.CodeNotFound)
	}
	v, _, err := u.inventory(ctx)
	u.log.opened(v.Principal.ID.UUID(), access.OwnPrincipal)
	return v, err
}

// inventory reads what a file of units is held against, and the digest of it.
func (u *unit) inventory(ctx context.Context) (org.Inventory, []byte, error) {
	var inv org.Inventory
	var digest []byte
	err := u.pipeline(ctx, step{
		sql: "SELECT app_organisation_digest(), p.id, p.name, p.kind, p.org_number FROM principal p WHERE p.id = app_principal()",
		row: func(r pgx.Rows) error {
			var kind string
			var number *string
			err := r.Scan(&digest, asID(&inv.Principal.ID), &inv.Principal.Name, &kind, &number)
			inv.Principal.Kind = org.PrincipalKindNamed(kind)
			inv.Principal.Number = orgNumberOf(number)
			return err
		},
	}, step{
		sql: `SELECT b.id, b.name, a.name FROM branch b JOIN authority a ON a.id = b.authority_id WHERE a.principal_id = app_principal() ORDER BY a.name, b.name, b.id`,
		row: func(r pgx.Rows) error {
			var b org.Branch
			err := r.Scan(asID(&b.ID), &b.Name, &b.Authority)
			inv.Branches = append(inv.Branches, b)
			return err
		},
	}, step{sql: selectKnownUnits, args: []any{u.today()}, row: func(r pgx.Rows) error { return scanKnownUnit(r, &inv) }})
	return inv, digest, err
}

// selectKnownUnits: every unit with its codes, and whether it is of the own principal by its place today, or by the last or first
// that it has.
const selectKnownUnits = `SELECT a.principal_id = app_principal(), u.id, u.name, u.secrecy_class, b.id, x.first_day, x.last_day, c.hsa_id, c.school_unit_code,
    CASE WHEN c.principal_id = app_principal() THEN c.local_id END, c.municipality_code, k.unit_id IS NOT NULL, x.moves
  FROM unit u JOIN branch b ON b.id = (` + placeOn + `) JOIN authority a ON a.id = b.authority_id
  LEFT JOIN unit_code c ON c.unit_id = u.id LEFT JOIN app_used_units() k ON k.unit_id = u.id
  CROSS JOIN LATERAL (SELECT min(lower(q.valid)) first_day, CASE WHEN bool_or(upper_inf(q.valid)) THEN NULL ELSE max(upper(q.valid)) - 1 END last_day,
    bool_or(lower(q.valid) > $1) AND count(*) > 1 moves FROM unit_place q WHERE q.unit_id = u.id) x
  WHERE a.principal_id = app_principal() OR c.unit_id IS NOT NULL ORDER BY u.name, u.id`

func scanKnownUnit(r pgx.Rows, inv *org.Inventory) error {
	var isOwn bool
	var k org.Known
	var class string
	var local *string
	err := r.Scan(&isOwn, asID(&k.Unit), &k.Name, &class, asID(&k.Branch), asDay(&k.From), asDay(&k.To), &k.Codes.HSA, &k.Codes.School, &local, &k.Codes.Municipality,
		&k.IsUsed, &k.IsMoved)
	k.Class, k.Codes.Local = access.ClassNamed(class), orEmpty(local)
	if isOwn {
		inv.Units = append(inv.Units, k)
	} else {
		inv.Others = append(inv.Others, k.Codes)
	}
	return err
}

// ApplyUnitImport implements org.ImportStore. Two at once would each see the organisation without the other.
func (s *Store) ApplyUnitImport(ctx context.Context, g access.Grant[access.ImportUnits], i id.UnitImport, do func(*org.Import) error) (org.Import, error) {
	u, err := within(ctx, g)
	if err != nil {
		return org.Import{}, err
	}
	v, err := u.findUnitImport(ctx, i, g.Reaches(), " FOR UPDATE OF i")
	if err != nil {
		return v, err
	}
	if err := do(&v); err != nil {
		return org.Import{}, err
	}
	isDone := false
	err = u.pipeline(ctx, step{sql: "SELECT pg_advisory_xact_lock(hashtextextended(app_principal()::text, 5427))"}, step{
		sql: "SELECT app_apply_unit_import($1)", args: []any{v.ID}, row: func(r pgx.Rows) error { return r.Scan(&isDone) },
	})
	if err != nil {
		return org.Import{}, err
	}
	if !isDone {
		return org.Import{}, fault.New(fault.CodeImportOutdated)
	}
	return v, u.pipeline(ctx, appliedStep("unit_import", v.ID.UUID(), v.Intake))
}
