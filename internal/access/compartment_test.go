package access

import (
	"strings"
	"testing"
)

// TestR26ConcernReportsAreACompartment: every operation that reads or writes concern reports, and no question or decision,
// is kept out of the extracts of the log.
func TestR26ConcernReportsAreACompartment(t *testing.T) {
	t.Parallel()
	found := 0
	for name, o := range Operations {
		isConcern := false
		for _, p := range o.needs {
			isConcern = isConcern || p.rule().resource == "concern"
		}
		if isConcern {
			found++
		}
		if isConcern != (o.Compartment && !strings.Contains(name, "ithhold")) {
			t.Errorf("%s: about concern reports %t, in a compartment %t", name, isConcern, o.Compartment)
		}
	}
	if found != 5 {
		t.Errorf("%d operations of concern reports", found)
	}
}
