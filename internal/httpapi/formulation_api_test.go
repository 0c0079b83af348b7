package httpapi_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

const formulationSample = "/formulation-sample"

// wrote is a county in which the social services in Karlskrona wrote goals in the spring.
func wrote(t *testing.T, texts ...string) (*testkit.API, []formulated) {
	t.Helper()
	a := testkit.NewAPI(t, spring)
	all := formulates(a, "kajsa", texts...)
	a.On(before)
	return a, all
}

// TestR57ASampleIsOfTheOwnServiceAndOfEnough: analysts see how their own domain writes, without whom it is about; nobody else does, and
// of few the answer is that of nothing.
func TestR57ASampleIsOfTheOwnServiceAndOfEnough(t *testing.T) {
	t.Parallel()
	a, all := wrote(t, goals(4)...)
	aina, kajsa := a.As("aina"), a.As("kajsa")
	nothing := aina.Get(formulationSample + "?term=2019-03-01").Want(200).Body
	few := aina.Get(formulationSample).Want(200).Shows(`"formulations":[]`, `"from":"2020-01-01"`, `"until":"2020-06-30"`)
	if strings.ReplaceAll(nothing, "2019", "2020") != few.Body {
		t.Errorf("four are not nothing: %s, %s", few.Body, nothing)
	}
	refused := func(term string) string {
		r := aina.Post("/formulation-reviews", object{"term": term, "marks": marked(4, 2)}).Refused(422, "invalid-value", "/marks")
		return r.Text("title") + r.Text("detail")
	}
	if refused(spring) != refused("2019-03-01") || refused(spring) != refused("2021-03-01") {
		t.Error("a review tells that there are some")
	}

	a.On(spring)
	kajsa.Post("/plans/"+all[0].plan+"/goals", object{"text": "att sova hela natten", "horizon": "long", "visibility": "parties"}).Want(201)
	a.On(before)
	aina.Get(formulationSample).Want(200).Shows(`"formulations":[]`) // a second text of one child is of no other child
	aina.Get("/formulation-rounds").Want(200).Shows(`"totalRecords":0`)

	a, all = wrote(t, goals(6)...)
	aina = a.As("aina")
	got := aina.Get(formulationSample).Want(200).Shows("att komma till skolan varje morgon", `"hasPeriod":true`, `"hasContact":false`, `"kind":"goal"`)
	if n := len(got.Rows("formulations")); n != 5 {
		t.Errorf("%d texts", n)
	}
	for _, f := range all {
		got.Hides(f.child, f.plan, f.goal, "Barnet", "Provsson", "2009")
	}
	a.As("asa").Get(formulationSample).Want(200).Shows(`"formulations":[]`)
	for _, who := range []string{"kajsa", "kent", "sam", "disa", "karin", "arne", "amir", "lo"} {
		a.As(who).Get(formulationSample).Refused(403, "denied").Hides("morgon")
		a.As(who).Post("/formulation-reviews", object{"term": spring, "marks": marked(5, 2)}).Refused(403, "denied")
		a.As(who).Get("/formulation-rounds").Refused(403, "denied")
	}
	for _, f := range all {
		for _, at := range []string{"/plans/" + f.plan, "/goals/" + f.goal, "/children/" + f.child} {
			aina.Get(at).Refused(403, "denied")
		}
	}
	aina.Get(formulationSample + "?term=2020-12-01").Want(200).Shows(`"formulations":[]`) // not over
}

// TestR57ASampleIsTheSameEachTime: whatever is written afterwards and however often it is asked for.
func TestR57ASampleIsTheSameEachTime(t *testing.T) {
	t.Parallel()
	a, all := wrote(t, goals(9)...)
	aina, kajsa := a.As("aina"), a.As("kajsa")
	first := aina.Get(formulationSample).Want(200).Body
	a.On(spring)
	kajsa.Post("/plans/"+all[8].plan+"/goals", object{"text": "aaa, det första i alfabetet", "horizon": "long", "visibility": "parties"}).Want(201)
	kajsa.Post("/plans/"+all[0].plan+"/status-changes", object{"to": "informed", "on": spring}).Want(201)
	a.On("2020-11-11")
	if again := aina.Get(formulationSample).Want(200).Body; again != first {
		t.Errorf("%s\n%s", first, again)
	}
	var kept int
	if err := a.Owner.QueryRowContext(t.Context(), "SELECT count(*) FROM formulation_sample").Scan(&kept); err != nil || kept != 5 {
		t.Errorf("%d are kept: %v", kept, err)
	}
}

// as lets something happen to a text past the program.
func as(role, statement string) func(*testing.T, *testkit.API, formulated) {
	return func(t *testing.T, a *testkit.API, f formulated) {
		t.Helper()
		named := strings.NewReplacer("{plan}", "'"+f.plan+"'", "{goal}", "'"+f.goal+"'", "{child}", "'"+f.child+"'")
		if _, err := a.Owner.ExecContext(t.Context(), "BEGIN; SET LOCAL ROLE "+role+
			"; SELECT set_config('app.disposing', 'on', true), set_config('app.today', '2020-12-14', true); "+named.Replace(statement)+"; COMMIT"); err != nil {
			t.Fatal(err)
		}
	}
}

// TestWhatMayNotBeShownTakesItsGroupWithIt: a text that is weeded, withheld, named, about somebody else or of a child who is protected since
// is gone, and so are others with it: never fewer than five at once.
func TestWhatMayNotBeShownTakesItsGroupWithIt(t *testing.T) {
	t.Parallel()
	for name, happens := range map[string]func(*testing.T, *testkit.API, formulated){
		"the plan is weeded": as("samplan_fence", "SELECT app_dispose_plan({plan})"),
		"the case is weeded": as("samplan_fence", "SELECT app_dispose_items('"+demo.UnitID("ka-bof").String()+"', {child})"),
		"it is kept apart":   as("samplan_owner", "UPDATE item SET kept_apart_on = '2020-12-01' WHERE id = {goal}"),
		"a block is set": as("none", `INSERT INTO care_block (id, child_id, unit_id, recorded_by, set_on, created_at)
		  SELECT gen_random_uuid(), {child}, i.owner_unit_id, i.author_id, '2020-12-01', '2020-12-01' FROM item i WHERE i.id = {goal}`),
		"a parent is protected": as("samplan_owner", `INSERT INTO relation (id, child_id, person_id, unit_id, kind, given_name, family_name, valid)
		  SELECT gen_random_uuid(), {child}, i.author_id, i.owner_unit_id, 'close-person', 'Mor', 'Provsson', daterange('2020-01-01', NULL) FROM item i WHERE i.id = {goal};
		  UPDATE person SET protection = 'protected-registration' WHERE id = (SELECT i.author_id FROM item i WHERE i.id = {goal})`),
		"it is about somebody else": as("samplan_owner", "INSERT INTO item_subject (item_id, person_id, plan_id) SELECT id, author_id, plan_id FROM item WHERE id = {goal}"),
		"the child is protected": func(_ *testing.T, a *testkit.API, f formulated) {
			a.As("kajsa").Post("/children/"+f.child+"/protections", object{"level": "confidentiality-marking", "reason": canary}).Want(201)
		},
		"it is withheld": func(_ *testing.T, a *testkit.API, f formulated) {
			a.As("kajsa").Post("/items/"+f.goal+"/withholdings", object{"everyGuardian": true, "reason": canary}).Want(201)
		},
		"it says a name": func(_ *testing.T, a *testkit.API, f formulated) {
			change(a, f, "att komma i tid, som Provsson", "parties")
		},
		"it is the unit's": func(_ *testing.T, a *testkit.API, f formulated) { change(a, f, "att komma i tid", "unit") },
		"it is for named persons": func(_ *testing.T, a *testkit.API, f formulated) {
			a.As("kajsa").Put("/items/"+f.goal+"/named-readers", a.As("kajsa").Get("/goals/"+f.goal).ETag(), object{"personIds": []any{demo.Find("kajsa").PersonID()}}).Want(200)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, all := wrote(t, goals(10)...)
			aina := a.As("aina")
			first := aina.Get(formulationSample).Want(200).Rows("formulations")
			happens(t, a, all[3])
			left := aina.Get(formulationSample).Want(200).Hides(goals(4)[3], "Provsson", "att komma i tid").Rows("formulations")
			if len(first) != 10 || len(left) != 5 {
				t.Fatalf("of %d there are %d left", len(first), len(left))
			}
			for _, f := range left {
				if !slices.ContainsFunc(first, func(o map[string]any) bool { return fmt.Sprint(o) == fmt.Sprint(f) }) {
					t.Errorf("it has come since: %v", f)
				}
			}
		})
	}
}

func change(a *testkit.API, f formulated, text, visibility string) {
	at := "/goals/" + f.goal
	a.As("kajsa").Put(at, a.As("kajsa").Get(at).ETag(), object{"text": text, "horizon": "long", "category": "goals", "visibility": visibility}).Want(200)
}

// TestWhatPointsSomebodyOutIsInNoSample: whatever is wrong with a text, it is left out before anybody sees it, and those that are left are enough
// or nothing.
func TestWhatPointsSomebodyOutIsInNoSample(t *testing.T) {
	t.Parallel()
	bad := []string{"att Barnet sover", "att ringa 070-174 06 05", "att Kajsa hör av sig", "att gå till Klippskolan", "att bo på Storgatan 3", "att börja den 3 mars", "sov hos Pelle"}
	a, _ := wrote(t, append(goals(5), bad...)...)
	got := a.As("aina").Get(formulationSample).Want(200)
	if n := len(got.Rows("formulations")); n != 5 {
		t.Errorf("%d texts: %s", n, got.Body)
	}
	got.Hides(bad...)
	a, _ = wrote(t, append(goals(4), bad...)...)
	a.As("aina").Get(formulationSample).Want(200).Shows(`"formulations":[]`)
}

// TestR57ReviewsAreComparedInNumbers: what was found is kept once, as numbers, of which those of few are not told; in the log stand
// the texts that were shown, and nothing where there was nothing to show.
func TestR57ReviewsAreComparedInNumbers(t *testing.T) {
	t.Parallel()
	a, all := wrote(t, goals(12)...)
	aina := a.As("aina")
	opened := func() (n int) {
		if err := a.Owner.QueryRowContext(t.Context(), "SELECT cardinality(objects) FROM audit_entry WHERE operation = 'GetFormulationSample' ORDER BY at DESC, id DESC LIMIT 1").Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	aina.Get(formulationSample + "?term=2019-03-01").Want(200)
	if n := opened(); n != 0 {
		t.Errorf("the log has %d texts of none", n)
	}
	aina.Get(formulationSample).Want(200)
	if n := opened(); n != 10 {
		t.Errorf("the log has %d texts of 10", n)
	}
	aina.Post("/formulation-reviews", object{"term": spring, "marks": marked(12, 5)}).Refused(422, "invalid-value", "/marks")
	aina.Post("/formulation-reviews", object{"term": spring, "marks": marked(10, 5)}).Want(200).
		Shows(`"texts":10`, `"evaluable":5`, `"fewest":5`).Hides("sayWho", "sayWhen", "haveChildsWords")
	aina.Post("/formulation-reviews", object{"term": "2020-01-01", "marks": marked(10, 7)}).Refused(409, "duplicate")
	aina.Get("/formulation-rounds").Want(200).Shows(`"totalRecords":1`, `"evaluable":5`, `"from":"2020-01-01"`).Hides("sayWho", "sayWhen", "haveChildsWords")
	a.As("asa").Get("/formulation-rounds").Want(200).Shows(`"totalRecords":0`)
	var links int
	if err := a.Owner.QueryRowContext(t.Context(), "SELECT count(*) FROM information_schema.columns WHERE table_name = 'formulation_review' AND column_name LIKE '%item%'").Scan(&links); err != nil || links != 0 {
		t.Errorf("a review leads to %d items: %v", links, err)
	}

	// What is weeded afterwards changes no number that was told.
	before := aina.Get("/formulation-rounds").Want(200).Body
	for _, f := range all {
		a.As("kajsa").Post("/items/"+f.goal+"/withholdings", object{"everyGuardian": true, "reason": canary}).Want(201)
	}
	aina.Get(formulationSample).Want(200).Shows(`"formulations":[]`)
	if after := aina.Get("/formulation-rounds").Want(200).Body; after != before {
		t.Errorf("%s\n%s", before, after)
	}
}
