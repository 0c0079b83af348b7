package httpapi_test

import (
	"fmt"
	"slices"
	"testing"

	"samplan/internal/testkit"
)

func look(c testkit.Client, words string) testkit.Answer {
	return c.Post("/searches", object{"words": words}).Want(200)
}

// wantHits compares the titles, or else texts, of what was found.
func wantHits(t *testing.T, a testkit.Answer, want ...string) {
	t.Helper()
	var got []string
	for _, h := range a.Rows("hits") {
		name := h["title"]
		if name == nil {
			name = h["snippet"]
		}
		if name == nil {
			name = fmt.Sprint(h["kind"], " ", h["childName"])
		}
		got = append(got, fmt.Sprint(name))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("want %q, found %q: %s", want, got, a.Body)
	}
}

// TestR22SearchInSwedish: words are found as they bend and as compounds begin, by whoever may read the item and by nobody
// else; and how many there are tells of no other.
func TestR22SearchInSwedish(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	add := func(c testkit.Client, title, text, visibility string) {
		c.Post(w.plan+"/interventions", object{"title": title, "text": text, "outsideActor": "Föreningen Ängsull", "visibility": visibility}).Want(201)
	}
	add(w.karin, "Veranda", "ÅTERHÄMTNING på en gård, två kvällar/lördag", "family")
	add(w.karin, "Egen utredning", "Återhämtningen går långsamt", "unit")
	add(w.bea, "Samtal", "Återhämtningsstund efter skolan", "unit")
	const open, own, hidden = "Veranda", "Egen utredning", "Samtal"
	for words, want := range map[string][]string{
		"återhämtning": {open, own}, "ÅTERHÄMTNINGEN": {open, own}, "veranda": {open}, "veran": {open}, `"veran"`: nil, "återhämt -gård": {own}, "gårdar kväll": {open},
		"lördag": {open}, "gård or långsam": {open, own}, `"går långsamt"`: {own}, `"långsamt går"`: nil, "ängsull": {open, own}, "och på i": nil, "!!": nil,
		"återhämtningsstund": nil,
	} {
		wantHits(t, look(w.karin, words), want...)
	}
	wantHits(t, look(w.bea, "återhämtning"), hidden, open)
	wantHits(t, look(w.As("liv"), "återhämtning"))
	wantHits(t, w.amir.Post("/my/searches", object{"words": "återhämtning"}).Want(200), open)
	wantHits(t, w.As("sten").Post("/my/searches", object{"words": "återhämtning"}).Want(200))
	w.As("disa").Post("/searches", object{"words": "återhämtning"}).Refused(403, "denied")
	look(w.karin, "återhämtning").Shows(`"totalRecords":2`).Hides("stund", `"totalRecords":3`)
	for _, page := range []string{"1", "2"} {
		a := w.karin.Post("/searches?limit=1&page="+page, object{"words": "återhämtning"}).Want(200).Shows(`"totalRecords":2`, `"count":1`)
		if len(a.Rows("hits")) != 1 {
			t.Errorf("page %s: %s", page, a.Body)
		}
	}
	w.karin.Post("/searches?limit=1&page=3", object{"words": "återhämtning"}).Want(200).Shows(`"totalRecords":2`, `"count":0`)
}

// TestR31SearchByName: an unprotected child is found by the name that the own unit knows, a protected one by none; a plan by
// its id, by those who see it.
func TestR31SearchByName(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	wantHits(t, look(w.lena, "haddad"), "child Lo Haddad", "plan Lo Haddad")
	wantHits(t, look(w.As("agnes"), "hadd"), "child Lo Haddad", "plan Lo Haddad") // an administrator reads no content
	plan := w.plan[len("/plans/"):]
	wantHits(t, look(w.karin, plan), "plan Lo Haddad")
	wantHits(t, look(w.As("liv"), plan))
	wantHits(t, look(w.As("liv"), "haddad"))
	wantHits(t, w.amir.Post("/my/searches", object{"words": "haddad"}).Want(200), "plan Lo Haddad")
	w.record(w.bea, "confidentiality-marking").Want(201)
	wantHits(t, look(w.lena, "haddad"))
	look(w.lena, plan).Hides("Haddad").Shows("Skyddad person", `"totalRecords":1`)
	look(w.lena, "skola").Hides("Haddad")
	add := object{"title": "Ledsagning", "outsideActor": "Föreningen Ängsull", "contactName": "Stina Fors", "visibility": "parties"}
	w.bea.Post(w.plan+"/interventions", add).Want(201)
	wantHits(t, look(w.karin, "ledsagning"), "Ledsagning")
	wantHits(t, look(w.karin, "ängsull or stina")) // who carries it out would tell the place
	look(w.bea, "ängsull").Shows("Ledsagning")
}
