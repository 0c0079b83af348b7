package store_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/consent"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/person/persontest"
	"samplan/internal/plan"
	"samplan/internal/session"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// lively is a plan to which things happen, by way of the use cases, and the same as plain facts beside it.
type lively struct {
	*worlds.World
	database testkit.Database
	dice     worlds.Dice
	consents *consent.Service
	children *person.Service
	plans    *plan.Service
	child    worlds.Human
	adults   []worlds.Human // the third has no custody at first
	told     []string
	opened   int
}

// Those who take part: the school leads; fs leaves the domain of bou1 on the day of the reorganisation; bou2 may come later.
var livelyUnits = []string{"hs", "bou1", "fs", "bup", "bou2"}

func newLively(t fatal, d testkit.Database, dice worlds.Dice, salt string) *lively {
	l := &lively{World: &worlds.World{Day: civil.MustParse("2020-12-20"), Ages: worlds.Ages{GuardianUntil: 18}}, database: d, dice: dice}
	l.consents = consent.NewService(d.Store, matrix, l.now)
	l.children = person.NewService(d.Store, matrix, l.now)
	l.plans = plan.NewService(d.Store, d.Store, d.Store, matrix, l.now)
	fact := func(kind string, n int) worlds.ID {
		u := uuid.NewSHA1(uuid.NameSpaceOID, []byte(fmt.Sprint(salt, kind, n)))
		return u
	}
	human := func(n int, birth string) worlds.Human {
		b := civil.MustParse(birth)
		return worlds.Human{ID: fact("human", n), Number: persontest.TestNumber(b, n), Birth: b, Protection: "none"}
	}
	l.child = human(0, "2003-03-01")
	l.adults = []worlds.Human{human(1, "1980-01-01"), human(2, "1981-01-01"), human(3, "1982-01-01")}
	l.People = append([]worlds.Human{l.child}, l.adults...)
	began := worlds.Span{From: civil.MustParse("2020-06-01")}
	p := worlds.Plan{ID: fact("plan", 0), Child: l.child.ID, Kind: "sip", Status: "preparing", Lead: "hs", Informed: began.From, Created: began.From, Version: 1}
	l.Plans = []worlds.Plan{p}
	for n, u := range livelyUnits[:4] {
		by := l.staff(u)
		l.Files = append(l.Files, worlds.File{ID: fact("file", n), Child: l.child.ID, Unit: u, Given: "Lo", Family: "Ek", Birth: l.child.Birth, Valid: began, Version: 1})
		l.Workers = append(l.Workers, worlds.Worker{ID: fact("worker", n), Child: l.child.ID, Unit: u, Person: by.Person, Valid: began})
		for m, a := range l.adults[:2] {
			l.Relations = append(l.Relations, worlds.Relation{
				ID: fact("relation "+u, m), Child: l.child.ID, Person: a.ID, Unit: u, Kind: "parent-custodian", Given: "V", Family: "E", Valid: began,
			})
		}
		l.Parties = append(l.Parties, worlds.Party{
			ID: fact("party", n), Plan: p.ID, Unit: u, By: "hs", Mode: "called", State: "accepted", Contact: by.Person, Added: began.From, Answered: began.From, Version: 1,
		})
		for m, visibility := range []string{"unit", "parties", "family"} {
			l.Items = append(l.Items, worlds.Item{
				ID: fact("item "+u, m), Plan: p.ID, Kind: "goal", Unit: u, Category: []string{"goals", "goals", "health"}[m], Visibility: visibility,
				Words: u + " " + visibility, Author: by.Person, AuthorKind: "staff", Created: began.From, Version: 1,
			})
		}
	}
	if err := worlds.Clear(t.Context(), d.Eraser); err != nil {
		t.Fatalf("clear: %v", err)
	}
	if err := l.Save(t.Context(), d.Owner, d.Eraser); err != nil {
		t.Fatalf("save: %v", err)
	}
	return l
}

// now goes on with each event, so that what is recorded on one day has an order.
func (l *lively) now() time.Time {
	return l.Day.Start().Add(12*time.Hour + time.Duration(len(l.told))*time.Second)
}

// staff is who acts for a unit: a caseworker.
func (l *lively) staff(unit string) worlds.Reader {
	all := worlds.StaffOf(unit)
	return all[slices.IndexFunc(all, func(r worlds.Reader) bool { return r.Role == "caseworker" })]
}

func (l *lively) citizen(p worlds.ID) worlds.Reader {
	h := l.Human(p)
	return worlds.Reader{Key: "citizen " + h.Number, Person: h.ID, Number: h.Number}
}

// as lets somebody act. What the rules refuse does not happen, and that is told; anything else that goes wrong is a failure.
func (l *lively) as(t fatal, r worlds.Reader, do func(context.Context, access.Actor) error) bool {
	q := requestOf(l.Day, r)
	q.Now = l.now()
	_, err := l.database.Store.Serve(t.Context(), q, func(ctx context.Context, a access.Actor) (session.Answer, error) {
		return session.Answer{Status: 200}, do(ctx, a)
	})
	var f *fault.Error
	if err != nil && (!errors.As(err, &f) || f.Kind == fault.Internal || f.Kind == fault.Unavailable) {
		t.Fatalf("%s: %v", r.Key, err)
	}
	return err == nil
}

// compare asks everybody for every item, and tells where that is not what the oracle says.
func (l *lively) compare(t fatal) string {
	var readers []worlds.Reader
	for _, u := range livelyUnits {
		readers = append(readers, l.staff(u))
	}
	readers = append(readers, worlds.StaffOf("bou1")[1], l.citizen(l.People[len(l.told)%len(l.People)].ID)) // the family in turn
	for _, r := range readers {
		seen := l.seen(t, r)
		for _, i := range l.Items {
			want := l.SeesItem(r, i)
			if slices.Contains(seen, i.ID) != want {
				return fmt.Sprintf("%s: %s sees %q: %t, and should: %t", l.Day, r.Key, i.Words, !want, want)
			}
			if want && !r.IsCitizen() && !l.IsWithin(r, i) {
				l.opened++
			}
		}
	}
	return ""
}

// seen reads the plan as the reader; who no longer takes part in it asks for each item.
func (l *lively) seen(t fatal, r worlds.Reader) (ids []worlds.ID) {
	l.as(t, r, func(ctx context.Context, a access.Actor) error {
		v, err := l.plans.View(ctx, a, id.PlanOf(l.Plans[0].ID))
		for _, i := range v.Items {
			ids = append(ids, i.ID.UUID())
		}
		if err == nil || r.IsCitizen() {
			return err
		}
		for _, i := range l.Items {
			if _, err := l.plans.FindItem(ctx, a, plan.GoalKind, id.ItemOf(i.ID)); err == nil {
				ids = append(ids, i.ID)
			}
		}
		return nil
	})
	return ids
}

// consentBreak is a rule of the database with a plank that is taken out.
type consentBreak struct{ definition, plank, other string }

var consentBreaks = map[string]consentBreak{
	"a withdrawal does not count":      {"view consent_in_force", "(c.withdrawn_on IS NULL)", "true"},
	"a consent never runs out":         {"view consent_in_force", "(app_today() <= c.valid_to)", "true"},
	"a reorganisation closes nothing":  {"view opening", "(theirs.valid @> ( SELECT app_today() AS app_today))", "true"},
	"a party that has left still gets": {"view opening", "(y.state = 'accepted'::text)", "(y.state IN ('accepted', 'left'))"},
	"one guardian is enough":           {"function app_is_given", "coalesce(array_agg(r.person_id), '{}') <@ g.agreed", "true"},
	"the grown-up's guardians decide":  {"function app_is_given", "interval '18 years'", "interval '99 years'"},
	"what is kept back is not":         {"view kept_by_consent", "(c.id = x.consent_id)", "false"},
}

func (b consentBreak) plant(t *testing.T, d testkit.Database) {
	t.Helper()
	kind, name, _ := strings.Cut(b.definition, " ")
	question, head := "SELECT pg_get_viewdef($1::regclass)", "CREATE OR REPLACE VIEW "+name+" AS "
	if kind == "function" {
		question, head = "SELECT pg_get_functiondef($1::regproc)", ""
	}
	text := lineFrom(t, d.Owner, question, name)
	if !strings.Contains(text, b.plank) {
		t.Fatalf("%s has no plank %s:\n%s", b.definition, b.plank, text)
	}
	if _, err := d.Owner.ExecContext(t.Context(), head+strings.ReplaceAll(text, b.plank, b.other)); err != nil {
		t.Fatal(err)
	}
}

func lineFrom(t *testing.T, owner *sql.DB, question string, args ...any) (text string) {
	t.Helper()
	if err := owner.QueryRowContext(t.Context(), question, args...).Scan(&text); err != nil {
		t.Fatal(err)
	}
	return text
}
