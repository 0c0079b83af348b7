package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/org"
)

// placeOn chooses the place of a unit (alias u) on a day: of those begun by then the last, which for a closed unit is
// the one it had; for a unit that has not opened yet, the first.
const placeOn = `SELECT q.branch_id FROM unit_place q WHERE q.unit_id = u.id
  ORDER BY lower(q.valid) <= $1 DESC, CASE WHEN lower(q.valid) <= $1 THEN lower(q.valid) END DESC, lower(q.valid) LIMIT 1`

// ReadDirectory implements org.Store: one round trip. The day is given as a value, since a citizen whom nobody knows has
// none in the settings of the transaction.
func (s *Store) ReadDirectory(ctx context.Context, g access.Grant[access.ReadOrg]) (org.Directory, error) {
	u, err := within(ctx, g)
	if err != nil {
		return org.Directory{}, err
	}
	d := org.Directory{Units: map[id.Unit]org.Unit{}, Branches: map[id.Branch]org.Branch{}, Principals: map[id.Principal]org.Principal{}}
	err = u.pipeline(ctx,
		step{sql: "SELECT id, name, kind, org_number FROM principal", row: func(r pgx.Rows) error { return scanPrincipal(r, &d) }},
		step{
			sql: "SELECT b.id, b.name, a.name, a.principal_id FROM branch b JOIN authority a ON a.id = b.authority_id",
			row: func(r pgx.Rows) error { return scanBranch(r, &d) },
		},
		step{
			sql:  "SELECT u.id, u.name, u.secrecy_class, (" + placeOn + ") FROM unit u",
			args: []any{u.today()},
			row:  func(r pgx.Rows) error { return scanUnit(r, &d) },
		})
	return d, err
}

func scanPrincipal(r pgx.Rows, d *org.Directory) error {
	var p org.Principal
	var kind string
	var number *string
	err := r.Scan(&p.ID, &p.Name, &kind, &number)
	p.Kind = org.PrincipalKindNamed(kind)
	p.Number = orgNumberOf(number)
	d.Principals[p.ID] = p
	return err
}

// orgNumberOf gives a number as it is stored. A wrong one is none: no answer may fail for a digit in the directory.
func orgNumberOf(stored *string) org.OrgNumber {
	n, _ := org.ParseOrgNumber(orEmpty(stored))
	return n
}

func scanBranch(r pgx.Rows, d *org.Directory) error {
	var b org.Branch
	var principal id.Principal
	err := r.Scan(&b.ID, &b.Name, &b.Authority, &principal)
	b.Principal = d.Principals[principal]
	d.Branches[b.ID] = b
	return err
}

func scanUnit(r pgx.Rows, d *org.Directory) error {
	var v org.Unit
	var class string
	err := r.Scan(&v.ID, &v.Name, &class, &v.Branch)
	b := d.Branches[v.Branch]
	v.Class, v.BranchName, v.AuthorityName, v.Principal = access.ClassNamed(class), b.Name, b.Authority, b.Principal
	d.Units[v.ID] = v
	return err
}
