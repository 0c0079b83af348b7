package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// TestExplainToTheReader: whoever sees an item learns by which rule, paragraph and consent; to the others it is not there.
func TestExplainToTheReader(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	plan, _ := planOf(w.As("lena"), "Lo Haddad")
	item := w.As("lena").Get("/plans/"+plan).Want(200).ID("interventions", "title", "Anpassad studiegång")
	at := "/items/" + item + "/explanations"
	w.As("lena").Get(at).Want(200).Shows(`"rule":"own"`, `"reach":"own_case"`, "SOLPUL 10 §", "Herrgårdsskolan", `"needFrom":"2020-09-14"`).Hides("ground", "Anpassad")
	w.As("bea").Get(at).Want(200).Shows(`"rule":"released"`, `"reach":"released_case"`, `"ground":"consent"`, "OSL 10:1, 12:2", `"groundFrom":"2020-10-05"`,
		`"groundTo":"2030-12-31"`).Hides("Anpassad")
	w.As("bibi").Get(at).Want(200).Shows(`"reach":"released_unit"`)
	w.As("amir").Get("/my"+at).Want(200).Shows("family_guardian", "FB 6:11", "Herrgårdsskolan")
	w.As("lo").Get("/my" + at).Want(200).Shows("family_self")
	for _, who := range []string{"vera", "liv"} { // without need, of another service and of one that takes part
		w.As(who).Get(at).Refused(404, "not-found")
	}
	for _, who := range []string{"agnes", "disa", "sam", "amir"} {
		w.As(who).Get(at).Refused(403, "denied")
	}
	w.As("samira").Get("/my"+at).Refused(404, "not-found")
	note := w.As("lena").Post("/plans/"+plan+"/notes", object{"text": canary, "category": "health"}).Want(201).Text("id")
	for _, c := range []testkit.Answer{w.As("bea").Get("/items/" + note + "/explanations"), w.As("amir").Get("/my/items/" + note + "/explanations")} {
		c.Refused(404, "not-found")
	}
}

// TestExplainAccess: the officer of the principal that holds an item learns who could see it on a day and why, by name at
// the own principal alone; never what it says or whom it is about.
func TestExplainAccess(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, "2021-01-04")
	plan, child := planOf(w.As("lena"), "Lo Haddad")
	item := w.As("lena").Get("/plans/"+plan).Want(200).ID("interventions", "title", "Anpassad studiegång")
	at := "/items/" + item + "/access-explanations"
	nothing := []string{"Anpassad", "Haddad", child, plan, "Kortare dagar"}
	old := w.As("disa").Get(at+"?on="+before).Want(200).Hides(nothing...).Hides("Bea Sjö", "Bibi Lind").
		Shows("Lena Björk", "Karin Lund", "Moa Falk", "BUP Hisingen", `"rule":"released"`, `"reader":"guardian"`, `"reader":"child"`, `"groundFrom":"2020-10-05"`)
	if len(old.Rows("ways")) < 6 {
		t.Errorf("got %s", old.Body)
	}
	// The school lies in another domain since the reorganisation, so what the old domain's consent opened is closed.
	w.As("disa").Get(at).Want(200).Hides(nothing...).Shows("Lena Björk", `"reader":"guardian"`).Hides("Karin Lund", "released")
	w.As("disa").Get(at + "?on=2020-09-20").Want(200).Hides("released")
	w.As("disa").Get(at+"?on=2021-01-05").Refused(422, "dates-out-of-order", "on")

	ask := func(key, on string) testkit.Answer {
		return w.As("disa").Get(at + "?on=" + on + "&personId=" + demo.Find(key).PersonID().String()).Want(200).Hides(nothing...)
	}
	ask("karin", before).Shows(`"couldSee":true`, `"rule":"released"`, `"obstacles":[]`)
	for key, why := range map[string]string{"agnes": "role-reads-no-content", "liv": "no-assignment-there", "kim": ""} {
		a := ask(key, before)
		if why == "" {
			a.Shows(`"couldSee":true`, "released_unit")
			continue
		}
		a.Shows(`"couldSee":false`, why, `"ways":[]`)
	}
	ask("karin", "2021-01-04").Shows(`"couldSee":false`, "no-assignment-there")

	health := w.As("bea").Get("/plans/"+plan).Want(200).ID("interventions", "title", "Samtalskontakt")
	w.As("disa").Get("/items/"+health+"/access-explanations").Refused(404, "not-found") // another principal's
	for _, who := range []string{"karin", "kim", "sam", "amir"} {
		w.As(who).Get(at).Refused(403, "denied")
	}
}
