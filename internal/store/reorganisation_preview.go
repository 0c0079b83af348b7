package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/org"
)

// previewRow is a row of app_preview_reorganisation: what it is about, and up to four numbers.
type previewRow struct {
	part     string
	unit     id.Unit
	role     *string
	from, to id.Branch
	n        [4]int
}

// PreviewReorganisation implements org.ReorganisationStore. The numbers are counted behind the fence and leave it as
// numbers; those below the principal's limit are not told closer.
func (s *Store) PreviewReorganisation(
	ctx context.Context, g access.Grant[access.PreviewReorganisation], r id.Reorganisation, do func(*org.Reorganisation) error,
) (org.Preview, error) {
	u, err := within(ctx, g)
	if err != nil {
		return org.Preview{}, err
	}
	v, err := u.reorganisation(ctx, g.Reaches(), r)
	if err != nil {
		return org.Preview{}, err
	}
	if err := do(&v); err != nil {
		return org.Preview{}, err
	}
	var p org.Preview
	fewest := 0
	return p, u.pipeline(ctx,
		step{
			sql: `SELECT fewest_told FROM principal_routine WHERE principal_id = app_principal()`,
			row: func(rows pgx.Rows) error { return rows.Scan(&fewest) },
		},
		step{
			sql:  `SELECT part, unit_id, role, from_branch_id, to_branch_id, a, b, c, d FROM app_preview_reorganisation($1) ORDER BY 1, 2, 3, 4, 5`,
			args: []any{r},
			row: func(rows pgx.Rows) error {
				var row previewRow
				err := rows.Scan(&row.part, &row.unit, &row.role, &row.from, &row.to, &row.n[0], &row.n[1], &row.n[2], &row.n[3])
				row.addTo(&p, &v, fewest)
				return err
			},
		})
}

// addTo adds what a row of the preview of a reorganisation says.
func (v *previewRow) addTo(p *org.Preview, of *org.Reorganisation, fewest int) {
	var n [4]org.Count
	for i := range v.n {
		n[i] = org.CountOf(v.n[i], fewest)
	}
	switch v.part {
	case "access":
		p.Access = append(p.Access, org.AccessChange{
			Unit: v.unit, Role: access.RoleNamed(*v.role), PlansLost: n[0], PlansGained: n[1], ItemsLost: n[2], ItemsGained: n[3],
		})
	case "records":
		part, _ := of.Part(v.unit)
		p.Records = append(p.Records, org.RecordChange{Unit: v.unit, Part: part, Leads: n[0], FollowUps: n[1], Calls: n[2], Cases: n[3]})
	case "consent":
		p.Consents = append(p.Consents, org.ConsentChange{From: v.from, To: v.to, Stops: n[0]})
	case "responsible":
		p.Responsible = n[0]
	}
}
