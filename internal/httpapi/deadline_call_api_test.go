package httpapi_test

import (
	"strings"
	"testing"

	"samplan/internal/demo"
)

// TestR45CallsHaveDeadlines: the unit that calls sees when each of its calls should go out and be answered; a unit that is called
// sees that of its own alone, and whoever was not called nothing. What is unanswered is in the caller's inbox.
func TestR45CallsHaveDeadlines(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	bibi, fia := l.As("bibi"), l.As("fia")
	l.lena.Get(l.plan+"/deadlines").Want(200).Hides("reply-to-call", "call-before-meeting")
	draft := l.lena.Post(l.plan+"/calls", summons("bup", toBup, "fs", toFs)).Want(201)
	call := "/calls/" + draft.Text("id")
	l.lena.Post(l.plan+"/meetings", booked("callId", draft.Text("id"), "startsAt", "2020-12-21T12:00:00Z", "endsAt", "2020-12-21T13:00:00Z")).Want(201)
	l.lena.Get(l.plan + "/deadlines").Want(200).Shows(`"kind":"call-before-meeting","state":"breached"`).Hides("reply-to-call") // it should be out by now
	l.lena.Get("/notifications?limit=100").Want(200).Shows(`"deadline":"call-before-meeting"`)
	sent := l.lena.Post(call+"/dispatches", object{}).Want(200)
	l.lena.Get("/notifications?limit=100").Want(200).Hides(`"deadline":"call-before-meeting"`) // late, and done
	toBibi, toFia := sent.ID("toUnits", "contribution", toBup), sent.ID("toUnits", "contribution", toFs)
	told := l.lena.Get(l.plan+"/deadlines").Want(200).Shows(draft.Text("id"), toBibi, toFia, `"dueOn":"`+sent.Text("answerBy")+`"`)
	if n := strings.Count(told.Body, "reply-to-call"); n != 2 {
		t.Errorf("%d answers are awaited", n)
	}
	bibi.Get(l.plan+"/deadlines").Refused(404, "not-found") // it has not come to the plan yet
	bibi.Post(received(bibi)+"/answers", object{"answer": "accepted", "contactPersonId": demo.Find("bea").PersonID()}).Want(200)
	l.bea.Get(l.plan+"/deadlines").Want(200).Shows(toBibi, `"kind":"reply-to-call","state":"met"`, "call-before-meeting").Hides(toFia, draft.Text("id"), "callId")
	l.On("2021-03-01")
	l.bea.Get(l.plan+"/deadlines").Want(200).Hides(toFia, `"kind":"reply-to-call","state":"breached"`)
	bibi.Post("/received-calls/"+toBibi+"/answers", object{"answer": "accepted", "contactPersonId": demo.Find("bibi").PersonID()}).Want(200)
	l.lena.Get(l.plan+"/deadlines").Want(200).Shows(toFia, `"kind":"reply-to-call","state":"breached"`, `"kind":"reply-to-call","state":"met"`)
	for _, who := range []string{"bibi", "bea", "fia", "karin"} {
		l.As(who).Get("/notifications?limit=100").Want(200).Hides(`"deadline":"reply-to-call"`)
	}
	inbox := l.lena.Get("/notifications?limit=100").Want(200).Shows(`"deadline":"reply-to-call"`)
	if n := strings.Count(inbox.Body, `"deadline":"reply-to-call"`); n != 1 {
		t.Errorf("told %d times", n)
	}
	fia.Post(received(fia)+"/answers", object{"answer": "declined", "reason": "Ingen insats"}).Want(200)
	l.lena.Get("/notifications?limit=100").Want(200).Hides(`"deadline":"reply-to-call"`)
}
