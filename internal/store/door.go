package store

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/session"
)

const (
	rollbackTime = 2 * time.Second
	tries        = 3
)

// Serve implements session.Door: one request, one transaction, one log entry.
func (s *Store) Serve(ctx context.Context, r session.Request, work func(context.Context, access.Actor) (session.Answer, error)) (session.Answer, error) {
	ctx, count := countStatements(ctx)
	if s.observe != nil {
		defer func() { s.observe(r.Operation, int(count.Load())) }()
	}
	for try := 1; ; try++ {
		a, err := s.serve(ctx, r, work)
		if err == nil || try == tries || !errors.Is(err, errAgain) {
			return a, err
		}
		select { // two writers met; one of them goes on first
		case <-time.After(time.Duration(try) * 10 * time.Millisecond):
		case <-ctx.Done():
			return a, translate(ctx.Err())
		}
	}
}

func (s *Store) serve(ctx context.Context, r session.Request, work func(context.Context, access.Actor) (session.Answer, error)) (session.Answer, error) {
	u, err := s.open(ctx, r)
	if err != nil {
		return session.Answer{}, err
	}
	defer u.close()
	var look []step
	if r.Key != "" {
		look = append(look, u.replayStep())
	}
	if err := u.enter(ctx, look...); err != nil {
		return session.Answer{}, err
	}
	if a, found, err := u.replay(ctx); err != nil || found {
		return a, err
	}
	a, err := work(context.WithValue(ctx, unitKey{}, u), u.actor)
	if err != nil {
		return session.Answer{}, err
	}
	return a, u.finish(ctx, a)
}

// Refuse implements session.Door.
func (s *Store) Refuse(ctx context.Context, r session.Request, f *fault.Error) error {
	u, err := s.open(ctx, r)
	if err != nil {
		return err
	}
	defer u.close()
	// Whoever cannot be identified is logged as unknown: the refusal itself must not be lost.
	if err := u.enter(ctx); err != nil && !fault.Is(err, fault.Unauthenticated) && !fault.Has(err, fault.CodeAssignment) {
		return err
	}
	u.log.outcome = f.Code.String()
	return u.pipeline(ctx, u.logStep(), u.commitStep())
}

// enter begins the transaction and says who asks; then it takes further steps in the same round trip. The assignment is
// live at this moment or does not count.
func (u *unit) enter(ctx context.Context, then ...step) error {
	u.actor = access.NewCitizen(id.Person{}, u.request.Today, u.request.ID)
	c := u.request.Credentials
	switch c.Kind {
	case session.Staff:
		return u.enterStaff(ctx, c, then)
	case session.Citizen:
		return u.enterCitizen(ctx, c, then)
	case session.Client:
		return u.enterClient(ctx, c, then)
	}
	if err := u.pipeline(ctx, step{sql: begin}); err != nil {
		return err
	}
	return fault.New(fault.CodeUnauthenticated)
}

func (u *unit) enterCitizen(ctx context.Context, c session.Credentials, then []step) error {
	var person id.Person
	var through []access.Scopes
	err := u.pipeline(ctx, append([]step{{sql: begin}, {
		sql:  "SELECT person_id, " + itIsNow + "$4, true) FROM app_enter_citizen($1, $2, $3)",
		args: []any{c.IdentifierType, c.Identifier.Reveal(), u.request.Today, u.moment()},
		row:  func(r pgx.Rows) error { return r.Scan(asID(&person), nil) },
	}}, u.after(c, &through, then)...)...)
	u.actor = access.NewCitizen(person, u.request.Today, u.request.ID)
	if err != nil {
		return err
	}
	return u.through(c, through)
}

// assigned is one assignment of the caller, as the door found it.
type assigned struct {
	person     id.Person
	name       string
	assignment id.Assignment
	role       *string
	unitID     id.Unit
	branch     id.Branch
	class      *string
	chosen     bool
}

func (u *unit) enterStaff(ctx context.Context, c session.Credentials, then []step) error {
	var all []assigned
	var through []access.Scopes
	err := u.pipeline(ctx, append([]step{{sql: begin}, {
		sql: `SELECT person_id, coalesce(person_name, ''), assignment_id, role, unit_id, branch_id, secrecy_class, chosen, ` + itIsNow + `$5, true)
		        FROM app_enter_staff($1, $2, $3, $4)`,
		args: []any{c.Issuer, c.Subject, u.request.Assignment, u.request.Today, u.moment()},
		row: func(r pgx.Rows) error {
			var a assigned
			err := r.Scan(asID(&a.person), &a.name, asID(&a.assignment), &a.role, asID(&a.unitID), asID(&a.branch), &a.class, &a.chosen, nil)
			all = append(all, a)
			return err
		},
	}}, u.after(c, &through, then)...)...)
	if err != nil {
		return err
	}
	err = fault.New(fault.CodeUnauthenticated)
	if len(all) > 0 {
		err = u.choose(all)
	}
	if lost := u.through(c, through); lost != nil { // also of one who is refused: the log says through which client
		return lost
	}
	return err
}

// choose takes the assignment that the door chose. Only a look at oneself is answered without one.
func (u *unit) choose(all []assigned) error {
	u.actor = access.NewStaff(all[0].person, all[0].name, access.Post{}, u.request.Today, u.request.ID)
	for _, a := range all {
		if a.chosen {
			u.actor = a.actor(u.request)
			return nil
		}
	}
	switch {
	case !u.request.Assignment.IsZero():
		return fault.New(fault.CodeUnauthenticated) // not, or no longer, this person's assignment
	case all[0].assignment.IsZero(), u.request.Operation == "GetMe":
		return nil
	}
	return fault.At(fault.CodeAssignment, "Samplan-Assignment", "required")
}

// Ready implements session.Door.
func (s *Store) Ready(ctx context.Context) error {
	return translate(s.pool.PingContext(ctx))
}

// finish writes the log entry and, for a command, the answer under its key; then commits. Nothing is answered before.
func (u *unit) finish(ctx context.Context, a session.Answer) error {
	steps := []step{u.logStep()}
	if u.request.Key != "" {
		steps = append(steps, u.keepStep(a))
	}
	return u.pipeline(ctx, append(steps, u.commitStep())...)
}

func (u *unit) commitStep() step {
	return step{sql: commit, affected: func(int64) error { u.done = true; return nil }}
}

// today is the day of the request, for statements that need it as a value.
func (u *unit) today() civil.Date { return u.request.Today }

// itIsNow begins what tells the transaction the moment of the request (app_now).
const itIsNow = "set_config('app.now', "

// moment is the moment of the request.
func (u *unit) moment() string { return u.request.Now.UTC().Format(time.RFC3339Nano) }
