//go:build !release

package county_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"samplan/internal/civil"
	"samplan/internal/county"
	"samplan/internal/demo"
)

// story is a child's whole way, from a noted need to a plan that has come to its end, told over HTTP in a county whose clock
// the test moves.
type story struct {
	client
	now       *atomic.Pointer[time.Time]
	lead      string            // who leads the process
	child     string            // what the leading unit calls the child
	plan, my  string            // where staff and family find the plan
	callID    string            // the call that was sent
	meeting   string            // the meeting that was booked last
	contact   map[string]string // who at a unit answers its calls
	childName string
}

// newStory starts a county on a day.
func newStory(t *testing.T, day string) *story {
	t.Helper()
	l := newLife(t)
	s := &story{now: &atomic.Pointer[time.Time]{}}
	s.on(day)
	ctx, cancel := context.WithCancel(t.Context())
	c, err := county.Start(ctx, county.Options{
		Dir: l.dir, Address: "127.0.0.1:0", Now: func() time.Time { return *s.now.Load() }, Progress: io.Discard,
		Logger: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})), Validate: func(err error) { t.Error(err) },
	})
	if err != nil {
		cancel()
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		if err := c.Stop(context.WithoutCancel(ctx)); err != nil {
			t.Error(err)
		}
	})
	s.client = client{t, c}
	return s
}

// on moves to the morning of a day.
func (s *story) on(day string) { s.at(civil.MustParse(day).Start().Add(9 * time.Hour)) }

func (s *story) at(now time.Time) { s.now.Store(&now) }

func (s *story) today() string { return civil.Of(*s.now.Load()).String() }

// text gives a field of an answer.
func (a answer) text(field string) string {
	v, _ := a.json[field].(string)
	return v
}

// register opens the case of a unit, which is told who the guardians are.
func (s *story) register(who, child, kind string, guardians ...string) (id string) {
	s.t.Helper()
	of := func(key string) object {
		p := demo.Find(key)
		given, family, _ := strings.Cut(p.Name, " ")
		return object{"identifierType": "personnummer", "identifier": p.Number, "givenName": given, "familyName": family}
	}
	body := of(child)
	body["birthDate"], body["reason"] = demo.Find(child).Birth, "Behov av stöd"
	id = s.post(who, "/v1/children", body).want(201).text("id")
	for _, g := range guardians {
		body := of(g)
		body["kind"], body["validFrom"] = kind, s.today()
		s.post(who, "/v1/children/"+id+"/relations", body).want(201)
	}
	return id
}

// note opens the plan that lead leads.
func (s *story) note(lead, child, kind, goal string) {
	s.t.Helper()
	s.lead, s.child = lead, child
	s.follow(s.post(lead, "/v1/plans", object{
		"childId": child, "kind": kind, "goals": []any{object{"text": goal, "horizon": "long", "visibility": "family"}},
	}).want(201).text("id"))
}

func (s *story) follow(plan string) { s.plan, s.my = "/v1/plans/"+plan, "/v1/my/plans/"+plan }

// step takes the plan to the next state.
func (s *story) step(to string) answer {
	s.t.Helper()
	return s.post(s.lead, s.plan+"/status-changes", object{"to": to, "on": s.today()})
}

// agree asks for a consent, which givers give with their e-identification; the last of them makes it count.
func (s *story) agree(asks string, consent object, givers ...string) {
	s.t.Helper()
	consent["form"], consent["validFrom"] = "e-identification", s.today()
	if consent["scopes"] == nil {
		consent["scopes"] = []any{}
	}
	id := s.post(asks, "/v1/children/"+s.child+"/consents", consent).want(201).text("id")
	for _, g := range givers {
		s.get(asks, "/v1/consents/"+id).want(200).hides(`"state":"live"`)
		s.post(g, "/v1/my/consents/"+id+"/answers", object{"answer": "given"}).want(200)
	}
	s.get(asks, "/v1/consents/"+id).want(200).shows(`"state":"live"`)
}

// scope is one direction of a consent.
func scope(from, to string, categories ...string) object {
	return object{"fromBranchId": demo.BranchID(from), "toBranchId": demo.BranchID(to), "categories": categories}
}

// send calls units to a meeting, each with what it is asked.
func (s *story) send(purpose, goal string, asked ...string) {
	s.t.Helper()
	var to []any
	for n := 0; n < len(asked); n += 2 {
		to = append(to, object{"unitId": demo.UnitID(asked[n]), "mode": "called", "contribution": asked[n+1]})
	}
	made := s.post(s.lead, s.plan+"/calls", object{
		"purpose": purpose, "questions": []any{"Vem gör vad?"}, "longTermGoal": goal, "meetingMode": "digital", "toUnits": to,
	}).want(201)
	s.callID = made.text("id")
	s.post(s.lead, "/v1/calls/"+s.callID+"/dispatches", object{}).want(200)
}

// accepts answers the call to a unit: answers says who comes.
func (s *story) accepts(answers, comes string) {
	s.t.Helper()
	call := s.get(answers, "/v1/received-calls").want(200).field("receivedCalls", "state", "waiting", "id")
	s.post(answers, "/v1/received-calls/"+call+"/answers", object{"answer": "accepted", "contactPersonId": demo.Find(comes).PersonID()}).want(200)
}

// book books a meeting in a week's time.
func (s *story) book(more object) {
	s.t.Helper()
	day := s.now.Load().Add(7 * 24 * time.Hour)
	body := object{"startsAt": day.Format(time.RFC3339), "endsAt": day.Add(time.Hour).Format(time.RFC3339), "meetingMode": "digital"}
	for k, v := range more {
		body[k] = v
	}
	s.meeting = "/v1/meetings/" + s.post(s.lead, s.plan+"/meetings", body).want(201).text("id")
}

// came notes that somebody came for a unit.
func (s *story) came(who, unit, how string) {
	s.t.Helper()
	s.post(s.lead, s.meeting+"/attendances", object{
		"unitId": demo.UnitID(unit), "personId": demo.Find(who).PersonID(), "presence": how, "hasMandate": true,
	}).want(200)
}

// frame is what the law asks of a plan beside its interventions.
func (s *story) frame(responsible, next, unit string) {
	s.t.Helper()
	etag := s.get(s.lead, s.plan).want(200).header.Get("ETag")
	s.call(s.lead, http.MethodPut, s.plan, object{
		"overallResponsibleId": demo.PrincipalID(responsible), "noOtherActors": true, "childParticipation": "present",
		"nextFollowUpOn": next, "nextFollowUpUnitId": demo.UnitID(unit),
	}, "If-Match", etag).want(200)
}

// evaluate says of everything that somebody's unit wrote what became of it.
func (s *story) evaluate(who ...string) {
	s.t.Helper()
	for _, w := range who {
		p := s.get(w, s.plan).want(200)
		for list, outcome := range map[string]string{"goals": "reached", "interventions": "done"} {
			for _, row := range p.rows(list) {
				if id, _ := row["id"].(string); row["own"] == true {
					s.post(w, "/v1/"+list+"/"+id+"/evaluations", object{"on": s.today(), "outcome": outcome, "effect": "Det hjälpte"}).want(201)
				}
			}
		}
	}
}

// close ends the plan, which afterwards is read as before and does not change.
func (s *story) close(reason, evaluation string) {
	s.t.Helper()
	s.get(s.lead, s.plan+"/closing-checks").want(200).shows(`"complete":true`)
	s.post(s.lead, s.plan+"/closures", object{"on": s.today(), "reason": reason, "evaluation": evaluation, "visibility": "family"}).want(201)
	s.post(s.lead, s.plan+"/goals", object{"text": "Sent", "horizon": "long"}).want(409)
	s.step("revised").want(409)
}

// document gives the page of a document, which verifies itself.
func (s *story) document(who, path string) answer {
	s.t.Helper()
	a := s.get(who, path).want(200)
	if !strings.HasPrefix(a.header.Get("Content-Type"), "text/html") {
		s.t.Errorf("%s is %s", path, a.header.Get("Content-Type"))
	}
	return a
}
