package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/meeting"
	"samplan/internal/page"
	"samplan/internal/person"
	"samplan/internal/plan"
)

// callColumns are those of a call and of its plan (aliases c and p).
const callColumns = `c.id, c.plan_id, c.purpose, c.questions, c.long_term_goal, c.way, c.author_id, c.created_at, c.sent_on, c.answer_by, c.version`

func callTargets(c *meeting.Call, questions *[]string) []any {
	return []any{
		&c.ID, &c.Plan, &c.Purpose, questions, &c.LongTermGoal, &c.Way, &c.Author, &c.CreatedAt, &c.SentOn, &c.AnswerBy, &c.Version,
	}
}

// callFrame reads of a plan (alias p) what calls need: how it stands, and whether the family has agreed to it.
const callFrame = `p.id, p.child_id, p.lead_unit_id, p.status, EXISTS (SELECT FROM app_plan_consents(p.id)), ` + knowsPlace

// frameReader reads a row of callFrame, after what stands before it.
func frameReader(f *meeting.Frame, before ...any) func(pgx.Rows) error {
	return func(r pgx.Rows) error {
		var status plan.Status
		err := r.Scan(append(before, &f.Plan, &f.Child, &f.Lead, &status, &f.HasConsent, &f.KnowsPlace)...)
		f.IsOpen = !plan.IsOver(status)
		return err
	}
}

func texts(words []string) []person.Text {
	all := make([]person.Text, len(words))
	for n, w := range words {
		all[n] = person.NewText(w)
	}
	return all
}

func reveals(all []person.Text) []string {
	words := make([]string, len(all))
	for n, t := range all {
		words[n] = t.Reveal()
	}
	return words
}

// addresseesStep reads the addressees of calls, in the order in which they were named, and gives each to its call.
func addresseesStep(calls []id.Call, to func(id.Call, meeting.Addressee)) step {
	ids := make([]string, len(calls))
	for n, c := range calls {
		ids[n] = c.String()
	}
	return step{
		sql: `SELECT a.call_id, a.id, a.unit_id, a.summons, a.contribution, a.state, a.seen_on, a.contact_id, k.staff_name, a.reason, a.answered_on,
		        a.passed_from, CASE a.state WHEN 'drafted' THEN app_unit_today(a.unit_id) ELSE a.unit_id END, a.version
		      FROM call_addressee a LEFT JOIN staff k ON k.id = a.contact_id WHERE a.call_id = ANY ($1::uuid[]) AND a.state <> 'dropped' ORDER BY a.id`,
		args: []any{ids},
		row: func(r pgx.Rows) error {
			var c id.Call
			var a meeting.Addressee
			err := r.Scan(&c, &a.ID, &a.Unit, &a.Summons, &a.Contribution, &a.State, &a.SeenOn, &a.Contact, &a.ContactName, &a.Reason, &a.AnsweredOn,
				&a.PassedFrom, &a.Now, &a.Version)
			to(c, a)
			return err
		},
	}
}

func insertAddressees(c meeting.Call) []step {
	var steps []step
	for _, a := range c.Addressees {
		steps = append(steps, step{
			sql:  `INSERT INTO call_addressee (id, call_id, unit_id, summons, contribution, state) VALUES ($1, $2, $3, $4, $5, $6)`,
			args: []any{a.ID, c.ID, a.Unit, a.Summons, a.Contribution, a.State},
		})
	}
	return steps
}

// DraftCall implements meeting.Store.
func (s *Store) DraftCall(ctx context.Context, g access.Grant[access.EditCall], p id.Plan, do func(meeting.Frame) (meeting.Call, error)) (meeting.Call, error) {
	u, err := within(ctx, g)
	if err != nil {
		return meeting.Call{}, err
	}
	var f meeting.Frame
	if err := u.pipeline(ctx, step{
		sql:  `SELECT ` + callFrame + ` FROM plan p WHERE p.id = $1 AND ` + leadScope(g.Reaches()) + ` FOR UPDATE OF p`,
		args: []any{p},
		row:  frameReader(&f),
	}); err != nil {
		return meeting.Call{}, err
	}
	if f.Plan.IsZero() {
		return meeting.Call{}, fault.New(fault.CodeNotFound)
	}
	c, err := do(f)
	if err != nil {
		return meeting.Call{}, err
	}
	u.logCall(&c, f.Child, g.Reaches())
	return c, u.pipeline(ctx, append([]step{{
		sql: `INSERT INTO call (id, plan_id, purpose, questions, long_term_goal, way, author_id, created_at, version)
		      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		args: []any{c.ID, c.Plan, c.Purpose, reveals(c.Questions), c.LongTermGoal, c.Way, c.Author, c.CreatedAt, c.Version},
	}}, insertAddressees(c)...)...)
}

func (u *unit) logCall(c *meeting.Call, child id.Person, reaches []access.Reach) {
	u.log.child, u.log.plan = child, c.Plan
	u.log.opened(c.ID.UUID(), reaches[0])
	for n := range c.Addressees {
		u.log.opened(c.Addressees[n].ID.UUID(), reaches[0])
	}
}

// findCall reads one call within reaches, with its frame; lock, when not empty, is how it is locked.
func (u *unit) findCall(ctx context.Context, c id.Call, reaches []access.Reach, lock string) (meeting.Call, meeting.Frame, error) {
	var found meeting.Call
	var f meeting.Frame
	var questions []string
	err := u.pipeline(ctx, step{
		sql: `SELECT ` + callColumns + `, ` + callFrame + ` FROM call c JOIN plan p ON p.id = c.plan_id
		      WHERE c.id = $1 AND ` + madeScope(reaches, "c") + lock,
		args: []any{c},
		row:  frameReader(&f, callTargets(&found, &questions)...),
	}, addresseesStep([]id.Call{c}, func(_ id.Call, a meeting.Addressee) { found.Addressees = append(found.Addressees, a) }))
	if err == nil && found.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	found.Questions = texts(questions)
	return found, f, err
}

// FindCall implements meeting.Store.
func (s *Store) FindCall(ctx context.Context, g access.Grant[access.ReadCall], c id.Call) (meeting.Call, error) {
	u, err := within(ctx, g)
	if err != nil {
		return meeting.Call{}, err
	}
	found, f, err := u.findCall(ctx, c, g.Reaches(), "")
	if err == nil {
		u.logCall(&found, f.Child, g.Reaches())
	}
	return found, err
}

// ListCalls implements meeting.Store.
func (s *Store) ListCalls(ctx context.Context, g access.Grant[access.ReadCall], p id.Plan, pg page.Page) ([]meeting.Call, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var f meeting.Frame
	if err := u.pipeline(ctx, step{
		sql: `SELECT ` + callFrame + ` FROM plan p WHERE p.id = $1 AND (` + leadScope(g.Reaches()) +
			` OR EXISTS (SELECT FROM call c WHERE c.plan_id = p.id AND ` + madeScope(g.Reaches(), "c") + `))`,
		args: []any{p}, row: frameReader(&f),
	}); err != nil {
		return nil, 0, err
	}
	if f.Plan.IsZero() {
		return nil, 0, fault.New(fault.CodeNotFound)
	}
	var calls []meeting.Call
	at := map[id.Call]int{}
	total, err := u.list(ctx, listing{columns: callColumns, from: "call c WHERE c.plan_id = $1 AND c.unit_id = app_unit()", order: "c.created_at DESC, c.id DESC", args: []any{p}}, pg,
		func(r pgx.Rows) error {
			var c meeting.Call
			var questions []string
			err := r.Scan(callTargets(&c, &questions)...)
			c.Questions = texts(questions)
			at[c.ID] = len(calls)
			calls = append(calls, c)
			return err
		})
	if err != nil || len(calls) == 0 {
		return nil, total, err
	}
	ids := make([]id.Call, 0, len(calls))
	for n := range calls {
		ids = append(ids, calls[n].ID)
	}
	err = u.pipeline(ctx, addresseesStep(ids, func(c id.Call, a meeting.Addressee) {
		calls[at[c]].Addressees = append(calls[at[c]].Addressees, a)
	}))
	for n := range calls {
		u.logCall(&calls[n], f.Child, g.Reaches())
	}
	return calls, total, err
}
