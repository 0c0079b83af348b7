package access

import "testing"

// R39: a block tells that the unit has a case, so no log extract, a guardian's least of all, tells that staff had to do
// with one; emergencies are told of.
func TestR39BlocksLeaveNoTraceInExtracts(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]bool{
		"ListBlocks": true, "RecordBlock": true, "LiftBlock": true, "AskEmergency": false, "OpenEmergency": false, "ListEmergencyItems": false,
	} {
		if o, ok := Operations[name]; !ok || o.Compartment != want {
			t.Errorf("%s: in a compartment is %v", name, o.Compartment)
		}
	}
}
