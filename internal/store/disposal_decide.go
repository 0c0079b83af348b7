package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/disposal"
	"samplan/internal/id"
)

const runColumns = `r.id, r.profile, r.state, r.drawn_up_by, coalesce((SELECT k.staff_name FROM person k WHERE k.id = r.drawn_up_by), ''), r.drawn_up_on, r.created_at,
  r.carried_out_on, r.cancelled_on,
  (SELECT count(*) FROM disposal_case c WHERE c.run_id = r.id)::int,
  (SELECT count(*) FROM disposal_case c WHERE c.run_id = r.id AND c.outcome = 'disposed')::int,
  (SELECT count(*) FROM disposal_case c WHERE c.run_id = r.id AND c.outcome = 'dropped')::int, r.version`

func scanRun(r pgx.Rows) (disposal.Run, error) {
	var v disposal.Run
	return v, r.Scan(asID(&v.ID), &v.Profile, asEnum(&v.State), asID(&v.DrawnUpBy), &v.DrawnUpName, asDay(&v.DrawnUpOn), &v.CreatedAt, asDay(&v.CarriedOutOn),
		asDay(&v.CancelledOn), &v.Cases, &v.Disposed, &v.Dropped, &v.Version)
}

// decisions reads who has decided on a list.
func (u *unit) decisions(ctx context.Context, v *disposal.Run) error {
	return u.pipeline(ctx, step{
		sql: `SELECT d.person_id, coalesce((SELECT k.staff_name FROM person k WHERE k.id = d.person_id), ''), d.decided_at
		      FROM disposal_decision d WHERE d.run_id = $1 ORDER BY d.decided_at, d.person_id`,
		args: []any{v.ID},
		row: func(r pgx.Rows) error {
			var d disposal.Decision
			err := r.Scan(asID(&d.Person), &d.Name, &d.At)
			v.Decisions = append(v.Decisions, d)
			return err
		},
	})
}

// DecideDisposal implements disposal.Store.
func (s *Store) DecideDisposal(ctx context.Context, g access.Grant[access.DecideDisposal], of id.Disposal,
	do func(*disposal.Run, []disposal.Setting, []disposal.Fact) (map[id.DisposalCase]disposal.Cause, error),
) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	if err := u.pipeline(ctx, lockDisposals); err != nil {
		return err
	}
	v, err := u.disposal(ctx, g.Reaches(), of, " FOR UPDATE OF r")
	if err != nil {
		return err
	}
	var settings []disposal.Setting
	var facts []disposal.Fact
	err = u.pipeline(ctx, settingsStep(g.Reaches(), &settings), step{
		sql: listedFacts + "app_disposal_facts($1) f", args: []any{of},
		row: func(r pgx.Rows) error {
			f, err := scanListed(r)
			facts = append(facts, f)
			return err
		},
	})
	if err != nil {
		return err
	}
	kept, err := do(&v, settings, facts)
	if err != nil {
		return err
	}
	cases, causes := keptCases(kept)
	d := v.Decisions[len(v.Decisions)-1]
	return u.pipeline(ctx, step{
		sql: "SELECT app_drop_listed_cases($1, $2, $3)", args: []any{of, cases, causes},
	}, step{
		sql: "INSERT INTO disposal_decision (run_id, person_id, decided_at) VALUES ($1, $2, $3)", args: []any{v.ID, d.Person, d.At},
	}, changedDisposal(v))
}

// ChangeDisposal implements disposal.Store.
func (s *Store) ChangeDisposal(ctx context.Context, g access.Grant[access.DecideDisposal], of id.Disposal, do func(*disposal.Run) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	v, err := u.disposal(ctx, g.Reaches(), of, " FOR UPDATE OF r")
	if err != nil {
		return err
	}
	if err := do(&v); err != nil {
		return err
	}
	return u.pipeline(ctx, changedDisposal(v))
}

func changedDisposal(v disposal.Run) step {
	return step{
		sql:  "UPDATE disposal_run SET state = $2, cancelled_on = $3, version = $4 WHERE id = $1 AND version = $4 - 1",
		args: []any{v.ID, v.State, v.CancelledOn, v.Version}, affected: unmoved,
	}
}

// listedFacts reads how the cases on a list stand (alias f).
const listedFacts = "SELECT f.case_id, f.secrecy_class, f.birth_date, f.last_entry_on, f.marks, f.changed FROM "

func scanListed(r pgx.Row) (f disposal.Fact, err error) {
	return f, r.Scan(asID(&f.ID), &f.Class, asDay(&f.Birth), asDay(&f.Candidate.Case.LastEntryOn), &f.Marks, asEnum(&f.Changed))
}

// keptCases lays out what is taken off a list.
func keptCases(kept map[id.DisposalCase]disposal.Cause) (cases []id.DisposalCase, causes []string) {
	for c, because := range kept {
		cases, causes = append(cases, c), append(causes, because.String())
	}
	return cases, causes
}
