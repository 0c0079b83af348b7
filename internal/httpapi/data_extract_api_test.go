package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// asks is what one of the family asks karin's unit about Lo.
func (k *kept) asks(who string) string {
	body := object{"unitId": demo.UnitID("bou1"), "contact": "Ring mig"}
	if who != "lo" {
		body["childId"] = k.people["lo"]
	}
	return "/my/data-extracts/" + k.As(who).Post("/my/data-extracts", body).Want(201).Shows(`"answerBy":"2021-01-15"`, `"state":"open"`).Text("id")
}

// copiesOf is what somebody gets of an extract, in every form, but for what differs between any two of a day.
func copiesOf(c testkit.Client, at string) string {
	all := ""
	for _, form := range []string{"", "/page", "/page?language=en", "/page?language=sv-simple", "/page?language=ar"} {
		all += made.ReplaceAllString(c.Get(at+form).Want(200).Body, "") + "\n"
	}
	return all
}

// TestAnExtractOfWhatAUnitKeeps: what one may see comes at once; the rest is tested by who has the case, and what leaves is there for
// whoever asked, and for nobody else.
func TestAnExtractOfWhatAUnitKeeps(t *testing.T) {
	t.Parallel()
	k := newKept(t)
	amir, kim := k.As("amir"), k.As("kim")
	const shown, told, named = "Familjebehandling varje vecka", "Vi har talat med skolan", "Namngiven Person"
	k.karin.Post(k.plan+"/interventions", object{"title": shown, "visibility": "family"}).Want(201)
	note := k.karin.Post(k.plan+"/notes", object{"text": told + " och " + named, "category": "health"}).Want(201).Text("id")
	amir.Get("/my/data-holders").Want(200).Shows(demo.UnitID("bou1").String(), "Barn och unga 1", "SoL 16 kap 1 §", `"keptYears":5`)

	amir.Post("/my/data-extracts", object{"unitId": demo.UnitID("bou1"), "childId": madeUp}).Refused(404, "not-found")
	amir.Post("/my/data-extracts", object{"unitId": madeUp, "childId": k.people["lo"]}).Refused(422, "unknown-unit", "/unitId")
	at := k.asks("amir")
	amir.Post("/my/data-extracts", object{"unitId": demo.UnitID("bou1"), "childId": k.people["lo"]}).Refused(409, "duplicate")
	amir.Get(at).Want(200).Shows(shown, `"state":"open"`, "social-services").Hides(told, secret)
	for _, who := range []string{"eva", "lo", "mia"} {
		k.As(who).Get(at).Refused(404, "not-found")
		k.As(who).Get(at+"/page").Refused(404, "not-found")
		k.As(who).Get("/my/data-extracts").Want(200).Shows(`"totalRecords":0`)
	}
	k.karin.Get(at).Refused(403, "denied")

	request := "/public-requests/" + at[len("/my/data-extracts/"):]
	k.karin.Get("/notifications?limit=100").Want(200).Shows("extract-waits")
	for _, who := range []string{"lena", "bea", "liv"} {
		k.As(who).Get(request).Refused(404, "not-found")
	}
	k.karin.Get(request).Want(200).Shows(told, secret, "Ring mig", k.people["lo"], `"answerBy":"2021-01-15"`).Hides(shown)
	k.karin.Get(request+"/document?language=sv").Refused(403, "denied")
	kim.Post(request+"/decisions", object{}).Refused(422, "invalid-value", "/items")
	waits := copiesOf(amir, at)
	for _, l := range k.karin.Get(request).Rows("items") {
		test := object{"itemId": l["itemId"], "outcome": "refused", "paragraph": "OSL 12:3", "reason": "KANARIE-prövning"}
		if l["itemId"] == note {
			test = object{"itemId": note, "outcome": "masked", "paragraph": "OSL 26:1", "reason": "KANARIE-prövning", "maskedTexts": []any{named}}
		}
		k.karin.Post(request+"/assessments", test).Want(200)
	}
	if copiesOf(amir, at) != waits {
		t.Error("who asked notices that it is tested")
	}
	kim.Post(request+"/decisions", harmful).Refused(422, "invalid-value", "/refusal")
	kim.Post(request+"/decisions", object{}).Want(200)
	k.karin.Get("/notifications?limit=100").Want(200).Hides("extract-waits")
	hidden := []string{secret, named, "KANARIE", "Karin", note}
	amir.Get(at).Want(200).Shows(shown, told+" och [maskat]", `"state":"decided"`).Hides(hidden...)
	amir.Get(at+"/page").Want(200).Shows(shown, told, "Integritetsskyddsmyndigheten").Hides(hidden...)
	k.As("eva").Get("/my" + k.plan).Want(200).Hides(told)
	k.asks("amir") // and again: what has left before is another extract
	amir.Get("/my/data-extracts").Want(200).Shows(`"totalRecords":2`)
}

// TestAnExtractSaysNothingOfWhatIsWithheld: with something withheld, and without, each of the family gets the same, before and after the
// decision; what the child keeps from guardians is in the child's alone.
func TestAnExtractSaysNothingOfWhatIsWithheld(t *testing.T) {
	t.Parallel()
	var all []map[string]string
	for _, withheld := range []bool{false, true} {
		k := newKept(t)
		got := map[string]string{}
		decide := func(request string) {
			for _, l := range k.karin.Get(request).Rows("items") {
				k.karin.Post(request+"/assessments", object{"itemId": l["itemId"], "outcome": "refused", "paragraph": "OSL 12:3", "reason": "KANARIE"}).Want(200)
			}
			k.As("kim").Post(request+"/decisions", object{}).Want(200)
		}
		if withheld {
			k.show()
			k.karin.Post("/items/"+k.item+"/withholdings", object{"everyGuardian": true, "reason": "KANARIE"}).Want(201)
			k.As("lo").Post("/my/items/"+k.item+"/objections", object{"text": "KANARIE-fel", "keepFromGuardians": true}).Want(201)
		}
		for _, who := range []string{"amir", "lo"} {
			at := k.asks(who)
			got[who] = copiesOf(k.As(who), at)
			decide("/public-requests/" + at[len("/my/data-extracts/"):])
			got[who+", decided"] = copiesOf(k.As(who), at)
		}
		all = append(all, got)
	}
	for who := range all[0] {
		if same := all[0][who] == all[1][who]; same != (who == "amir" || who == "amir, decided") {
			t.Errorf("%s gets the same: %t", who, same)
		}
	}
}

// TestAnExtractEndsWithCustody: and is overdue after a month.
func TestAnExtractEndsWithCustody(t *testing.T) {
	t.Parallel()
	k := newKept(t)
	at := k.asks("eva")
	k.On("2021-01-15")
	k.karin.Get("/notifications?limit=100").Want(200).Hides("extract-overdue")
	k.On("2021-01-16")
	k.karin.Get("/notifications?limit=100").Want(200).Shows("extract-overdue").Hides("extract-waits")
	k.As("eva").Get(at).Want(200)
	relation := k.lena.Get("/children/"+k.people["lo"]+"/relations").Want(200).ID("relations", "givenName", "Eva")
	k.lena.Post("/relations/"+relation+"/endings", object{"endsOn": "2021-01-16", "reason": "Dom"}).Want(200)
	k.On("2021-01-17")
	k.As("eva").Get(at).Refused(404, "not-found")
	k.As("eva").Get("/my/data-extracts").Want(200).Shows(`"totalRecords":0`)
}
