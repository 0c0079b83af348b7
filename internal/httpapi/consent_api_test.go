package httpapi_test

import (
	"testing"
	"time"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// Lo's plan after the reorganisation, when every wall is closed again.
const (
	ofSchool = "Anpassad studiegång"
	ofSocial = "Familjebehandling"
)

// walls is Lo's plan and those whose consent opens its walls.
type walls struct {
	*testkit.API
	lena, karin, amir, eva testkit.Client
	plan, child            string
}

func newWalls(t *testing.T) *walls {
	t.Helper()
	w := &walls{API: testkit.NewAPI(t, after)}
	w.lena, w.karin, w.amir, w.eva = w.As("lena"), w.As("karin"), w.As("amir"), w.As("eva")
	w.plan, w.child = planOf(w.lena, "Lo Haddad")
	w.plan = "/plans/" + w.plan
	return w
}

// ask records a consent from the recorder's domain to another, for interventions, until February.
func (w *walls) ask(by testkit.Client, form, from, to string, more object) testkit.Answer {
	w.karin.Get(w.plan).Want(200).Hides(ofSchool)
	d := object{
		"kind": "share", "purpose": "Att genomföra planen", "form": form, "validFrom": after, "validTo": "2021-02-01",
		"scopes": []any{object{"fromBranchId": demo.BranchID(from), "toBranchId": demo.BranchID(to), "categories": []string{"interventions"}}},
	}
	for k, v := range more {
		d[k] = v
	}
	return by.Post("/children/"+w.child+"/consents", d).Want(201)
}

func (w *walls) answer(c testkit.Client, consent, answer string) testkit.Answer {
	return c.Post("/my/consents/"+consent+"/answers", object{"answer": answer})
}

// TestR14BothGuardiansAnswer: one yes opens nothing while the other is awaited; a no closes for good.
func TestR14BothGuardiansAnswer(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	id := w.ask(w.lena, "e-identification", "gn-school", "sh-social", nil).Shows(`"state":"pending"`).Text("id")
	w.answer(w.amir, id, "given").Want(200).Shows(`"myAnswer":"given"`, `"state":"pending"`)
	w.karin.Get(w.plan).Want(200).Hides(ofSchool)
	w.answer(w.amir, id, "given").Refused(409, "already-answered")
	w.answer(w.As("samira"), id, "given").Refused(404, "not-found")
	w.answer(w.eva, id, "given").Want(200).Shows(`"state":"live"`)
	w.karin.Get(w.plan).Want(200).Shows(ofSchool)
	w.lena.Get(w.plan).Want(200).Hides(ofSocial) // one way

	refused := w.ask2(t)
	w.answer(w.amir, refused, "given").Want(200)
	w.answer(w.eva, refused, "refused").Want(200).Shows(`"state":"refused"`)
	w.lena.Get(w.plan).Want(200).Hides(ofSocial)
}

// ask2 asks for the way back.
func (w *walls) ask2(t *testing.T) string {
	t.Helper()
	scope := object{"fromBranchId": demo.BranchID("sh-social"), "toBranchId": demo.BranchID("gn-school"), "categories": []string{"interventions"}}
	d := signed("share", scope)
	d["validFrom"] = after
	return w.karin.Post("/children/"+w.child+"/consents", d).Want(201).Text("id")
}

// TestR17WithdrawalClosesAtOnce, R18: and so does the day after the last.
func TestR17WithdrawalClosesAtOnce(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	id := w.ask(w.lena, "e-identification", "gn-school", "sh-social", nil).Text("id")
	w.answer(w.amir, id, "given").Want(200)
	w.answer(w.eva, id, "given").Want(200)
	w.karin.Get(w.plan).Want(200).Shows(ofSchool)
	w.amir.Post("/my/consents/"+id+"/withdrawals", object{}).Want(200).Shows(`"state":"withdrawn"`)
	w.karin.Get(w.plan).Want(200).Hides(ofSchool)
	w.amir.Post("/my/consents/"+id+"/withdrawals", object{}).Refused(409, "consent-ended")
	w.lena.Get("/consents/" + id).Want(200).Shows(`"state":"withdrawn"`)
}

// TestR17ALimitedConsentGoesOnNarrower: who was asked takes a part back; the rest holds on, without being asked for anew.
func TestR17ALimitedConsentGoesOnNarrower(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	from, to := demo.BranchID("gn-school"), demo.BranchID("sh-social")
	scope := func(categories ...string) []any {
		return []any{object{"fromBranchId": from, "toBranchId": to, "categories": categories}}
	}
	item := w.lena.Get(w.plan).ID("interventions", "title", ofSchool)
	w.lena.Post(w.plan+"/interventions", object{"title": "Studiehandledning", "visibility": "parties"}).Want(201)
	wide := w.ask(w.lena, "e-identification", "gn-school", "sh-social", object{"scopes": scope("interventions", "goals"), "excludedItemIds": []string{item}}).Text("id")
	w.answer(w.amir, wide, "given").Want(200)
	limit := func(c testkit.Client, id string, body object) testkit.Answer {
		return c.Post("/my/consents/"+id+"/limitations", body)
	}
	limit(w.As("samira"), wide, object{"validTo": "2021-01-31"}).Refused(404, "not-found")
	limit(w.eva, wide, object{"scopes": scope("health")}).Refused(422, "invalid-value")
	less := limit(w.eva, wide, object{"scopes": scope("interventions"), "validTo": "2021-01-31", "reason": "Målen är våra"}).Want(201).
		Shows(`"limits":"`+wide+`"`, `"state":"pending"`, `"myAnswer":"pending"`, from.String(), to.String()).Hides("goals").Text("id")
	limit(w.eva, wide, object{"validTo": "2021-01-31"}).Refused(409, "consent-ended")
	w.answer(w.eva, wide, "given").Refused(409, "consent-ended")
	w.karin.Get(w.plan).Want(200).Hides("Studiehandledning")

	w.answer(w.eva, less, "given").Want(200).Shows(`"state":"live"`) // Amir has said yes to more
	w.karin.Get(w.plan).Want(200).Shows("Studiehandledning").Hides(ofSchool, item)
	w.lena.Get("/consents/"+less).Want(200).Shows(item, `"limits":"`+wide+`"`)
	w.karin.Get("/consents/" + less).Want(200).Hides(item)

	last := limit(w.amir, less, object{"validTo": "2021-01-05"}).Want(201).Shows(`"state":"live"`, `"myAnswer":"given"`).Text("id")
	w.karin.Get(w.plan).Want(200).Shows("Studiehandledning").Hides(ofSchool)
	w.On("2021-01-06")
	w.karin.Get(w.plan).Want(200).Hides("Studiehandledning")
	limit(w.amir, last, object{"validTo": "2021-01-05"}).Refused(409, "consent-ended")
	w.eva.Get("/my/consents").Want(200).Shows(wide, less, last)
}

func TestR18TheDayAfterTheLast(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	id := w.ask(w.lena, "e-identification", "gn-school", "sh-social", nil).Text("id")
	w.answer(w.amir, id, "given").Want(200)
	w.On("2021-02-01")
	w.answer(w.eva, id, "given").Want(200)
	w.karin.Get(w.plan).Want(200).Shows(ofSchool)
	w.On("2021-02-02")
	w.karin.Get(w.plan).Want(200).Hides(ofSchool)
	w.lena.Get("/consents/" + id).Want(200).Shows(`"state":"expired"`)
	w.eva.Post("/my/consents/"+id+"/withdrawals", object{}).Refused(409, "consent-ended")
}

// TestR14Hindered: what is said to a unit covers that unit's own information; a guardian who cannot be reached does not
// stand in the way when the other decides, with a reason (FB 6:13).
func TestR14Hindered(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	made := w.ask(w.karin, "oral", "sh-social", "gn-school", nil)
	id := "/consents/" + made.Text("id") + "/answers"
	giver := func(name string) any { return made.Row("givers", "name", name)["personId"] }
	hindered := object{"personId": giver("Eva Haddad"), "answer": "hindered"}
	w.karin.Post(id, hindered).Refused(422, "reason-required", "/reason")
	hindered["reason"] = "Går inte att nå"
	w.lena.Post(id, hindered).Want(403) // she is named in it, and did not record it
	w.karin.Post(id, hindered).Want(200)
	w.lena.Get(w.plan).Want(200).Hides(ofSocial)
	w.karin.Post(id, object{"personId": giver("Amir Haddad"), "answer": "given"}).Want(200).Shows(`"state":"live"`)
	w.lena.Get(w.plan).Want(200).Shows(ofSocial)
	signed := w.ask(w.lena, "e-identification", "gn-school", "sh-social", nil).Text("id")
	w.lena.Post("/consents/"+signed+"/answers", hindered).Refused(403, "denied") // only the person signs
}

// TestR16MaturityDecidesWhoIsAsked: no age is written into the program.
func TestR16MaturityDecidesWhoIsAsked(t *testing.T) {
	t.Parallel()
	for outcome, givers := range map[string]int{"guardians": 2, "together": 3, "child-alone": 1} {
		t.Run(outcome, func(t *testing.T) {
			t.Parallel()
			w := newWalls(t)
			w.lena.Post("/children/"+w.child+"/maturity-assessments", object{"outcome": outcome, "assessedOn": after, "reason": "Samtal"}).Want(201)
			made := w.ask(w.lena, "e-identification", "gn-school", "sh-social", nil)
			if n := len(made.Rows("givers")); n != givers {
				t.Fatalf("want %d to be asked, got %s", givers, made.Body)
			}
			for _, who := range []string{"amir", "eva", "lo"} {
				w.As(who).Post("/my/consents/"+made.Text("id")+"/answers", object{"answer": "given"})
			}
			w.karin.Get(w.plan).Want(200).Shows(ofSchool)
		})
	}
}

// TestExclusionsWin: an item that a consent in force keeps back stays behind the wall, whatever opens it.
func TestExclusionsWin(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	item := w.lena.Get(w.plan).ID("interventions", "title", ofSchool)
	w.lena.Post(w.plan+"/interventions", object{"title": "Studiehandledning", "visibility": "parties"}).Want(201)
	id := w.ask(w.lena, "e-identification", "gn-school", "sh-social", object{"excludedItemIds": []string{item}}).Shows(item).Text("id")
	w.answer(w.amir, id, "given").Want(200)
	w.answer(w.eva, id, "given").Want(200)
	w.karin.Get(w.plan).Want(200).Shows("Studiehandledning").Hides(ofSchool, item)
	w.karin.Get("/interventions/"+item).Refused(404, "not-found")
	w.karin.Get("/consents/" + id).Want(200).Hides(item)
}

// TestR20Eighteen: at Swedish midnight of the 18th birthday the guardian's access and word are gone; the child's stay.
func TestR20Eighteen(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	my, midnight := "/my"+w.plan, time.Date(2029, 5, 13, 22, 0, 0, 0, time.UTC)
	plan := w.lena.Get("/children/"+w.child+"/consents").Want(200).ID("consents", "kind", "plan")
	w.At(midnight.Add(-time.Second))
	w.amir.Get(my).Want(200).Shows(ofSchool)
	w.lena.Get("/consents/" + plan).Want(200).Shows(`"state":"live"`)
	w.At(midnight)
	for _, guardian := range []testkit.Client{w.amir, w.eva} {
		guardian.Get(my).Refused(404, "not-found")
		guardian.Get("/my/plans").Want(200).Hides("Lo Haddad")
		guardian.Post(my+"/disagreements", object{"text": canary}).Refused(404, "not-found").Hides(canary)
	}
	w.lena.Get("/consents/" + plan).Want(200).Shows(`"state":"lapsed"`)
	w.As("lo").Get(my).Want(200).Shows(ofSchool)
	w.lena.Post("/children/"+w.child+"/consents", object{
		"kind": "plan", "purpose": "x", "form": "e-identification", "validFrom": "2029-05-14", "validTo": "2030-01-01", "scopes": []any{},
	}).Want(201).Shows(`"capacity":"child"`).Hides(`"guardian"`)
}
