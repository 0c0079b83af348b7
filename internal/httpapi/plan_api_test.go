package httpapi_test

import (
	"maps"
	"slices"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// life is a plan that a test takes from a noted need to its end: Sixten's, which Lena at the school leads.
type life struct {
	*testkit.API
	lena, bea, sten testkit.Client
	plan, child, my string
}

func newLife(t *testing.T) *life {
	t.Helper()
	l := &life{API: testkit.NewAPI(t, before)}
	l.lena, l.bea, l.sten = l.As("lena"), l.As("bea"), l.As("sten")
	l.plan, l.child = planOf(l.lena, "Sixten Udd")
	l.plan = "/plans/" + l.plan
	l.my = "/my" + l.plan
	return l
}

func (l *life) step(to string) testkit.Answer {
	return l.lena.Post(l.plan+"/status-changes", object{"to": to, "on": before})
}

// prepare takes the plan to where its parties can be called.
func (l *life) prepare() {
	l.step("informed").Want(201)
	l.step("consenting").Want(201)
	consent := l.lena.Post("/children/"+l.child+"/consents", signed("plan")).Want(201).Text("id")
	l.sten.Post("/my/consents/"+consent+"/answers", object{"answer": "given"}).Want(200)
	l.step("preparing").Want(201)
}

// meet calls child psychiatry and holds the meeting.
func (l *life) meet() {
	l.step("called").Refused(409, "call-required")
	callOf(l.lena, l.plan, "bup", toBup)
	bibi := l.As("bibi")
	bibi.Post(received(bibi)+"/answers", object{"answer": "accepted", "contactPersonId": demo.Find("bea").PersonID()}).Want(200)
	l.step("called").Want(201)
	l.step("met").Refused(409, "meeting-required")
	at := "/meetings/" + l.lena.Post(l.plan+"/meetings", booked()).Want(201).Text("id")
	l.lena.Post(at+"/attendances", attends("bea", "bup", "came")).Want(200)
	l.lena.Post(at+"/closings", object{"childParticipation": "present", "closingReason": "no-need"}).Want(200)
	l.step("met").Want(201)
}

// TestR42StepsInOrder: each status comes after the one before; the family sees the plan once it is informed.
func TestR42StepsInOrder(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.sten.Get(l.my).Refused(404, "not-found")
	l.sten.Get("/my/plans").Want(200).Hides("Sixten")
	for _, to := range []string{"noted", "consenting", "preparing", "called", "met"} {
		l.step(to).Want(409)
	}
	l.step("consenting").Refused(409, "illegal-status-step", "/to")
	l.step("established").Refused(400, "malformed-request", "/to")
	l.step("informed").Want(201)
	l.sten.Get("/my/plans").Want(200).Shows("Sixten Udd")
	l.sten.Get(l.my).Want(200).Shows("Sixten kommer till skolan")
	l.As("amir").Get(l.my).Refused(404, "not-found")
	l.step("consenting").Want(201)
	l.step("preparing").Refused(409, "consent-required")
	l.lena.Get(l.plan).Want(200).Shows(`"status":"consenting"`)
	l.lena.Post(l.plan+"/establishments", object{"on": before}).Refused(409, "illegal-status-step")
	if n := len(l.lena.Get(l.plan + "/status-changes").Want(200).Rows("statusChanges")); n != 2 {
		t.Errorf("want two steps, got %d", n)
	}
}

// TestR1NothingIsMissing takes each part that the law asks for away, and asks for the plan to be established.
func TestR1NothingIsMissing(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	l.meet()
	establish := func() testkit.Answer { return l.lena.Post(l.plan+"/establishments", object{"on": before}) }
	all := []string{"/interventions", "/noOtherActors", "/overallResponsible", "/childParticipation", "/nextFollowUpOn", "/nextFollowUpUnit"}
	establish().Refused(422, "plan-incomplete", all...)
	l.wantMissing(t, all...)
	put := func(f object) { l.lena.Put(l.plan, l.lena.Get(l.plan).ETag(), f).Want(200) }
	put(frame("hs"))
	establish().Refused(422, "plan-incomplete", "/interventions")
	l.lena.Post(l.plan+"/interventions", object{"title": "Skolskjuts", "visibility": "family"}).Want(201)
	for field, pointer := range map[string]string{
		"noOtherActors": "/noOtherActors", "overallResponsibleId": "/overallResponsible", "childParticipation": "/childParticipation",
		"nextFollowUpOn": "/nextFollowUpOn", "nextFollowUpUnitId": "/nextFollowUpUnit",
	} {
		f := frame("hs")
		if delete(f, field); field == "noOtherActors" {
			f[field] = false
		}
		put(f)
		establish().Refused(422, "plan-incomplete", pointer)
		l.wantMissing(t, pointer)
	}
	f := frame("hs") // R3: a private provider answers for its own, not for the whole
	f["overallResponsibleId"] = demo.PrincipalID("uph")
	l.lena.Put(l.plan, l.lena.Get(l.plan).ETag(), f).Refused(422, "not-a-statutory-principal", "/overallResponsibleId")
	put(frame("hs"))
	l.wantMissing(t)
	establish().Refused(409, "not-confirmed")
	l.bea.Post(l.plan+"/confirmations", object{}).Want(201)
	l.bea.Post(l.plan+"/establishments", object{"on": before}).Refused(403, "denied")
	establish().Want(201)
	l.lena.Get(l.plan).Want(200).Shows(`"status":"established"`, `"establishedOn":"2020-12-15"`)
	establish().Refused(409, "illegal-status-step")
	l.sten.Get(l.my).Want(200).Shows("Skolskjuts", `"status":"established"`)
}

func (l *life) wantMissing(t *testing.T, pointers ...string) {
	t.Helper()
	a := l.lena.Get(l.plan + "/statutory-checks").Want(200)
	var at []string
	for _, m := range a.Rows("missings") {
		at = append(at, m["pointer"].(string))
	}
	if !slices.Equal(at, pointers) || a.JSON()["complete"] != (len(pointers) == 0) {
		t.Errorf("want %v missing, got %s", pointers, a.Body)
	}
}

// TestR6ConfirmationsFall: what a party confirmed is what it saw; a change of that takes the confirmation back, a change
// of what is hidden from it does not, or the confirmation would tell.
func TestR6ConfirmationsFall(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	l.meet()
	made := l.lena.Post(l.plan+"/interventions", object{"title": "Skolskjuts", "visibility": "parties"}).Want(201)
	confirm := func(status int) {
		t.Helper()
		l.bea.Post(l.plan+"/confirmations", object{}).Want(status)
	}
	confirmed := func() bool { return l.lena.Get(l.plan).Row("parties", "mode", "called")["confirmed"] == true }
	l.lena.Put(l.plan, l.lena.Get(l.plan).ETag(), frame("hs")).Want(200)
	confirm(201)
	confirm(409)
	path := "/interventions/" + made.Text("id")
	change := object{"title": "Taxi", "status": "ongoing", "category": "interventions", "visibility": "parties"}
	l.lena.Put(path, made.ETag(), change).Want(200)
	confirm(409) // Bea does not see it: no consent opens the school's wall
	l.lena.Put(l.plan, l.lena.Get(l.plan).ETag(), frame("hs")).Want(200)
	confirm(201)
	l.share("interventions")
	l.bea.Get(l.plan).Want(200).Shows("Taxi")
	l.lena.Put(path, l.lena.Get(path).ETag(), change).Want(200)
	if confirm(201); !confirmed() && len(l.lena.Get(l.plan).Rows("parties")) > 2 {
		t.Error("the lead does not see that the party it called has confirmed")
	}
}

// share opens the school's wall to the child psychiatry with the guardian's consent.
func (l *life) share(categories ...string) string {
	scope := object{"fromBranchId": demo.BranchID("vh-school"), "toBranchId": demo.BranchID("bup"), "categories": categories}
	id := l.lena.Post("/children/"+l.child+"/consents", signed("share", scope)).Want(201).Text("id")
	l.sten.Post("/my/consents/"+id+"/answers", object{"answer": "given"}).Want(200)
	return id
}

// TestR7VersionsStay: what was dispatched does not change, and two versions can be compared.
func TestR7VersionsStay(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	made := l.lena.Post(l.plan+"/interventions", object{"title": "Skolskjuts", "visibility": "family"}).Want(201)
	l.lena.Post(l.plan+"/notes", object{"text": canary, "category": "health"}).Want(201)
	dispatch := func() { l.lena.Post(l.plan+"/dispatches", object{}).Want(201).Hides(canary) }
	dispatch()
	l.lena.Put("/interventions/"+made.Text("id"), made.ETag(),
		object{"title": "Taxi", "status": "ongoing", "category": "interventions", "visibility": "family"}).Want(200)
	l.sten.Post(l.my+"/disagreements", object{"text": "Jag håller inte med"}).Want(201)
	dispatch()
	l.lena.Get(l.plan+"/versions/1").Want(200).Shows("Skolskjuts").Hides("Taxi", "håller inte med")
	l.lena.Get(l.plan+"/versions/2").Want(200).Shows("Taxi", "håller inte med").Hides("Skolskjuts") // R9: in every later copy
	l.lena.Get(l.plan+"/versions/3").Refused(404, "not-found")
	diff := l.lena.Get(l.plan + "/versions/1/comparisons/2").Want(200)
	if row := diff.Row("changes", "change", "changed"); row["itemId"] != made.Text("id") || len(row["fields"].([]any)) != 2 {
		t.Errorf("want title and status to differ, got %s", diff.Body)
	}
	diff.Row("changes", "kind", "disagreement")
	if _, err := l.Owner.ExecContext(t.Context(), "UPDATE plan_version_item SET title = 'x'"); err == nil {
		t.Error("a dispatched item was changed")
	}
	l.bea.Get(l.plan+"/versions/1").Refused(404, "not-found")
}

// TestR2LegalBasis: the act that is in force when the need is noted.
func TestR2LegalBasis(t *testing.T) {
	t.Parallel()
	api := testkit.NewAPI(t, before)
	karin := api.As("karin")
	_, child := planOf(karin, "Milo Ros")
	need := object{"childId": child, "kind": "sip"}
	for day, basis := range map[string]string{"2025-06-30": "sol-2001-453-2-7", "2025-07-01": "sol-2025-400-10-8"} {
		api.On(day)
		made := karin.Post("/plans", need).Want(201).Shows(basis)
		karin.Get(made.Header.Get("Location")[len("/v1"):]).Want(200).Shows(basis)
	}
	named := maps.Clone(need)
	named["legalBasis"] = "hsl-2017-30-16-4"
	karin.Post("/plans", named).Want(201).Shows("hsl-2017-30-16-4")
	for who, status := range map[string]int{"agnes": 403, "disa": 403, "amir": 403, "lena": 404, "liv": 404} {
		api.As(who).Post("/plans", need).Want(status)
	}
}
