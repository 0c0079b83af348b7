package httpapi_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"sync"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// TestEveryOperationIsDone sends every sample. A command is done once, however often it is sent under its key (S11).
func TestEveryOperationIsDone(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	for n, s := range w.samples {
		c := w.As(s.who)
		key := fmt.Sprintf("done-once-%03d", n)
		first := s.send(c, key, nil)
		if first.Status >= 300 {
			t.Errorf("%s: got %d %s", s.name, first.Status, first.Body)
			continue
		}
		if s.takesKey() {
			w.wantOnce(t, s, key, first)
		}
	}
}

// shownOnce is what a retry is not shown again.
var shownOnce = regexp.MustCompile(`"secret":"whsec_[^"]*",`)

func (w *town) wantOnce(t *testing.T, s sample, key string, first testkit.Answer) {
	t.Helper()
	rows := w.rows()
	again := s.send(w.As(s.who), key, nil)
	if again.Status != first.Status || again.Body != shownOnce.ReplaceAllString(first.Body, "") || again.ETag() != first.ETag() ||
		again.Header.Get("Location") != first.Header.Get("Location") {
		t.Errorf("%s: a retry got another answer: %d %s, first %d %s", s.name, again.Status, again.Body, first.Status, first.Body)
	}
	other, err := json.Marshal(s.doc)
	if err != nil {
		t.Fatal(err)
	}
	s.send(w.As(s.who), key, string(other)+" ").Refused(422, "idempotency-key-reused", "Idempotency-Key").Hides(inside...)
	w.wantRows(t, rows)
}

// TestKeysAreThePersonsOwn: the same key of somebody else, or of another operation, is another key.
func TestKeysAreThePersonsOwn(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	s := w.sample("AddGoal")
	key := []string{"Idempotency-Key", "one-key-of-many"}
	mine := s.send(w.As("karin"), key[1], nil).Want(201)
	other := w.As("kim").Send(s.method, s.path(), s.doc, key...).Want(201)
	if mine.Text("id") == other.Text("id") {
		t.Error("kim got karin's answer")
	}
	note := w.sample("AddNote")
	note.send(w.As("karin"), key[1], nil).Want(201)
	w.As("amir").Send(s.method, s.path(), s.doc, key...).Refused(403, "denied").Hides(mine.Text("id"))
}

// TestLooksAreNeverReplayed: a key sent with a look at something keeps nothing, so that a wall raised meanwhile stands, and a
// file comes whole each time.
func TestLooksAreNeverReplayed(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	kept := func() (n int) {
		if err := w.Owner.QueryRowContext(t.Context(), `SELECT count(*) FROM idempotency_key`).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := kept()
	for _, s := range w.samples {
		if s.isPublic() || s.takesKey() {
			continue
		}
		c := w.As(s.who)
		first := s.send(c, "", nil)
		again := c.Send(s.method, s.path(), s.or(nil), append(append(s.headers(c, ""), s.media()...), "Idempotency-Key", "key-of-a-look")...)
		if s.method == http.MethodGet && (again.Status != first.Status || len(again.Body) == 0 != (len(first.Body) == 0)) {
			t.Errorf("%s: with a key %d %s, without %d", s.name, again.Status, again.Body, first.Status)
		}
	}
	if now := kept(); now != before {
		t.Errorf("%d answers to looks were kept", now-before)
	}
}

// TestKeysAreTheAssignmentsOwn: somebody with two assignments works at one at a time. What was answered at one is not
// answered at the other, where other walls stand.
func TestKeysAreTheAssignmentsOwn(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	s := w.sample("RegisterChild")
	replayed := func() (n int) {
		if err := w.Owner.QueryRowContext(t.Context(), `SELECT count(*) FROM audit_entry WHERE outcome = 'replayed'`).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	for _, try := range []struct {
		unit string
		want int
	}{{"bou2", 0}, {"rf", 0}, {"bou2", 1}, {"rf", 2}} {
		s.send(w.As("tove").At(try.unit), "key-of-one-assignment", nil).Want(201)
		if got := replayed(); got != try.want {
			t.Errorf("at %s: %d answers were given again, want %d", try.unit, got, try.want)
		}
	}
}

// TestR41NoReplayForWhoLostTheAssignment: an answer once given is not given again to somebody who may no longer ask.
func TestR41NoReplayForWhoLostTheAssignment(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	s := w.sample("AddGoal")
	made := s.send(w.As("karin"), "lost-in-between", nil).Want(201)
	w.exec(`UPDATE assignment SET valid = daterange(lower(valid), '2020-12-16') WHERE person_id = $1`, demo.Find("karin").PersonID())
	w.On("2020-12-16")
	s.send(w.As("karin").At("bou1"), "lost-in-between", nil).Refused(401, "unauthenticated").Hides(made.Text("id"))
	s.send(w.As("karin"), "lost-in-between", nil).Refused(403, "denied").Hides(made.Text("id"))
}

func (w *town) exec(query string, args ...any) {
	if _, err := w.Owner.ExecContext(w.t.Context(), query, args...); err != nil {
		w.t.Fatal(err)
	}
}

func (w *town) count(query string) (n int) {
	if err := w.Owner.QueryRowContext(w.t.Context(), query).Scan(&n); err != nil {
		w.t.Fatal(err)
	}
	return n
}

// together runs a request many times at once and counts the answers by status.
func together(n int, ask func(i int) testkit.Answer) (byStatus map[int]int, bodies map[string]int) {
	byStatus, bodies = map[int]int{}, map[string]int{}
	var lock sync.Mutex
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() {
			a := ask(i)
			lock.Lock()
			defer lock.Unlock()
			byStatus[a.Status]++
			bodies[a.Body]++
		})
	}
	all.Wait()
	return byStatus, bodies
}

// TestRetriesThatArriveTogether: sixteen at once under one key make one plan and get one answer.
func TestRetriesThatArriveTogether(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	s := w.sample("CreatePlan")
	plans := w.count("SELECT count(*) FROM plan")
	status, bodies := together(16, func(int) testkit.Answer { return s.send(w.As("karin"), "sixteen-at-once", nil) })
	if status[201] != 16 || len(bodies) != 1 {
		t.Errorf("want one answer sixteen times, got %v, %d answers", status, len(bodies))
	}
	if n := w.count("SELECT count(*) FROM plan"); n != plans+1 {
		t.Errorf("want one more plan than %d, got %d", plans, n)
	}
	if n := w.count("SELECT count(*) FROM audit_entry WHERE operation = 'CreatePlan' AND outcome = 'replayed'"); n != 15 {
		t.Errorf("want 15 replays in the log, got %d", n)
	}
}

// TestTwoEditors: of those who change the same version at once, one does and the others are told (F14).
func TestTwoEditors(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	for _, name := range []string{"ChangeGoal", "ChangeIntervention", "ChangeNote", "ChangePlan", "ChangeChild"} {
		s := w.sample(name)
		for range 3 {
			etag := w.As("karin").Get(s.path()).Want(200).ETag()
			status, _ := together(6, func(i int) testkit.Answer {
				return w.As([]string{"karin", "kim"}[i%2]).Put(s.path(), etag, s.doc)
			})
			if status[200] != 1 || status[412] != 5 {
				t.Errorf("%s: want one 200 and five 412, got %v", name, status)
			}
		}
	}
}
