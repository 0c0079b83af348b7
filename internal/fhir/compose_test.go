package fhir

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"samplan/internal/consent"
	"samplan/internal/person"
	"samplan/internal/plan"
)

func fresh() uuid.UUID { return uuid.Must(uuid.NewV7()) }

// full is a record with something of everything.
func full() Record {
	lead, other := Unit{fresh(), "Barn och unga 1", "Exempelstads kommun"}, Unit{fresh(), "BUP", "Exempelregionen"}
	goal, done := fresh(), []Outcome{{"reached", "Uppnått", "2026-05-01", "Går till skolan.", "Inget."}}
	return Record{
		Plan: fresh(), Kind: "sip", KindName: "Samordnad individuell plan", Status: "following-up", Tag: "a_tag", Today: "2026-05-02",
		Child: Child{
			ID: fresh(), Name: "Lo Exempelsson", Given: "Lo", Family: "Exempelsson", BirthDate: "2011-03-02",
			Numbers: []Number{{"personnummer", "1.2.752.129.2.1.3.1", "201103029800"}, {"lokalt-reserv-id", "1.2.752.97.3.1.3", "991981000010"}},
		},
		Lead: lead, Responsible: "Exempelstads kommun", CreatedOn: "2026-02-01", EstablishedOn: "2026-03-01",
		NextFollowUpOn: "2026-09-01", NextFollowUpBy: lead,
		Parties: []Party{{lead, "Karin", "2026-02-01", ""}, {other, "", "2026-02-10", "2026-04-01"}, {}},
		Roles:   []Role{{lead, "Karin", "coordinator", "Barnets samordnare", "2026-02-01", ""}, {}},
		Goals:   []RecordedGoal{{goal, "Lo går till skolan.", "long", "Mål på lång sikt", lead, done, []Annotation{{"barnet", "2026-03-04", "Uppgift felaktig: Nej."}}}, {ID: fresh(), Text: "Sover.", Horizon: "short"}},
		Interventions: []Intervention{
			{ID: fresh(), Title: "Familjebehandling", Text: "Varje vecka.", Status: "ongoing", Goal: goal, Catalogue: "Familjestöd", Owner: lead, Contact: "Karin", From: "2026-03-01"},
			{ID: fresh(), Title: "Simskola", Status: "planned", Goal: fresh(), Owner: other, Outside: "Simklubben"},
		},
		Notes: []Annotation{{"barnet", "2026-02-16", "Barnets egna ord: Jag vill."}},
		Consents: []RecordedConsent{{
			ID: fresh(), Kind: "share", KindName: "Samtycke till att dela uppgifter", State: "live", Purpose: "samordning", From: "2026-02-01", To: "2026-12-31",
			Givers: []Giver{{Name: "Amir"}, {Name: "Barnet", IsChild: true}}, Excluded: []uuid.UUID{fresh()}, RecordedBy: lead,
			Scopes: []Scope{{Unit{fresh(), "Barn och familj", ""}, Unit{fresh(), "Psykiatri", ""}, []Category{{"health", "Hälsa"}}}},
		}},
		OrgNumbers: map[string]string{"Exempelstads kommun": "2120000142"},
	}
}

func written(t *testing.T, b Bundle) string {
	t.Helper()
	text, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// dangling lists the references of a bundle that lead nowhere, and the addresses that two resources share.
func dangling(t *testing.T, b Bundle) []string {
	t.Helper()
	var bad []string
	there := map[string]bool{}
	for _, e := range b.Entry {
		if there[e.FullURL] {
			bad = append(bad, "twice: "+e.FullURL)
		}
		there[e.FullURL] = true
	}
	var tree any
	if err := json.Unmarshal([]byte(written(t, b)), &tree); err != nil {
		t.Fatal(err)
	}
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			if to, ok := v["reference"].(string); ok && !there[to] {
				bad = append(bad, "nowhere: "+to)
			}
			for _, e := range v {
				walk(e)
			}
		}
	}
	walk(tree)
	return bad
}

// TestReferencesLeadSomewhere: in a full record and in an empty one, and the check finds one that does not.
func TestReferencesLeadSomewhere(t *testing.T) {
	t.Parallel()
	empty := Record{Plan: fresh(), Kind: "barnets-plan", Status: "noted", Today: "2026-05-02", Child: Child{Name: "Barn 1"}}
	for name, r := range map[string]Record{"full": full(), "empty": empty} {
		if bad := dangling(t, Compose(r)); len(bad) > 0 {
			t.Errorf("%s: %v", name, bad)
		}
	}
	b := Compose(full())
	if bad := dangling(t, Bundle{Entry: append(b.Entry[1:], b.Entry[1])}); len(bad) < 2 {
		t.Errorf("planted errors are not found: %v", bad)
	}
}

// TestTheSameEachTime: nothing of chance and nothing of the clock is in a bundle.
func TestTheSameEachTime(t *testing.T) {
	t.Parallel()
	r := full()
	first := written(t, Compose(r))
	if again := written(t, Compose(r)); again != first {
		t.Errorf("%s\n%s", first, again)
	}
	r.Tag = "other"
	if again := written(t, Compose(r)); again == first {
		t.Error("another version of the view has the same versionId")
	}
}

// TestStatusesAreMapped: each status of ours has its line, and no line is of another.
func TestStatusesAreMapped(t *testing.T) {
	t.Parallel()
	names := func(all any) []string { return strings.Fields(strings.Trim(fmt.Sprint(all), "[]")) }
	for what, c := range map[string]struct{ ours, mapped []string }{
		"plan":            {names(plan.Statuses.Values()), slices.Collect(maps.Keys(courses))},
		"intervention":    {names(plan.InterventionStatuses.Values()), slices.Collect(maps.Keys(activityStatuses))},
		"goal":            {names(plan.Outcomes.Values()[3:]), slices.Collect(maps.Keys(achievements))},
		"consent":         {names(consent.States.Values()), slices.Collect(maps.Keys(consentStatuses))},
		"kind of consent": {names(consent.Kinds.Values()), slices.Collect(maps.Keys(consentScopes))},
		"rule of consent": {names(consent.Kinds.Values()), slices.Collect(maps.Keys(consentRules))},
		"number": {
			names([]any{person.Personnummer, person.Samordningsnummer, person.NRID, person.LocalReserve}), slices.Collect(maps.Keys(numbers)),
		},
	} {
		slices.Sort(c.ours)
		slices.Sort(c.mapped)
		if !slices.Equal(c.ours, c.mapped) {
			t.Errorf("%s: ours %v, mapped %v", what, c.ours, c.mapped)
		}
	}
}

// TestR31SecurityLabels: what is about a protected child says so wherever it goes; to one who knows the level, in the words of
// HL7 Sweden.
func TestR31SecurityLabels(t *testing.T) {
	t.Parallel()
	for level, want := range map[string]string{
		"none": "R", "confidentiality-marking": "V DEMO sekretessmarkering", "protected-registration": "V DEMO skyddadFolkbokforing",
		"assumed-identity": "V DEMO skyddadFolkbokforing", "": "V DEMO",
	} {
		r := full()
		r.Child.Protection, r.Child.IsProtected = level, level != "none"
		for _, e := range Compose(r).Entry {
			var h *head
			switch v := e.Resource.(type) {
			case CarePlan:
				h = &v.head
			case Patient:
				h = &v.head
			case CareTeam:
				h = &v.head
			case Goal:
				h = &v.head
			case Consent:
				h = &v.head
			case Provenance:
				h = &v.head
			default:
				continue
			}
			var got []string
			for _, l := range h.Meta.Security {
				got = append(got, l.Code)
			}
			if strings.Join(got, " ") != want {
				t.Errorf("%s: %s has %q, want %q", level, h.ResourceType, got, want)
			}
		}
	}
}

// TestHiddenGoalIsNotPointedAt: an intervention for a goal that is not shown says nothing of it.
func TestHiddenGoalIsNotPointedAt(t *testing.T) {
	t.Parallel()
	r := full()
	shown, hidden := r.Interventions[0].Goal.String(), r.Interventions[1].Goal.String()
	if text := written(t, Compose(r)); !strings.Contains(text, shown) || strings.Contains(text, hidden) {
		t.Errorf("shown %s, hidden %s: %s", shown, hidden, text)
	}
}
