package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/session"
)

// StandIn runs work as the person of an address, once for each assignment of today, to see what that person would see. It
// is for the worker, who may learn no more of it than whether there is something new: nothing is written, and nobody is
// shown anything, so the log says nothing either.
func (s *Store) StandIn(ctx context.Context, a id.Address, now time.Time, work func(context.Context, access.Actor) error) error {
	all, err := s.standIn(ctx, a, id.Assignment{}, now, nil)
	if err != nil {
		return err
	}
	for _, one := range all {
		if _, err := s.standIn(ctx, a, one.assignment, now, work); err != nil {
			return err
		}
	}
	return nil
}

// standIn enters as the person in a transaction of its own, and rolls it back.
func (s *Store) standIn(
	ctx context.Context, a id.Address, under id.Assignment, now time.Time, work func(context.Context, access.Actor) error,
) ([]assigned, error) {
	u, err := s.open(ctx, session.Request{ID: id.NewRequest(), Now: now, Today: civil.Of(now)})
	if err != nil {
		return nil, err
	}
	defer u.close()
	var all []assigned
	err = u.pipeline(ctx, step{sql: begin}, step{
		sql:  `SELECT person_id, assignment_id, role, unit_id, branch_id, secrecy_class, chosen FROM app_stand_in($1, $2, $3)`,
		args: []any{a, under, u.request.Today},
		row: func(r pgx.Rows) error {
			var v assigned
			err := r.Scan(asID(&v.person), asID(&v.assignment), &v.role, asID(&v.unitID), asID(&v.branch), &v.class, &v.chosen)
			all = append(all, v)
			return err
		},
	})
	if err != nil || work == nil {
		return all, err
	}
	for _, one := range all {
		if one.chosen { // not so for staff who are nowhere today: they see nothing
			u.actor = one.actor(u.request)
			return all, work(context.WithValue(ctx, unitKey{}, u), u.actor)
		}
	}
	return all, nil
}

// actor is who acts under an assignment, or the citizen.
func (a assigned) actor(r session.Request) access.Actor {
	if a.assignment.IsZero() {
		return access.NewCitizen(a.person, r.Today, r.ID)
	}
	post := access.Post{Assignment: a.assignment, Role: access.RoleNamed(*a.role), Unit: a.unitID, Branch: a.branch, Class: access.ClassNamed(*a.class)}
	return access.NewStaff(a.person, a.name, post, r.Today, r.ID)
}
