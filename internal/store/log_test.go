package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/google/uuid"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/session"
	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// logged is the log entry of one request.
type logged struct {
	Outcome string
	Person  *uuid.UUID
	Plan    *uuid.UUID
	Objects []uuid.UUID
	Reaches []string
}

func entriesOf(t *testing.T, d testkit.Database, request id.Request) []logged {
	t.Helper()
	found, err := d.Owner.QueryContext(t.Context(), `SELECT outcome, person_id, plan_id, to_json(objects), to_json(reaches) FROM audit_entry WHERE request_id = $1`, request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = found.Close() }() // read to its end
	var all []logged
	for found.Next() {
		var l logged
		var objects, reaches string
		if err := found.Scan(&l.Outcome, &l.Person, &l.Plan, &objects, &reaches); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(json.Unmarshal([]byte(objects), &l.Objects), json.Unmarshal([]byte(reaches), &l.Reaches)); err != nil {
			t.Fatal(err)
		}
		all = append(all, l)
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// TestEveryObjectShownIsLogged: one entry per request, whose objects are the ids shown, each with the reach that opened it.
func TestEveryObjectShownIsLogged(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	prepare(t, d)
	w := worlds.New(worlds.Seed(4), "logged")
	if err := w.Save(t.Context(), d.Owner, d.Eraser); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, r := range w.Readers() {
		for _, p := range w.Plans {
			q, shown := viewed(t, d, w, r, p)
			got := entriesOf(t, d, q.ID)
			if len(got) != 1 || got[0].Outcome != "done" || got[0].Person == nil || *got[0].Person != r.Person {
				t.Fatalf("%s, plan %s: %+v", r.Key, p.ID, got)
			}
			slices.SortFunc(got[0].Objects, compareIDs)
			if !slices.Equal(got[0].Objects, shown) || len(got[0].Reaches) != len(shown) {
				t.Errorf("%s, plan %s: logged %v, shown %v", r.Key, p.ID, got[0].Objects, shown)
			}
			seen += len(shown)
		}
	}
	if seen == 0 {
		t.Error("nobody saw anything")
	}
}

func compareIDs(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) }

// viewed looks at a plan and gives the request and the ids that the answer shows.
func viewed(t *testing.T, d testkit.Database, w *worlds.World, r worlds.Reader, p worlds.Plan) (session.Request, []uuid.UUID) {
	t.Helper()
	q := requestOf(w.Day, r)
	var shown []uuid.UUID
	_, err := d.Store.Serve(t.Context(), q, func(ctx context.Context, a access.Actor) (session.Answer, error) {
		g, _ := access.Allow[access.ReadPlan](matrix, a) // the zero grant opens nothing
		m, _ := access.Allow[access.ReadItem](matrix, a)
		if g.IsZero() {
			return session.Answer{Status: 200}, nil
		}
		v, err := d.Store.ViewPlan(ctx, g, m, id.PlanOf(p.ID))
		if err == nil {
			shown = append(shown, v.ID.UUID())
		}
		for _, y := range v.Parties {
			shown = append(shown, y.ID.UUID())
		}
		for _, i := range v.Items {
			shown = append(shown, i.ID.UUID())
		}
		return session.Answer{Status: 200}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(shown, compareIDs)
	return q, shown
}

// TestNoRecordNoAnswer: when the log cannot be written, there is no answer and nothing is stored; a refusal is then no
// refusal either, but a failure.
func TestNoRecordNoAnswer(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	prepare(t, d)
	w := worlds.New(worlds.Seed(5), "unlogged")
	if err := w.Save(t.Context(), d.Owner, d.Eraser); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Owner.ExecContext(t.Context(), "REVOKE INSERT ON audit_entry FROM samplan_app"); err != nil {
		t.Fatal(err)
	}
	q := requestOf(w.Day, worlds.StaffOf("bou1")[0])
	q.Key = "a-key-of-a-command"
	answer, err := d.Store.Serve(t.Context(), q, func(context.Context, access.Actor) (session.Answer, error) {
		return session.Answer{Status: 200, Body: []byte("secret")}, nil
	})
	if err == nil {
		t.Errorf("answered %d %s without a record", answer.Status, answer.Body)
	}
	if err := d.Store.Refuse(t.Context(), q, fault.New(fault.CodeNotFound)); err == nil {
		t.Error("refused without a record")
	}
	var kept int
	if err := d.Owner.QueryRowContext(t.Context(), "SELECT count(*) FROM idempotency_key").Scan(&kept); err != nil || kept > 0 {
		t.Errorf("%d answers are kept, %v", kept, err)
	}
}

// TestRefusalsAreLogged: one entry per refusal, also of somebody whom nobody knows.
func TestRefusalsAreLogged(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	prepare(t, d)
	day := worlds.New(worlds.Seed(6), "refused").Day
	known := worlds.StaffOf("hs")[0]
	stranger := worlds.Reader{Key: "nobody", Subject: "nobody@samplan.example"}
	for _, r := range []worlds.Reader{known, stranger} {
		q := requestOf(day, r)
		if err := d.Store.Refuse(t.Context(), q, fault.New(fault.CodeNotFound)); err != nil {
			t.Fatal(err)
		}
		got := entriesOf(t, d, q.ID)
		if len(got) != 1 || got[0].Outcome != fault.CodeNotFound.String() || (got[0].Person != nil) != (r.Key == known.Key) {
			t.Errorf("%s: %+v", r.Key, got)
		}
	}
}
