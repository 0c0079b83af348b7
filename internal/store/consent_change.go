package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/consent"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// lockConsent reads a consent that the actor may change, and keeps others from changing it until the request is over.
func lockConsent[P access.Permission](ctx context.Context, g access.Grant[P], c id.Consent) (*unit, consent.Consent, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, consent.Consent{}, err
	}
	var locked consent.Consent
	err = u.pipeline(ctx, step{
		sql:  `SELECT ` + consentColumns + ` FROM consent c WHERE c.id = $1 AND ` + consentWriteScope(g.Reaches()) + ` FOR UPDATE OF c`,
		args: []any{c},
		row:  func(r pgx.Rows) error { return r.Scan(consentTargets(&locked)...) },
	})
	if err != nil {
		return u, locked, err
	}
	if locked.ID.IsZero() {
		return u, locked, fault.New(fault.CodeNotFound)
	}
	// The answers are read after the lock is held: one that came in between counts.
	return u, locked, u.pipeline(ctx, consentParts(g.Reaches(), []*consent.Consent{&locked})...)
}

// AnswerConsent implements consent.Store.
func (s *Store) AnswerConsent(
	ctx context.Context, g access.Grant[access.AnswerConsent], c id.Consent, who id.Person, do func(*consent.Consent) error,
) error {
	u, locked, err := lockConsent(ctx, g, c)
	if err != nil {
		return err
	}
	if err := do(&locked); err != nil {
		return err
	}
	giver := locked.Giver(who)
	if giver == nil {
		return fault.New(fault.CodeNotFound)
	}
	return u.pipeline(ctx,
		step{
			sql:      `UPDATE consent SET version = $2 WHERE id = $1 AND version = $2 - 1`,
			args:     []any{c, locked.Version},
			affected: unmoved,
		}, step{
			sql: `UPDATE consent_giver SET answer = $3, answered_on = $4, reason = $5
			      WHERE consent_id = $1 AND person_id = $2 AND answer = 'pending'`,
			args:     []any{c, who, giver.Answer, giver.AnsweredOn, giver.Reason},
			affected: unmoved,
		}, signStep(c, who, giver.Signature))
}

// signStep keeps through which client an answer came, when there is one, with what it told of the signature.
func signStep(c id.Consent, who id.Person, s consent.Signature) step {
	var signedAt *time.Time
	if !s.IsZero() {
		signedAt = &s.SignedAt
	}
	return step{
		sql: `INSERT INTO consent_signature (consent_id, person_id, client_id, client_name, issuer, assurance, signed_at, reference)
		      SELECT $1, $2, app_client(), app_client_name(), $3, $4, $5, $6 WHERE app_client() IS NOT NULL`,
		args: []any{c, who, nullable(s.Issuer), nullable(s.Assurance), signedAt, nullable(s.Reference)},
	}
}

// WithdrawConsent implements consent.Store.
func (s *Store) WithdrawConsent(
	ctx context.Context, g access.Grant[access.WithdrawConsent], c id.Consent, do func(*consent.Consent) error,
) error {
	u, locked, err := lockConsent(ctx, g, c)
	if err != nil {
		return err
	}
	if err := do(&locked); err != nil {
		return err
	}
	return u.pipeline(ctx, withdrawStep(&locked))
}

func withdrawStep(c *consent.Consent) step {
	return step{
		sql: `UPDATE consent SET withdrawn_on = $2, withdrawn_by = $3, withdrawal_reason = $4, version = $5
		      WHERE id = $1 AND version = $5 - 1`,
		args:     []any{c.ID, c.WithdrawnOn, c.WithdrawnBy, c.WithdrawalReason, c.Version},
		affected: unmoved,
	}
}

// LimitConsent implements consent.Store. The database makes the narrower one out of the wider (app_limit_consent): a family
// records no consents, and does not see what is kept back.
func (s *Store) LimitConsent(
	ctx context.Context, g access.Grant[access.WithdrawConsent], c id.Consent, do func(*consent.Consent) (consent.Consent, error),
) (id.Consent, error) {
	u, locked, err := lockConsent(ctx, g, c)
	if err != nil {
		return id.Consent{}, err
	}
	narrower, err := do(&locked)
	if err != nil {
		return id.Consent{}, err
	}
	from, to, categories := columns(narrower.Dropped(locked.Scopes))
	u.log.opened(narrower.ID.UUID(), g.Reaches()[0])
	return narrower.ID, u.pipeline(ctx, withdrawStep(&locked), step{
		sql:  `SELECT app_limit_consent($1, $2, $3, $4, $5::uuid[], $6::uuid[], $7::text[])`,
		args: []any{c, narrower.ID, narrower.ValidTo, narrower.CreatedAt, from, to, categories},
	})
}
