package httpapi_test

import (
	"slices"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// TestR29WhatIsToBeFollowedUpIsTold: to the member who is to do it from before its day on, and afterwards to chair and secretary, too;
// to nobody else, and no more when it is done.
func TestR29WhatIsToBeFollowedUpIsTold(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	moa, bea := w.As("moa"), w.As("bea")
	at := w.As("rolf").Post(local+"/forum-cases", tells("En elev kommer sällan till skolan.")).Want(201).Text("id")
	moa.Post("/forum-cases/"+at+"/outcomes", object{
		"outcome": "advice", "text": "Skolan prövar en kortare dag.", "followUpOn": "2021-02-15", "responsibleId": seatIn("bea"),
	}).Want(200)
	bea.Get("/notifications").Want(200).Hides("forum-follow-up")
	tell := func(day string, due, late []string) {
		t.Helper()
		w.On(day)
		for _, who := range []string{"bea", "moa", "kim", "rolf", "liv", "karin", "bibi"} {
			told := w.As(who).Get("/notifications").Want(200).Hides("kortare dag", "sällan")
			for kind, all := range map[string][]string{"forum-follow-up-due": due, "forum-follow-up-overdue": late} {
				if slices.Contains(all, who) {
					told.Shows(kind, at)
				} else {
					told.Hides(kind)
				}
			}
		}
	}
	tell("2021-01-16", []string{"bea"}, nil)
	tell("2021-02-15", []string{"bea"}, nil)
	tell("2021-02-16", nil, []string{"bea", "moa", "kim"})
	bea.Post("/forum-cases/"+at+"/follow-ups", object{"text": "Det går bättre."}).Want(200)
	tell("2021-02-16", nil, nil)
}

// TestR29ALearningPointIsTakenBack by who wrote it or keeps the minutes.
func TestR29ALearningPointIsTakenBack(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	rolf, bea := w.As("rolf"), w.As("bea")
	learnt := func(text string) string {
		return rolf.Post(local+"/learning-points", object{"text": text}).Want(201).Text("id")
	}
	first, second := learnt("Hör av er tidigt."), learnt("Fråga familjen först.")
	bea.Post("/learning-points/"+first+"/withdrawals", object{}).Refused(403, "denied")
	for _, who := range []string{"karin", "petra"} {
		w.As(who).Post("/learning-points/"+first+"/withdrawals", object{}).Refused(404, "not-found")
	}
	rolf.Post("/learning-points/"+first+"/withdrawals", object{}).Want(200).Shows(first)
	w.As("moa").Post("/learning-points/"+second+"/withdrawals", object{}).Want(200)
	rolf.Post("/learning-points/"+first+"/withdrawals", object{}).Refused(404, "not-found")
	rolf.Get(local + "/learning-points").Want(200).Shows(`"totalRecords":0`)
}

// TestR29WhatForumsKeepEnds: why a link was opened is gone with the words of the case, that it was opened stays; and how long texts are
// kept counts from the next step.
func TestR29WhatForumsKeepEnds(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	kim, sam := w.As("kim"), w.As("sam")
	_, milo := planOf(w.As("karin"), "Milo Ros")
	d := tells("En elev kommer sällan till skolan.")
	d["childId"] = milo
	raised := kim.Post(local+"/forum-cases", d).Want(201).Shows(`"expiresOn":"2021-06-13"`)
	at := "/forum-cases/" + raised.Text("id")
	kim.Post(at+"/link-openings", object{"reason": "Milo har frågat."}).Want(200)
	for _, who := range []string{"kim", "moa", "rolf"} {
		w.As(who).Post(local+"/text-periods", object{"keepTextsDays": 365}).Refused(403, "denied")
	}
	sam.Post("/collaboration-groups/"+demo.GroupID("karlskrona").String()+"/text-periods", object{"keepTextsDays": 365}).Refused(403, "denied")
	sam.Post("/collaboration-groups/"+madeUp+"/text-periods", object{"keepTextsDays": 365}).Refused(404, "not-found")
	for _, days := range []int{29, 731} {
		sam.Post(local+"/text-periods", object{"keepTextsDays": days}).Refused(400, "malformed-request")
	}
	before := sam.Get(local).Want(200).ETag()
	if after := sam.Post(local+"/text-periods", object{"keepTextsDays": 365}).Want(200).Shows(`"keepTextsDays":365`); after.ETag() == before {
		t.Error("the ETag says nothing of it")
	}
	kim.Get(at).Want(200).Shows(`"expiresOn":"2021-06-13"`)
	kim.Post(at+"/outcomes", object{"outcome": "advice", "text": "Skolan ringer hem."}).Want(200).Shows(`"expiresOn":"2021-12-15"`)
	reasons := func() (reasons, openings int) {
		t.Helper()
		if err := w.Owner.QueryRowContext(t.Context(), "SELECT count(reason), count(*) FROM forum_link_opening").Scan(&reasons, &openings); err != nil {
			t.Fatal(err)
		}
		return reasons, openings
	}
	if err := w.Store.Weed(t.Context(), civil.MustParse("2021-12-15")); err != nil {
		t.Fatal(err)
	}
	if n, _ := reasons(); n != 1 {
		t.Errorf("%d reasons are kept on the last day", n)
	}
	if err := w.Store.Weed(t.Context(), civil.MustParse("2021-12-16")); err != nil {
		t.Fatal(err)
	}
	if n, all := reasons(); n != 0 || all != 1 {
		t.Errorf("%d reasons of %d openings are kept", n, all)
	}
}
