package plan_test

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/person"
	"samplan/internal/plan"
)

// TestR48ATransferIsAnsweredOnce: a question between two parties is answered once, or taken back before; a no says why.
func TestR48ATransferIsAnsweredOnce(t *testing.T) {
	t.Parallel()
	day, why := civil.MustParse("2026-03-02"), person.NewText("hinner inte")
	asked := plan.LeadOffer{Transfer: plan.Transfer{State: plan.TransferStates.Must("waiting"), Version: 1}}
	for name, v := range map[string]struct {
		end  func(*plan.LeadOffer) error
		want string
	}{
		"accepted":  {func(o *plan.LeadOffer) error { return o.Take(plan.Answer{Accept: true}, day) }, "accepted"},
		"declined":  {func(o *plan.LeadOffer) error { return o.Take(plan.Answer{Reason: why}, day) }, "declined"},
		"withdrawn": {func(o *plan.LeadOffer) error { return o.Withdraw(day) }, "withdrawn"},
	} {
		o := asked
		if err := v.end(&o); err != nil || o.State.String() != v.want || o.AnsweredOn != day || o.Tag() != "2" {
			t.Errorf("%s: %+v, %v", name, o, err)
		}
		for _, again := range []error{o.Take(plan.Answer{Accept: true}, day), o.Withdraw(day)} {
			if !fault.Has(again, fault.CodeAnswered) {
				t.Errorf("%s, and again: %v", name, again)
			}
		}
	}
	if err := asked.Take(plan.Answer{}, day); !fault.Has(err, fault.CodeReasonRequired) {
		t.Errorf("a no without reason: %v", err)
	}
}
