package httpapi_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"samplan/internal/testkit"
)

// The table of R42, written once more in words: the law's own order, what comes after a plan is set, and how it may end.
var (
	course  = []string{"noted", "informed", "consenting", "preparing", "called", "met", "established", "following-up"}
	goesOn  = map[string][]string{"following-up": {"revised", "closed"}, "revised": {"following-up", "closed"}}
	ways    = []string{"declined", "no-need", "withdrawn", "moved", "aged-out"}
	anyStep = slices.Concat(course, []string{"revised", "closed"}, ways)
)

func isOver(status string) bool { return status == "closed" || slices.Contains(ways, status) }

func onwards(from string) []string {
	if at := slices.Index(course, from); at+1 < len(course) && at >= 0 {
		return course[at+1 : at+2]
	}
	return goesOn[from]
}

// walk is one plan on its way, and what can be seen of it.
type walk struct {
	*life
	dice   *rand.Rand
	status string
	steps  int
}

// holds tells whether what a step presupposes is there, as anybody can see it over the API.
func (w *walk) holds(from, to string) (bool, string) {
	has := func(list, rows string, is func(map[string]any) bool) bool {
		return slices.ContainsFunc(w.lena.Get(list+"?limit=100").Want(200).Rows(rows), is)
	}
	switch {
	case to == "preparing":
		return has("/children/"+w.child+"/consents", "consents", func(r map[string]any) bool {
			return r["kind"] == "plan" && r["state"] == "live"
		}), "consent-required"
	case to == "called":
		return has(w.plan+"/calls", "calls", func(r map[string]any) bool { return r["sentOn"] != nil }), "call-required"
	case to == "met":
		return has(w.plan+"/meetings", "meetings", func(r map[string]any) bool { return r["state"] == "closed" }), "meeting-required"
	case to == "established", from == "revised" && to == "following-up":
		if w.lena.Get(w.plan + "/statutory-checks").Want(200).JSON()["complete"] != true {
			return false, "plan-incomplete"
		}
		return !slices.ContainsFunc(w.lena.Get(w.plan).Rows("parties"), func(r map[string]any) bool {
			return r["state"] == "accepted" && r["own"] != true && r["confirmed"] != true
		}), "not-confirmed"
	case to == "following-up":
		return len(w.lena.Get(w.plan+"/follow-ups").Want(200).Rows("followUps")) > 0, "not-followed-up"
	case to == "closed":
		return w.lena.Get(w.plan + "/closing-checks").Want(200).JSON()["complete"] == true, "plan-unfinished"
	}
	return true, ""
}

// send asks for a step.
func (w *walk) send(c testkit.Client, to string) testkit.Answer {
	switch to {
	case "established":
		return c.Post(w.plan+"/establishments", object{"on": before})
	case "closed":
		return c.Post(w.plan+"/closures", object{"on": before, "reason": "x", "evaluation": "x", "visibility": "family"})
	}
	body := object{"to": to, "on": before}
	if slices.Contains(ways, to) {
		body["reason"] = "x"
	}
	if to == "declined" {
		body["declinedBy"] = "family"
	}
	return c.Post(w.plan+"/status-changes", body)
}

// step asks for a step and holds the answer against the table and against what could be seen before.
func (w *walk) step(to string) {
	w.T().Helper()
	allowed := !isOver(w.status) && (slices.Contains(ways, to) || slices.Contains(onwards(w.status), to))
	holds, lacks := true, ""
	if allowed {
		holds, lacks = w.holds(w.status, to)
	}
	a := w.send(w.lena, to)
	switch {
	case !allowed && (a.Status != 409 || a.Text("code") != "illegal-status-step"), allowed && !holds && a.Text("code") != lacks, allowed && holds && a.Status != 201:
		w.T().Errorf("%s to %s, allowed %v, holds %v (else %s): got %d %s", w.status, to, allowed, holds, lacks, a.Status, a.Body)
	}
	if a.Status == 201 {
		w.status = to
		w.steps++
	}
}

// TestR42NoPathOutsideTheTable walks plans at random through everything that can be asked of them: no sequence of requests, by
// whomever, reaches a status or skips a condition that the table forbids, and none that it allows is refused. Each way that a
// plan can end is one walk's end.
func TestR42NoPathOutsideTheTable(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	seed := rand.Uint64() //nolint:gosec // G404: dice
	t.Logf("seed %d", seed)
	dice := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // G404: dice
	reached := map[string]bool{}
	for n := 0; n <= len(ways) || n < 36 && len(reached) < len(anyStep); n++ {
		w := &walk{life: &life{API: l.API, lena: l.lena, bea: l.bea, sten: l.sten, child: l.child}, dice: dice, status: "noted"}
		body := object{"childId": w.child, "kind": "sip", "goals": []any{object{"text": "x", "horizon": "long", "visibility": "family"}}}
		w.plan = "/plans/" + w.lena.Post("/plans", body).Want(201).Text("id")
		w.my = "/my" + w.plan
		end, most := "closed", 400
		if n := n % (len(ways) + 1); n < len(ways) {
			end, most = ways[n], dice.IntN(40)
		}
		for turn := 0; turn < most && !isOver(w.status); turn++ {
			if !reached[w.status] {
				w.tryAll()
			}
			reached[w.status] = true
			w.act()
			if is := w.lena.Get(w.plan).Want(200).Text("status"); is != w.status {
				t.Fatalf("the plan is %s, and the steps taken led to %s", is, w.status)
			}
		}
		w.step(end)
		reached[w.status] = true
		for range 4 { // what is over stays so
			w.step(anyStep[dice.IntN(len(anyStep))])
			deeds[dice.IntN(len(deeds))](w)
		}
		w.wantHistory(t)
	}
	for _, s := range anyStep {
		if !reached[s] {
			t.Errorf("no walk came to %s", s)
		}
	}
}

// tryAll asks, where a plan has just come to, for every step that the table forbids and every one that lacks something.
func (w *walk) tryAll() {
	for _, to := range anyStep[:len(anyStep)-len(ways)] {
		if slices.Contains(onwards(w.status), to) {
			if holds, _ := w.holds(w.status, to); holds {
				continue
			}
		}
		w.step(to)
	}
}

// helps names the deeds that bring a plan on from where it is.
var helps = map[string][]int{
	"consenting": {agree}, "preparing": {agree, call, answer}, "called": {meet}, "met": {agree, answer, fill, treat, confirm},
	"established": {followUp}, "following-up": {evaluate}, "revised": {agree, fill, treat, confirm, evaluate},
}

// act does something: mostly what brings the plan on.
func (w *walk) act() {
	onward, help := onwards(w.status), helps[w.status]
	switch d := w.dice.IntN(20); {
	case d < 7:
		w.step(onward[w.dice.IntN(len(onward))])
	case d < 9:
		w.step(anyStep[w.dice.IntN(len(anyStep)-len(ways))])
	case d == 9:
		w.trespass(anyStep[w.dice.IntN(len(anyStep))])
	case d < 17 && len(help) > 0:
		deeds[help[w.dice.IntN(len(help))]](w)
	default:
		deeds[w.dice.IntN(len(deeds))](w)
	}
}

// trespass: whoever does not lead the plan takes no step, and who cannot see it learns nothing.
func (w *walk) trespass(to string) {
	want := map[int]int{200: 403, 404: 404}[w.bea.Get(w.plan).Status]
	if a := w.send(w.bea, to); a.Status != want {
		w.T().Errorf("%s by another party: want %d, got %d %s", to, want, a.Status, a.Body)
	}
	if a := w.send(w.As("liv"), to); a.Status != 404 {
		w.T().Errorf("%s by a stranger: got %d %s", to, a.Status, a.Body)
	}
	w.send(w.sten, to).Want(403)
}

// wantHistory: the steps that the plan tells of lead from its beginning to where it is, each by the table.
func (w *walk) wantHistory(t *testing.T) {
	t.Helper()
	at, rows := "noted", w.lena.Get(w.plan+"/status-changes?limit=100").Want(200).Rows("statusChanges")
	for _, r := range rows {
		to, _ := r["to"].(string)
		if r["from"] != at || !slices.Contains(ways, to) && !slices.Contains(onwards(at), to) {
			t.Errorf("%v to %s after %s", r["from"], to, at)
		}
		at = to
	}
	if at != w.status || len(rows) != w.steps {
		t.Errorf("%d steps to %s, want %d to %s", len(rows), at, w.steps, w.status)
	}
}
