package store

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
	"samplan/internal/publicrequest"
	"samplan/internal/routine"
)

// extractScope chooses extracts that the caller has asked for (alias x, of app_my_extracts, which says who of today's family that is)
// within the reaches of a grant.
func extractScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.Self:
			return "x.child_id = app_person()"
		case access.FamilyGuardian:
			return "EXISTS (SELECT FROM plan p WHERE p.child_id = x.child_id AND " + guardianPlan + ")"
		}
		return "false"
	})
}

const extractColumns = "x.id, x.unit_id, x.child_id, x.child_id = app_person(), x.body, x.requester, x.asked_on, x.answer_by, x.created_at, x.state, x.decided_on, x.extension_reason, x.extended_on"

const (
	// answeredBy is by when an extract is to be answered (aliases of publicTables).
	answeredBy = "coalesce(ex.answer_by, e.answer_by)"
	// waitingExtracts are those that nobody has decided on yet.
	waitingExtracts = publicTables + "e.request_id IS NOT NULL AND q.state = 'open' AND "
	// myNewExtracts are those of the caller's to which something has come (column) not long ago.
	myNewExtracts = "app_my_extracts() x JOIN unit_term m ON m.unit_id = x.unit_id WHERE "
)

func extractTargets(q *publicrequest.Request) []any {
	return []any{
		asID(&q.ID), asID(&q.Unit), asID(&q.Subject.Child), &q.Subject.IsOwn, asText(&q.Text), asText(&q.Requester), asDay(&q.ReceivedOn),
		asDay(&q.Subject.AnswerBy), &q.CreatedAt, asEnum(&q.State), asDay(&q.DecidedOn),
		asText(&q.Subject.Extension.Reason), asDay(&q.Subject.Extension.On),
	}
}

// AskDataExtract implements publicrequest.Store. Whether anybody knows the one who asks makes no difference that could be seen from outside.
func (s *Store) AskDataExtract(
	ctx context.Context, g access.Grant[access.AskDataExtract], m access.Grant[access.ReadItem], q publicrequest.Request,
) (publicrequest.Request, error) {
	u, err := within(ctx, g)
	if err != nil {
		return q, err
	}
	if q.Subject.IsOwn {
		if err := u.becomeKnown(ctx); err != nil {
			return q, err
		}
		q.Subject.Child = u.who()
	}
	if err := u.mayAsk(ctx, g, &q); err != nil {
		return q, err
	}
	u.log.child = q.Subject.Child
	u.log.opened(q.ID.UUID(), g.Reaches()[0])
	seen, isNew := []uuid.UUID{}, false
	err = u.pipeline(ctx, step{
		sql:  "SELECT i.id FROM item i JOIN plan p ON p.id = i.plan_id WHERE p.child_id = $1 AND i.owner_unit_id = $2 AND " + itemScope(m.Reaches(), "NULL::uuid"),
		args: []any{q.Subject.Child, q.Unit},
		row: func(r pgx.Rows) error {
			var i uuid.UUID
			err := r.Scan(&i)
			seen = append(seen, i)
			return err
		},
	})
	if err != nil {
		return q, err
	}
	err = u.pipeline(ctx, step{
		sql:  "SELECT app_ask_extract($1, $2, $3, $4, $5, $6, $7, $8, $9)",
		args: []any{q.ID, q.Unit, q.Subject.Child, q.Text, q.Requester, q.ReceivedOn, q.Subject.AnswerBy, q.CreatedAt, seen},
		row:  func(r pgx.Rows) error { return r.Scan(&isNew) },
	})
	if err == nil && !isNew {
		err = fault.New(fault.CodeDuplicate)
	}
	return q, err
}

// mayAsk asks that the unit is there today, and that whom it is about is the caller, or a child of today's.
func (u *unit) mayAsk(ctx context.Context, g access.Grant[access.AskDataExtract], q *publicrequest.Request) error {
	isUnit, isTheirs := false, q.Subject.IsOwn && g.Has(access.Self)
	err := u.pipeline(ctx, step{
		sql:  "SELECT EXISTS (SELECT FROM unit_place q WHERE q.unit_id = $1 AND q.valid @> app_today())",
		args: []any{q.Unit}, row: func(r pgx.Rows) error { return r.Scan(&isUnit) },
	}, step{
		sql:  "SELECT $2 OR $1 = app_person() OR EXISTS (SELECT FROM plan p WHERE p.child_id = $1 AND " + planScope(g.Reaches()) + ")",
		args: []any{q.Subject.Child, isTheirs}, row: func(r pgx.Rows) error { return r.Scan(&isTheirs) },
	})
	switch {
	case err != nil:
		return err
	case !isTheirs:
		return fault.New(fault.CodeNotFound)
	case !isUnit:
		return fault.At(fault.CodeNotAUnit, "/unitId", "unknown")
	}
	return nil
}

// ExtendDataExtract implements publicrequest.Store.
func (s *Store) ExtendDataExtract(
	ctx context.Context, g access.Grant[access.DecidePublicRequest], of id.PublicRequest, do func(*publicrequest.Request, *routine.Profile) error,
) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	q, err := u.publicRequest(ctx, of, g.Reaches(), lockPublic)
	if err != nil {
		return err
	}
	var r routine.Version
	if err := u.pipeline(ctx, ownRoutine(&r)); err != nil {
		return err
	}
	if err := do(&q, &r.Profile); err != nil {
		return err
	}
	x := q.Subject.Extension
	return u.pipeline(ctx, step{
		sql:  "INSERT INTO data_extract_extension (request_id, answer_by, reason, extended_on, extended_by) VALUES ($1, $2, $3, $4, app_person())",
		args: []any{of, q.Subject.AnswerBy, x.Reason, x.On},
	}, changedPublic(of))
}

// ListDataExtracts implements publicrequest.Store.
func (s *Store) ListDataExtracts(ctx context.Context, g access.Grant[access.ReadDataExtract], pg page.Page) ([]publicrequest.Request, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []publicrequest.Request
	total, err := u.list(ctx, listing{
		columns: extractColumns, from: "app_my_extracts() x WHERE " + extractScope(g.Reaches()), order: "x.created_at DESC, x.id",
	}, pg, func(r pgx.Rows) error {
		var q publicrequest.Request
		err := r.Scan(extractTargets(&q)...)
		rows = append(rows, q)
		u.log.opened(q.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// FindDataExtract implements publicrequest.Store.
func (s *Store) FindDataExtract(
	ctx context.Context, g access.Grant[access.ReadDataExtract], of id.PublicRequest,
) (publicrequest.Request, publicrequest.Holder, error) {
	var q publicrequest.Request
	var h publicrequest.Holder
	u, err := within(ctx, g)
	if err != nil {
		return q, h, err
	}
	err = u.pipeline(ctx, step{
		sql: "SELECT " + extractColumns + ", coalesce(app_kept_years(x.unit_id), 0) FROM app_my_extracts() x WHERE x.id = $1 AND " + extractScope(g.Reaches()), args: []any{of},
		row: func(r pgx.Rows) error { return r.Scan(append(extractTargets(&q), &h.KeptYears)...) },
	}, step{
		sql: "SELECT v.item_id, v.reservation, v.given FROM app_my_given($1) v", args: []any{of},
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
	if err == nil && q.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return publicrequest.Request{}, h, err
	}
	h.Unit = q.Unit
	u.log.child = q.Subject.Child
	u.log.opened(q.ID.UUID(), g.Reaches()[0])
	return q, h, nil
}

// ListDataHolders implements publicrequest.Store. A unit is there by its part in a plan as a view of the plan shows it, so that no
// holder is told of that the family does not see; units that receive requests are there for everybody.
func (s *Store) ListDataHolders(ctx context.Context, g access.Grant[access.ReadDataExtract], pg page.Page) ([]publicrequest.Holder, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	plans, _, err := u.familyPlans(ctx, g.Reaches(), id.Person{})
	if err != nil {
		return nil, 0, err
	}
	for _, p := range plans {
		u.log.opened(p.UUID(), g.Reaches()[0])
	}
	units, err := u.familyParties(ctx, plans, "y.unit_id")
	if err != nil {
		return nil, 0, err
	}
	var rows []publicrequest.Holder
	l := listing{
		columns: "n.id, coalesce(app_kept_years(n.id), 0)",
		from: `unit n WHERE EXISTS (SELECT FROM unit_place q WHERE q.unit_id = n.id AND q.valid @> app_today())
		  AND n.id IN (SELECT unnest($1::uuid[]) UNION ALL SELECT v.unit_id FROM app_receivers(app_today()) v)`,
		order: "n.name, n.id", args: []any{units},
	}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		var h publicrequest.Holder
		err := r.Scan(asID(&h.Unit), &h.KeptYears)
		rows = append(rows, h)
		return err
	})
	return rows, total, err
}
