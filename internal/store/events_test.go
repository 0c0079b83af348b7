package store_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// TestR17ConsentEventsAgainstTheOracle lets anything happen to a plan's consents, in any order: asked for, answered, refused,
// withdrawn, run out; custody that ends or is new, an assessment of maturity, the 18th birthday, a party that leaves or comes,
// the reorganisation. After each event, what everybody sees of each item is what the oracle says of the facts (R12–R20).
func TestR17ConsentEventsAgainstTheOracle(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	prepare(t, d)
	lives(t, d)
	rapid.Check(t, func(t *rapid.T) {
		l := newLively(t, d, drawn{t}, "rapid")
		for range rapid.IntRange(3, 9).Draw(t, "events") {
			if l.happen(t) == nothing {
				continue
			}
			if difference := l.compare(t); difference != "" {
				t.Fatalf("%s\nafter %v", difference, l.told)
			}
		}
	})
}

// lives are a few whose course is known: everything happens in some of them, and walls stand open.
func lives(t *testing.T, d testkit.Database) {
	t.Helper()
	counted, opened := map[string]int{}, 0
	for seed := range uint64(10) {
		l := newLively(t, d, worlds.Seed(seed), fmt.Sprint("life ", seed))
		for range 16 {
			counted[l.happen(t)]++
			if difference := l.compare(t); difference != "" {
				t.Fatalf("life %d: %s\nafter %v", seed, difference, l.told)
			}
		}
		opened += l.opened
	}
	for _, h := range happenings {
		if counted[h.name] == 0 {
			t.Errorf("it never happened that %s", h.name)
		}
	}
	if opened == 0 {
		t.Error("no wall was ever open")
	}
	t.Logf("%v; %d times a wall stood open", counted, opened)
}

// TestPlantedConsentBreaksAreFoundR17 takes a plank out of the database's rules, one at a time: the events must tell.
func TestPlantedConsentBreaksAreFoundR17(t *testing.T) {
	t.Parallel()
	const most = 150
	for name, b := range consentBreaks {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := testkit.NewDatabase(t, store.Options{})
			prepare(t, d)
			b.plant(t, d)
			for seed := uint64(1); seed <= most; seed++ {
				l := newLively(t, d, worlds.Seed(seed), fmt.Sprint("planted ", seed))
				for range 14 {
					if l.happen(t) != nothing && l.compare(t) != "" {
						t.Logf("found in life %d after %v", seed, l.told)
						return
					}
				}
			}
			t.Errorf("not found in %d lives", most)
		})
	}
}
