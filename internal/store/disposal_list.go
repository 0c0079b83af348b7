package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/disposal"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// ofDomain chooses rows of a secrecy domain (column) within the reaches of a grant.
func ofDomain(reaches []access.Reach, column string) string {
	return anyOf(reaches, func(r access.Reach) string {
		if r == access.OwnUnit {
			return column + " = app_branch()"
		}
		return "false"
	})
}

const settingColumns = "s.id, s.secrecy_class, s.number, coalesce(s.years, 0), s.sample, coalesce(s.born_on, '{}'), s.decision, s.set_on, s.created_at"

func scanSetting(r pgx.Rows) (disposal.Setting, error) {
	var v disposal.Setting
	return v, r.Scan(asID(&v.ID), &v.Class, &v.Number, &v.Years, asEnum(&v.Sample), &v.Days, &v.Decision, asDay(&v.SetOn), &v.CreatedAt)
}

// ListDisposalSettings implements disposal.Store.
func (s *Store) ListDisposalSettings(ctx context.Context, g access.Grant[access.ReadDisposal], pg page.Page) ([]disposal.Setting, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []disposal.Setting
	l := listing{
		columns: settingColumns, from: "disposal_setting s WHERE " + ofDomain(g.Reaches(), "s.branch_id"), order: "s.secrecy_class, s.number DESC",
	}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		v, err := scanSetting(r)
		rows = append(rows, v)
		u.log.opened(v.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// lockDisposals lets what the own domain decides, lists and carries out on disposal wait for each other.
var lockDisposals = step{sql: "SELECT pg_advisory_xact_lock(hashtextextended(app_branch()::text, 7265776))"}

// settingsStep reads what the own domain has decided.
func settingsStep(reaches []access.Reach, into *[]disposal.Setting) step {
	return step{
		sql: "SELECT " + settingColumns + " FROM disposal_setting s WHERE " + ofDomain(reaches, "s.branch_id"),
		row: func(r pgx.Rows) error {
			v, err := scanSetting(r)
			*into = append(*into, v)
			return err
		},
	}
}

// SetDisposal implements disposal.Store. Of two that enter at once the table itself keeps one.
func (s *Store) SetDisposal(ctx context.Context, g access.Grant[access.SetDisposal], class string, do func(int) (disposal.Setting, error)) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	last := 0
	err = u.pipeline(ctx, lockDisposals, step{
		sql:  "SELECT coalesce(max(s.number), 0) FROM disposal_setting s WHERE s.secrecy_class = $1 AND " + ofDomain(g.Reaches(), "s.branch_id"),
		args: []any{class}, row: func(r pgx.Rows) error { return r.Scan(&last) },
	})
	if err != nil {
		return err
	}
	v, err := do(last)
	if err != nil {
		return err
	}
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql: `INSERT INTO disposal_setting (id, branch_id, secrecy_class, number, years, sample, born_on, decision, set_by, set_on, created_at)
		      VALUES ($1, app_branch(), $2, $3, nullif($4, 0), $5, nullif($6::int[], '{}'), $7, app_person(), $8, $9)`,
		args: []any{v.ID, v.Class, v.Number, v.Years, v.Sample, v.Days, v.Decision, v.SetOn, v.CreatedAt},
	})
}

// DrawUpDisposal implements disposal.Store. Two lists of one domain at once would name the same cases, so they wait for each other.
func (s *Store) DrawUpDisposal(
	ctx context.Context, g access.Grant[access.DrawUpDisposal], do func([]string, []disposal.Setting, []disposal.Candidate) (disposal.Run, []disposal.Case, error),
) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	var classes []string
	var settings []disposal.Setting
	var all []disposal.Candidate
	err = u.pipeline(ctx, lockDisposals, step{
		sql: "SELECT DISTINCT n.secrecy_class FROM unit n WHERE n.id = " + ownUnits,
		row: func(r pgx.Rows) error {
			var c string
			err := r.Scan(&c)
			classes = append(classes, c)
			return err
		},
	}, settingsStep(g.Reaches(), &settings), step{
		sql: "SELECT c.unit_id, c.child_id, c.secrecy_class, c.birth_date, c.last_entry_on, c.marks FROM app_disposal_candidates() c",
		row: func(r pgx.Rows) error {
			var c disposal.Candidate
			err := r.Scan(asID(&c.Case.Unit), asID(&c.Case.Child), &c.Class, asDay(&c.Birth), asDay(&c.Case.LastEntryOn), &c.Marks)
			all = append(all, c)
			return err
		},
	})
	if err != nil {
		return err
	}
	r, cases, err := do(classes, settings, all)
	if err != nil {
		return err
	}
	u.log.opened(r.ID.UUID(), g.Reaches()[0])
	return u.addDisposal(ctx, r, cases)
}

func (u *unit) addDisposal(ctx context.Context, r disposal.Run, cases []disposal.Case) error {
	steps := []step{{
		sql: `INSERT INTO disposal_run (id, branch_id, profile, state, drawn_up_by, drawn_up_on, created_at)
		      VALUES ($1, app_branch(), $2, $3, app_person(), $4, $5)`,
		args: []any{r.ID, r.Profile, r.State, r.DrawnUpOn, r.CreatedAt},
	}}
	for _, c := range cases {
		u.log.opened(c.ID.UUID(), access.OwnUnit)
		steps = append(steps, step{
			sql: `INSERT INTO disposal_case (id, run_id, unit_id, child_id, clock, paragraph, last_entry_on, due_on, finish_by, outcome)
			      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
			args: []any{c.ID, r.ID, c.Unit, c.Child, c.Clock, c.Paragraph, c.LastEntryOn, c.DueOn, c.FinishBy, c.Outcome},
		})
	}
	return u.pipeline(ctx, steps...)
}

// ListDisposalCases implements disposal.Store.
func (s *Store) ListDisposalCases(ctx context.Context, g access.Grant[access.ReadDisposal], of id.Disposal, pg page.Page) ([]disposal.Case, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	if _, err := u.disposal(ctx, g.Reaches(), of, ""); err != nil {
		return nil, 0, err
	}
	var rows []disposal.Case
	l := listing{
		columns: `c.id, c.unit_id, c.child_id, coalesce(n.given_name, ''), coalesce(n.family_name, ''), n.birth_date, c.clock, c.paragraph, c.last_entry_on, c.due_on,
		  c.finish_by, c.outcome, c.dropped_because, c.disposed_on, coalesce(c.items, 0), coalesce(c.files, 0), coalesce(c.plans, 0)`,
		from:  "disposal_case c LEFT JOIN app_disposal_names($1) n ON n.case_id = c.id WHERE c.run_id = $1",
		order: "c.due_on, c.id", args: []any{of},
	}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		var c disposal.Case
		err := r.Scan(asID(&c.ID), asID(&c.Unit), asID(&c.Child), &c.GivenName, &c.FamilyName, asDay(&c.Birth), &c.Clock, &c.Paragraph, asDay(&c.LastEntryOn),
			asDay(&c.DueOn), asDay(&c.FinishBy), asEnum(&c.Outcome), asEnum(&c.DroppedBecause), asDay(&c.DisposedOn), &c.Items, &c.Files, &c.Plans)
		rows = append(rows, c)
		u.log.opened(c.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// ListDisposals implements disposal.Store.
func (s *Store) ListDisposals(ctx context.Context, g access.Grant[access.ReadDisposal], pg page.Page) ([]disposal.Run, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []disposal.Run
	l := listing{columns: runColumns, from: "disposal_run r WHERE " + ofDomain(g.Reaches(), "r.branch_id"), order: "r.created_at DESC, r.id"}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		v, err := scanRun(r)
		rows = append(rows, v)
		u.log.opened(v.ID.UUID(), g.Reaches()[0])
		return err
	})
	for i := 0; err == nil && i < len(rows); i++ {
		err = u.decisions(ctx, &rows[i])
	}
	return rows, total, err
}

// FindDisposal implements disposal.Store.
func (s *Store) FindDisposal(ctx context.Context, g access.Grant[access.ReadDisposal], of id.Disposal) (disposal.Run, error) {
	u, err := within(ctx, g)
	if err != nil {
		return disposal.Run{}, err
	}
	return u.disposal(ctx, g.Reaches(), of, "")
}

// disposal reads a list in reach with its decisions; more may go on to lock it.
func (u *unit) disposal(ctx context.Context, reaches []access.Reach, of id.Disposal, more string) (disposal.Run, error) {
	var v disposal.Run
	err := u.pipeline(ctx, step{
		sql:  "SELECT " + runColumns + " FROM disposal_run r WHERE r.id = $1 AND " + ofDomain(reaches, "r.branch_id") + more,
		args: []any{of},
		row: func(r pgx.Rows) (err error) {
			v, err = scanRun(r)
			return err
		},
	})
	if err == nil && v.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return v, err
	}
	u.log.opened(v.ID.UUID(), reaches[0])
	return v, u.decisions(ctx, &v)
}
