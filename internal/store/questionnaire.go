package store

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/questionnaire"
)

const questionnaireColumns = "t.id, t.principal_id, t.code, t.number, t.state, t.languages, t.category, t.titles, t.fields, t.published_on, t.retired_on, t.version"

// questionnaireScope chooses questionnaires (alias t) within the reaches of a grant.
func questionnaireScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		if r == access.OwnPrincipal {
			return "t.principal_id = app_principal()"
		}
		return "false"
	})
}

func scanQuestionnaire(r pgx.Rows) (questionnaire.Questionnaire, error) {
	var q questionnaire.Questionnaire
	var titles, fields []byte
	err := r.Scan(asID(&q.ID), asID(&q.Principal), &q.Code, &q.Number, asEnum(&q.State), &q.Content.Languages, asEnum(&q.Content.Category), &titles, &fields,
		asDay(&q.Published), asDay(&q.Retired), &q.Version)
	if err != nil {
		return q, fmt.Errorf("read questionnaire: %w", err)
	}
	if err := json.Unmarshal(titles, &q.Content.Titles); err != nil {
		return q, fmt.Errorf("understand questionnaire: %w", err)
	}
	if err := json.Unmarshal(fields, &q.Content.Fields); err != nil {
		return q, fmt.Errorf("understand questionnaire: %w", err)
	}
	return q, nil
}

// contentOf gives what a version says as it is kept.
func contentOf(q questionnaire.Questionnaire) (titles, fields string, err error) {
	t, err := json.Marshal(q.Content.Titles)
	if err != nil {
		return "", "", fmt.Errorf("write questionnaire: %w", err)
	}
	f, err := json.Marshal(q.Content.Fields)
	if err != nil {
		return "", "", fmt.Errorf("write questionnaire: %w", err)
	}
	return string(t), string(f), nil
}

// ListQuestionnaires implements questionnaire.Store.
func (s *Store) ListQuestionnaires(ctx context.Context, g access.Grant[access.ReadQuestionnaire], pg page.Page) ([]questionnaire.Questionnaire, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []questionnaire.Questionnaire
	total, err := u.list(ctx, listing{
		columns: questionnaireColumns, from: "questionnaire t WHERE " + questionnaireScope(g.Reaches()), order: "t.code, t.number DESC",
	}, pg, func(r pgx.Rows) error {
		q, err := scanQuestionnaire(r)
		rows = append(rows, q)
		u.log.opened(q.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// FindQuestionnaire implements questionnaire.Store.
func (s *Store) FindQuestionnaire(ctx context.Context, g access.Grant[access.ReadQuestionnaire], q id.Questionnaire) (questionnaire.Questionnaire, error) {
	u, err := within(ctx, g)
	if err != nil {
		return questionnaire.Questionnaire{}, err
	}
	return u.questionnaire(ctx, g.Reaches(), "t.id = $1", q)
}

func (u *unit) questionnaire(ctx context.Context, reaches []access.Reach, where string, args ...any) (questionnaire.Questionnaire, error) {
	var found questionnaire.Questionnaire
	err := u.pipeline(ctx, step{
		sql: "SELECT " + questionnaireColumns + " FROM questionnaire t WHERE " + questionnaireScope(reaches) + " AND " + where, args: args,
		row: func(r pgx.Rows) (err error) {
			found, err = scanQuestionnaire(r)
			return err
		},
	})
	if err == nil && found.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.opened(found.ID.UUID(), reaches[0])
	}
	return found, err
}

// DraftQuestionnaire implements questionnaire.Store. That of a code there is one draft is the table's to keep.
func (s *Store) DraftQuestionnaire(
	ctx context.Context, g access.Grant[access.EditQuestionnaire], code string, do func(int) (questionnaire.Questionnaire, error),
) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	last := 0
	err = u.pipeline(ctx, step{
		sql:  "SELECT coalesce(max(t.number), 0) FROM questionnaire t WHERE t.code = $1 AND " + questionnaireScope(g.Reaches()),
		args: []any{code}, row: func(r pgx.Rows) error { return r.Scan(&last) },
	})
	if err != nil {
		return err
	}
	q, err := do(last)
	if err != nil {
		return err
	}
	titles, fields, err := contentOf(q)
	if err != nil {
		return err
	}
	return u.pipeline(ctx, step{
		sql: `INSERT INTO questionnaire (id, principal_id, code, number, state, languages, category, titles, fields, drafted_by, drafted_on)
		      VALUES ($1, app_principal(), $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, app_person(), app_today())`,
		args: []any{q.ID, q.Code, q.Number, q.State, q.Content.Languages, q.Content.Category, titles, fields},
	})
}

// ChangeQuestionnaire implements questionnaire.Store.
func (s *Store) ChangeQuestionnaire(
	ctx context.Context, g access.Grant[access.EditQuestionnaire], of id.Questionnaire, do func(*questionnaire.Questionnaire) error,
) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	q, err := u.questionnaire(ctx, g.Reaches(), "t.id = $1 FOR UPDATE OF t", of)
	if err != nil {
		return err
	}
	before := q.State
	if err := do(&q); err != nil {
		return err
	}
	titles, fields, err := contentOf(q)
	if err != nil {
		return err
	}
	var steps []step
	if q.State == questionnaire.Published && before != q.State {
		steps = append(steps, step{
			sql: `UPDATE questionnaire t SET state = 'retired', retired_on = app_today(), version = t.version + 1
			      WHERE t.code = $1 AND t.state = 'published' AND ` + questionnaireScope(g.Reaches()),
			args: []any{q.Code},
		})
	}
	return u.pipeline(ctx, append(steps, step{
		sql: `UPDATE questionnaire SET state = $2, languages = $3, category = $4, titles = $5::jsonb, fields = $6::jsonb, published_on = $7, retired_on = $8,
		        version = $9 WHERE id = $1 AND version = $9 - 1`,
		args:     []any{q.ID, q.State, q.Content.Languages, q.Content.Category, titles, fields, q.Published, q.Retired, q.Version},
		affected: unmoved,
	})...)
}
