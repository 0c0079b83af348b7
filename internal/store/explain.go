package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/insight"
	"samplan/internal/plan"
)

// FindReason implements insight.Store. The item is read as any reader reads it; then what let the reader in is looked up.
func (s *Store) FindReason(ctx context.Context, g access.Grant[access.ReadItem], i id.Item) (insight.Reason, access.Class, error) {
	u, err := within(ctx, g)
	if err != nil {
		return insight.Reason{}, access.Class{}, err
	}
	item, open, err := u.item(ctx, i, g.Reaches(), "")
	if err != nil {
		return insight.Reason{}, access.Class{}, err
	}
	u.logItem(g.Reaches(), &item, open)
	r := insight.Reason{Item: i, Owner: item.Owner}
	r.Rule, r.Reach = u.ruleOf(g, &item)
	if r.Rule == insight.Released {
		r.Opening.Basis = id.BasisOf(open.ground(&item))
	}
	if item.Placeless { // who holds it, and what let it through, would tell where the child is (R31, R35)
		r.Owner, r.Opening = id.Unit{}, insight.Opening{}
	}
	class, err := u.days(ctx, &r)
	return r, class, err
}

// ruleOf tells which rule and reach open an item to the one who asks.
func (u *unit) ruleOf(g access.Grant[access.ReadItem], i *plan.Item) (insight.Rule, access.Reach) {
	choose := func(first, second access.Reach) access.Reach {
		if g.Has(first) {
			return first
		}
		return second
	}
	switch {
	case u.actor.IsCitizen() && u.log.child == u.actor.Person():
		return insight.Family, access.FamilySelf
	case u.actor.IsCitizen():
		return insight.Family, access.FamilyGuardian
	case i.Owned:
		return insight.Own, choose(access.OwnUnit, access.OwnCase)
	}
	return insight.Released, choose(access.ReleasedUnit, access.ReleasedCase)
}

// days reads since when the reader has need of the case, and for which days the wall is open.
func (u *unit) days(ctx context.Context, r *insight.Reason) (access.Class, error) {
	need := `SELECT lower(f.valid), upper(f.valid) - 1 FROM case_file f WHERE f.child_id = $1 AND f.unit_id = app_unit() AND f.valid @> app_today()`
	if r.Reach == access.OwnCase || r.Reach == access.ReleasedCase {
		need = `SELECT lower(w.valid), upper(w.valid) - 1 FROM case_worker w WHERE w.child_id = $1 AND w.unit_id = app_unit()
		  AND w.person_id = app_person() AND w.valid @> app_today()`
	}
	var class string
	err := u.pipeline(ctx,
		step{sql: need, args: []any{u.log.child}, row: func(q pgx.Rows) error { return q.Scan(&r.Need.From, &r.Need.To) }},
		step{
			sql: `SELECT 'consent', '', c.valid_from, c.valid_to FROM consent c WHERE c.id = $1
			      UNION ALL SELECT d.ground, d.paragraph, d.decided_on, d.valid_to FROM known_disclosure d WHERE d.id = $1`,
			args: []any{r.Opening.Basis},
			row: func(q pgx.Rows) error {
				return q.Scan(&r.Opening.Ground, &r.Opening.Law, &r.Opening.Days.From, &r.Opening.Days.To)
			},
		},
		step{sql: "SELECT secrecy_class FROM unit WHERE id = $1", args: []any{r.Owner}, row: func(q pgx.Rows) error { return q.Scan(&class) }})
	return access.ClassNamed(class), err
}

// ListFacts implements insight.Store. The fence answers for items of the own principal alone, and never with a child.
func (s *Store) ListFacts(ctx context.Context, g access.Grant[access.ExplainAccess], i id.Item, on civil.Date) (insight.Holder, []insight.Fact, error) {
	u, err := within(ctx, g)
	if err != nil || !g.Has(access.OwnPrincipal) {
		return insight.Holder{}, nil, orNotFound(err)
	}
	var h insight.Holder
	var facts []insight.Fact
	err = u.pipeline(ctx, step{
		sql: `SELECT rule, unit_id, coalesce(secrecy_class, ''), own_principal, coalesce(role, ''), person_id, coalesce(staff_name, ''),
		        lower(works), upper(works) - 1, lower(has_case), upper(has_case) - 1, coalesce(named, false), coalesce(consent_id, disclosure_id),
		        coalesce(ground, ''), coalesce(paragraph, ''), lower(opens), upper(opens) - 1
		      FROM app_explain_item($1, $2)`,
		args: []any{i, on},
		row: func(r pgx.Rows) error {
			f, rule, err := scanFact(r)
			if rule == "item" {
				h = insight.Holder{Unit: f.Unit, Class: f.Class}
				return err
			}
			facts = append(facts, f)
			return err
		},
	})
	if err != nil || h.Unit.IsZero() {
		return h, nil, orNotFound(err)
	}
	u.log.opened(i.UUID(), access.OwnPrincipal)
	return h, facts, nil
}

func scanFact(r pgx.Rows) (f insight.Fact, rule string, err error) {
	var class, role string
	err = r.Scan(&rule, &f.Unit, &class, &f.OwnPrincipal, &role, &f.Person, &f.Name, &f.Works.From, &f.Works.To, &f.HasCase.From, &f.HasCase.To,
		&f.IsNamed, &f.Opening.Basis, &f.Opening.Ground, &f.Opening.Law, &f.Opening.Days.From, &f.Opening.Days.To)
	if err != nil || rule == "item" {
		f.Class = access.ClassNamed(class)
		return f, rule, err
	}
	f.Class = access.ClassNamed(class)
	if f.Rule, err = insight.Rules.Parse(rule); err != nil {
		return f, rule, fault.Wrap(fault.CodeInternal, err)
	}
	if f.Rule == insight.Family {
		f.FamilyRole = role
	} else {
		f.Role = access.RoleNamed(role)
	}
	return f, rule, nil
}
