package known_test

import (
	"slices"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/known"
	"samplan/internal/person"
)

func TestR25WhoMayAskWhom(t *testing.T) {
	t.Parallel()
	policy, err := access.Load()
	if err != nil {
		t.Fatal(err)
	}
	d := known.Draft{To: id.NewBranch(), Reason: person.NewText("utredning")}
	for _, c := range access.Classes {
		a, err := known.New(d, c, policy, time.Time{})
		var may []string
		for _, giver := range a.Classes {
			may = append(may, giver.String())
		}
		switch c.String() {
		case "ifo", "lss":
			if err != nil || !slices.Equal(may, []string{"ifo", "lss"}) || a.Ground != "OSL 10:28; SoL 15:8" {
				t.Errorf("%s may ask %v by %q (%v)", c, may, a.Ground, err)
			}
		default:
			if !fault.Has(err, fault.CodeKnownQuestion) || len(may) > 0 {
				t.Errorf("%s may ask %v (%v)", c, may, err)
			}
		}
	}
	social := access.ClassNamed("ifo")
	if _, err := known.New(known.Draft{To: d.To}, social, policy, time.Time{}); !fault.Has(err, fault.CodeReasonRequired) {
		t.Errorf("without a reason: %v", err)
	}
	if _, err := known.New(known.Draft{Reason: d.Reason}, social, policy, time.Time{}); !fault.Has(err, fault.CodeInvalid) {
		t.Errorf("to nobody: %v", err)
	}
}

func TestR25RefusalsNameTheParagraph(t *testing.T) {
	t.Parallel()
	for refusal, want := range map[known.Refusal]fault.Code{
		known.NoCase: fault.CodeNotFound, known.NoBoard: fault.CodeInvalid, known.TooMany: fault.CodeTooMany, known.NotSocial: fault.CodeKnownQuestion,
		"same-board": fault.CodeKnownQuestion, "other-municipality": fault.CodeKnownQuestion, "anything else": fault.CodeKnownQuestion,
	} {
		if err := refusal.Fault(); !fault.Has(err, want) {
			t.Errorf("%s: want %s, got %v", refusal, want, err)
		}
	}
	if err := known.Refusal("").Fault(); err != nil {
		t.Errorf("no refusal: %v", err)
	}
}
