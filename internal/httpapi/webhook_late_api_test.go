package httpapi_test

import (
	"encoding/json"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

// TestReceiversThatAreLate: one that takes a message and answers too late gets it again with the same id, by which it knows that
// it has it; what comes after does not wait for it, so messages come out of order, and say when it happened.
// A receiver that looks at the time refuses what somebody has kept and sends later.
func TestReceiversThatAreLate(t *testing.T) {
	t.Parallel()
	l := newListening(t)
	consent := l.open()
	l.amir.Post("/my/consents/"+consent+"/withdrawals", object{}).Want(200)
	l.isSlow(1500 * time.Millisecond)
	first := l.wants("it takes it and is late", "plan-access-opened")
	l.isSlow(0)
	second := l.wants("the next one does not wait for it", "plan-access-ended")
	l.wants("there is no further attempt so soon")
	l.On("2021-01-05")
	again := l.wants("the next day", "plan-access-opened")
	if again[0].id != first[0].id || again[0].body != first[0].body || second[0].id == first[0].id {
		t.Errorf("who compares ids does not see that it has come before: %+v", again)
	}
	if again[0].header.Get("Webhook-Timestamp") <= first[0].header.Get("Webhook-Timestamp") || l.verifies(l.secret, again[0]) != nil {
		t.Error("the second attempt is not signed anew")
	}
	if happened(t, again[0]).After(happened(t, second[0])) {
		t.Error("it comes out of order, and its time does not tell")
	}
	l.system.Post(l.hook+"/replays", object{"eventId": first[0].id}).Want(200)
	if third := l.wants("it is asked for again", "plan-access-opened"); third[0].id != first[0].id {
		t.Errorf("another id: %+v", third)
	}
	v, err := standardwebhooks.NewWebhook(l.secret)
	if err != nil {
		t.Fatal(err)
	}
	if v.Verify([]byte(first[0].body), first[0].header) == nil { // sent on a day long ago
		t.Error("an old message counts")
	}
	changed := first[0]
	changed.body = changed.body[:len(changed.body)-1] + ` , "x": 1}`
	if l.verifies(l.secret, changed) == nil {
		t.Error("a changed message counts")
	}
}

func (l *listening) isSlow(d time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.slow = d
}

// happened is when a message says that it did.
func happened(t *testing.T, m message) time.Time {
	t.Helper()
	var e struct{ Time time.Time }
	if err := json.Unmarshal([]byte(m.body), &e); err != nil || e.Time.IsZero() {
		t.Fatalf("%s: %v", m.body, err)
	}
	return e.Time
}
