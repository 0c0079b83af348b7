package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
)

// TestR44ANoShowSuggestsADeviation: to the unit that called, to those who work with the child and their manager, without child or meeting.
// It is dismissed with a reason, or a deviation about the same unit is entered of it; nothing then leads from the one to the other.
func TestR44ANoShowSuggestsADeviation(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	missed := l.missing()
	missed()
	rows := l.lena.Get("/deviation-suggestions").Want(200).Shows("Funktionsstöd myndighet").Hides(l.child, "Sixten", "meeting", "BUP")
	dismissed := rows.ID("deviationSuggestions", "notedOn", before)
	rolf := l.As("rolf")
	rolf.Get("/deviation-suggestions").Want(200).Shows(dismissed)
	for _, c := range []string{"lena", "rolf"} {
		l.As(c).Get("/notifications").Want(200).Shows("deviation-suggested", dismissed)
	}
	for _, who := range []string{"bea", "karin", "bo", "fia", "kim"} {
		l.As(who).Get("/deviation-suggestions").Want(200).Hides(dismissed)
		l.As(who).Get("/notifications").Want(200).Hides("deviation-suggested")
		l.As(who).Post("/deviation-suggestions/"+dismissed+"/dismissals", object{"reason": "Nej"}).Refused(404, "not-found")
	}
	for _, who := range []string{"agnes", "moa", "disa", "sam", "sten"} {
		l.As(who).Get("/deviation-suggestions").Refused(403, "denied")
	}
	l.lena.Post("/deviation-suggestions/"+dismissed+"/dismissals", object{}).Want(400)
	l.lena.Post("/deviation-suggestions/"+dismissed+"/dismissals", object{"reason": "De hade ringt."}).Want(200).Shows("De hade ringt.", `"endedOn":"2020-12-15"`)
	rolf.Post("/deviation-suggestions/"+dismissed+"/dismissals", object{"reason": "De hade ringt."}).Refused(409, "already-ended")
	rolf.Get("/deviation-suggestions").Want(200).Shows("De hade ringt.")
	l.lena.Get("/notifications").Want(200).Hides("deviation-suggested")
	l.deviates(missed, dismissed)
}

// missing holds meetings to which a unit that was called does not come.
func (l *life) missing() func() {
	call := callOf(l.lena, l.plan, "bup", toBup, "fs", toFs)
	return func() {
		at := "/meetings/" + l.lena.Post(l.plan+"/meetings", booked("callId", call[len("/calls/"):])).Want(201).Text("id")
		l.lena.Post(at+"/attendances", attends("bea", "bup", "digital")).Want(200)
		l.lena.Post(at+"/closings", object{"childParticipation": "present", "closingReason": "no-need"}).Want(200)
	}
}

// deviates: of the second one a deviation is entered.
func (l *life) deviates(missed func(), dismissed string) {
	missed()
	second := first(l.lena.Get("/deviation-suggestions").Want(200), "deviationSuggestions", "id") // those that wait come first
	entered := deviates("observed", "Ingen kom till mötet.")
	entered["suggestionId"] = dismissed
	l.lena.Post("/deviations", entered).Refused(422, "invalid-value", "/suggestionId")
	entered["suggestionId"], entered["concernsUnitId"] = second, demo.UnitID("bup")
	l.lena.Post("/deviations", entered).Refused(422, "invalid-value", "/suggestionId")
	entered["concernsUnitId"] = demo.UnitID("fs")
	l.As("karin").Post("/deviations", entered).Refused(422, "invalid-value", "/suggestionId")
	l.As("agnes").Post("/deviations", entered).Refused(422, "invalid-value", "/suggestionId")
	entered["text"] = "Sixten fick vänta."
	l.lena.Post("/deviations", entered).Refused(422, "identifying-text", "/text")
	l.lena.Get("/notifications").Want(200).Shows("deviation-suggested", second) // nothing was entered
	entered["text"] = "Ingen kom till mötet."
	made := l.lena.Post("/deviations", entered).Want(201).Hides(second, l.child, "childId")
	l.lena.Get("/deviation-suggestions").Want(200).Hides(made.Text("id"))
	l.lena.Get("/notifications").Want(200).Hides("deviation-suggested")
	l.lena.Post("/deviations", entered).Refused(422, "invalid-value", "/suggestionId")
}

// TestR52WhatNobodyTookUpIsPartOfTheYear: of enough alone, without what was entered or explained in time; what is done about it later, and
// who leaves the group, change no year that is over.
func TestR52WhatNobodyTookUpIsPartOfTheYear(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	l.prepare()
	missed := l.missing()
	figures := "/collaboration-groups/" + demo.GroupID("hisingen").String() + "/deviation-figures/2020"
	year := func(n string) {
		t.Helper()
		l.On("2021-01-02")
		for _, who := range []string{"kim", "rolf"} {
			got := l.As(who).Get(figures).Want(200)
			if n == "" {
				got.Hides("unhandledSuggestions", l.child)
			} else {
				got.Shows(`"unhandledSuggestions":`+n).Hides(l.child, "Funktionsstöd")
			}
		}
		l.On(before)
	}
	year("0")
	for range 5 {
		missed()
	}
	year("5")
	dismiss := func() {
		open := first(l.lena.Get("/deviation-suggestions").Want(200), "deviationSuggestions", "id")
		l.lena.Post("/deviation-suggestions/"+open+"/dismissals", object{"reason": "De hade ringt."}).Want(200)
	}
	dismiss()
	year("") // four are too few
	missed()
	year("5")
	entered := deviates("observed", "Ingen kom till mötet.")
	entered["suggestionId"] = first(l.lena.Get("/deviation-suggestions").Want(200), "deviationSuggestions", "id")
	l.lena.Post("/deviations", entered).Want(201)
	year("")
	missed()
	l.On("2021-01-02")
	dismiss() // too late for the year
	year("5")
	if _, err := l.Owner.ExecContext(t.Context(), "UPDATE group_member SET valid = daterange(lower(valid), '2021-01-01') WHERE unit_id = $1", demo.UnitID("hs")); err != nil {
		t.Fatal(err)
	}
	l.On("2021-01-02")
	l.As("kim").Get(figures).Want(200).Shows(`"unhandledSuggestions":5`)
	for _, who := range []string{"rolf", "lena", "karin", "bibi", "roland"} {
		l.As(who).Get(figures).Refused(404, "not-found")
	}
}
