package httpapi_test

import (
	"slices"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/testkit"
)

// subscriber is a system that reads its feed from where it was.
type subscriber struct {
	testkit.Client
	cursor string
}

// reads gives what is new to the system: kinds with what they are about.
func (s *subscriber) reads() []string {
	path := "/events?limit=100"
	if s.cursor != "" {
		path += "&cursor=" + s.cursor
	}
	a := s.Get(path).Want(200)
	s.cursor = a.Text("cursor")
	var all []string
	for _, e := range a.Rows("events") {
		kind, _ := e["type"].(string)
		about, _ := e["subject"].(string)
		all = append(all, kind+" "+about)
	}
	return all
}

func (s *subscriber) wants(t *testing.T, when string, want ...string) {
	t.Helper()
	if got := s.reads(); !slices.Equal(got, want) {
		t.Errorf("%s: the system is told %q, want %q", when, got, want)
	}
}

// TestSystemsAreToldOfConsents: a consent that opens a wall is told to the systems of the units that see it, once both guardians have
// given it, and so is its end; nobody else learns of either.
func TestSystemsAreToldOfConsents(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	social, care := &subscriber{Client: w.As("case-system")}, &subscriber{Client: w.As("record-system")}
	social.reads()
	care.reads()
	plan := w.plan[len("/plans/"):]
	id := w.ask(w.lena, "e-identification", "gn-school", "sh-social", nil).Text("id")
	w.answer(w.amir, id, "given").Want(200)
	social.wants(t, "one guardian has given")
	w.answer(w.eva, id, "given").Want(200)
	social.wants(t, "both have given", "plan-access-opened "+plan)
	social.wants(t, "nothing has happened since")
	w.amir.Post("/my/consents/"+id+"/withdrawals", object{}).Want(200)
	social.wants(t, "it is withdrawn", "plan-access-ended "+plan)
	care.wants(t, "the wall is another's")
	// The same event looks the same, and tells kinds and ids alone.
	from := &subscriber{Client: social.Client}
	if all := from.reads(); !slices.Contains(all, "plan-access-opened "+plan) || from.cursor != social.cursor {
		t.Errorf("from the beginning: %q up to %s, not %s", all, from.cursor, social.cursor)
	}
	social.Get("/events").Want(200).Shows(`"specversion":"1.0"`, `"source":"https://api.samplan.example/v1/events"`, `"resource":"plan"`).
		Hides("Lo", "Haddad", "Amir", "planen", id, `"position"`)
}

// TestSystemsAreToldWhatTheirUnitsSeeNow: an event is there while its unit sees what it is about, is gone with that, and comes back.
func TestSystemsAreToldWhatTheirUnitsSeeNow(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	bo, social := w.As("bo"), &subscriber{Client: w.As("case-system")}
	social.reads()
	at := social.cursor
	made := bo.Post("/plans", object{"childId": w.child[len("/children/"):], "kind": "sip"}).Want(201).Text("id")
	bo.Post("/plans/"+made+"/status-changes", object{"to": "no-need", "on": before, "reason": canary}).Want(201)
	w.kim.Get("/plans/" + made).Want(200)
	social.wants(t, "one domain", "plan-ended "+made)
	w.On(after) // Funktionsstöd has left the domain
	w.kim.Get("/plans/"+made).Refused(404, "not-found")
	social.Get("/events?limit=100").Want(200).Hides(made)
	social.cursor = at
	social.wants(t, "the wall stands")
	if social.cursor != at {
		t.Error("the cursor tells of an event that is hidden")
	}
}

// TestSystemsAreToldOfRequestsAndMeetings, each of its own.
func TestSystemsAreToldOfRequestsAndMeetings(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	social, care := &subscriber{Client: w.As("case-system")}, &subscriber{Client: w.As("record-system")}
	social.reads()
	care.reads()
	id := w.amir.Post("/my/plan-requests", asks("goteborg", "201506071982")).Want(201).Text("id")
	social.wants(t, "a request", "plan-request-received "+id)
	w.amir.Post("/my/plan-requests/"+id+"/withdrawals", object{}).Want(200)
	social.wants(t, "it is taken back", "plan-request-withdrawn "+id)
	care.wants(t, "another principal's request")
}

// TestWhoReadsEvents: clients that act for nobody, with the scope and with units; cursors are their own.
func TestWhoReadsEvents(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	social, care := &subscriber{Client: w.As("case-system")}, &subscriber{Client: w.As("record-system")}
	social.reads()
	care.reads()
	if social.cursor == "" || care.cursor == "" || social.cursor == care.cursor {
		t.Fatalf("cursors %q and %q", social.cursor, care.cursor)
	}
	for _, cursor := range []string{care.cursor, madeUp, "00000000-0000-8000-8000-000000000000", "x"} {
		social.Get("/events?cursor="+cursor).Refused(400, "malformed-request")
	}
	if a := w.As("portal").Get("/events").Want(200); a.Body != `{"events":[]}`+"\n" && a.Body != `{"events":[]}` {
		t.Errorf("a client without units is told %s", a.Body)
	}
	for _, who := range []string{"karin", "kim", "sam", "amir", "agnes"} {
		w.As(who).Get("/events").Refused(403, "denied")
	}
	p := portal(t, w.API, "case-system")
	p.as("1", "karin").Get("/events").Refused(403, "denied")
	if _, err := w.Owner.ExecContext(t.Context(), "UPDATE client SET scopes = '{my-plans}' WHERE id = $1", p.id); err != nil {
		t.Fatal(err)
	}
	social.Get("/events").Refused(403, "denied")
}

// TestEventsAreKeptForAWhile: what is older is removed, and a cursor from before goes on.
func TestEventsAreKeptForAWhile(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	social := &subscriber{Client: w.As("case-system")}
	first := social.reads()
	if len(first) == 0 {
		t.Fatal("the county has no events")
	}
	for _, age := range []struct {
		days string
		kept int
	}{{"89", len(first)}, {"91", 0}} {
		if _, err := w.Owner.ExecContext(t.Context(), "UPDATE event SET kept_at = now() - make_interval(days => $1::int)", age.days); err != nil {
			t.Fatal(err)
		}
		if err := w.Store.Weed(t.Context(), civil.MustParse("2020-12-15")); err != nil {
			t.Fatal(err)
		}
		if all := (&subscriber{Client: social.Client}).reads(); len(all) != age.kept {
			t.Errorf("after %s days there are %q", age.days, all)
		}
	}
	id := w.ask(w.lena, "e-identification", "gn-school", "sh-social", nil).Text("id")
	w.answer(w.amir, id, "given").Want(200)
	w.answer(w.eva, id, "given").Want(200)
	social.wants(t, "after the others are gone", "plan-access-opened "+w.plan[len("/plans/"):])
}
