package store

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/consent"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

const consentColumns = `c.id, c.child_id, c.unit_id, c.kind, c.purpose, c.form, c.evidence, c.recorder_id, c.valid_from, c.valid_to,
  c.withdrawn_on, c.withdrawn_by, c.withdrawal_reason, c.created_at, c.version, c.limits`

func consentTargets(c *consent.Consent) []any {
	return []any{
		&c.ID, &c.Child, &c.Unit, &c.Kind, &c.Purpose, &c.Form, &c.Evidence, &c.Recorder, &c.ValidFrom, &c.ValidTo,
		&c.WithdrawnOn, &c.WithdrawnBy, &c.WithdrawalReason, &c.CreatedAt, &c.Version, &c.Limits,
	}
}

// selectConsents reads consents with whether they are in force and the child's name as the own unit knows it, or for the
// family the recording unit; a name that is not to be had leaves the strictest protection.
func selectConsents(where string) string {
	return `SELECT count(*) OVER (), ` + consentColumns + `, EXISTS (SELECT FROM live_consent l WHERE l.id = c.id),
	  f.given_name, f.family_name, CASE WHEN f.id IS NULL THEN 'assumed-identity' ELSE coalesce(ch.protection, 'assumed-identity') END, coalesce(m.reminder_days, 30)
	 FROM consent c LEFT JOIN person ch ON ch.id = c.child_id
	 LEFT JOIN case_file f ON f.child_id = c.child_id AND f.valid @> app_today()
	   AND f.unit_id = coalesce(app_unit(), c.unit_id)
	 LEFT JOIN unit_term m ON m.unit_id = c.unit_id
	 WHERE ` + where + ` ORDER BY c.created_at DESC, c.id DESC LIMIT $1 OFFSET $2`
}

// FindConsent implements consent.Store.
func (s *Store) FindConsent(ctx context.Context, g access.Grant[access.ReadConsent], c id.Consent) (consent.View, error) {
	one, _, err := readConsents(ctx, g, page.Page{Number: 1, Limit: 1}, "c.id = $3", c)
	if err != nil {
		return consent.View{}, err
	}
	if len(one) == 0 {
		return consent.View{}, fault.New(fault.CodeNotFound)
	}
	return one[0], nil
}

// ListConsents implements consent.Store. A child out of reach is not found; its list is not an empty one.
func (s *Store) ListConsents(ctx context.Context, g access.Grant[access.ReadConsent], child id.Person, pg page.Page) ([]consent.View, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	err = u.pipeline(ctx, step{
		sql:      `SELECT f.id FROM case_file f WHERE f.child_id = $1 AND ` + childScope(g.Reaches()),
		args:     []any{child},
		affected: found,
	})
	if err != nil {
		return nil, 0, err
	}
	u.log.child = child
	return readConsents(ctx, g, pg, "c.child_id = $3", child)
}

// ListOwnConsents implements consent.Store.
func (s *Store) ListOwnConsents(ctx context.Context, g access.Grant[access.ReadConsent], child id.Person, pg page.Page) ([]consent.View, int, error) {
	if !g.Has(access.Self) {
		return nil, 0, fault.New(fault.CodeNotFound)
	}
	return readConsents(ctx, g, pg, "($3::uuid IS NULL OR c.child_id = $3)", child)
}

// readConsents reads a page of the consents in reach that fit, each with its parts, and notes them in the log. Two round
// trips, however many consents there are.
func readConsents(
	ctx context.Context, g access.Grant[access.ReadConsent], pg page.Page, where string, arg any,
) ([]consent.View, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var all []consent.View
	total := 0
	err = u.pipeline(ctx, step{
		sql:  selectConsents(where + " AND " + consentScope(g.Reaches())),
		args: []any{pg.Limit, pg.Offset(), arg},
		row: func(r pgx.Rows) error {
			var v consent.View
			targets := append([]any{&total}, consentTargets(&v.Consent)...)
			err := r.Scan(append(targets, &v.InForce, &v.ChildName.Given, &v.ChildName.Family, &v.Protection, &v.RemindDays)...)
			all = append(all, v)
			return err
		},
	})
	if err != nil || len(all) == 0 {
		return nil, total, err
	}
	consents := make([]*consent.Consent, len(all))
	for i := range all {
		consents[i] = &all[i].Consent
		u.log.opened(all[i].ID.UUID(), g.Reaches()[0])
	}
	u.logChild(consents)
	return all, total, u.pipeline(ctx, consentParts(g.Reaches(), consents)...)
}

// logChild notes the child when all is about the same one: a guardian's list may be about several.
func (u *unit) logChild(consents []*consent.Consent) {
	child := consents[0].Child
	for _, c := range consents {
		if c.Child != child {
			return
		}
	}
	u.log.child = child
}

// consentParts reads who was asked, the scopes and the kept-back items of consents, so far as they are in reach.
func consentParts(reaches []access.Reach, consents []*consent.Consent) []step {
	byID := make(map[id.Consent]*consent.Consent, len(consents))
	ids := make([]uuid.UUID, 0, len(consents))
	for _, c := range consents {
		byID[c.ID] = c
		ids = append(ids, c.ID.UUID())
	}
	return []step{giversStep(ids, byID), scopesStep(reaches, ids, byID), excludedStep(ids, byID)}
}

// giversStep reads those who were asked, by the names that the own unit knows them by. A reason is the recording domain's
// own information.
func giversStep(ids []uuid.UUID, byID map[id.Consent]*consent.Consent) step {
	return step{
		sql: `SELECT g.consent_id, g.person_id, g.capacity, g.answer, g.answered_on, CASE WHEN c.unit_id = ` + ownUnits + ` THEN g.reason END,
		        coalesce(v.given_name, f.given_name), coalesce(v.family_name, f.family_name),
		        z.client_name, z.issuer, z.assurance, z.signed_at, z.reference
		      FROM consent_giver g JOIN consent c ON c.id = g.consent_id
		      LEFT JOIN consent_signature z ON z.consent_id = g.consent_id AND z.person_id = g.person_id
		      ` + familyName("g.person_id", "c.child_id") + `
		      WHERE g.consent_id = ANY ($1) ORDER BY g.capacity = 'child', g.person_id`,
		args: []any{ids},
		row: func(r pgx.Rows) error {
			var of id.Consent
			var v consent.Giver
			var service, issuer, assurance, reference *string
			var signedAt *time.Time
			err := r.Scan(&of, &v.Person, &v.Capacity, &v.Answer, &v.AnsweredOn, &v.Reason, &v.Name.Given, &v.Name.Family,
				&service, &issuer, &assurance, &signedAt, &reference)
			v.EService = orEmpty(service)
			if signedAt != nil {
				v.Signature = consent.Signature{Issuer: orEmpty(issuer), Assurance: orEmpty(assurance), SignedAt: *signedAt, Reference: orEmpty(reference)}
			}
			if c := byID[of]; c != nil {
				c.Givers = append(c.Givers, v)
			}
			return err
		},
	}
}

func scopesStep(reaches []access.Reach, ids []uuid.UUID, byID map[id.Consent]*consent.Consent) step {
	return step{
		sql: `SELECT s.consent_id, s.from_branch_id, s.to_branch_id, s.category FROM consent_scope s JOIN consent c ON c.id = s.consent_id
		      WHERE s.consent_id = ANY ($1) AND ` + spanScope(reaches) + ` ORDER BY s.consent_id, s.from_branch_id, s.to_branch_id, s.category`,
		args: []any{ids},
		row: func(r pgx.Rows) error {
			var of id.Consent
			var v consent.Scope
			var category consent.Category
			err := r.Scan(&of, &v.From, &v.To, &category)
			if c := byID[of]; c != nil {
				addCategory(c, v, category)
			}
			return err
		},
	}
}

// addCategory puts the categories of one pair of domains together; the rows come in that order.
func addCategory(c *consent.Consent, s consent.Scope, category consent.Category) {
	if n := len(c.Scopes); n == 0 || c.Scopes[n-1].From != s.From || c.Scopes[n-1].To != s.To {
		c.Scopes = append(c.Scopes, s)
	}
	last := &c.Scopes[len(c.Scopes)-1]
	last.Categories = append(last.Categories, category)
}

func excludedStep(ids []uuid.UUID, byID map[id.Consent]*consent.Consent) step {
	return step{
		sql: `SELECT x.consent_id, x.item_id FROM consent_exclusion x JOIN item i ON i.id = x.item_id
		      WHERE x.consent_id = ANY ($1) AND ` + owned + ` ORDER BY x.consent_id, x.item_id`,
		args: []any{ids},
		row: func(r pgx.Rows) error {
			var of id.Consent
			var item id.Item
			err := r.Scan(&of, &item)
			if c := byID[of]; c != nil {
				c.Excluded = append(c.Excluded, item)
			}
			return err
		},
	}
}
