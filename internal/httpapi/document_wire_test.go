package httpapi

import (
	"context"
	"slices"
	"testing"

	"samplan/internal/document"
	"samplan/internal/fault"
)

func namesOf[K ~string](words map[K]said) (names []string, whole bool) {
	whole = true
	for name, w := range words {
		names = append(names, string(name))
		whole = whole && w.in(document.Swedish) != "" && w.in(document.English) != ""
	}
	return names, whole
}

// TestEveryCodeHasWords: whatever code the contract allows, a document says it in both languages.
func TestEveryCodeHasWords(t *testing.T) {
	t.Parallel()
	doc, err := contractDocument()
	if err != nil {
		t.Fatal(err)
	}
	check := func(schema string, names []string, whole bool) {
		var want []string
		for _, v := range doc.Components.Schemas[schema].Value.Enum {
			name, _ := v.(string)
			want = append(want, name)
		}
		for _, name := range want {
			if !slices.Contains(names, name) {
				t.Errorf("%s %s has no words", schema, name)
			}
		}
		if len(names) != len(want) || !whole {
			t.Errorf("%s has words %q for %q", schema, names, want)
		}
	}
	of := func(names []string, whole bool) func(string) {
		return func(schema string) { check(schema, names, whole) }
	}
	of(namesOf(planKindWords))("PlanKind")
	of(namesOf(planStatusWords))("PlanStatus")
	of(namesOf(legalBasisWords))("LegalBasis")
	of(namesOf(participationWords))("ChildParticipation")
	of(namesOf(partyModeWords))("PartyMode")
	of(namesOf(partyStateWords))("PartyState")
	of(namesOf(horizonWords))("Horizon")
	of(namesOf(statusWords))("InterventionStatus")
	of(namesOf(formWords))("WordsForm")
	of(namesOf(categoryWords))("Category")
	of(namesOf(itemKindWords))("ItemKind")
	of(namesOf(meetingModeWords))("MeetingMode")
	of(namesOf(meetingStateWords))("MeetingState")
	of(namesOf(meetingClosingWords))("MeetingClosing")
	of(namesOf(presenceWords))("Presence")
	of(namesOf(callStateWords))("CallState")
	of(namesOf(decisionOutcomeWords))("DecisionOutcome")
	of(namesOf(decisionStateWords))("DecisionState")
	of(namesOf(outcomeWords))("Outcome")
	of(namesOf(planRoleWords))("PlanRole")
	of(namesOf(consentKindWords))("ConsentKind")
	of(namesOf(giverWords))("GiverCapacity")
}

// TestNoPrinter: without a browser a PDF is refused before anything is read, and a page is not.
func TestNoPrinter(t *testing.T) {
	t.Parallel()
	ctx := context.WithValue(t.Context(), callKey{}, &call{})
	for format, wants := range map[string]bool{"pdf": true, "html": false, "": false} {
		_, err := (&API{}).paper(ctx, "sv", format)
		if fault.Has(err, fault.CodeNoPrinter) != wants {
			t.Errorf("%q: got %v", format, err)
		}
	}
}
