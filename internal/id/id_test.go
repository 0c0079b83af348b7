package id_test

import (
	"encoding/json"
	"testing"

	"samplan/internal/id"
)

func TestRoundTrips(t *testing.T) {
	t.Parallel()
	want := id.MustParse[struct{}]("0190163d-8694-739b-aea5-966c26f8ad90")
	b, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var got id.ID[struct{}]
	if err := json.Unmarshal(b, &got); err != nil || got != want {
		t.Fatalf("json: want %v got %v, %v", want, got, err)
	}
	v, err := want.Value()
	if err != nil {
		t.Fatal(err)
	}
	got = id.ID[struct{}]{}
	if err := got.Scan(v); err != nil || got != want {
		t.Fatalf("sql: want %v got %v, %v", want, got, err)
	}
	if err := got.Scan(nil); err != nil || !got.IsZero() {
		t.Fatalf("NULL: got %v, %v", got, err)
	}
}

func TestMalformed(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", "x", "0190163d8694739baea5966c26f8ad90", "{0190163d-8694-739b-aea5-966c26f8ad90}", "urn:uuid:0190163d-8694-739b-aea5-966c26f8ad90", "0190163d-8694-739b-aea5-966c26f8adzz"} {
		if v, err := id.Parse[struct{}](s); err == nil {
			t.Errorf("%q was read as %v", s, v)
		}
	}
	var v id.ID[struct{}]
	if err := v.Scan(7); err == nil {
		t.Error("a number was read as an id")
	}
}
