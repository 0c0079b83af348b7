package httpapi_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// everybody of Lo's plan: staff of four services and the family.
var everybody = []string{"lena", "karin", "bo", "bea", "moa", "amir", "eva", "lo"}

func (w *guarded) at(who string) string {
	if demo.Find(who).Number != "" {
		return w.my
	}
	return w.plan
}

// shown gathers what a reader gets by the answers that a line may be made of.
func (w *guarded) shown(t *testing.T, c testkit.Client, at string) string {
	t.Helper()
	var all strings.Builder
	for _, path := range []string{
		"", "/status-changes", "/leads", "/role-holders", "/follow-ups", "/evaluations", "/versions", "/meetings", "/calls",
	} {
		all.WriteString(c.Get(at+path).Body + "\n")
	}
	for _, path := range []string{"/my/consents", "/my/meetings", w.child + "/consents?limit=100", "/information-requests?direction=sent&limit=100", "/information-requests?direction=received&limit=100"} {
		all.WriteString(c.Get(path).Body + "\n")
	}
	return all.String()
}

type lineOf struct {
	Lanes []struct {
		Kind, Name, Principal string
		Unit                  struct{ ID, Name string }
		Marks                 []struct{ Kind, On, Until, Text string }
	}
}

func lineIn(t *testing.T, a testkit.Answer) lineOf {
	t.Helper()
	var l lineOf
	if err := json.Unmarshal([]byte(a.Body), &l); err != nil {
		t.Fatal(err)
	}
	return l
}

// TestR54CaseLineShowsEachViewerItsOwn: each reader's line is made of what the reader gets by other answers, every lane, day and
// title of it; what others hold is in no line and leaves no trace.
func TestR54CaseLineShowsEachViewerItsOwn(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	w.karin.Post(w.plan+"/interventions", object{"title": canary, "category": "interventions", "visibility": "unit", "startsOn": "2020-11-01", "status": "ongoing"}).Want(201)
	for _, who := range everybody {
		c := w.As(who)
		shown := w.shown(t, c, w.at(who))
		l := lineIn(t, c.Get(w.at(who)+"/case-line").Want(200))
		if len(l.Lanes) < 2 {
			t.Errorf("%s: %d lanes", who, len(l.Lanes))
		}
		for _, lane := range l.Lanes {
			if len(lane.Marks) == 0 || !strings.Contains(shown, lane.Unit.ID) || !strings.Contains(shown, lane.Unit.Name) || !strings.Contains(shown, lane.Name) {
				t.Errorf("%s: a lane of something else: %v", who, lane)
			}
			for _, m := range lane.Marks {
				title, isTitled := strings.CutPrefix(m.Text, "Insats: ")
				if !strings.Contains(shown, `"`+m.On) || !strings.Contains(shown, `"`+m.Until) || isTitled && !strings.Contains(shown, title) {
					t.Errorf("%s: %v is in no other answer", who, m)
				}
			}
		}
		a, picture := c.Get(w.at(who)+"/case-line"), c.Get(w.at(who)+"/case-line/picture").Want(200)
		if isHis := strings.Contains(shown, canary); strings.Contains(a.Body, canary) != isHis || strings.Contains(picture.Body, canary) != isHis {
			t.Errorf("%s and Karin's own: %s", who, a.Body)
		}
		if media := picture.Header.Get("Content-Type"); media != "image/svg+xml; charset=utf-8" || !strings.Contains(picture.Body, "<desc") {
			t.Errorf("%s: %s %s", who, media, picture.Body)
		}
	}
	for _, path := range []string{"/case-line", "/case-line/picture"} {
		w.As("liv").Get(w.plan+path).Refused(404, "not-found")
		w.lena.Get("/plans/"+madeUp+path).Refused(404, "not-found")
		w.As("samira").Get(w.my+path).Refused(404, "not-found")
		w.amir.Get(w.plan+path).Refused(403, "denied")
		w.lena.Get(w.my+path).Refused(403, "denied")
		w.lena.Get(w.plan + path + "?language=ar").Want(400)
	}
	w.amir.Get(w.my + "/case-line?language=ar").Want(200).Shows("يقود الخطة")
	w.amir.Get(w.my + "/case-line/picture?language=ar").Want(200).Shows(`direction="rtl"`)
}

// TestR54NothingAbsentIsMarked: what is said to others, concern reports, deviations, notes and refusals change no line (R26).
func TestR54NothingAbsentIsMarked(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	lines := func() string {
		var all strings.Builder
		for _, who := range everybody {
			if who != "karin" && who != "bo" { // Karin's own, and of her board
				all.WriteString(w.As(who).Get(w.at(who) + "/case-line").Want(200).Body)
			}
		}
		return all.String()
	}
	was := lines()
	w.lena.Post(w.child+"/concern-reports", worry()).Want(201)
	w.karin.Post(w.plan+"/notes", object{"text": canary, "category": "health"}).Want(201)
	w.karin.Post(w.plan+"/interventions", object{"title": canary, "category": "interventions", "visibility": "unit", "startsOn": "2020-10-01", "status": "ongoing"}).Want(201)
	if is := lines(); is != was {
		t.Errorf("a line tells of what its reader does not see:\n%s\n%s", was, is)
	}
}

// TestR54TeachingLineLeavesTheCase: no name, no id, no day and no text of the case is in it, it is another one each time, and why it
// was taken out stands in the log.
func TestR54TeachingLineLeavesTheCase(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	at, ask := w.plan+"/teaching-line-searches", object{"reason": "Till kursen om samverkan.", "confirmedWarnings": []string{"rare-combination"}}
	w.lena.Post(w.plan+"/interventions", object{"title": canary, "category": "interventions", "visibility": "unit", "startsOn": "2020-11-01", "status": "ongoing"}).Want(201)
	w.lena.Post(at, object{"reason": "Till kursen."}).Refused(422, "confirm-warnings", "/confirmedWarnings")
	one, two := w.lena.Post(at, ask).Want(200).Shows("Skola A", "kan se det"), w.lena.Post(at, ask).Want(200)
	of := func(l lineOf) (days []string) {
		for _, lane := range l.Lanes {
			for _, m := range lane.Marks {
				days = append(days, m.On)
			}
		}
		return days
	}
	case_ := w.lena.Get(w.plan + "/case-line").Want(200)
	for _, a := range []testkit.Answer{one, two} {
		a.Hides(canary, "Lo", "Haddad", "Herrgårdsskolan", "Göteborg", "Västra Götaland", "BUP", demo.Find("lo").Number, w.plan[7:], w.child[10:])
		if regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-`).MatchString(a.Body) {
			t.Errorf("an id: %s", a.Body)
		}
		for _, day := range of(lineIn(t, case_)) {
			a.Hides(day)
		}
		a.Hides(w.Now().Format("2006-01-02"))
	}
	if days := of(lineIn(t, one)); fmt.Sprint(days) == fmt.Sprint(of(lineIn(t, two))) || len(days) == 0 {
		t.Errorf("twice the same: %v", days)
	}
	var logged int
	if err := w.Owner.QueryRowContext(t.Context(), `SELECT count(*) FROM audit_entry WHERE operation = 'GetTeachingLine' AND outcome = 'done' AND purpose = 'Till kursen om samverkan.'
	  AND child_id::text = $1`, w.child[10:]).Scan(&logged); err != nil || logged != 2 {
		t.Errorf("logged %d times: %v", logged, err)
	}
	w.amir.Get("/my/log-extract?from=" + before).Want(200).Shows("Tog ut planen som ett dokument").Hides("kursen om samverkan")
}

// TestR54WhoTakesALineOut: a caseworker of the unit that leads, with a reason that names nobody; of a protected child nobody.
func TestR54WhoTakesALineOut(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	at, ask := w.plan+"/teaching-line-searches", object{"reason": "Till kursen.", "confirmedWarnings": []string{"rare-combination"}}
	for who, code := range map[string]string{"karin": "not-found", "bea": "not-found", "moa": "denied", "kim": "denied", "amir": "denied", "lo": "denied", "sam": "denied", "disa": "denied"} {
		status := 403
		if code == "not-found" {
			status = 404
		}
		w.As(who).Post(at, ask).Refused(status, code)
	}
	w.lena.Post("/plans/"+madeUp+"/teaching-line-searches", ask).Refused(404, "not-found")
	for reason, code := range map[string]string{"Lo är ett bra exempel": "identifying-text", "Se 20110514-9802": "identifying-text", "kurs för Anna": "confirm-warnings"} {
		w.lena.Post(at, object{"reason": reason, "confirmedWarnings": []string{"rare-combination"}}).Refused(422, code, "/reason")
	}
	w.lena.Post(at, object{}).Refused(400, "malformed-request", "/reason")
	w.lena.Post(at, object{"reason": " "}).Want(400)
	w.record(w.karin, "confidentiality-marking").Want(201)
	w.lena.Post(at, ask).Refused(422, "not-for-teaching")
}
