package httpapi_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestWebhooksAreSigned: what has happened since is sent, in order, signed with the one secret that was shown once; after it was
// changed, with both for a while.
func TestWebhooksAreSigned(t *testing.T) {
	t.Parallel()
	l := newListening(t)
	l.wants("nothing has happened since")
	consent := l.open()
	opened := l.wants("a wall opens", "plan-access-opened")
	if err := l.verifies(l.secret, opened[0]); err != nil || !strings.HasPrefix(l.secret, "whsec_") {
		t.Errorf("the signature is not one: %v", err)
	}
	l.amir.Post("/my/consents/"+consent+"/withdrawals", object{}).Want(200)
	ended := l.wants("it closes", "plan-access-ended")
	if strings.Contains(ended[0].body, "Haddad") || !strings.Contains(ended[0].body, `"specversion":"1.0"`) || ended[0].header.Get("Content-Type") != "application/cloudevents+json" {
		t.Errorf("sent %s", ended[0].body)
	}
	l.wants("all is told")
	feed := l.system.Get("/events?limit=100").Want(200)
	feed.Shows(opened[0].id, ended[0].id)

	next := l.system.Post(l.hook+"/secrets", object{"overlapHours": 1}).Want(200).Text("secret")
	l.system.Post(l.hook+"/pings", object{}).Want(200).Shows(`"state":"waiting"`)
	both := l.wants("a test", "ping")
	if l.verifies(l.secret, both[0]) != nil || l.verifies(next, both[0]) != nil {
		t.Error("in the overlap one of the secrets does not count")
	}
	l.On("2021-01-06")
	l.system.Post(l.hook+"/pings", object{}).Want(200)
	one := l.wants("a day later", "ping")
	if l.verifies(l.secret, one[0]) == nil || l.verifies(next, one[0]) != nil {
		t.Error("after the overlap the old secret counts, or the new one does not")
	}
	l.system.Get("/system/webhooks").Want(200).Hides("whsec_", "secret\"")
}

// TestSecretsAreShownOnce: whoever repeats the request is not shown it again, and it is not in the database.
func TestSecretsAreShownOnce(t *testing.T) {
	t.Parallel()
	l := newListening(t)
	body := object{"address": l.URL + "/y", "kinds": []any{"plan-ended"}}
	first := l.system.Send(http.MethodPost, "/system/webhooks", body, "Idempotency-Key", "the-same-request").Want(201)
	again := l.system.Send(http.MethodPost, "/system/webhooks", body, "Idempotency-Key", "the-same-request").Want(201).Hides("whsec_")
	if first.Text("id") != again.Text("id") || first.Text("secret") == "" {
		t.Errorf("first %s, again %s", first.Body, again.Body)
	}
	var kept int
	if err := l.Owner.QueryRowContext(t.Context(), "SELECT count(*) FROM idempotency_key WHERE convert_from(answer, 'UTF8') LIKE '%whsec%'").Scan(&kept); err != nil || kept != 0 {
		t.Errorf("%d answers keep a secret: %v", kept, err)
	}
}

// TestReceiversThatFail: they are asked again with the same id, no sooner than they want, and never one event after another at
// once; what is given up can be sent again; 410 stops, until the client says otherwise.
func TestReceiversThatFail(t *testing.T) {
	t.Parallel()
	l := newListening(t)
	l.open()
	l.answers(http.StatusServiceUnavailable, "3600")
	first := l.wants("it fails", "plan-access-opened")
	l.wants("at once there is no further attempt")
	l.On("2021-01-05")
	l.answers(http.StatusOK, "")
	if again := l.wants("the next day", "plan-access-opened"); again[0].id != first[0].id || again[0].body != first[0].body {
		t.Errorf("another message: %+v", again)
	}
	l.wants("it was taken")
	l.system.Get(l.hook+"/deliveries").Want(200).Shows(`"state":"delivered"`, `"outcome":"503"`, `"outcome":"200"`, first[0].id)

	l.answers(http.StatusInternalServerError, "")
	l.system.Post(l.hook+"/replays", object{"eventId": first[0].id}).Want(200)
	for day := range 10 {
		l.On(time.Date(2021, 1, 6+day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
		l.round()
	}
	l.system.Get(l.hook + "/deliveries").Want(200).Shows(`"state":"dead"`)
	l.answers(http.StatusOK, "")
	l.wants("it was given up")
	l.system.Post(l.hook+"/replays", object{"since": "2021-01-01T00:00:00Z"}).Want(200)
	if again := l.round(); !slices.ContainsFunc(again, func(m message) bool { return m.id == first[0].id }) {
		t.Errorf("sent again: %+v", again)
	}

	l.answers(http.StatusGone, "")
	l.system.Post(l.hook+"/pings", object{}).Want(200)
	l.wants("nobody is there", "ping")
	stopped := l.system.Get("/system/webhooks").Want(200).Shows("stoppedAt")
	l.system.Post(l.hook+"/pings", object{}).Want(200)
	l.wants("it has stopped")
	etag, _ := stopped.Rows("webhooks")[0]["etag"].(string)
	l.answers(http.StatusOK, "")
	l.system.Put(l.hook, etag, object{"address": l.URL, "isPaused": true}).Want(200).Hides("stoppedAt")
	l.wants("it is paused")
}

// TestWebhooksTellWhatMayBeSeenThen: what is hidden when it is to be delivered is not, nor listed; and nothing goes to a client that
// has ended, lost its scope or its units.
func TestWebhooksTellWhatMayBeSeenThen(t *testing.T) {
	t.Parallel()
	l := newListening(t)
	l.open()
	l.answers(http.StatusInternalServerError, "")
	l.wants("it fails", "plan-access-opened")
	if _, err := l.Owner.ExecContext(t.Context(), "UPDATE client SET event_unit_ids = '{}' WHERE name = 'Verksamhetssystemet'"); err != nil {
		t.Fatal(err)
	}
	l.On("2021-01-08")
	l.answers(http.StatusOK, "")
	l.wants("its units are taken away")
	l.system.Get(l.hook + "/deliveries").Want(200).Shows(`"deliveries":[]`)
	l.system.Post(l.hook+"/pings", object{}).Want(200)
	if _, err := l.Owner.ExecContext(t.Context(), "UPDATE client SET scopes = '{my-plans}' WHERE name = 'Verksamhetssystemet'"); err != nil {
		t.Fatal(err)
	}
	l.wants("its scope is taken away")
	l.system.Get("/system/webhooks").Refused(403, "denied")
}

// TestWebhooksAreTheClientsOwn: another client finds nothing, and none listens where it should not.
func TestWebhooksAreTheClientsOwn(t *testing.T) {
	t.Parallel()
	l := newListening(t)
	other := l.As("record-system")
	other.Get("/system/webhooks").Want(200).Shows(`"webhooks":[]`)
	other.Get(l.hook+"/deliveries").Refused(404, "not-found")
	other.Put(l.hook, `"1"`, object{"address": l.URL}).Refused(404, "not-found")
	for _, command := range []string{"endings", "secrets", "pings"} {
		other.Post(l.hook+"/"+command, object{}).Refused(404, "not-found")
	}
	other.Post(l.hook+"/replays", object{"since": "2021-01-01T00:00:00Z"}).Refused(404, "not-found")
	for _, who := range []string{"karin", "sam", "amir"} {
		l.As(who).Get("/system/webhooks").Refused(403, "denied")
	}
	for _, address := range []string{"http://a.example/", "https://10.0.0.1/", "https://169.254.169.254/", "https://a.example:22/"} {
		l.system.Post("/system/webhooks", object{"address": address}).Refused(422, "invalid-value", "/address")
	}
	for range 9 {
		l.system.Post("/system/webhooks", object{"address": "https://a.example/", "isPaused": true}).Want(201)
	}
	l.system.Post("/system/webhooks", object{"address": "https://a.example/"}).Refused(409, "too-many-webhooks")
	l.system.Post(l.hook+"/replays", object{}).Refused(422, "invalid-value", "/eventId")
	l.system.Post(l.hook+"/replays", object{"eventId": madeUp}).Refused(404, "not-found")
	l.system.Post(l.hook+"/endings", object{}).Want(200).Shows("endedAt")
	l.system.Post(l.hook+"/pings", object{}).Refused(404, "not-found")
	l.open()
	l.wants("it has ended")
}
