package plan_test

import (
	"slices"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/person"
	"samplan/internal/plan"
)

var today = civil.MustParse("2026-03-02")

// process is the law's own order (SoL 10:8-9), onwards what comes after the plan is set, and exits how it may end at any
// step before it is over; all told once more in words.
var (
	process = []string{"noted", "informed", "consenting", "preparing", "called", "met", "established", "following-up"}
	onwards = map[string][]string{"following-up": {"revised", "closed"}, "revised": {"following-up", "closed"}}
	exits   = []string{"declined", "no-need", "withdrawn", "moved", "aged-out"}
)

// mayGo is the table of R42, written independently of the one under test.
func mayGo(from, to string) bool {
	if from == "closed" || slices.Contains(exits, from) {
		return false
	}
	at := slices.Index(process, from)
	return slices.Contains(exits, to) || slices.Contains(onwards[from], to) || at >= 0 && at+1 < len(process) && process[at+1] == to
}

func TestStatusTableR42(t *testing.T) {
	t.Parallel()
	if got, want := len(plan.Statuses.Values()), len(process)+len(exits)+2; got != want {
		t.Fatalf("want %d statuses, got %d", want, got)
	}
	for _, from := range plan.Statuses.Values() {
		if got, want := plan.IsExit(from), slices.Contains(exits, from.String()); got != want {
			t.Errorf("%s is an exit: want %t, got %t", from, want, got)
		}
		if got, want := plan.IsOver(from), plan.IsExit(from) || from == plan.Closed; got != want {
			t.Errorf("%s is over: want %t, got %t", from, want, got)
		}
		for _, to := range plan.Statuses.Values() {
			if got, want := plan.Allowed(from, to), mayGo(from.String(), to.String()); got != want {
				t.Errorf("%s to %s: want %t, got %t", from, to, want, got)
			}
		}
	}
}

func TestStepAsksForDatesAndReasonsR42(t *testing.T) {
	t.Parallel()
	why, who, family := person.NewText("familjen flyttar"), person.NewText("vårdnadshavare"), plan.Decliners.Must("family")
	for name, c := range map[string]struct {
		step    plan.Step
		code    fault.Code
		pointer string
	}{
		"the next step needs no reason":           {step: plan.Step{To: plan.Informed, On: today}},
		"a step may be dated back":                {step: plan.Step{To: plan.Informed, On: today.AddDays(-9)}},
		"an exit with a reason":                   {step: plan.Step{To: plan.Statuses.Must("moved"), On: today, Reason: why}},
		"the family declines, with a reason (R4)": {step: plan.Step{To: plan.Declined, On: today, Reason: why, DeclinedBy: family}},
		"a principal declines, with role and reason (R4)": {
			step: plan.Step{To: plan.Declined, On: today, Reason: why, DeclinedBy: plan.ByPrincipal, RefusedBy: who},
		},
		"an exit without a reason": {
			step: plan.Step{To: plan.Statuses.Must("moved"), On: today}, code: fault.CodeReasonRequired, pointer: "/reason",
		},
		"declined without a reason (R4)": {
			step: plan.Step{To: plan.Declined, On: today, RefusedBy: who, DeclinedBy: family}, code: fault.CodeReasonRequired, pointer: "/reason",
		},
		"declined without telling by whom (R4)": {
			step: plan.Step{To: plan.Declined, On: today, Reason: why, RefusedBy: who}, code: fault.CodeReasonRequired, pointer: "/declinedBy",
		},
		"a principal declines without a role (R4)": {
			step: plan.Step{To: plan.Declined, On: today, Reason: why, DeclinedBy: plan.ByPrincipal}, code: fault.CodeReasonRequired, pointer: "/role",
		},
		"somebody declines what only moves": {
			step: plan.Step{To: plan.Statuses.Must("moved"), On: today, Reason: why, DeclinedBy: family}, code: fault.CodeInvalid, pointer: "/declinedBy",
		},
		"a step tomorrow": {step: plan.Step{To: plan.Informed, On: today.AddDays(1)}, code: fault.CodeDates, pointer: "/on"},
		"a step before the plan was": {
			step: plan.Step{To: plan.Informed, On: today.AddDays(-11)}, code: fault.CodeDates, pointer: "/on",
		},
		"a leap over a step":           {step: plan.Step{To: plan.Met, On: today}, code: fault.CodeStatusStep, pointer: "/to"},
		"no status at all":             {step: plan.Step{On: today}, code: fault.CodeStatusStep, pointer: "/to"},
		"to where the plan is already": {step: plan.Step{To: plan.Noted, On: today}, code: fault.CodeStatusStep, pointer: "/to"},
		"a leap is refused before its reasons": {
			step: plan.Step{To: plan.Established, On: today.AddDays(1)}, code: fault.CodeStatusStep, pointer: "/to",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := plan.Plan{Status: plan.Noted, CreatedOn: today.AddDays(-10), Version: 1}
			wantFault(t, p.Take(&c.step, plan.Facts{}, today), c.code, c.pointer)
		})
	}
}

func TestFamilySeesThePlanFromTheDayItIsInformed(t *testing.T) {
	t.Parallel()
	p := plan.Plan{Status: plan.Noted, CreatedOn: today.AddDays(-10), Version: 1}
	wantFault(t, p.Take(&plan.Step{To: plan.Informed, On: today.AddDays(-3)}, plan.Facts{}, today), fault.Code{}, "")
	if p.InformedOn != today.AddDays(-3) {
		t.Errorf("want the day of the step, got %s", p.InformedOn)
	}
	wantFault(t, p.Take(&plan.Step{To: plan.Consenting, On: today}, plan.Facts{}, today), fault.Code{}, "")
	if p.InformedOn != today.AddDays(-3) {
		t.Errorf("a later step moved the day to %s", p.InformedOn)
	}
}

// wantFault wants one fault with a code at a pointer, or none for the zero code.
func wantFault(t *testing.T, err error, code fault.Code, pointer string) {
	t.Helper()
	if code == (fault.Code{}) {
		if err != nil {
			t.Fatalf("want no fault, got %v", err)
		}
		return
	}
	if !fault.Has(err, code) {
		t.Fatalf("want %s, got %v", code, err)
	}
	var got string
	if f := fault.Of(err); len(f.Fields) > 0 {
		got = f.Fields[0].Pointer
	}
	if got != pointer {
		t.Fatalf("want pointer %q, got %q", pointer, got)
	}
}
