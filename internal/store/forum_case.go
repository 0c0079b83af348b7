package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/deidentify"
	"samplan/internal/fault"
	"samplan/internal/forum"
	"samplan/internal/id"
	"samplan/internal/page"
)

const (
	forumCaseColumns = `c.id, c.group_id, c.unit_id, c.unit_id = app_unit(), c.basis, c.category, c.confirmed, c.raised_on, c.take_up_from, c.expires_on,
	  c.outcome, c.decided_on, c.follow_up_on, c.responsible_id, rm.unit_id, coalesce(rp.staff_name, ''), c.followed_up_on, c.created_at, c.version, cg.text_days,
	  (SELECT t.body FROM forum_case_text t WHERE t.case_id = c.id AND t.part = 'question'), (SELECT t.body FROM forum_case_text t WHERE t.case_id = c.id AND t.part = 'body'),
	  (SELECT t.body FROM forum_case_text t WHERE t.case_id = c.id AND t.part = 'decision'), (SELECT t.body FROM forum_case_text t WHERE t.case_id = c.id AND t.part = 'follow-up')`
	forumCaseTables = `(forum_case c JOIN collaboration_group cg ON cg.id = c.group_id LEFT JOIN group_member rm ON rm.id = c.responsible_id LEFT JOIN person rp ON rp.id = rm.person_id)`
	// toldForumCase: a case (alias c) that is there for a member: while there is anything of it; and one that rests on a consent, for
	// the unit that raised it and those to whom that consent opens it today.
	toldForumCase = `c.withdrawn_on IS NULL AND c.expires_on >= app_today()
	  AND (c.basis = 'anonymised' OR c.unit_id = app_unit() OR c.id IN (SELECT app_told_forum_cases()))`
	// whereResponsible: the actor follows the case up (alias c), in a seat of today for the own unit.
	whereResponsible = `c.responsible_id IN (SELECT m.id FROM group_member m WHERE m.person_id = app_person() AND m.unit_id = app_unit() AND m.valid @> app_today())`
)

// forumCaseScope chooses cases in forums (alias c) within the reaches of a grant.
func forumCaseScope(reaches []access.Reach) string {
	return "(" + toldForumCase + ") AND " + anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.GroupMember, access.GroupChair:
			return forumScope([]access.Reach{r}, "c.group_id")
		case access.Self:
			return whereResponsible
		}
		return "false"
	})
}

func scanForumCase(r pgx.Rows) (forum.Case, error) {
	var v forum.Case
	var confirmed []string
	d := &v.Decision
	err := r.Scan(&v.ID, &v.Group, &v.Unit, &v.IsOwn, &v.Basis, &v.Category, &confirmed, &v.RaisedOn, &v.For, &v.ExpiresOn, &d.Outcome, &d.On, &d.FollowUpOn,
		&d.Responsible, &d.ResponsibleUnit, &d.ResponsibleName, &d.FollowedUpOn, &v.CreatedAt, &v.Version, &v.TextDays, &v.Question, &v.Text, &d.Text, &d.FollowUp)
	if err == nil {
		v.Confirmed, err = warningsOf(confirmed)
	}
	return v, err
}

func warningsOf(names []string) ([]deidentify.Warning, error) {
	var all []deidentify.Warning
	for _, n := range names {
		w, err := deidentify.Warnings.Parse(n)
		if err != nil {
			return nil, err //nolint:wrapcheck // the pipeline says what it was reading
		}
		all = append(all, w)
	}
	return all, nil
}

func warningNames(all []deidentify.Warning) []string {
	names := make([]string, len(all))
	for n, w := range all {
		names[n] = w.String()
	}
	return names
}

// FindForumCase implements forum.Store.
func (s *Store) FindForumCase(ctx context.Context, g access.Grant[access.ReadForum], c id.ForumCase) (forum.Case, error) {
	u, err := within(ctx, g)
	if err != nil {
		return forum.Case{}, err
	}
	return u.findForumCase(ctx, c, g.Reaches(), "")
}

// findForumCase reads one within reaches; lock, when not empty, is how it is locked before.
func (u *unit) findForumCase(ctx context.Context, c id.ForumCase, reaches []access.Reach, lock string) (forum.Case, error) {
	var v forum.Case
	var said []forum.Contribution
	var steps []step
	if lock != "" {
		steps = append(steps, step{sql: "SELECT c.id FROM forum_case c WHERE c.id = $1 AND " + forumCaseScope(reaches) + lock, args: []any{c}})
	}
	err := u.pipeline(ctx, append(steps, step{
		sql: "SELECT " + forumCaseColumns + " FROM " + forumCaseTables + " WHERE c.id = $1 AND " + forumCaseScope(reaches), args: []any{c},
		row: func(r pgx.Rows) (err error) {
			v, err = scanForumCase(r)
			return err
		},
	}, step{
		sql: `SELECT n.id, n.case_id, n.unit_id, n.person_id, coalesce(p.staff_name, ''), n.spoken_on, n.body, n.created_at
		      FROM forum_contribution n JOIN forum_case c ON c.id = n.case_id JOIN person p ON p.id = n.person_id
		      WHERE c.id = $1 AND ` + forumCaseScope(reaches) + " ORDER BY n.created_at, n.id",
		args: []any{c},
		row: func(r pgx.Rows) error {
			var n forum.Contribution
			err := r.Scan(&n.ID, &n.Case, &n.Unit, &n.Person, &n.Name, &n.On, &n.Text, &n.CreatedAt)
			said = append(said, n)
			return err
		},
	})...)
	if err == nil && v.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		v.Contributions = said
		u.log.opened(v.ID.UUID(), reaches[0])
	}
	return v, err
}

// ListForumCases implements forum.Store.
func (s *Store) ListForumCases(ctx context.Context, g access.Grant[access.ReadForum], of id.Group, pg page.Page) ([]forum.Case, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	if err := u.pipeline(ctx, groupStep(of, g.Reaches())); err != nil {
		return nil, 0, err
	}
	var rows []forum.Case
	l := listing{
		columns: forumCaseColumns, from: forumCaseTables + " WHERE c.group_id = $1 AND " + forumCaseScope(g.Reaches()), order: "c.created_at DESC, c.id DESC",
		args: []any{of},
	}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		v, err := scanForumCase(r)
		rows = append(rows, v)
		u.log.opened(v.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}
