package httpapi_test

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/id"
	"samplan/internal/testkit"
)

// sweep is a child's plan, and who has or may have a part in it. To everybody else it is as if it were not there.
type sweep struct {
	hidden   map[string][]string // the kinds of each id
	insiders []string
}

// TestHiddenIsAbsent asks every operation for what the one who asks may not see: each kind of id of somebody else's plan
// gets the answer that a made-up id gets, to the byte (S1).
func TestHiddenIsAbsent(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	milo := maps.Clone(w.sample("GetMe").ids)
	maps.DeleteFunc(milo, func(kind, _ string) bool {
		return strings.HasPrefix(kind, "lo") || slices.Contains([]string{"asked", "given", "tuvaPlan", "alvaPlan", "catalogueId", "contactCardId", "questionnaireId", "otherDraft", "usedQuestionnaire", "groupId", "memberId", "disposalId", "toExtend"}, kind)
	})
	sweeps := []sweep{
		{kindsOf(w.everything("vera", "Alva Grip", "ftv")), []string{"vera", "anna", "alva"}},
		{kindsOf(milo), nil}, // lies in tove's own domain
	}
	rows, r := w.rows(), newRefusals(t)
	t.Run("people", func(t *testing.T) {
		for _, p := range demo.Near() {
			t.Run(p.Key, func(t *testing.T) {
				t.Parallel()
				for n, s := range sweeps {
					if (n == 0 || slices.Contains(thorough, p.Key)) && !slices.Contains(s.insiders, p.Key) {
						w.sweep(t, p, s.hidden, r)
					}
				}
			})
		}
	})
	w.wantRows(t, rows)
}

// thorough are the people who try every kind of id in every place that they may call: need elsewhere in the domain, in
// another, a guardian.
var thorough = []string{"tove", "amir"}

// refusals are which operations have refused which role. A role that may never call an operation is refused by the policy,
// before an id is read: one of its people shows that, with one kind of id.
type refusals struct {
	policy *access.Matrix
	shown  sync.Map
}

func newRefusals(t *testing.T) *refusals {
	t.Helper()
	policy, err := access.Load()
	if err != nil {
		t.Fatal(err)
	}
	return &refusals{policy: policy}
}

// never tells whether a person's role may never call an operation.
func (r *refusals) never(p demo.Person, operation string) bool {
	return !r.policy.May(actorOf(p), operation)
}

// isShown tells whether somebody of the person's role was refused the operation before, and remembers it.
func (r *refusals) isShown(p demo.Person, operation string) bool {
	_, shown := r.shown.LoadOrStore(actorOf(p).Role().String()+" "+operation, true)
	return shown
}

// actorOf is a person as the policy knows one: a role, or none.
func actorOf(p demo.Person) access.Actor {
	if len(p.Posts) == 0 {
		return access.NewCitizen(id.Person{}, civil.Date{}, id.Request{})
	}
	return access.NewStaff(id.Person{}, "", access.Post{Assignment: id.NewAssignment(), Role: access.RoleNamed(p.Posts[0].Role)}, civil.Date{}, id.Request{})
}

func (w *town) sweep(t *testing.T, p demo.Person, hidden map[string][]string, r *refusals) {
	t.Helper()
	c := w.As(p.Key).In(t)
	if len(p.Posts) > 1 {
		c = c.At(p.Posts[0].Unit)
	}
	for _, s := range w.samples {
		names := s.operation.ids()
		never := r.never(p, s.name)
		if len(names) == 0 || names[0] == "unitId" || never && r.isShown(p, s.name) {
			continue
		}
		absent := w.ask(c, s, names[0], madeUp)
		if never && absent.Status != http.StatusForbidden {
			t.Errorf("%s as %s: the policy allows it to nobody of that role, and the answer is %d", s.name, p.Key, absent.Status)
		}
		if absent.Status < 400 {
			t.Errorf("%s as %s: a made-up id is answered %d", s.name, p.Key, absent.Status)
		}
		others := slices.Contains(thorough, p.Key) && !never
		for id, kinds := range hidden {
			if others || slices.Contains(kinds, names[0]) {
				wantSame(t, s.name+" as "+p.Key+" with "+kinds[0], w.ask(c, s, names[0], id), absent)
			}
		}
	}
}

// kindsOf gives the kinds of each id that is to be hidden: some have several names, and asking for them is one question.
func kindsOf(ids map[string]string) map[string][]string {
	all := map[string][]string{}
	for kind, id := range ids {
		if len(id) == len(madeUp) && kind != "unitId" {
			all[id] = append(all[id], kind)
		}
	}
	return all
}

// ask sends a sample with another id in its path. A fixed trace makes two answers comparable.
func (w *town) ask(c testkit.Client, s sample, name, id string) testkit.Answer {
	const trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
	headers := append([]string{"Idempotency-Key", "hidden-" + id, "traceparent", trace}, s.media()...)
	if s.method == http.MethodPut {
		headers = append(headers, "If-Match", `"1"`)
	}
	return c.Send(s.method, s.with(s.ids, name, id), s.or(nil), headers...)
}

// bare is a body without the id of its request.
func bare(body string) string {
	before, after, isProblem := strings.Cut(body, `"instance":"urn:uuid:`)
	if id, rest, _ := strings.Cut(after, `"`); isProblem && len(id) == len(madeUp) {
		return before + rest
	}
	return body
}

func wantSame(t *testing.T, what string, got, want testkit.Answer) {
	t.Helper()
	same := got.Status == want.Status && maps.EqualFunc(got.Header, want.Header, slices.Equal[[]string]) &&
		bare(got.Body) == bare(want.Body)
	if !same {
		t.Errorf("%s: hidden %d %s %v\nmade up %d %s %v", what, got.Status, got.Body, got.Header, want.Status, want.Body, want.Header)
	}
}

// TestHiddenInBodies names hidden objects in what is sent, beside something that one may do.
func TestHiddenInBodies(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	alva := w.everything("vera", "Alva Grip", "ftv")
	rows := w.rows()
	for _, c := range []struct{ operation, field, hidden string }{
		{"CreatePlan", "childId", alva["childId"]},
		{"CreatePlan", "childId", alva["planId"]},
		{"CreatePlan", "childId", demo.Find("ulf").PersonID().String()},
		{"AddGoal", "partOfGoalId", alva["goalId"]},
		{"AddGoal", "partOfGoalId", alva["noteId"]},
		{"ChangeGoal", "partOfGoalId", alva["goalId"]},
		{"AddIntervention", "goalId", alva["goalId"]},
		{"ChangeIntervention", "goalId", alva["goalId"]},
		{"AssignCaseWorker", "personId", demo.Find("ulf").PersonID().String()},
		{"AssignCaseWorker", "personId", alva["childId"]},
		{"AnswerParty", "contactPersonId", demo.Find("karin").PersonID().String()},
		{"AnswerConsent", "personId", alva["giver"]},
		{"SetMyBlock", "unitId", demo.UnitID("bvc").String()},
		{"OpenEmergency", "unitId", demo.UnitID("bou1").String()},
		{"WithdrawConsent", "by", alva["giver"]},
		{"WithholdItem", "personId", alva["giver"]},
		{"WithholdItem", "personId", alva["childId"]},
		{"DiscloseItem", "decidedBy", alva["giver"]},
	} {
		s := w.sample(c.operation)
		with := func(id string) testkit.Answer {
			doc := maps.Clone(s.doc)
			doc[c.field] = id
			headers := append(s.headers(w.As(s.who), "body-"+id), "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
			return w.As(s.who).Send(s.method, s.path(), doc, headers...)
		}
		absent := with(madeUp)
		if absent.Status < 400 || absent.Status > 499 {
			t.Errorf("%s: a made-up %s is answered %d", c.operation, c.field, absent.Status)
		}
		wantSame(t, c.operation+" "+c.field, with(c.hidden), absent)
	}
	w.wantRows(t, rows)
}
