package httpapi_test

import (
	"strings"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// going is a transition of Lo's plan to a unit.
func going(to, on string) object {
	return object{
		"kind": "move", "startsOn": on, "planGoesOn": true, "forFamily": false, "reason": canary,
		"receivers": []any{object{"toUnitId": demo.UnitID(to)}},
	}
}

func but(o object, name string, v any) object {
	o[name] = v
	return o
}

// changed is what may be changed of it.
func changed(o object) object {
	delete(o, "kind")
	return o
}

// TestR20ATransitionIsPlanned: by the unit that leads the plan, one of each kind at a time; it is changed by who has read it last, and
// called off with a reason. It is that unit's own: nobody else learns of it.
func TestR20ATransitionIsPlanned(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	at := w.plan + "/transitions"
	for who, status := range map[string]int{"karin": 403, "bea": 403, "liv": 404, "vera": 404, "amir": 403, "lo": 403, "sam": 403, "disa": 403} {
		w.As(who).Post(at, going("ka-bof", "2021-01-10")).Want(status)
	}
	made := w.lena.Post(at, going("ka-bof", "2021-01-10")).Want(201).Shows(`"state":"planned"`, "Barn och familj, Karlskrona", "Herrgårdsskolan", "Lena")
	one := "/transitions/" + made.Text("id")
	w.lena.Post(at, going("bup", "2021-01-10")).Refused(409, "duplicate")
	w.lena.Post(at, but(going("bup", "2021-01-10"), "kind", "adult-services")).Want(201)
	w.lena.Get(at).Want(200).Shows(`"totalRecords":2`)
	w.lena.Get(w.plan+"/transition-checklists/"+demo.UnitID("ka-bof").String()).Want(200).Shows(`"startsOn":"2021-01-10"`, `"kind":"move"`)
	for _, who := range []string{"karin", "bea"} {
		w.As(who).Get(at).Want(200).Shows(`"totalRecords":0`).Hides(canary)
		w.As(who).Get(one).Refused(404, "not-found")
		w.As(who).Put(one, `"1"`, changed(going("bup", "2021-01-10"))).Refused(404, "not-found")
		w.As(who).Post(one+"/cancellations", object{"reason": "x"}).Refused(404, "not-found")
		w.As(who).Post(one+"/carry-outs", object{}).Refused(404, "not-found")
	}
	w.As("liv").Get(at).Refused(404, "not-found")
	w.amir.Get(w.my).Want(200).Hides(canary, "Karlskrona")

	w.lena.Put(one, `"7"`, changed(going("ka-bof", "2021-02-01"))).Refused(412, "stale-version")
	w.lena.Put(one, made.ETag(), changed(going("ka-bof", "2021-02-01"))).Want(200).Shows(`"startsOn":"2021-02-01"`)
	w.lena.Put(one, made.ETag(), changed(going("ka-bof", "2021-02-01"))).Refused(412, "stale-version")
	w.lena.Post(one+"/cancellations", object{"reason": "Blir inte av"}).Want(200).Shows(`"state":"cancelled"`, "Blir inte av", `"endedOn":"`+before+`"`)
	w.lena.Post(one+"/cancellations", object{"reason": "igen"}).Refused(409, "already-ended")
	w.lena.Post(one+"/carry-outs", object{}).Refused(409, "already-ended")
	w.lena.Put(one, w.lena.Get(one).ETag(), changed(going("ka-bof", "2021-02-01"))).Refused(409, "already-ended")
	w.lena.Post(at, going("bup", "2021-01-10")).Want(201)
}

// TestR20ATransitionIsTold: to the unit that leads the plan from before its day on, and after it until it is carried out or called off; to
// nobody else.
func TestR20ATransitionIsTold(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	at := "/transitions/" + w.lena.Post(w.plan+"/transitions", going("ka-bof", "2021-02-15")).Want(201).Text("id")
	tell := func(day, kind string) {
		t.Helper()
		w.On(day)
		for who, isTold := range map[string]bool{"lena": kind != "", "karin": false, "bea": false, "liv": false} {
			told := w.As(who).Get("/notifications").Want(200).Hides(canary, "Karlskrona")
			if !isTold {
				told.Hides("transition-")
				continue
			}
			told.Shows(`"kind":"`+kind+`"`, `"resource":"transition"`, strings.TrimPrefix(at, "/transitions/"))
		}
		w.amir.Get("/my/notifications").Want(200).Hides("transition-")
	}
	tell("2021-01-10", "")
	tell("2021-01-16", "transition-due")
	tell("2021-02-15", "transition-due")
	tell("2021-02-16", "transition-overdue")
	w.lena.Put(at, w.lena.Get(at).ETag(), changed(going("ka-bof", "2021-06-01"))).Want(200)
	tell("2021-02-16", "")
	tell("2021-05-20", "transition-due")
	w.lena.Post(at+"/cancellations", object{"reason": "Blir inte av"}).Want(200)
	tell("2021-05-20", "")
}

// TestATransitionHasReceivers: each unit that takes part hands over to one, which is there, or somebody who is named.
func TestATransitionHasReceivers(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	at := w.plan + "/transitions"
	to := func(receivers ...any) object { return but(going("bup", "2021-01-10"), "receivers", receivers) }
	bup, bou := demo.UnitID("bup"), demo.UnitID("bou1")
	w.lena.Post(at, going("bup", "2020-12-14")).Refused(422, "dates-out-of-order", "/startsOn")
	w.lena.Post(at, going("hs", "2021-01-10")).Refused(422, "invalid-value", "/receivers/0/toUnitId")
	w.lena.Post(at, to(object{})).Refused(422, "invalid-value", "/receivers/0/toUnitId")
	w.lena.Post(at, to(object{"toUnitId": bup, "outsideActor": "x"})).Refused(422, "invalid-value", "/receivers/0/toUnitId")
	w.lena.Post(at, to(object{"toUnitId": madeUp})).Refused(422, "unknown-unit", "/receivers/0/toUnitId")
	w.lena.Post(at, to(object{"toUnitId": bup}, object{"toUnitId": bou})).Refused(422, "invalid-value", "/receivers/1/fromUnitId")
	for _, from := range []any{demo.UnitID("bvc"), madeUp} {
		w.lena.Post(at, to(object{"toUnitId": bup, "fromUnitId": from})).Refused(422, "not-a-party", "/receivers/0/fromUnitId")
	}
	w.lena.Post(at, to()).Want(400)
	one := w.lena.Post(at, to(object{"outsideActor": "Skolan i Oslo"}, object{"fromUnitId": bou, "toUnitId": bup})).Want(201).
		Shows("Skolan i Oslo", "Barn och unga 1", "BUP Hisingen").Text("id")
	w.lena.Get(w.plan+"/transition-checklists/"+bup.String()).Want(200).Shows(`"startsOn":"2021-01-10"`, "Barn och unga 1")
	// what another party has in hand is that party's to offer, and to who is not here nothing can be
	done := w.lena.Post("/transitions/"+one+"/carry-outs", object{}).Want(200).Shows(`"state":"carried-out"`, `"offers":[]`)
	if len(done.Rows("checklists")) != 1 {
		t.Errorf("the checklists are %v", done.Rows("checklists"))
	}
}

// offered is what became of the offers, by kind.
func offered(a testkit.Answer) map[string]string {
	all := map[string]string{}
	for _, o := range a.Want(200).Rows("offers") {
		kind, _ := o["kind"].(string)
		all[kind], _ = o["outcome"].(string)
		if why, ok := o["problem"].(string); ok {
			all[kind] += " " + why
		}
	}
	return all
}

func wantOutcomes(t *testing.T, a testkit.Answer, want map[string]string) {
	t.Helper()
	got := offered(a)
	for kind, outcome := range want {
		if got[kind] != outcome {
			t.Errorf("%s: %q, want %q, of %v", kind, got[kind], outcome, got)
		}
	}
}

// TestR48ATransitionIsCarriedOut: in one step all is offered that its caller may offer, what stands in the way of one does not keep the
// others from it, and nothing has changed hands or become readable by that. The lead is offered on the day.
func TestR48ATransitionIsCarriedOut(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	hidden := w.lena.Post(w.plan+"/interventions", object{"title": canary, "visibility": "parties", "category": "health"}).Want(201).Text("id")
	w.lena.Post(w.plan+"/role-holders", object{"role": "coordinator", "startsOn": before}).Want(201)
	one := "/transitions/" + w.lena.Post(w.plan+"/transitions", going("bup", "2020-12-20")).Want(201).Text("id")
	was := w.bea.Get(w.plan).Want(200).Hides(canary)
	first := w.lena.Post(one+"/carry-outs", object{}).Want(200).Shows(`"state":"planned"`, `"problemReason":"cannot-read"`, hidden)
	wantOutcomes(t, first, map[string]string{"role": "offered", "lead": "later"})
	w.bea.Get("/role-offers").Want(200).Shows("coordinator", `"startsOn":"2020-12-20"`)
	w.bea.Get("/intervention-offers").Want(200).Hides(hidden)
	w.bea.Get("/lead-offers").Want(200).Shows(`"totalRecords":0`)
	after := w.bea.Get(w.plan).Want(200).Hides(canary)
	if was.ETag() != after.ETag() {
		t.Error("to be offered something changes what the unit sees")
	}
	w.lena.Post("/interventions/"+hidden+"/evaluations", object{"outcome": "done", "text": "x"})
	got := w.lena.Get("/interventions/" + hidden).Want(200)
	w.lena.Put("/interventions/"+hidden, got.ETag(), object{"title": canary, "visibility": "parties", "category": "health", "status": "done"}).Want(200)

	w.lena.Put(one, w.lena.Get(one).ETag(), changed(going("bup", before))).Want(200)
	second := w.lena.Post(one+"/carry-outs", object{}).Want(200)
	wantOutcomes(t, second, map[string]string{"role": "waiting", "lead": "offered"})
	second.Shows(`"state":"carried-out"`)
	w.bea.Get("/lead-offers").Want(200).Shows(`"totalRecords":1`)
	w.lena.Get(w.plan).Want(200).Shows("Herrgårdsskolan")
	w.lena.Post(one+"/carry-outs", object{}).Refused(409, "already-ended")
}

// TestR31APlanThatEndsHereIsHandedOver: the receiving unit begins one of its own, and sees nothing of the one before.
func TestR31APlanThatEndsHereIsHandedOver(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	one := "/transitions/" + w.lena.Post(w.plan+"/transitions", but(going("ka-bof", before), "planGoesOn", false)).Want(201).Text("id")
	done := w.lena.Post(one+"/carry-outs", object{}).Want(200).Shows(`"state":"carried-out"`)
	wantOutcomes(t, done, map[string]string{"plan": "offered", "role": "", "lead": "", "intervention": ""})
	kajsa := w.As("kajsa")
	kajsa.Get("/hand-overs").Want(200).Shows("Lo Haddad").Hides(canary)
	kajsa.Get(w.plan).Refused(404, "not-found")
	kajsa.Get(one).Refused(404, "not-found")
}

// TestWhatIsPlannedEndsWithThePlan: by the plan's end, and when another takes the lead: carried out, if it was that one that was to.
func TestWhatIsPlannedEndsWithThePlan(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		to   string
		then func(*guarded)
		want []string
	}{
		"its own receiver leads": {"bup", (*guarded).beaLeads, []string{`"state":"carried-out"`}},
		"another leads":          {"ka-bof", (*guarded).beaLeads, []string{`"state":"cancelled"`, `"endReason":"lead"`}},
		"the plan ends": {"ka-bof", func(w *guarded) {
			w.lena.Post(w.plan+"/status-changes", object{"to": "withdrawn", "on": before, "reason": "x"}).Want(201)
			w.lena.Post(w.plan+"/transitions", going("bup", before)).Refused(409, "plan-closed")
		}, []string{`"state":"cancelled"`, `"endReason":"plan-over"`}},
		"the plan is handed over": {"ka-bof", func(w *guarded) {
			w.lena.Post(w.plan+"/hand-overs", object{"toUnitId": demo.UnitID("ka-bof"), "reason": "x"}).Want(201)
			kajsa := w.As("kajsa")
			for _, h := range kajsa.Get("/hand-overs").Want(200).Rows("handOvers") {
				of, _ := h["id"].(string)
				kajsa.Post("/hand-overs/"+of+"/answers", object{"answer": "accepted"}).Want(200)
			}
		}, []string{`"state":"carried-out"`}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newGuarded(t)
			one := "/transitions/" + w.lena.Post(w.plan+"/transitions", going(c.to, "2021-01-10")).Want(201).Text("id")
			c.then(w)
			got := w.lena.Get(one).Want(200).Shows(c.want...)
			w.lena.Put(one, got.ETag(), changed(going(c.to, "2021-01-10"))).Want(map[bool]int{true: 403, false: 409}[name == "its own receiver leads" || name == "another leads"])
			w.bea.Get(one).Refused(404, "not-found")
		})
	}
}

func (w *guarded) beaLeads() {
	offer := w.lena.Post(w.plan+"/lead-offers", leadOf("bup")).Want(201).Text("id")
	w.bea.Post("/lead-offers/"+offer+"/answers", object{"answer": "accepted"}).Want(200)
}

// TestR31WhereAPlanGoesTellsWhereTheChildIs: of a protected child a transition is there for those who are named, and a raised level
// counts at once.
func TestR31WhereAPlanGoesTellsWhereTheChildIs(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	at := w.plan + "/transitions"
	one := "/transitions/" + w.lena.Post(at, going("ka-bof", "2021-01-10")).Want(201).Text("id")
	w.record(w.lena, "protected-registration").Want(201)
	w.lena.Get(at).Want(200).Shows(`"totalRecords":0`).Hides("Karlskrona", canary)
	w.lena.Get(one).Refused(404, "not-found")
	w.lena.Post(one+"/carry-outs", object{}).Refused(404, "not-found")
	w.lena.Post(at, going("bup", "2021-01-10")).Refused(403, "denied")
	w.lena.Get(w.plan + "/transition-checklists/" + demo.UnitID("ka-bof").String()).Want(200).Hides("2021-01-10")
	w.name(w.As("rolf"), "lena", "2021-12-31").Want(201)
	w.lena.Get(one).Want(200).Shows("Karlskrona")
}
