package store_test

import (
	"context"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/access"
	"samplan/internal/page"
	"samplan/internal/plan"
	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// TestAnyTextCanBeSearchedFor: no text makes the database refuse; none breaks the request's transaction.
func TestAnyTextCanBeSearchedFor(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	prepare(t, d)
	w := worlds.New(worlds.Seed(3), "searched")
	if err := w.Save(t.Context(), d.Owner, d.Eraser); err != nil {
		t.Fatal(err)
	}
	texts := rapid.OneOf(rapid.StringN(0, 200, 800), rapid.StringOfN(rapid.SampledFrom([]rune(`aåÖ09 -"'\&|!<>:*()or%_/@.é字`+"\t\u0301\u00ad")), 0, 60, -1))
	serve(t, d, w, worlds.StaffOf("bou1")[0], func(ctx context.Context, a access.Actor) error {
		g, _ := access.Allow[access.ReadPlan](matrix, a)
		m, _ := access.Allow[access.ReadItem](matrix, a)
		c, _ := access.Allow[access.ReadChild](matrix, a)
		rapid.Check(t, func(t *rapid.T) {
			text := texts.Draw(t, "text")
			hits, total, err := d.Store.Search(ctx, g, m, c, plan.NewSearch(text), page.Default)
			if err != nil || total < len(hits) {
				t.Fatalf("%q: %d hits of %d, %v", text, len(hits), total, err)
			}
		})
		return nil
	})
}
