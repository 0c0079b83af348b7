package store

import (
	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/disclosure"
	"samplan/internal/id"
)

// knowledgeSteps read what a disclosure is decided on.
func knowledgeSteps(d disclosure.Draft, k *disclosure.Knowledge) []step {
	return []step{birthStep(k), decidersStep(d.DecidedBy, k), takesPartStep(k), giverStep(k), receiverStep(d.To, k)}
}

// birthStep reads the child's birth date as the own unit knows it.
func birthStep(k *disclosure.Knowledge) step {
	return step{
		sql: `SELECT coalesce(f.birth_date, ch.birth_date) FROM plan p LEFT JOIN person ch ON ch.id = p.child_id
		      LEFT JOIN case_file f ON f.child_id = p.child_id AND f.unit_id = app_unit() AND f.valid @> app_today() WHERE p.id = $1`,
		args: []any{k.Plan},
		row:  func(r pgx.Rows) error { return r.Scan(&k.Birth) },
	}
}

// decidersStep reads in which roles somebody works at the own unit today.
func decidersStep(who id.Person, k *disclosure.Knowledge) step {
	return step{
		sql:  "SELECT g.role FROM assignment g WHERE g.person_id = $1 AND " + atUnitToday,
		args: []any{who},
		row: func(r pgx.Rows) error {
			var role string
			err := r.Scan(&role)
			k.Deciders = append(k.Deciders, access.RoleNamed(role))
			return err
		},
	}
}

func takesPartStep(k *disclosure.Knowledge) step {
	return step{
		sql:  "SELECT true FROM party y WHERE y.plan_id = $1 AND y.unit_id = app_unit() AND y.state = 'accepted'",
		args: []any{k.Plan},
		row:  func(r pgx.Rows) error { return r.Scan(&k.TakesPart) },
	}
}

// sideOf reads a unit with its place today.
const sideOf = `SELECT n.id, n.secrecy_class, q.branch_id, a.id, a.principal_id FROM unit n
  JOIN unit_place q ON q.unit_id = n.id AND q.valid @> app_today() JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id
  WHERE n.id = `

func sideRow(into *disclosure.Side) func(pgx.Rows) error {
	return func(r pgx.Rows) error {
		var class string
		err := r.Scan(&into.Unit, &class, &into.Branch, &into.Authority, &into.Principal)
		into.Class = access.ClassNamed(class)
		return err
	}
}

func giverStep(k *disclosure.Knowledge) step {
	return step{sql: sideOf + "app_unit()", row: sideRow(&k.Giver)}
}

// receiverStep reads the receiver when it is an accepted party that the own unit may see: the fence chooses parties, and
// that the leading unit takes part stands in the plan's frame.
func receiverStep(to id.Unit, k *disclosure.Knowledge) step {
	return step{
		sql: sideOf + `$1 AND (EXISTS (SELECT FROM party y WHERE y.plan_id = $2 AND y.unit_id = n.id AND y.state = 'accepted')
		  OR EXISTS (SELECT FROM plan p WHERE p.id = $2 AND p.lead_unit_id = n.id))`,
		args: []any{to, k.Plan},
		row:  sideRow(&k.Receiver),
	}
}
