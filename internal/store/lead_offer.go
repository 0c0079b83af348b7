package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"
)

// OfferLead implements plan.Store. The unit that is asked must be able to know of all who take part.
func (s *Store) OfferLead(ctx context.Context, g access.Grant[access.OfferLead], o plan.LeadOffer) error {
	u, locked, err := lockPlan(ctx, g, o.Plan)
	if err != nil {
		return err
	}
	u.log.child, u.log.plan = locked.Child, o.Plan
	u.log.opened(o.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql: `INSERT INTO lead_offer (id, plan_id, party_id, from_unit_id, to_unit_id, state, offered_by, offered_on, created_at)
		      SELECT $1, p.id, $3, $4, $5, $6, $7, $8, $9 FROM plan p WHERE p.id = $2 AND app_may_lead(p.id, $5)`,
		args: []any{o.ID, o.Plan, o.Party, o.From, o.To, o.State, o.By, o.OfferedOn, o.CreatedAt},
		affected: func(n int64) error {
			if n == 0 {
				return fault.At(fault.CodeCannotLead, "/unitId", "cannot-see-parties")
			}
			return nil
		},
	})
}

const leadOfferColumns = "o.id, " + transferColumns

func leadOfferTargets(o *plan.LeadOffer) []any {
	return append([]any{&o.ID}, transferTargets(&o.Transfer)...)
}

// leadOffersFrom chooses offers (alias o) of the own unit, and those to it while it may lead, of plans that the actor sees.
func leadOffersFrom(a access.Actor, reaches []access.Reach) string {
	return `lead_offer o JOIN plan p ON p.id = o.plan_id ` + nameOf(a) + `
	  WHERE (o.from_unit_id = app_unit() OR o.to_unit_id = app_unit() AND app_sees_lead_offer(o.id)) AND ` + planScope(reaches)
}

// ListLeadOffers implements plan.Store.
func (s *Store) ListLeadOffers(ctx context.Context, g access.Grant[access.ReadLeadOffer], pg page.Page) ([]plan.LeadOffer, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var all []plan.LeadOffer
	l := listing{columns: leadOfferColumns, from: leadOffersFrom(u.actor, g.Reaches()), order: "o.created_at, o.id"}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		var o plan.LeadOffer
		err := r.Scan(leadOfferTargets(&o)...)
		all = append(all, o)
		u.log.opened(o.ID.UUID(), g.Reaches()[0])
		return err
	})
	return all, total, err
}

// AnswerLeadOffer implements plan.Store. The lead is taken by a function of the fence's, since it touches what the unit before
// holds; it wants the answer first, and takes once.
func (s *Store) AnswerLeadOffer(ctx context.Context, g access.Grant[access.AnswerLeadOffer], o id.LeadOffer, caller id.Person,
	do func(*plan.LeadOffer) error,
) (plan.LeadOffer, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.LeadOffer{}, err
	}
	locked, err := u.lockLeadOffer(ctx, o, g.Reaches(), "o.to_unit_id")
	if err == nil {
		err = do(&locked)
	}
	if err != nil {
		return plan.LeadOffer{}, err
	}
	steps := []step{saveTransfer("lead_offer", o, locked.Transfer)}
	if locked.State == plan.TransferAccepted {
		steps = append(steps, step{sql: "SELECT app_take_lead($1, $2, $3)", args: []any{o, caller, u.request.Now}})
	}
	return locked, u.pipeline(ctx, steps...)
}

// WithdrawLeadOffer implements plan.Store.
func (s *Store) WithdrawLeadOffer(ctx context.Context, g access.Grant[access.OfferLead], o id.LeadOffer, do func(*plan.LeadOffer) error) (plan.LeadOffer, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.LeadOffer{}, err
	}
	locked, err := u.lockLeadOffer(ctx, o, g.Reaches(), "o.from_unit_id")
	if err == nil {
		err = do(&locked)
	}
	if err != nil {
		return plan.LeadOffer{}, err
	}
	return locked, u.pipeline(ctx, saveTransfer("lead_offer", o, locked.Transfer))
}

// lockLeadOffer reads an offer of which the own unit is one side, and keeps others from changing it.
func (u *unit) lockLeadOffer(ctx context.Context, o id.LeadOffer, reaches []access.Reach, side string) (plan.LeadOffer, error) {
	var locked plan.LeadOffer
	err := u.pipeline(ctx, step{
		sql:  `SELECT ` + leadOfferColumns + ` FROM ` + leadOffersFrom(u.actor, reaches) + ` AND o.id = $1 AND ` + side + ` = app_unit() FOR UPDATE OF o`,
		args: []any{o},
		row:  func(r pgx.Rows) error { return r.Scan(leadOfferTargets(&locked)...) },
	})
	if err == nil && locked.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	u.log.child, u.log.plan = locked.Child, locked.Plan
	u.log.opened(o.UUID(), reaches[0])
	return locked, err
}

// ListLeads implements plan.Store. Which parties there are to see depends on the plan's walls, so those are opened first.
func (s *Store) ListLeads(ctx context.Context, g access.Grant[access.ReadPlan], p id.Plan, pg page.Page) ([]plan.LeadTerm, int, error) {
	u, err := s.seePlan(ctx, g, p)
	if err != nil {
		return nil, 0, err
	}
	if err := u.pipeline(ctx, step{sql: "SELECT plan_id FROM app_open_plan($1, NULL)", args: []any{p}}); err != nil {
		return nil, 0, err
	}
	var all []plan.LeadTerm
	total, err := u.list(ctx, listing{
		columns: "t.unit_id, t.starts_on, t.ends_on", args: []any{p}, order: "t.ends_on NULLS LAST, t.starts_on",
		from: `(SELECT l.unit_id, l.starts_on, l.ends_on FROM plan_lead_term l WHERE l.plan_id = $1
		          AND EXISTS (SELECT FROM party y WHERE y.plan_id = l.plan_id AND y.unit_id = l.unit_id AND (` + partyScope(g.Reaches()) + `))
		        UNION ALL SELECT p.lead_unit_id, coalesce(p.led_since, p.created_on), NULL FROM plan p WHERE p.id = $1) t`,
	}, pg, func(r pgx.Rows) error {
		var l plan.LeadTerm
		err := r.Scan(asID(&l.Unit), asDay(&l.From), asDay(&l.To))
		all = append(all, l)
		u.log.opened(p.UUID(), g.Reaches()[0])
		return err
	})
	return all, total, err
}
