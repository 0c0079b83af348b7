package store_test

import (
	"context"
	"slices"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"samplan/internal/access"
	"samplan/internal/care"
	"samplan/internal/demo"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// compareAsked: who asks in danger learns of just those who hold something, and who has opened gets just what the oracle
// says, neither more nor less (R38).
func compareAsked(t *rapid.T, d testkit.Database, w *worlds.World) {
	for _, q := range w.Inquiries {
		r := readerOf(q)
		compareOpened(t, d, w, r)
		compareHolders(t, d, w, r)
	}
}

func readerOf(q worlds.Inquiry) worlds.Reader {
	all := worlds.StaffOf(q.Unit)
	return all[slices.IndexFunc(all, func(r worlds.Reader) bool { return r.Assignment.UUID() == q.Assignment })]
}

func compareOpened(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader) {
	for _, o := range w.Openings {
		var got, want []uuid.UUID
		for _, i := range w.Opened(r, o) {
			want = append(want, i.ID)
		}
		serve(t, d, w, r, func(ctx context.Context, a access.Actor) error {
			g, err := access.Allow[access.ReadEmergency](matrix, a)
			if err != nil {
				return nil // a role that reads nothing in an emergency gets nothing
			}
			items, total, err := d.Store.ListEmergencyItems(ctx, g, id.EmergencyAccessOf(o.ID), w.Now(), func(care.Access) error { return nil }, page.Page{Number: 1, Limit: 100})
			if err != nil && !fault.Is(err, fault.NotFound) || err == nil && total != len(items) {
				t.Fatalf("%d items of %d: %v", len(items), total, err)
			}
			for _, i := range items {
				got = append(got, i.ID.UUID())
			}
			return nil
		})
		if diff := cmp.Diff(rows{Items: want}.sorted(), rows{Items: got}.sorted()); diff != "" {
			t.Fatalf("%s, %s: oracle (-) and store (+): %s", w.Day, r.Key, diff)
		}
	}
}

func compareHolders(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader) {
	for _, h := range w.People {
		var got, want []string
		for _, u := range []string{"bou1", "hs", "bup", "bvc", "emi"} {
			if len(w.InDanger(h.ID, u)) > 0 {
				want = append(want, demo.UnitID(u).String())
			}
		}
		serve(t, d, w, r, func(ctx context.Context, a access.Actor) error {
			g, err := access.Allow[access.AskEmergency](matrix, a)
			if err != nil {
				t.Fatalf("%s may not ask: %v", r.Key, err)
			}
			number, err := person.ParseIdentifier(person.Personnummer, h.Number, w.Day)
			if err != nil {
				t.Fatal(err)
			}
			asks := care.Asker{Person: a.Person(), Assignment: a.Assignment(), Unit: a.Unit()}
			i, err := d.Store.AskEmergency(ctx, g, care.Inquiry{
				ID: id.NewEmergencyInquiry(), Asker: asks, Danger: care.Dangers.Must("life"), Reason: person.NewText("medvetslös"), AskedAt: w.Now(),
			}, number)
			for _, v := range i.Holders {
				got = append(got, v.Unit.String())
			}
			return err
		})
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s, %s about %s: oracle (-) and store (+): %s", w.Day, r.Key, h.Number, diff)
		}
	}
}
