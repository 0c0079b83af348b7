package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// dividing is a reorganisation in which parts come out of a unit.
func dividing(unit string, parts ...object) object {
	move := object{"kind": "split", "unitId": demo.UnitID(unit), "openCasesGo": true, "oldRecordsGo": true, "parts": parts}
	return object{"title": canary, "decision": canary, "takesEffectOn": "2021-03-01", "moves": []any{move}}
}

func part(name, branch string) object { return object{"name": name, "branchId": demo.BranchID(branch)} }

// divide drafts that a part comes out of Barn och unga 1.
func (w *town) divide(ids map[string]string) {
	drafted := w.As("sam").Post("/reorganisations", dividing("bou1", part("Barn och unga 3", "vh-social"))).Want(201)
	ids["splitId"], ids["partId"] = drafted.Text("id"), partsOf(w.t, drafted)[0]
}

// partsOf gives the ids of the parts of a reorganisation with one move.
func partsOf(t *testing.T, a testkit.Answer) (ids []string) {
	t.Helper()
	for _, p := range a.Rows("moves")[0]["parts"].([]any) {
		id, _ := p.(map[string]any)["unitId"].(string)
		ids = append(ids, id)
	}
	return ids
}

// TestR41WhoGoesWhere: the manager of the divided unit says it, about own staff; nobody else does, and others are told no
// more than how many go.
func TestR41WhoGoesWhere(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	sam, kim := w.As("sam"), w.As("kim")
	drafted := sam.Post("/reorganisations", dividing("bou1", part("Barn och unga 3", "vh-social"))).Want(201)
	event, parts := "/reorganisations/"+drafted.Text("id"), partsOf(t, drafted)
	drafted.Shows(`"secrecyClass":"ifo"`, `"takesRest":false`, `"staffCount":0`).Hides("staffIds")
	place := func(unit string, staff ...any) object {
		return object{"parts": []any{object{"unitId": unit, "staffIds": staff}}}
	}
	karin := demo.Find("karin").PersonID()
	sam.Post(event+"/decisions", object{}).Refused(422, "invalid-value", "/moves/0/parts/0")
	for _, other := range []string{"sam", "karin", "agnes", "disa", "moa"} {
		w.As(other).Post(event+"/placements", place(parts[0], karin)).Refused(403, "denied")
	}
	for _, outside := range []string{"bibi", "mats", "rolf"} { // managers of units that are not concerned
		w.As(outside).Post(event+"/placements", place(parts[0], karin)).Refused(404, "not-found")
	}
	w.As("fia").Post(event+"/placements", place(parts[0], demo.Find("bo").PersonID())).Refused(409, "reorganisation-not-open") // one domain, another unit
	kim.Post(event+"/placements", place(demo.UnitID("rf").String(), karin)).Refused(422, "invalid-value", "/parts/0/unitId")
	elsewhere := kim.Post(event+"/placements", place(parts[0], karin, demo.Find("liv").PersonID())).Refused(422, "unknown-colleague", "/parts/0/staffIds/1")
	nobody := kim.Post(event+"/placements", place(parts[0], karin, "0190163d-8694-739b-aea5-966c26f8ad90")).Refused(422, "unknown-colleague", "/parts/0/staffIds/1")
	if elsewhere.Text("detail") != nobody.Text("detail") || elsewhere.Text("title") != nobody.Text("title") {
		t.Error("the answer tells a colleague elsewhere from nobody")
	}
	kim.Post(event+"/placements", place(parts[0], karin)).Want(200).Shows(`"staffCount":1`, karin.String())
	kim.Get(event).Want(200).Shows(karin.String())
	for _, other := range []string{"sam", "fia"} {
		shown := w.As(other).Get(event).Want(200)
		if other == "fia" { // sam works at the unit too
			shown.Shows(`"staffCount":1`).Hides(karin.String())
		}
	}
	sam.Post(event+"/decisions", object{}).Want(200).Shows(`"status":"decided"`)
	kim.Post(event+"/placements", place(parts[0], karin)).Refused(409, "reorganisation-not-open")
}

// TestPreviewKeepsTheLimitOfThePrincipal: five, unless the routine profile says otherwise.
func TestPreviewKeepsTheLimitOfThePrincipal(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	sam := w.As("sam")
	event := "/reorganisations/" + sam.Post("/reorganisations", closing("bou1", "bou2")).Want(201).Text("id")
	sam.Get(event + "/previews").Want(200).Shows(`"cases":{"below":5}`)
	testkit.ChangeRoutines(t, w.Owner, "{fewestTold,number}", 7)
	sam.Get(event + "/previews").Want(200).Shows(`"cases":{"below":7}`).Hides(`"below":5`)
	for _, fewest := range []int{2, 51} {
		if err := testkit.TryRoutines(t.Context(), w.Owner, "{fewestTold,number}", fewest); err == nil {
			t.Errorf("a limit of %d can be set", fewest)
		}
	}
}
