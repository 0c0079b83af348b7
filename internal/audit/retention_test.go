package audit_test

import (
	"testing"
	"time"

	"samplan/internal/audit"
)

func TestRetention(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]map[string]int{
		"": {"": 5}, "7": {"": 7}, "5,caseworker=10, citizen=7": {"": 5, "caseworker": 10, "citizen": 7},
	} {
		r, err := audit.ParseRetention(text)
		if err != nil {
			t.Fatal(err)
		}
		rest, of := r.Cutoffs(today)
		of[""] = rest
		for name, years := range want {
			if got := of[name]; !got.Equal(time.Date(2026-years, 11, 22, 9, 0, 0, 0, time.UTC)) || len(of) != len(want) {
				t.Errorf("%q: %q before %s", text, name, got)
			}
		}
	}
	for _, text := range []string{"4", "0", "-5", "101", "x", "citizen=10", "5,10", "5,=7", "5,citizen=4", "5,citizen=7,citizen=8", "5,", "5,citizen"} {
		if _, err := audit.ParseRetention(text); err == nil {
			t.Errorf("%q was taken", text)
		}
	}
	if rest, _ := (audit.Retention{}).Cutoffs(today); !rest.Equal(today.AddDate(-5, 0, 0)) {
		t.Errorf("without a setting: %s", rest)
	}
}
