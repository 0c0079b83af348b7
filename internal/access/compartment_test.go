package access

import (
	"slices"
	"testing"
)

// apartFromLogs are the resources whose very existence no log extract tells of; what the family does itself it is told.
var apartFromLogs = []string{
	"concern", "withholding", "protection", "whereabouts", "whereabouts-reader", "whereabouts-block", "hand-over", "block",
	"plan-request", "transition", "deviation", "deviation-case", "deviation-measure", "register-import", "objection-keeping", "forum", "forum-case", "forum-link",
}

// TestR26CompartmentsAreWhole: every operation that reads or writes concern reports, or another thing that lies apart, is
// kept out of the extracts of the log, and no other operation is.
func TestR26CompartmentsAreWhole(t *testing.T) {
	t.Parallel()
	found := map[string]int{}
	for name, o := range Operations {
		isApart := false
		for _, p := range o.needs {
			if resource := p.rule().resource; slices.Contains(apartFromLogs, resource) && !o.family {
				isApart = true
				found[resource]++
			}
		}
		if isApart != o.Compartment {
			t.Errorf("%s: about what lies apart %t, in a compartment %t", name, isApart, o.Compartment)
		}
	}
	for _, resource := range apartFromLogs {
		if found[resource] == 0 {
			t.Errorf("no operation is about %s", resource)
		}
	}
	if found["concern"] != 5 {
		t.Errorf("%d operations of concern reports", found["concern"])
	}
}
