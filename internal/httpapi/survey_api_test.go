package httpapi_test

import (
	"fmt"
	"strings"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/id"
	"samplan/internal/testkit"
)

const (
	oneReceipt   = "6f1f4d4e-2f0c-4c0b-9a57-0d6f5a1e7b11"
	otherReceipt = "6f1f4d4e-2f0c-4c0b-9a57-0d6f5a1e7b12"
)

// TestR50EachAnswersForOneself: after a meeting that is closed, the family and the staff who came, until a day; who has
// answered is told to nobody else, and what, to nobody.
func TestR50EachAnswersForOneself(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	ids := w.samples[0].ids
	at := "/meetings/" + ids["loClosed"] + "/survey"
	lena, amir, lo := w.As("lena"), w.As("amir"), w.As("lo")
	lena.Get("/meetings/"+ids["loHeld"]+"/survey").Refused(404, "not-found") // not closed
	for _, who := range []string{"karin", "bea", "liv"} {                    // who were not there, or see no plan
		w.As(who).Get(at).Refused(404, "not-found")
		w.As(who).Put(at, `"0"`, asStaff(oneReceipt)).Refused(404, "not-found")
	}
	amir.Get("/my/notifications").Want(200).Shows("survey-waits", ids["loClosed"]).Hides(ids["loHeld"])
	form := amir.Get("/my"+at).Want(200).Shows(`"respondent":"guardian"`, "Lyssnade de andra på dig?", `"answered":false`, `"open":true`)
	lo.Get("/my"+at).Want(200).Shows(`"respondent":"child"`, "Lyssnade de vuxna på dig?")
	amir.Put("/my"+at, form.ETag(), asGuardian(oneReceipt)).Want(200).Shows(`"answered":true`).Hides(oneReceipt, canary)
	amir.Get("/my/notifications").Want(200).Hides(ids["loClosed"])
	amir.Put("/my"+at, form.ETag(), asGuardian(oneReceipt)).Refused(412, "stale-version")
	form = amir.Get("/my" + at).Want(200).Shows(`"answered":true`).Hides(canary)
	changed := surveyed(oneReceipt, "listened", "1", "who-does-what", "1", "follow-up", "1", "right-people", "yes")
	amir.Put("/my"+at, form.ETag(), changed).Want(200)
	amir.Put("/my"+at, form.ETag(), asGuardian(otherReceipt)).Refused(422, "invalid-value", "/receipt")
	eva := w.As("eva").Get("/my" + at).Want(200).Shows(`"answered":false`)
	w.As("eva").Put("/my"+at, eva.ETag(), asGuardian(oneReceipt)).Want(200) // the same receipt of another person
	staff := lena.Get(at).Want(200).Shows(`"respondent":"staff"`, `"answered":false`)
	lena.Put(at, staff.ETag(), asStaff(oneReceipt)).Want(200)
	lena.Get("/meetings/"+ids["loClosed"]).Want(200).Hides("answered", "taken")

	var taken, answers, marks int
	for query, into := range map[string]*int{
		"SELECT count(*) FROM survey_taken": &taken, "SELECT count(*) FROM survey_answer": &answers, "SELECT count(DISTINCT xmin::text) FROM survey_answer": &marks,
	} {
		if err := w.Owner.QueryRowContext(t.Context(), query).Scan(into); err != nil {
			t.Fatal(err)
		}
	}
	if taken != 3 || answers != 3 || marks != 1 {
		t.Errorf("%d have answered, %d answers, which %d transactions have written", taken, answers, marks)
	}
	w.wantUnjoined(t)
	w.On("2020-12-30")
	amir.Put("/my"+at, amir.Get("/my"+at).Want(200).Shows(`"open":false`).ETag(), changed).Refused(409, "already-ended")
	lo.Get("/my/notifications").Want(200).Hides("survey-waits")
}

// wantUnjoined: nothing that is kept of the request, of the log or under a key leads to an answer.
func (w *town) wantUnjoined(t *testing.T) {
	t.Helper()
	var joined int
	if err := w.Owner.QueryRowContext(t.Context(), `SELECT (SELECT count(*) FROM idempotency_key k, survey_answer a WHERE to_jsonb(k)::text LIKE '%' || a.id || '%')
	  + (SELECT count(*) FROM audit_entry e, survey_answer a WHERE a.id = ANY (e.objects) OR to_jsonb(e)::text LIKE '%' || a.id || '%')
	  + (SELECT count(*) FROM idempotency_key k WHERE to_jsonb(k)::text ~ 'who-does-what')`).Scan(&joined); err != nil {
		t.Fatal(err)
	}
	if joined != 0 {
		t.Error("an answer can be found by who gave it")
	}
}

// TestR50OnlyNumbersOfEnoughAreTold: by half-years that are over, of the own unit or principal, never of few.
func TestR50OnlyNumbersOfEnoughAreTold(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, "2021-01-04")
	keep := func(unit, period string, words ...string) {
		for _, word := range words {
			if _, err := w.Owner.ExecContext(t.Context(), `INSERT INTO survey_answer VALUES ($1, $2, $3, $4, 'child', $5, $6, $7)`,
				id.NewPlan(), demo.UnitID(unit), demo.PrincipalID("goteborg"), period, id.RoutineNamed("vastbus", 1),
				fmt.Sprintf(`{"listened": %q, "important": %q, "next": %q}`, word, word, word), fmt.Sprintf(`{"more": %q}`, canary)); err != nil {
				t.Fatal(err)
			}
		}
	}
	const past, running = "2020-07-01", "2021-01-01"
	keep("bou1", past, strings.Fields("yes yes yes yes yes yes no no partly partly partly")...)
	keep("hs", past, "no", "no", "no", "yes")
	keep("fs", past, "yes", "yes", "yes")
	keep("boc", past, "yes", "partly")
	keep("bou1", running, strings.Fields("yes yes yes yes yes no no no no no")...)
	own := w.As("kim").Get("/survey-results").Want(200).Hides(canary, "2021-01-01", "Herrgårdsskolan", `"no"`).Shows("Barn och unga 1", `"totalRecords":1`)
	own.Shows(`"answered":11`, `"from":"2020-07-01","questions"`, `{"answer":"yes","count":6}`)
	w.As("sam").Get("/survey-results").Want(200).Hides(canary, "Herrgårdsskolan", "Funktionsstöd", `"no"`).
		Shows(`"totalRecords":2`, `"answered":9`, `"answered":11`, `{"answer":"yes","count":6}`)
	w.As("sam").Get("/survey-results?limit=1&page=2").Want(200).Shows(`"totalRecords":2`, `"count":1`)
	for _, who := range []string{"rut", "agnes"} {
		w.As(who).Get("/survey-results").Want(map[string]int{"rut": 200, "agnes": 403}[who]).Hides("answered\":")
	}
	w.As("karin").Get("/survey-results").Refused(403, "denied")
	w.As("amir").Get("/survey-results").Refused(403, "denied")
	w.On("2021-07-01")
	w.As("kim").Get("/survey-results").Want(200).Shows(`"totalRecords":2`, `"answered":10`, `{"answer":"yes","count":5},{"answer":"partly","count":0},{"answer":"no","count":5}`)
}
