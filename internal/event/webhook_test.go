package event

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"samplan/internal/fault"
	"samplan/internal/id"
)

// TestSignaturesAreThoseOfTheStandard: the official library takes what we sign, with either secret while both count, and nothing else.
func TestSignaturesAreThoseOfTheStandard(t *testing.T) {
	t.Parallel()
	key, err := ReadMasterKey("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	w := Webhook{ID: id.NewWebhook(), Generation: 1}
	body := (Event{ID: id.EventOf(id.NewDelivery().UUID()), Kind: Kinds.Must("plan-established"), At: now}).Envelope("a").text()
	header := func(at time.Time) http.Header {
		h := http.Header{}
		h.Set(standardwebhooks.HeaderWebhookID, "m")
		h.Set(standardwebhooks.HeaderWebhookTimestamp, strconv.FormatInt(at.Unix(), 10))
		h.Set(standardwebhooks.HeaderWebhookSignature, sign(w.secrets(key, now), "m", at, body))
		return h
	}
	verify := func(s Secret, h http.Header, body []byte) error {
		v, err := standardwebhooks.NewWebhook(s.String())
		if err != nil {
			t.Fatal(err)
		}
		return v.Verify(body, h)
	}
	first := key.secret(w.ID, 1)
	hour := time.Hour
	if err := w.rotate(&hour, now); err != nil {
		t.Fatal(err)
	}
	second := key.secret(w.ID, 2)
	for _, s := range []Secret{first, second} {
		if err := verify(s, header(now), body); err != nil {
			t.Errorf("while both count: %v", err)
		}
	}
	for name, err := range map[string]error{
		"another webhook's": verify(key.secret(id.NewWebhook(), 2), header(now), body),
		"another body":      verify(second, header(now), append([]byte(" "), body...)),
		"an old one":        verify(second, header(now.Add(-time.Hour)), body),
	} {
		if err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	now = now.Add(2 * time.Hour)
	if all := w.secrets(key, now); len(all) != 1 || all[0] != second {
		t.Errorf("after the overlap %d secrets count", len(all))
	}
}

func TestKeysAndOverlapsThatAreNone(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "a", "AAEC", strings.Repeat("A", 48)} {
		if _, err := ReadMasterKey(text); err == nil {
			t.Errorf("%q is a key", text)
		}
	}
	week := 8 * 24 * time.Hour
	if err := (&Webhook{}).rotate(&week, time.Now()); !fault.Has(err, fault.CodeInvalid) {
		t.Errorf("an overlap of more than a week: %v", err)
	}
}

func TestAddressesThatCannotBeCalled(t *testing.T) {
	t.Parallel()
	for _, good := range []string{"https://a.example/x?y=z", "https://a.example:443", "https://xn--rksmrgs-5wao1o.se/"} {
		if err := checkAddress(good, false); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
	for _, bad := range []string{
		"http://a.example", "ftp://a.example", "https://a.example:8443", "https://127.0.0.1/", "https://[::1]/", "https://2130706433/", "https://0x7f000001/",
		"https://0177.0.0.1/", "https://127.1/", "https://localhost/", "https://user:p@a.example/", "https://a.example/#x", "//a.example", "https:", "a", "https://A.example",
		"https://169.254.169.254/latest", "https://[::ffff:127.0.0.1]/", "https://[64:ff9b::7f00:1]/", "https://a.example%2f@b.example", "https://a..example/",
		"https://a.example/" + strings.Repeat("a", 500), "http://127.0.0.1:8080/",
	} {
		if err := checkAddress(bad, false); !fault.Has(err, fault.CodeInvalid) {
			t.Errorf("%s: %v", bad, err)
		}
	}
	if err := checkAddress("http://127.0.0.1:8080/", true); err != nil {
		t.Error(err)
	}
	if err := checkAddress("http://10.0.0.1/", true); err == nil {
		t.Error("a private network is called from development")
	}
}

// TestAttemptsBecomeRarer: what fails is tried again, ten times in about a day, no sooner than the receiver asks.
func TestAttemptsBecomeRarer(t *testing.T) {
	t.Parallel()
	now := time.Date(2021, 1, 4, 12, 0, 0, 0, time.UTC)
	d := Delivery{Event: id.EventOf(id.NewDelivery().UUID()), State: waiting, NextAt: now}
	began := now
	for n := range mostTries - 1 {
		d.keep(Result{Failure: "timeout"}, now)
		if d.State != waiting || d.NextAt.Sub(now) < pause(n+1, 0) || d.NextAt.Sub(now) > pause(n+1, 1) {
			t.Fatalf("after %d tries: %s, next in %s", n+1, d.State, d.NextAt.Sub(now))
		}
		now = d.NextAt
	}
	d.keep(Result{Status: 500}, now)
	if d.State != dead || len(d.Attempts) != mostTries || now.Sub(began) < 12*time.Hour || now.Sub(began) > 48*time.Hour {
		t.Errorf("given up after %s: %+v", now.Sub(began), d)
	}
	for name, c := range map[string]struct {
		result Result
		state  DeliveryState
		gone   bool
		after  time.Duration
	}{
		"taken":          {Result{Status: 204}, delivered, false, 0},
		"gone":           {Result{Status: 410}, dead, true, 0},
		"later":          {Result{Status: 429, RetryAfter: time.Hour}, waiting, false, time.Hour},
		"much later":     {Result{Status: 503, RetryAfter: 1000 * time.Hour}, waiting, false, mostAsked},
		"sent elsewhere": {Result{Status: 302}, waiting, false, 0},
	} {
		d := Delivery{Event: d.Event, State: waiting}
		if gone := d.keep(c.result, now); gone != c.gone || d.State != c.state || c.after > 0 && d.NextAt.Sub(now) != c.after {
			t.Errorf("%s: %+v, gone %v", name, d, gone)
		}
	}
	if test := (Delivery{State: waiting}); test.keep(Result{Status: 500}, now) || test.State != dead {
		t.Errorf("a test is tried again: %+v", test)
	}
}
