package store

import (
	"slices"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/session"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgtype"
)

// logEntry is what the log will say of a request: who is known from the actor, so here is what was opened, how, and on
// which ground. It carries no content.
type logEntry struct {
	outcome string
	person  id.Person // who asks, when that came out on the way
	child   id.Person
	plan    id.Plan
	purpose string
	objects pgtype.FlatArray[pgtype.UUID] // encoded as they lie; of other lists each id would go by way of its text
	reaches []string
	grounds pgtype.FlatArray[pgtype.UUID]
}

// opened notes one object that the answer shows or the request changed.
func (l *logEntry) opened(object uuid.UUID, r access.Reach) {
	l.openedOn(object, r, uuid.Nil)
}

// openedOn notes one object with what opened it: a consent, a disclosure, or nothing but the reach.
func (l *logEntry) openedOn(object uuid.UUID, r access.Reach, ground uuid.UUID) {
	l.objects = append(l.objects, pgtype.UUID{Bytes: object, Valid: true})
	l.reaches = append(l.reaches, r.String())
	l.grounds = append(l.grounds, pgtype.UUID{Bytes: ground, Valid: ground != uuid.Nil})
}

// all notes objects that one reach opened.
func (l *logEntry) all(r access.Reach, objects ...uuid.UUID) {
	l.objects = slices.Grow(l.objects, len(objects))
	for _, o := range objects {
		l.opened(o, r)
	}
}

const insertLog = `INSERT INTO audit_entry (id, at, request_id, operation, outcome, actor_kind, person_id, assignment_id, role,
    unit_id, child_id, plan_id, purpose, objects, reaches, grounds, client_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`

func (u *unit) logStep() step {
	l := &u.log
	if l.outcome == "" {
		l.outcome = "done"
	}
	if l.objects == nil {
		l.objects, l.reaches, l.grounds = pgtype.FlatArray[pgtype.UUID]{}, []string{}, pgtype.FlatArray[pgtype.UUID]{}
	}
	a := u.actor
	return step{sql: insertLog, args: []any{
		id.NewEntry(), u.request.Now, u.request.ID, u.request.Operation, l.outcome, u.actorKind(), u.who(), a.Assignment(),
		nullable(a.Role().String()), a.Unit(), l.child, l.plan, nullable(l.purpose), l.objects, l.reaches, l.grounds, a.Client(),
	}}
}

// who is the person that asks; it may have come out on the way.
func (u *unit) who() id.Person {
	if !u.log.person.IsZero() {
		return u.log.person
	}
	return u.actor.Person()
}

func (u *unit) actorKind() string {
	switch {
	case u.actor.IsSystem():
		return "client"
	case u.actor.Person().IsZero() && u.request.Credentials.Kind != session.Citizen:
		return "unknown"
	case u.actor.IsCitizen():
		return "citizen"
	}
	return "staff"
}

func nullable(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
