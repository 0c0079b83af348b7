package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/known"
	"samplan/internal/page"
)

// AskKnown implements known.Store. The log's purpose is the paragraph; the reason lies with the question.
func (s *Store) AskKnown(ctx context.Context, g access.Grant[access.AskKnown], ask known.Ask) (bool, error) {
	u, err := within(ctx, g)
	if err != nil {
		return false, err
	}
	var child id.Person
	most := 0
	err = u.pipeline(ctx, step{
		sql: `SELECT f.child_id, coalesce(m.questions_a_day, 0) FROM case_file f JOIN person_identifier n ON n.person_id = f.child_id
		      LEFT JOIN unit_term m ON m.unit_id = app_unit() WHERE n.type = $1 AND n.value = $2 AND ` + childScope(g.Reaches()),
		args: []any{ask.Identifier.Type(), ask.Identifier.Reveal()},
		row:  func(r pgx.Rows) error { return r.Scan(&child, &most) },
	})
	if err != nil {
		return false, err
	}
	if child.IsZero() {
		return false, fault.New(fault.CodeNotFound)
	}
	var refusal *string
	var isKnown *bool
	err = u.pipeline(ctx, step{
		sql:  "SELECT refusal, is_known FROM app_ask_known($1, $2, $3, $4, $5, $6, $7, $8)",
		args: []any{ask.ID, child, ask.To, classNames(ask.Classes), ask.Ground, ask.Reason, most, ask.At},
		row:  func(r pgx.Rows) error { return r.Scan(&refusal, &isKnown) },
	})
	if err != nil {
		return false, err
	}
	if refusal != nil {
		return false, known.Refusal(*refusal).Fault()
	}
	u.log.child, u.log.purpose = child, ask.Ground
	u.log.opened(ask.ID.UUID(), g.Reaches()[0])
	return isKnown != nil && *isKnown, nil
}

func classNames(classes []access.Class) []string {
	names := make([]string, len(classes))
	for i, c := range classes {
		names[i] = c.String()
	}
	return names
}

// ListKnownQuestions implements known.Store. The child has the name that the own unit knows, or knew last.
func (s *Store) ListKnownQuestions(ctx context.Context, g access.Grant[access.ReadKnown], d known.Direction, pg page.Page) ([]known.Question, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	reaches := onSide(g.Reaches(), bool(d))
	var rows []known.Question
	total, err := u.list(ctx, listing{
		columns: `q.id, q.child_id, f.given_name, f.family_name, coalesce(ch.protection, 'assumed-identity'), q.unit_id, q.branch_id, q.asked_on,
		  q.ground, q.is_known, w.reason`,
		from: `known_question q LEFT JOIN person ch ON ch.id = q.child_id LEFT JOIN known_question_reason w ON w.question_id = q.id
		  LEFT JOIN LATERAL (SELECT f.given_name, f.family_name FROM case_file f WHERE f.child_id = q.child_id AND f.unit_id = app_unit()
		    ORDER BY lower(f.valid) DESC LIMIT 1) f ON true
		  WHERE ` + questionScope(reaches),
		order: "q.created_at DESC, q.id DESC",
	}, pg, func(r pgx.Rows) error {
		var q known.Question
		err := r.Scan(&q.ID, &q.Child, &q.ChildName.Given, &q.ChildName.Family, &q.Protection, &q.From, &q.To, &q.AskedOn, &q.Ground, &q.Known, &q.Reason)
		rows = append(rows, q)
		u.log.opened(q.ID.UUID(), reaches[0])
		return err
	})
	return rows, total, err
}
