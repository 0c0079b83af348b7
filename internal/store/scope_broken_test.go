package store_test

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/notice"
	"samplan/internal/page"
	"samplan/internal/plan"
	"samplan/internal/routine"
	"samplan/internal/session"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// compareBroken is for what is late in the inbox (R45): to whoever leads, and nobody else, just what the deadlines of each plan
// say on the same day, that day and later ones.
func compareBroken(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader) {
	if r.IsCitizen() {
		return
	}
	late := rapid.IntRange(0, 200).Draw(t, "days later")
	request := requestOf(w.Day.AddDays(late), r)
	now := func() time.Time { return request.Now }
	plans := plan.NewService(d.Store, d.Store, d.Store, matrix, now)
	notices := notice.NewService(d.Store, routine.NewService(d.Store, matrix, now), plans, matrix, now)
	var want, got, unread []string
	_, err := d.Store.Serve(t.Context(), request, func(ctx context.Context, a access.Actor) (session.Answer, error) {
		want = brokenOf(ctx, t, plans, a, w, r)
		told, total, err := notices.List(ctx, a, page.Page{Number: 1, Limit: 1000})
		if fault.Is(err, fault.Denied) {
			want = nil // a role without an inbox
			return session.Answer{Status: 200}, nil
		}
		if err != nil || total != len(told) {
			t.Fatalf("%d of %d: %v", len(told), total, err)
		}
		ids, err := notices.Unread(ctx, a)
		for _, n := range told {
			if n.Kind == notice.DeadlineBreached {
				got = append(got, fmt.Sprint(n.About, n.Deadline, n.Since))
				if slices.Contains(ids, n.ID) {
					unread = append(unread, n.ID.String())
				}
			}
		}
		return session.Answer{Status: 200}, err
	})
	if err != nil {
		t.Fatalf("serve: %v", err)
	}
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%s, %s: deadlines (-) and inbox (+): %s", request.Today, r.Key, diff)
	}
	slices.Sort(unread)
	if unread = slices.Compact(unread); len(unread) != len(got) {
		t.Fatalf("%s, %s: %d of %d would be told by mail, each by itself", request.Today, r.Key, len(unread), len(got))
	}
}

// brokenOf asks each plan for its deadlines, and gives what is late in those that the reader's unit leads.
func brokenOf(ctx context.Context, t *rapid.T, plans *plan.Service, a access.Actor, w *worlds.World, r worlds.Reader) []string {
	var all []string
	for _, p := range w.Plans {
		deadlines, err := plans.Deadlines(ctx, a, id.PlanOf(p.ID))
		if err != nil && !fault.Is(err, fault.NotFound) && !fault.Is(err, fault.Denied) {
			t.Fatalf("deadlines: %v", err)
		}
		for _, v := range deadlines {
			if p.Lead == r.Unit && !plan.IsOver(plan.Statuses.Must(p.Status)) && v.Progress.String() == "breached" && v.Done.IsZero() {
				all = append(all, fmt.Sprint(id.PlanOf(p.ID), v.Kind, v.Due.AddDays(1)))
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all) // of each is told once, however many calls it is of
}
