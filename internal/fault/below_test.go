package fault_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samplan/internal/fault"
)

func TestBelow(t *testing.T) {
	t.Parallel()
	f := fault.New(fault.CodeDates, fault.Field{Pointer: "/endsOn", Code: "before-start"}, fault.Field{Pointer: "/startsOn", Code: "future"})
	moved := fault.Below("/interventions/2", f)
	want := []fault.Field{{Pointer: "/interventions/2/endsOn", Code: "before-start"}, {Pointer: "/interventions/2/startsOn", Code: "future"}}
	if diff := cmp.Diff(want, fault.Of(moved).Fields); diff != "" || !fault.Has(moved, fault.CodeDates) {
		t.Errorf("(-want +got)\n%s\n%v", diff, moved)
	}
	if f.Fields[0].Pointer != "/endsOn" {
		t.Errorf("the fault itself was changed: %v", f.Fields)
	}
	if got := fault.Of(fault.Below("/items/1", fault.Forbidden(fault.CodeGround, "OSL 25:12", "/ground", "closed"))); got.Paragraph != "OSL 25:12" {
		t.Errorf("the paragraph was lost: %v", got)
	}
	cause := errors.New("connection lost")
	if got := fault.Below("/goals/0", cause); !errors.Is(got, cause) || fault.Is(got, fault.Invalid) {
		t.Errorf("another error became %v", got)
	}
	if got := fault.Below("/goals/0", fault.Wrap(fault.CodeUnavailable, cause)); !errors.Is(got, cause) {
		t.Errorf("the cause was lost: %v", got)
	}
}
