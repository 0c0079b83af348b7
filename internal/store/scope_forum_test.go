package store_test

import (
	"context"
	"database/sql"
	"slices"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"samplan/internal/access"
	"samplan/internal/demo"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// compareForums is for forums (R28, R29): list and single reads give what the oracle says, and the link is the raising unit's; row-level
// security by itself keeps the link inside the unit, and a case that rests on a consent from those whom it does not name.
func compareForums(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader) {
	var want, got rows
	for _, c := range w.ForumCases {
		if w.SeesForumCase(r, c) {
			want.Plans = append(want.Plans, c.ID)
		}
		if w.OpensForumLink(r, c) {
			want.Items = append(want.Items, c.ID)
		}
	}
	for _, s := range w.Sessions {
		if w.SeesForum(r, s.Group) {
			want.Parties = append(want.Parties, s.ID)
		}
	}
	serve(t, d, w, r, func(ctx context.Context, a access.Actor) error {
		got = forumsThroughStore(ctx, t, d, w, a)
		return nil
	})
	if diff := cmp.Diff(want.sorted(), got.sorted()); diff != "" {
		t.Fatalf("%s, %s: oracle (-) and store (+): %s", w.Day, r.Key, diff)
	}
	asReader(t, d.Owner, w, r, "samplan_app", func(tx *sql.Tx) {
		fenced, links := idsFrom(t, tx, "SELECT id FROM forum_case"), idsFrom(t, tx, "SELECT case_id FROM forum_case_child")
		texts := idsFrom(t, tx, "SELECT DISTINCT case_id FROM forum_case_text")
		for _, c := range w.ForumCases {
			isOwn := !r.IsCitizen() && r.Unit == c.Unit
			if slices.Contains(links, c.ID) && !isOwn {
				t.Fatalf("%s, %s: the fence shows whom case %s is about", w.Day, r.Key, c.ID)
			}
			if (slices.Contains(fenced, c.ID) || slices.Contains(texts, c.ID)) && !isOwn && !w.SeesForumCase(r, c) {
				t.Fatalf("%s, %s: the fence shows case %s", w.Day, r.Key, c.ID)
			}
		}
	})
}

func forumsThroughStore(ctx context.Context, t *rapid.T, d testkit.Database, w *worlds.World, a access.Actor) rows {
	var got rows
	whole := page.Page{Number: 1, Limit: 100}
	if g, err := access.Allow[access.ReadForum](matrix, a); err == nil {
		for _, of := range demo.Groups {
			cases, total, err := d.Store.ListForumCases(ctx, g, demo.GroupID(of.Key), whole)
			if fault.Is(err, fault.NotFound) {
				continue
			}
			if err != nil || total != len(cases) {
				t.Fatalf("list of %d cases tells of %d: %v", len(cases), total, err)
			}
			sessions, _, err := d.Store.ListForumSessions(ctx, g, demo.GroupID(of.Key), whole)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range cases {
				got.Plans = append(got.Plans, c.ID.UUID())
			}
			for _, s := range sessions {
				got.Parties = append(got.Parties, s.ID.UUID())
			}
		}
		for _, c := range w.ForumCases {
			if _, err := d.Store.FindForumCase(ctx, g, id.ForumCaseOf(c.ID)); (err == nil) != slices.Contains(got.Plans, c.ID) || err != nil && !fault.Is(err, fault.NotFound) {
				t.Fatalf("case %s: list and single read differ: %v", c.ID, err)
			}
		}
	}
	if g, err := access.Allow[access.OpenForumLink](matrix, a); err == nil {
		for _, c := range w.ForumCases {
			switch child, err := d.Store.OpenForumLink(ctx, g, id.ForumCaseOf(c.ID), person.NewText("a")); {
			case err == nil && child.UUID() == c.Child:
				got.Items = append(got.Items, c.ID)
			case err == nil || !fault.Is(err, fault.NotFound):
				t.Fatalf("case %s is about %s: %v", c.ID, child, err)
			}
		}
	}
	return got
}
