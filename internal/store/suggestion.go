package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/deviation"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

const (
	suggestionColumns = "g.id, g.about_unit_id, g.noted_on, g.ended_on, g.reason"
	// suggestionTables are what the meetings of the own unit suggest (alias g), with the plan (alias p).
	suggestionTables = "deviation_suggestion g JOIN meeting m ON m.id = g.meeting_id AND m.unit_id = app_unit() JOIN plan p ON p.id = m.plan_id WHERE "
)

func scanSuggestion(r pgx.Rows) (deviation.Suggestion, error) {
	var v deviation.Suggestion
	return v, r.Scan(asID(&v.ID), asID(&v.About), asDay(&v.NotedOn), asDay(&v.EndedOn), asText(&v.Reason))
}

// ListSuggestions implements deviation.Store.
func (s *Store) ListSuggestions(ctx context.Context, g access.Grant[access.HandleSuggestion], pg page.Page) ([]deviation.Suggestion, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []deviation.Suggestion
	l := listing{columns: suggestionColumns, from: suggestionTables + planScope(g.Reaches()), order: "g.ended_on IS NOT NULL, g.noted_on DESC, (SELECT n.name FROM unit n WHERE n.id = g.about_unit_id), g.id"}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		v, err := scanSuggestion(r)
		rows = append(rows, v)
		u.log.opened(v.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// EndSuggestion implements deviation.Store.
func (s *Store) EndSuggestion(ctx context.Context, g access.Grant[access.HandleSuggestion], of id.Suggestion, do func(*deviation.Suggestion) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	var v deviation.Suggestion
	err = u.pipeline(ctx, step{
		sql: "SELECT " + suggestionColumns + " FROM " + suggestionTables + "g.id = $1 AND " + planScope(g.Reaches()) + " FOR UPDATE OF g", args: []any{of},
		row: func(r pgx.Rows) (err error) {
			v, err = scanSuggestion(r)
			return err
		},
	})
	if err == nil && v.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return err
	}
	if err := do(&v); err != nil {
		return err
	}
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql:  "UPDATE deviation_suggestion SET ended_on = $2, ended_by = app_person(), reason = $3 WHERE id = $1 AND ended_on IS NULL",
		args: []any{v.ID, v.EndedOn, v.Reason}, affected: unmoved,
	})
}
