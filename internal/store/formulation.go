package store

import (
	"context"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/person"
	"samplan/internal/statistics"
)

// mostDrawnFrom is of how many texts a sample is drawn at most: far more than it holds, since many point somebody out.
const mostDrawnFrom = 1000

const (
	lockFormulations = "SELECT pg_advisory_xact_lock(hashtextextended(app_branch()::text, 5429))"
	formulationRow   = "coalesce(f.kind, ''), coalesce(f.words, ''), coalesce(f.has_period, false), coalesce(f.has_contact, false), f.child_id, f.names, f.places"
)

// drawnFormulations reads what was drawn, which stays drawn; what may not be shown any more is not among the texts.
func drawnFormulations(reaches []access.Reach) string {
	return "SELECT d.item_id, d.number, f.item_id IS NULL, " + formulationRow + ` FROM formulation_sample d
	  LEFT JOIN app_formulations($1, $2) f ON f.item_id = d.item_id WHERE d.term = $1 AND ` + ofDomain(reaches, "d.branch_id") + ` ORDER BY d.number, d.item_id`
}

// allFormulations reads what there is to draw from, in an order that is the same each time and tells nothing of when a text was written.
func allFormulations(reaches []access.Reach) string {
	return "SELECT f.item_id, 0, false, " + formulationRow + " FROM app_formulations($1, $2) f WHERE " + formulationScope(reaches) + " ORDER BY md5(f.item_id::text || $1::text) LIMIT $3"
}

// SampleFormulations implements statistics.FormulationStore. Two who ask first draw one after the other, so that there is one sample.
func (s *Store) SampleFormulations(ctx context.Context, g access.Grant[access.ReviewFormulation], term civil.Date, c statistics.Choices) ([]statistics.Formulation, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, err
	}
	var all []statistics.Formulation
	fewest, until := 0, statistics.Until(term)
	err = u.pipeline(ctx, step{sql: lockFormulations}, fewestFormulations(term, &fewest), step{
		sql: drawnFormulations(g.Reaches()), args: []any{term, until}, row: scanFormulation(&all),
	})
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		if all, err = u.drawFormulations(ctx, g, term, fewest, c); err != nil {
			return nil, err
		}
	}
	shown := c.Show(all, fewest)
	for _, f := range shown {
		u.log.opened(f.Item.UUID(), access.OwnUnit)
	}
	return shown, nil
}

// drawFormulations draws a sample and keeps it.
func (u *unit) drawFormulations(ctx context.Context, g access.Grant[access.ReviewFormulation], term civil.Date, fewest int, c statistics.Choices,
) ([]statistics.Formulation, error) {
	var all []statistics.Formulation
	err := u.pipeline(ctx, step{
		sql:  allFormulations(g.Reaches()),
		args: []any{term, statistics.Until(term), mostDrawnFrom}, row: scanFormulation(&all),
	})
	if err != nil {
		return nil, err
	}
	drawn := c.Draw(all, fewest)
	var steps []step
	for _, f := range drawn {
		steps = append(steps, step{
			sql:  "INSERT INTO formulation_sample (branch_id, term, number, item_id, drawn_on) VALUES (app_branch(), $1, $2, $3, $4)",
			args: []any{term, f.Group, f.Item, u.today()},
		})
	}
	if steps == nil {
		return nil, nil
	}
	return drawn, u.pipeline(ctx, steps...)
}

func fewestFormulations(term civil.Date, fewest *int) step {
	return step{sql: "SELECT app_formulation_fewest($1)", args: []any{term}, row: func(r pgx.Rows) error { return r.Scan(fewest) }}
}

func scanFormulation(all *[]statistics.Formulation) func(pgx.Rows) error {
	return func(r pgx.Rows) error {
		var f statistics.Formulation
		var kind string
		var names []string
		err := r.Scan(asID(&f.Item), &f.Group, &f.IsGone, &kind, asText(&f.Text), &f.HasPeriod, &f.HasContact, asID(&f.Child), &names, &f.Known.Places)
		f.Kind, _ = statistics.FormulationKinds.Parse(kind) // none of what is gone
		for _, n := range names {
			given, family, _ := strings.Cut(n, " ")
			f.Known.Names = append(f.Known.Names, person.NewName(given, family))
		}
		*all = append(*all, f)
		return err
	}
}

// formulationScope chooses texts within the reaches of a grant: those that the database gives are the own domain's.
func formulationScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		if r == access.OwnUnit {
			return "f.item_id IS NOT NULL"
		}
		return "false"
	})
}

// AddFormulationReview implements statistics.FormulationStore.
func (s *Store) AddFormulationReview(ctx context.Context, g access.Grant[access.ReviewFormulation], v statistics.FormulationReview, now time.Time) (int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return 0, err
	}
	u.log.opened(v.ID.UUID(), access.OwnUnit)
	fewest := 0
	err = u.pipeline(ctx, fewestFormulations(v.Term, &fewest), step{
		sql: `INSERT INTO formulation_review (id, branch_id, term, texts, evaluable, says_who, says_when, childs_words, reviewed_by, reviewed_on, created_at)
		      VALUES ($1, app_branch(), $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		args: []any{v.ID, v.Term, v.Texts, v.Evaluable, v.SayWho, v.SayWhen, v.ChildsWords, v.ReviewedBy, v.ReviewedOn, now},
	})
	return fewest, err
}

// ListFormulationReviews implements statistics.FormulationStore.
func (s *Store) ListFormulationReviews(ctx context.Context, g access.Grant[access.ReviewFormulation]) ([]statistics.FormulationReview, map[civil.Date]int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, nil, err
	}
	var all []statistics.FormulationReview
	fewest := map[civil.Date]int{}
	err = u.pipeline(ctx, step{
		sql: `SELECT r.id, r.term, app_formulation_fewest(r.term), r.texts, r.evaluable, r.says_who, r.says_when, r.childs_words, r.reviewed_by, r.reviewed_on
		      FROM formulation_review r WHERE ` + ofDomain(g.Reaches(), "r.branch_id") + " ORDER BY r.term DESC",
		row: func(r pgx.Rows) error {
			var v statistics.FormulationReview
			few := 0
			err := r.Scan(asID(&v.ID), asDay(&v.Term), &few, &v.Texts, &v.Evaluable, &v.SayWho, &v.SayWhen, &v.ChildsWords, asID(&v.ReviewedBy), asDay(&v.ReviewedOn))
			fewest[v.Term] = few
			u.log.opened(v.ID.UUID(), access.OwnUnit)
			all = append(all, v)
			return err
		},
	})
	return all, fewest, err
}
