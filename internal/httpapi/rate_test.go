package httpapi

import (
	"fmt"
	"net/http"
	"testing"
	"time"

	"samplan/internal/session"
)

func TestTheRateIsPerCaller(t *testing.T) {
	t.Parallel()
	f := newFrame(t, func(o *Options) { o.Limits.Burst, o.Limits.Rate = 2, 0.01 })
	as := func(who string) func(*http.Request) {
		return func(r *http.Request) {
			r.Header.Set("Authorization", "Bearer "+who)
			r.Header.Set("X-Forwarded-For", fmt.Sprint(time.Now().UnixNano())) // never looked at
		}
	}
	for range 2 {
		wantStatus(t, f.addGoal(goalBody, as("karin")).Code, 201, "within the burst")
	}
	w := f.addGoal(goalBody, as("karin"))
	wantProblem(t, w, 429, "too-many-requests")
	if w.Header().Get("Retry-After") != "100" {
		t.Errorf("want to wait for the next, got %q", w.Header().Get("Retry-After"))
	}
	wantStatus(t, f.addGoal(goalBody, as("bo")).Code, 201, "another caller")
	if len(f.door.refused) != 0 {
		t.Error("the record must not grow with the pressure")
	}
}

func TestFailingSignInsAreSlowedDown(t *testing.T) {
	t.Parallel()
	f := newFrame(t, func(o *Options) { o.Limits.RefusalBurst, o.Limits.RefusalRate = 2, 0.01 })
	bad := header("Authorization", "Bearer bad")
	for range 2 {
		wantProblem(t, f.addGoal(goalBody, bad), 401, "unauthenticated")
	}
	wantProblem(t, f.addGoal(goalBody, bad), 429, "too-many-requests")
	wantStatus(t, f.addGoal(goalBody).Code, 201, "who has a token is not hurt")
	elsewhere := func(r *http.Request) { r.Header.Set("Authorization", "Bearer bad"); r.RemoteAddr = "198.51.100.7:1" }
	wantProblem(t, f.addGoal(goalBody, elsewhere), 401, "unauthenticated")
	if len(f.door.refused) != 3 {
		t.Errorf("want three recorded refusals, got %d", len(f.door.refused))
	}
}

func TestRatesAreBounded(t *testing.T) {
	t.Parallel()
	r := newRates(0.001, 1, 3)
	now := time.Now()
	for i := range 10 {
		if _, ok := r.allow(fmt.Sprint(i), now); !ok {
			t.Errorf("caller %d is new", i)
		}
	}
	if len(r.byKey) != 3 || r.order.Len() != 3 {
		t.Errorf("want 3 remembered, got %d and %d", len(r.byKey), r.order.Len())
	}
	if _, ok := r.allow("9", now); ok {
		t.Error("the latest caller must be remembered")
	}
	if _, ok := r.allow("7", now); ok {
		t.Error("so must the one before")
	}
	if _, ok := r.allow("9", now.Add(time.Hour)); !ok {
		t.Error("after a while there is room again")
	}
}

func TestCallersAreToldApart(t *testing.T) {
	t.Parallel()
	number := func(s string) session.Identifier {
		i, err := session.NewIdentifier(s)
		if err != nil {
			t.Fatal(err)
		}
		return i
	}
	seen := map[string]bool{}
	all := []session.Credentials{
		{Kind: session.Staff, Issuer: "a", Subject: "b"},
		{Kind: session.Staff, Issuer: "ab"},
		{Kind: session.Staff, Issuer: "a", Subject: "c"},
		{Kind: session.Citizen, Issuer: "a", Identifier: number("198001019802")},
		{Kind: session.Citizen, Issuer: "a", Identifier: number("198001019810")},
	}
	for _, c := range all {
		seen[nameOf(c)] = true
	}
	if len(seen) != len(all) {
		t.Errorf("want %d callers, got %d", len(all), len(seen))
	}
}
