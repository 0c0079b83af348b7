package store_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/insight"
	"samplan/internal/page"
	"samplan/internal/session"
	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// asked lets a reader ask a use case through the door.
func asked(t *rapid.T, d testkit.Database, day civil.Date, r worlds.Reader, ask func(context.Context, *insight.Service, access.Actor) error) {
	s := insight.NewService(d.Store, matrix, time.Now)
	_, err := d.Store.Serve(t.Context(), requestOf(day, r), func(ctx context.Context, a access.Actor) (session.Answer, error) {
		return session.Answer{Status: 200}, ask(ctx, s, a)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// compareExtracts: the log extract of a citizen tells of just those entries that the oracle does (R37).
func compareExtracts(t *rapid.T, d testkit.Database, w *worlds.World) (told int) {
	for _, r := range w.Readers() {
		if !r.IsCitizen() {
			continue
		}
		var want, got []string
		for _, e := range w.Log {
			for _, h := range w.People {
				if w.IsTold(r, e, h.ID) {
					want = append(want, fmt.Sprint(e.At.UTC(), e.Operation, demo.UnitName(e.Unit), h.ID))
				}
			}
		}
		asked(t, d, w.Day, r, func(ctx context.Context, s *insight.Service, a access.Actor) error {
			rows, total, err := s.Extract(ctx, a, id.Person{}, insight.Period{}, page.Page{Number: 1, Limit: 1000})
			for _, e := range rows {
				if e.Operation != "ListMyLogExtract" {
					got = append(got, fmt.Sprint(e.At.UTC(), e.Operation, e.Unit, e.Child))
				}
			}
			if total != len(rows) {
				t.Fatalf("%s: %d rows of %d", r.Key, len(rows), total)
			}
			return err
		})
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s, %s: oracle (-) and extract (+): %s", w.Day, r.Key, diff)
		}
		told += len(want)
	}
	return told
}

// TestExplainEqualsOracle: in any world, whom the explanation for the data protection officer lets see an item today are
// just those whom the oracle does; and whoever sees an item gets a reason for it, and nobody else does.
func TestExplainEqualsOracle(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	prepare(t, d)
	could := 0
	rapid.Check(t, func(t *rapid.T) {
		w := worlds.New(drawn{t}, "explained")
		endYesterday(w)
		if err := worlds.Clear(t.Context(), d.Eraser); err != nil {
			t.Fatal(err)
		}
		if err := w.Save(t.Context(), d.Owner, d.Eraser); err != nil {
			t.Fatal(err)
		}
		disa := worlds.Staff()[slices.IndexFunc(worlds.Staff(), func(r worlds.Reader) bool { return r.Role == "data-protection-officer" })]
		for _, i := range w.Items {
			want, got := seers(w, disa, i), explainedSeers(t, d, w, disa, i)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s, item %+v: oracle (-) and explanation (+): %s", w.Day, i, diff)
			}
			could += len(want)
		}
		for _, r := range readersOf(t, w) {
			for _, i := range w.Items {
				wantReason(t, d, w, r, i)
			}
		}
	})
	if could == 0 {
		t.Error("nobody could see anything")
	}
}

// endYesterday lets what ends today have ended before: an explanation of a day tells of what was open during any of it.
func endYesterday(w *worlds.World) {
	for n := range w.Consents {
		if c := &w.Consents[n]; c.Withdrawn == w.Day {
			c.Withdrawn = w.Day.AddDays(-1)
		}
	}
	for n := range w.Disclosures {
		if v := &w.Disclosures[n]; v.Ended == w.Day {
			v.Ended = w.Day.AddDays(-1)
		}
	}
}

// seers are those who see an item, as the oracle has it: by name at the officer's principal, else by role and unit.
func seers(w *worlds.World, officer worlds.Reader, i worlds.Item) []string {
	if !w.IsOfPrincipal(officer, i) {
		return nil
	}
	var all []string
	for _, r := range append(worlds.Staff(), w.Readers()...) {
		if !w.SeesItem(r, i) {
			continue
		}
		branch, _ := demo.PlaceOn(r.Unit, w.Day)
		switch {
		case r.IsCitizen() && r.Person == w.Plan(i.Plan).Child:
			all = append(all, "child")
		case r.IsCitizen():
			all = append(all, "guardian")
		case demo.PrincipalOf(branch) == "goteborg":
			all = append(all, fmt.Sprint(r.Role, " ", demo.UnitID(r.Unit), " ", r.Person))
		default:
			all = append(all, fmt.Sprint(r.Role, " ", demo.UnitID(r.Unit), " ", uuid.Nil))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func explainedSeers(t *rapid.T, d testkit.Database, w *worlds.World, officer worlds.Reader, i worlds.Item) []string {
	var all []string
	asked(t, d, w.Day, officer, func(ctx context.Context, s *insight.Service, a access.Actor) error {
		answer, err := s.ExplainAccess(ctx, a, id.ItemOf(i.ID), civil.Date{}, id.Person{})
		if fault.Has(err, fault.CodeNotFound) {
			return nil
		}
		for _, v := range answer.Access {
			who := v.FamilyRole
			if who == "" {
				who = fmt.Sprint(v.Role, " ", v.Unit, " ", v.Person.UUID())
			}
			all = append(all, who)
			if v.Law == "" || v.Rule == insight.Released && (v.Opening.Law == "" || v.Opening.Basis.IsZero() || v.Opening.Days.To.Before(w.Day)) {
				t.Fatalf("no reason: %+v", v)
			}
		}
		return err
	})
	slices.Sort(all)
	return slices.Compact(all)
}

func wantReason(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader, i worlds.Item) {
	sees := w.SeesItem(r, i)
	asked(t, d, w.Day, r, func(ctx context.Context, s *insight.Service, a access.Actor) error {
		why, err := s.Explain(ctx, a, id.ItemOf(i.ID))
		isHidden := fault.Has(err, fault.CodeNotFound) || fault.Has(err, fault.CodeDenied)
		if sees == isHidden {
			t.Fatalf("%s, %s: sees %v, explained %v", r.Key, i.ID, sees, err)
		}
		if !sees {
			return nil
		}
		isTold := w.SeesHolder(r, i) // or it would tell where the child is (R31, R35)
		isOpened := isTold && why.Rule == insight.Released
		if why.Law == "" || isTold != (why.Owner.UUID() == demo.UnitID(i.Unit).UUID()) || isTold == why.Owner.IsZero() ||
			isOpened == (why.Opening.Law == "") || isOpened == why.Opening.Days.From.IsZero() || r.IsCitizen() != why.Need.From.IsZero() {
			t.Fatalf("%s, %s: %+v", r.Key, i.ID, why)
		}
		return err
	})
}
