package httpapi_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"samplan/internal/access"
	"samplan/internal/event"
	"samplan/internal/hook"
	"samplan/internal/testkit"
)

// message is what a receiver got.
type message struct {
	id, kind, subject, body string
	header                  http.Header
}

// receiver listens for a system.
type receiver struct {
	*httptest.Server
	mu     sync.Mutex
	got    []message
	answer int
	later  string
	slow   time.Duration // answers so long after it has taken what came
}

func newReceiver(t *testing.T) *receiver {
	t.Helper()
	r := &receiver{answer: http.StatusNoContent}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		body, _ := io.ReadAll(q.Body) // what is cut off is no JSON
		var e struct{ Type, Subject string }
		_ = json.Unmarshal(body, &e) // what is no JSON has no kind
		r.mu.Lock()
		defer r.mu.Unlock()
		defer func() { time.Sleep(r.slow) }()
		r.got = append(r.got, message{q.Header.Get("Webhook-Id"), e.Type, e.Subject, string(body), q.Header.Clone()})
		if r.slow > 0 {
			return // the sender hears of it only when it has given up
		}
		w.Header().Set("Retry-After", r.later)
		w.WriteHeader(r.answer)
	}))
	t.Cleanup(r.Close)
	return r
}

// listening is Lo's plan with a system that listens.
type listening struct {
	*walls
	*receiver
	system       testkit.Client
	courier      *event.Courier
	hook, secret string
	seen         int
}

func newListening(t *testing.T) *listening {
	t.Helper()
	w := newWalls(t)
	l := &listening{walls: w, receiver: newReceiver(t), system: w.As("case-system")}
	policy, err := access.Load()
	if err != nil {
		t.Fatal(err)
	}
	l.courier = event.NewCourier(w.Store, w.Store, policy, hook.New(hook.Options{IsLocal: true, Time: time.Second}), testkit.Webhooks().Key, "https://api.samplan.example/v1/events", w.Now)
	made := l.system.Post("/system/webhooks", object{"address": l.URL + "/x"}).Want(201)
	l.hook, l.secret = "/system/webhooks/"+made.Text("id"), made.Text("secret")
	return l
}

// round delivers what is due, and gives what came.
func (l *listening) round() []message {
	l.T().Helper()
	if err := l.courier.Round(l.T().Context()); err != nil {
		l.T().Fatal(err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	news := slices.Clone(l.got[l.seen:])
	l.seen = len(l.got)
	return news
}

func (l *listening) wants(when string, want ...string) []message {
	l.T().Helper()
	news := l.round()
	var kinds []string
	for _, m := range news {
		kinds = append(kinds, m.kind)
	}
	if !slices.Equal(kinds, want) {
		l.T().Errorf("%s: delivered %q, want %q", when, kinds, want)
	}
	return news
}

// open opens a wall, and gives the consent.
func (l *listening) open() string {
	id := l.walls.ask(l.lena, "e-identification", "gn-school", "sh-social", nil).Text("id")
	l.walls.answer(l.amir, id, "given").Want(200)
	l.walls.answer(l.eva, id, "given").Want(200)
	return id
}

func (l *listening) answers(status int, later string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.receiver.answer, l.later = status, later
}

func (l *listening) verifies(secret string, m message) error {
	v, err := standardwebhooks.NewWebhook(secret)
	if err != nil {
		l.T().Fatal(err)
	}
	return v.VerifyIgnoringTimestamp([]byte(m.body), m.header)
}
