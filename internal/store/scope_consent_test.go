package store_test

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"samplan/internal/access"
	"samplan/internal/demo"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// compareConsents: who sees a consent, which parts of it, and whether it counts today.
func compareConsents(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader) {
	if diff := cmp.Diff(consentsByOracle(w, r), consentsThroughStore(t, d, w, r)); diff != "" {
		t.Fatalf("%s, %s: oracle (-) and store (+): %s", w.Day, r.Key, diff)
	}
}

func consentsByOracle(w *worlds.World, r worlds.Reader) []string {
	var lines []string
	for n := range w.Consents {
		c := &w.Consents[n]
		if !w.SeesConsent(r, c) {
			continue
		}
		lines = append(lines, fmt.Sprintf("%s in force %t", c.ID, w.InForce(c)))
		for _, s := range c.Scopes {
			if w.SeesScope(r, c, s) {
				lines = append(lines, fmt.Sprintf("%s %s %s %s", c.ID, demo.BranchID(s.From), demo.BranchID(s.To), s.Category))
			}
		}
	}
	slices.Sort(lines)
	return lines
}

func consentsThroughStore(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader) []string {
	var lines []string
	serve(t, d, w, r, func(ctx context.Context, a access.Actor) error {
		g, err := access.Allow[access.ReadConsent](matrix, a)
		if err != nil {
			return nil // a role that sees no consents gets none
		}
		for n := range w.Consents {
			v, err := d.Store.FindConsent(ctx, g, id.ConsentOf(w.Consents[n].ID))
			if fault.Is(err, fault.NotFound) {
				continue
			}
			if err != nil {
				return err
			}
			lines = append(lines, fmt.Sprintf("%s in force %t", v.ID, v.InForce))
			for _, s := range v.Scopes {
				for _, c := range s.Categories {
					lines = append(lines, fmt.Sprintf("%s %s %s %s", v.ID, s.From, s.To, c))
				}
			}
		}
		return nil
	})
	slices.Sort(lines)
	return lines
}
