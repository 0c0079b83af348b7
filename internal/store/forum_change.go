package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/forum"
	"samplan/internal/id"
	"samplan/internal/person"
)

// RaiseForumCase implements forum.Store.
func (s *Store) RaiseForumCase(ctx context.Context, g access.Grant[access.RaiseForumCase], children access.Grant[access.ReadChild],
	consents access.Grant[access.ReadConsent], in id.Group, d forum.Draft, do func(forum.Terms) (forum.Case, error),
) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	t, err := u.forumTerms(ctx, g.Reaches(), childScope(children.Reaches()), consentScope(consents.Reaches()), in, d)
	if err != nil {
		return err
	}
	c, err := do(t)
	if err != nil {
		return err
	}
	steps := []step{{
		sql: `INSERT INTO forum_case (id, group_id, unit_id, raised_by, basis, category, confirmed, raised_on, take_up_from, expires_on, created_at)
		      VALUES ($1, $2, app_unit(), app_person(), $3, $4, $5, $6, $7, $8, $9)`,
		args: []any{c.ID, c.Group, c.Basis, c.Category, warningNames(c.Confirmed), c.RaisedOn, c.For, c.ExpiresOn, c.CreatedAt},
	}}
	if !d.Child.IsZero() { // before the words: whether they may be read rests on it
		steps = append(steps, step{
			sql:  "INSERT INTO forum_case_child (case_id, unit_id, child_id, consent_id) VALUES ($1, app_unit(), $2, $3)",
			args: []any{c.ID, d.Child, d.Consent},
		})
		u.log.child = d.Child
	}
	return u.pipeline(ctx, append(steps, wordsStep(c.ID, "question", c.Question), wordsStep(c.ID, "body", c.Text))...)
}

// wordsStep keeps a part of what a case tells.
func wordsStep(c id.ForumCase, part string, text person.Text) step {
	return step{
		sql:  "INSERT INTO forum_case_text (case_id, part, body) VALUES ($1, $2, $3) ON CONFLICT (case_id, part) DO UPDATE SET body = excluded.body",
		args: []any{c, part, text},
	}
}

// forumTerms finds the group, and of a child that it is one of the own unit's cases in reach; of a consent, that it is there for the
// actor and holds today.
func (u *unit) forumTerms(ctx context.Context, reaches []access.Reach, children, consents string, in id.Group, d forum.Draft) (forum.Terms, error) {
	t := forum.Terms{Unit: u.actor.Unit()}
	isChild := d.Child.IsZero()
	err := u.pipeline(ctx, step{
		sql: "SELECT g.id, g.kind, g.text_days FROM collaboration_group g WHERE g.id = $1 AND " + forumScope(reaches, "g.id"), args: []any{in},
		row: func(r pgx.Rows) error { return r.Scan(&t.Group, &t.Kind, &t.TextDays) },
	}, step{
		sql: `SELECT coalesce(ch.protection, 'assumed-identity') <> 'none' FROM case_file f LEFT JOIN person ch ON ch.id = f.child_id
		      WHERE f.child_id = $1 AND ` + children,
		args: []any{d.Child},
		row: func(r pgx.Rows) error {
			isChild = true
			return r.Scan(&t.IsProtected)
		},
	}, step{
		sql:  "SELECT app_tells_by(c.id, $2, $3) FROM consent c WHERE c.id = $1 AND (" + consents + ")",
		args: []any{d.Consent, d.Child, d.Category.String()},
		row:  func(r pgx.Rows) error { return r.Scan(&t.IsConsentLive) },
	})
	switch {
	case err != nil:
		return t, err
	case t.Group.IsZero():
		return t, fault.New(fault.CodeNotFound)
	case !isChild:
		return t, fault.At(fault.CodeInvalid, "/childId", "unknown")
	}
	return t, nil
}

// WithdrawForumCase implements forum.Store.
func (s *Store) WithdrawForumCase(ctx context.Context, g access.Grant[access.RaiseForumCase], c id.ForumCase) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	u.log.opened(c.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql: "SELECT app_withdraw_forum_case($1)", args: []any{c},
		row: func(r pgx.Rows) error { return oneOr(r, fault.New(fault.CodeNotFound)) },
	})
}

// changeForumCase locks a case within reaches, lets do change it, and gives how that is stored.
func (u *unit) changeForumCase(ctx context.Context, c id.ForumCase, reaches []access.Reach, do func(*forum.Case) error) (forum.Case, step, error) {
	v, err := u.findForumCase(ctx, c, reaches, " FOR UPDATE OF c")
	if err == nil {
		err = do(&v)
	}
	d := v.Decision
	return v, step{
		sql: `UPDATE forum_case SET confirmed = $2, expires_on = $3, outcome = $4, decided_on = $5, follow_up_on = $6, responsible_id = $7, followed_up_on = $8,
		        version = $9 WHERE id = $1 AND version = $9 - 1`,
		args:     []any{v.ID, warningNames(v.Confirmed), v.ExpiresOn, d.Outcome, d.On, d.FollowUpOn, d.Responsible, d.FollowedUpOn, v.Version},
		affected: unmoved,
	}, err
}

// Contribute implements forum.Store.
func (s *Store) Contribute(ctx context.Context, g access.Grant[access.RaiseForumCase], handle access.Grant[access.HandleForum], c id.ForumCase, member id.Member,
	do func(*forum.Case, forum.Contribution) (forum.Contribution, error),
) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	reaches := g.Reaches()
	if !member.IsZero() {
		reaches = handle.Reaches()
	}
	var n forum.Contribution
	_, save, err := u.changeForumCase(ctx, c, reaches, func(v *forum.Case) error {
		as := forum.Contribution{Unit: u.actor.Unit(), Person: u.actor.Person()}
		if !member.IsZero() {
			if as, err = u.memberOf(ctx, v.Group, member); err != nil {
				return err
			}
			if as.Person.IsZero() {
				return fault.At(fault.CodeInvalid, "/memberId", "unknown")
			}
		}
		n, err = do(v, as)
		return err
	})
	if err != nil {
		return err
	}
	return u.pipeline(ctx, save, step{
		sql: `INSERT INTO forum_contribution (id, case_id, unit_id, person_id, written_by, spoken_on, body, created_at)
		      VALUES ($1, $2, $3, $4, app_person(), $5, $6, $7)`,
		args: []any{n.ID, n.Case, n.Unit, n.Person, n.On, n.Text, n.CreatedAt},
	})
}

// memberOf finds who holds a seat in a group today.
func (u *unit) memberOf(ctx context.Context, g id.Group, member id.Member) (forum.Contribution, error) {
	var as forum.Contribution
	err := u.pipeline(ctx, step{
		sql:  "SELECT m.unit_id, m.person_id FROM group_member m WHERE m.id = $1 AND m.group_id = $2 AND m.valid @> app_today()",
		args: []any{member, g}, row: func(r pgx.Rows) error { return r.Scan(&as.Unit, &as.Person) },
	})
	return as, err
}

// DecideForumCase implements forum.Store.
func (s *Store) DecideForumCase(ctx context.Context, g access.Grant[access.HandleForum], c id.ForumCase, responsible id.Member, do func(*forum.Case, bool) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	v, save, err := u.changeForumCase(ctx, c, g.Reaches(), func(v *forum.Case) error {
		as, err := u.memberOf(ctx, v.Group, responsible)
		if err != nil {
			return err
		}
		return do(v, !as.Person.IsZero())
	})
	if err != nil {
		return err
	}
	return u.pipeline(ctx, save, wordsStep(v.ID, "decision", v.Decision.Text))
}

// FollowUpForumCase implements forum.Store.
func (s *Store) FollowUpForumCase(ctx context.Context, g access.Grant[access.FollowUpForumCase], c id.ForumCase, do func(*forum.Case) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	v, save, err := u.changeForumCase(ctx, c, g.Reaches(), do)
	if err != nil {
		return err
	}
	return u.pipeline(ctx, save, wordsStep(v.ID, "follow-up", v.Decision.FollowUp))
}
