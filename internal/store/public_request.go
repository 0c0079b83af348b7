package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
	"samplan/internal/publicrequest"
)

// publicScope chooses requests for public documents (alias q) within the reaches of a grant.
func publicScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.Self:
			return "q.unit_id = app_unit() AND q.registered_by = app_person()"
		case access.OwnUnit:
			return "q.unit_id = app_unit()"
		case access.OwnCase: // of extracts: about whom one works with
			return "q.unit_id = app_unit() AND " + caseOf("e.child_id")
		}
		return "false"
	})
}

const (
	publicColumns = `q.id, q.unit_id, q.body, q.requester, q.received_on, q.registered_by, (SELECT k.staff_name FROM staff k WHERE k.id = q.registered_by),
	  q.created_at, q.state, q.refusal_paragraph, q.refusal_reason, q.decided_on, q.decided_by, (SELECT k.staff_name FROM staff k WHERE k.id = q.decided_by), q.version,
	  e.child_id, coalesce(e.child_id = e.person_id, false), ` + answeredBy + `, ex.reason, ex.extended_on`
	publicTables = "public_request q LEFT JOIN data_extract e ON e.request_id = q.id LEFT JOIN data_extract_extension ex ON ex.request_id = e.request_id WHERE "
	lockPublic   = " FOR UPDATE OF q"
)

func publicTargets(q *publicrequest.Request) []any {
	return []any{
		asID(&q.ID), asID(&q.Unit), asText(&q.Text), asText(&q.Requester), asDay(&q.ReceivedOn), asID(&q.RegisteredBy), asText(&q.Registrar),
		&q.CreatedAt, asEnum(&q.State), asText(&q.Refusal.Paragraph), asText(&q.Refusal.Reason), asDay(&q.DecidedOn), asID(&q.DecidedBy), asText(&q.Decider), &q.Version,
		asID(&q.Subject.Child), &q.Subject.IsOwn, asDay(&q.Subject.AnswerBy), asText(&q.Subject.Extension.Reason), asDay(&q.Subject.Extension.On),
	}
}

// RegisterPublicRequest implements publicrequest.Store.
func (s *Store) RegisterPublicRequest(ctx context.Context, g access.Grant[access.RegisterPublicRequest], q publicrequest.Request) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	u.log.opened(q.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql:  `INSERT INTO public_request (id, unit_id, body, requester, received_on, registered_by, created_at, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		args: []any{q.ID, q.Unit, q.Text, q.Requester, q.ReceivedOn, q.RegisteredBy, q.CreatedAt, q.State},
	})
}

// ListPublicRequests implements publicrequest.Store.
func (s *Store) ListPublicRequests(ctx context.Context, g access.Grant[access.ReadPublicRequest], pg page.Page) ([]publicrequest.Request, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []publicrequest.Request
	total, err := u.list(ctx, listing{
		columns: publicColumns, from: publicTables + publicScope(g.Reaches()), order: "q.state = 'decided', q.created_at DESC, q.id",
	}, pg, func(r pgx.Rows) error {
		var q publicrequest.Request
		err := r.Scan(publicTargets(&q)...)
		rows = append(rows, q)
		u.log.opened(q.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// publicRequest reads one within reaches.
func (u *unit) publicRequest(ctx context.Context, of id.PublicRequest, reaches []access.Reach, lock string) (publicrequest.Request, error) {
	var q publicrequest.Request
	err := u.pipeline(ctx, step{
		sql: "SELECT " + publicColumns + " FROM " + publicTables + "q.id = $1 AND " + publicScope(reaches) + lock, args: []any{of},
		row: func(r pgx.Rows) error { return r.Scan(publicTargets(&q)...) },
	})
	if err == nil && q.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.child = q.Subject.Child
		u.log.opened(q.ID.UUID(), reaches[0])
	}
	return q, err
}

// FindPublicRequest implements publicrequest.Store.
func (s *Store) FindPublicRequest(
	ctx context.Context, g access.Grant[access.ReadPublicRequest], m access.Grant[access.ReadItem], of id.PublicRequest,
) (publicrequest.Request, error) {
	u, err := within(ctx, g)
	if err != nil {
		return publicrequest.Request{}, err
	}
	q, err := u.publicRequest(ctx, of, g.Reaches(), "")
	if err != nil {
		return q, err
	}
	q.Listed, err = u.publicItems(ctx, m, of, "$2::uuid IS NULL", nil)
	return q, err
}

// ListPublicItem implements publicrequest.Store.
func (s *Store) ListPublicItem(
	ctx context.Context, g access.Grant[access.AssessPublicRequest], of id.PublicRequest, i id.Item, do func(publicrequest.Request) error,
) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	q, err := u.publicRequest(ctx, of, g.Reaches(), lockPublic)
	if err != nil {
		return err
	}
	if err := do(q); err != nil {
		return err
	}
	u.log.opened(i.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql: "INSERT INTO public_request_item (request_id, item_id, listed_by, listed_at) VALUES ($1, $2, $3, $4)", args: []any{of, i, u.actor.Person(), u.request.Now},
	}, changedPublic(of))
}

// changedPublic counts a change of a request that is locked.
func changedPublic(of id.PublicRequest) step {
	return step{sql: "UPDATE public_request SET version = version + 1 WHERE id = $1", args: []any{of}, affected: found}
}

// AssessPublicItem implements publicrequest.Store.
func (s *Store) AssessPublicItem(ctx context.Context, g access.Grant[access.AssessPublicRequest], m access.Grant[access.ReadItem], of id.PublicRequest, i id.Item,
	do func(publicrequest.Request, publicrequest.Listed) (publicrequest.Assessment, error),
) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	q, err := u.publicRequest(ctx, of, g.Reaches(), lockPublic)
	if err != nil {
		return err
	}
	all, err := u.publicItems(ctx, m, of, "i.id = $2", i)
	if err == nil && len(all) == 0 {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return err
	}
	a, err := do(q, all[0])
	if err != nil {
		return err
	}
	masks := make([]string, len(a.Masks))
	for n, t := range a.Masks {
		masks[n] = t.Reveal()
	}
	return u.pipeline(ctx, step{
		sql: `UPDATE public_request_item SET outcome = $3, paragraph = $4, reason = $5, reservation = $6, masks = $7, tested_tag = $8, tested_by = $9, tested_on = $10
		      WHERE request_id = $1 AND item_id = $2`,
		args: []any{of, i, a.Outcome, a.Paragraph, a.Reason, a.Reservation, masks, a.Of, a.By, a.On}, affected: found,
	}, changedPublic(of))
}

// DecidePublicRequest implements publicrequest.Store.
func (s *Store) DecidePublicRequest(ctx context.Context, g access.Grant[access.DecidePublicRequest], m access.Grant[access.ReadItem], of id.PublicRequest,
	do func(*publicrequest.Request) error,
) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	q, err := u.publicRequest(ctx, of, g.Reaches(), lockPublic)
	if err != nil {
		return err
	}
	if q.Listed, err = u.publicItems(ctx, m, of, "$2::uuid IS NULL", nil); err != nil {
		return err
	}
	if err := do(&q); err != nil {
		return err
	}
	steps := []step{{
		sql: `UPDATE public_request SET state = $2, refusal_paragraph = $3, refusal_reason = $4, decided_on = $5, decided_by = $6, version = $7
		      WHERE id = $1 AND version = $7 - 1`,
		args:     []any{of, q.State, q.Refusal.Paragraph, q.Refusal.Reason, q.DecidedOn, q.DecidedBy, q.Version},
		affected: unmoved,
	}}
	for _, l := range q.Listed {
		if l.Given.Kind == "" {
			continue
		}
		given, err := asGiven(l.Given)
		if err != nil {
			return err
		}
		steps = append(steps, step{sql: "UPDATE public_request_item SET given = $3 WHERE request_id = $1 AND item_id = $2", args: []any{of, l.Item, given}, affected: found})
	}
	return u.pipeline(ctx, steps...)
}

// FindGiven implements publicrequest.Store. What has left is read as it left, whoever may read the items now.
func (s *Store) FindGiven(ctx context.Context, g access.Grant[access.ReadPublicRequest], of id.PublicRequest) (publicrequest.Request, error) {
	u, err := within(ctx, g)
	if err != nil {
		return publicrequest.Request{}, err
	}
	q, err := u.publicRequest(ctx, of, g.Reaches(), "")
	if err != nil {
		return q, err
	}
	return q, u.pipeline(ctx, step{
		sql:  `SELECT l.item_id, l.reservation, l.given FROM public_request_item l WHERE l.request_id = $1 AND l.given IS NOT NULL ORDER BY l.listed_at, l.item_id`,
		args: []any{of},
		row: func(r pgx.Rows) error {
			var l publicrequest.Listed
			var reservation person.Text
			err := r.Scan(asID(&l.Item), asText(&reservation), givenTarget{&l.Given})
			l.Reservation = reservation
			q.Listed = append(q.Listed, l)
			u.log.opened(l.Item.UUID(), g.Reaches()[0])
			return err
		},
	})
}
