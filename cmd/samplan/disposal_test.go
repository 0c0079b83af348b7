package main

import (
	"testing"

	"samplan/internal/store"
	"samplan/internal/testkit"
)

// TestDisposalFromTheCommandLine: there is nothing to carry out, and nothing else to do.
func TestDisposalFromTheCommandLine(t *testing.T) {
	t.Setenv("SAMPLAN_DATABASE_URL", testkit.NewDatabase(t, store.Options{}).URL)
	wantSaid(t, run(t, "disposal", "carry-out"), 0, "0 cases were disposed of, 0 dropped off", "")
	wantSaid(t, run(t, "disposal", "-h"), 0, "samplan disposal carry-out", "")
	for _, args := range [][]string{{"disposal"}, {"disposal", "all"}} {
		wantSaid(t, run(t, args...), 1, "", "usage: samplan disposal")
	}
	wantSaid(t, run(t, "disposal", "carry-out", "now"), 1, "", `unknown argument "now"`)
}
