package httpapi_test

import (
	"slices"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

func linesOf(a testkit.Answer) (kinds []string) {
	for _, l := range a.Want(200).Rows("lines") {
		kind, _ := l["kind"].(string)
		kinds = append(kinds, kind)
	}
	return kinds
}

func wantLines(t *testing.T, a testkit.Answer, has []string, hasNot ...string) {
	t.Helper()
	kinds := linesOf(a)
	for _, k := range has {
		if !slices.Contains(kinds, k) {
			t.Errorf("no %s among %v", k, kinds)
		}
	}
	for _, k := range hasNot {
		if slices.Contains(kinds, k) {
			t.Errorf("%s among %v", k, kinds)
		}
	}
}

// TestR20WhatIsLeftInATransition: the unit that leads is told what is left, each line goes when it is done, and to be on the list opens
// nothing: the receiving unit sees the plan when it takes part, and what others hold when a consent names it.
func TestR20WhatIsLeftInATransition(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	to := demo.UnitID("ka-bof").String()
	at := w.plan + "/transition-checklists/" + to
	wantLines(t, w.lena.Get(at), []string{"party", "consent-missing", "consent-back", "lead"}, "party-waits", "guardians-end", "plan-consent")
	wantLines(t, w.lena.Get(at+"?kind=adult-services"), []string{"guardians-end", "plan-consent", "consent-ends", "party"})
	wantLines(t, w.lena.Get(at+"?kind=adult-services&on=2020-12-20"), nil, "guardians-end", "plan-consent")
	wantLines(t, w.lena.Get(at+"?on=2031-01-01"), []string{"consent-ends", "guardians-end"})
	wantLines(t, w.lena.Get(at+"?fromUnitId="+demo.UnitID("bup").String()), []string{"party"}, "lead", "information-request")
	w.lena.Post(w.plan+"/parties", object{"unitId": to, "mode": "called"}).Want(201)
	wantLines(t, w.lena.Get(at), []string{"party-waits", "consent-missing"}, "party")
	w.As("kajsa").Get(w.plan).Refused(404, "not-found")
	w.As("kajsa").Get(at).Refused(404, "not-found")
	mine := w.lena.Post(w.plan+"/interventions", object{"title": canary, "category": "interventions", "visibility": "unit", "startsOn": "2020-11-01", "status": "ongoing"}).Want(201).Text("id")
	w.lena.Get(at).Want(200).Shows(mine)
	w.lena.Get(at + "?on=2021-03-01").Want(200).Shows(mine).Hides(canary)
}

// TestR20WhoIsToldWhatIsLeft: the unit that leads alone, of units that there are.
func TestR20WhoIsToldWhatIsLeft(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	at := w.plan + "/transition-checklists/" + demo.UnitID("ka-bof").String()
	for who, status := range map[string]int{"karin": 403, "bea": 403, "liv": 404, "amir": 403, "lo": 403, "sam": 403, "disa": 403} {
		w.As(who).Get(at).Want(status).Hides("consent-missing")
	}
	w.lena.Get(w.plan+"/transition-checklists/"+madeUp).Refused(404, "not-found")
	w.lena.Get("/plans/"+madeUp+"/transition-checklists/"+demo.UnitID("ka-bof").String()).Refused(404, "not-found")
	w.lena.Get(at+"?fromUnitId="+madeUp).Refused(422, "not-a-party", "fromUnitId")
	w.lena.Get(at+"?fromUnitId="+demo.UnitID("ka-bof").String()).Refused(422, "invalid-value", "unitId")
	w.lena.Get(at + "?kind=wrong").Want(400)
	w.lena.Get(at + "?on=wrong").Want(400)
}
