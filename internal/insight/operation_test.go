package insight

import (
	"maps"
	"slices"
	"testing"

	"samplan/internal/access"
	"samplan/internal/phrase"
)

// undecided finds operations of which nobody has said whether a log extract tells of them.
func undecided(operations map[string]access.Operation, mentioned map[string]mention, untold map[string]string) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(operations)) {
		_, isMentioned := mentioned[name]
		_, isUntold := untold[name]
		switch {
		case operations[name].Compartment && isMentioned:
			out = append(out, name+" belongs to a compartment and is told of")
		case isMentioned && isUntold:
			out = append(out, name+" is told of and is not")
		case !isMentioned && !isUntold && !operations[name].Compartment:
			out = append(out, name+": say in operation.go whether the log extract tells of it, and as what")
		}
	}
	return out
}

func TestR37EveryOperationIsDecided(t *testing.T) {
	t.Parallel()
	for _, u := range undecided(access.Operations, mentioned, untold) {
		t.Error(u)
	}
	for _, names := range [][]string{slices.Collect(maps.Keys(mentioned)), slices.Collect(maps.Keys(untold))} {
		for _, name := range names {
			if _, ok := access.Operations[name]; !ok {
				t.Errorf("%s is no operation", name)
			}
		}
	}
	for m := range maps.Values(mentioned) {
		if phrase.Swedish.Say(texts[m]) == "" {
			t.Errorf("%v has no words", m)
		}
	}
}

func TestUndecidedOperationsAreFound(t *testing.T) {
	t.Parallel()
	planted := map[string]access.Operation{"GetPlan": {}, "GetMe": {}, "GetConcernReport": {Compartment: true}, "GetNewThing": {}}
	if got := undecided(planted, mentioned, untold); len(got) != 1 {
		t.Errorf("got %q", got)
	}
	told := maps.Clone(mentioned)
	told["GetConcernReport"] = mention{ofCase, Read}
	if got := undecided(planted, told, untold); len(got) != 2 {
		t.Errorf("a compartment that is told of: %q", got)
	}
}

// What belongs to a compartment is left out of what is told even if the table names it.
func TestToldLeavesCompartmentsOut(t *testing.T) {
	t.Parallel()
	planted := maps.Clone(access.Operations)
	o := planted["GetChild"]
	o.Compartment = true
	planted["GetChild"] = o
	if got := toldOf(planted); slices.Contains(got.Case, "GetChild") || !slices.Contains(got.Case, "ListChildren") {
		t.Errorf("told of cases: %q", got.Case)
	}
}
