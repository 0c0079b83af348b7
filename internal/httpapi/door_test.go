package httpapi

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/httpapi/wire"
	"samplan/internal/session"
)

type work = func(context.Context, access.Actor) (session.Answer, error)

var errDoor = errors.New("connection lost")

func TestTheDoorIsToldOfTheRequest(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	var actor access.Actor
	f.handlers.addGoal = func(ctx context.Context, _ wire.AddGoalRequestObject) error { actor = actorFrom(ctx); return nil }
	w := f.addGoal(goalBody, header("Samplan-Assignment", aPlan))
	wantStatus(t, w.Code, 201, w.Body.String())
	r := f.door.served[0]
	if r.Operation != "AddGoal" || r.Key != aKey || r.Assignment.String() != aPlan || r.Credentials.Subject != "karin" || r.ID.IsZero() {
		t.Errorf("got %+v", r)
	}
	if !r.Now.Equal(frameNow) || r.Today.String() != "2026-03-03" {
		t.Errorf("want the clock's instant and its Swedish day, got %v %v", r.Now, r.Today)
	}
	if actor != karin || actorFrom(context.Background()) != (access.Actor{}) {
		t.Error("handlers get the door's actor, and outside it nobody")
	}
	if w.Header().Get("Location") != "/v1/goals/"+aGoal || w.Header().Get("ETag") != `"1"` {
		t.Errorf("the handler's headers are lost: %v", w.Header())
	}
}

// TestFingerprints tell a retry from another command under the same key.
func TestFingerprints(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	f.addGoal(goalBody)
	f.addGoal(goalBody)
	f.addGoal(goalWith("annat"))
	f.ask(http.MethodPost, "/v1/plans/"+aGoal+"/goals", goalBody)
	f.ask(http.MethodGet, "/v1/goals/"+aGoal, "")
	s := f.door.served
	if s[0].BodyHash != s[1].BodyHash || s[0].BodyHash == s[2].BodyHash || s[0].BodyHash == s[3].BodyHash {
		t.Error("the same request has the same fingerprint; another body or another plan has another")
	}
	if s[4].Key != "" || s[4].BodyHash != [32]byte{} {
		t.Error("a read has no key")
	}
}

// TestNothingLeavesBeforeTheCommit is the rule: no record, no answer.
func TestNothingLeavesBeforeTheCommit(t *testing.T) {
	t.Parallel()
	for name, err := range map[string]error{"fault": fault.Wrap(fault.CodeUnavailable, errDoor), "time": context.DeadlineExceeded} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFrame(t)
			f.door.serve = func(ctx context.Context, _ session.Request, w work) (session.Answer, error) {
				if _, workErr := w(ctx, karin); workErr != nil {
					t.Error(workErr)
				}
				return session.Answer{}, err
			}
			w := f.addGoal(goalBody)
			wantProblem(t, w, 503, "unavailable")
			if w.Header().Get("Location") != "" || w.Header().Get("ETag") != "" || w.Header().Get("Retry-After") == "" {
				t.Errorf("headers of an answer that was not committed: %v", w.Header())
			}
		})
	}
}

func TestTheDoorMayTryAgain(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	once := f.addGoal(goalBody).Body.String()
	f.door.serve = func(ctx context.Context, _ session.Request, w work) (session.Answer, error) {
		_, _ = w(ctx, karin)
		return w(ctx, karin)
	}
	if got := f.addGoal(goalBody).Body.String(); got != once {
		t.Errorf("want the answer once, got %s", got)
	}
}

func TestTheDoorMayAnswerForTheHandler(t *testing.T) {
	t.Parallel()
	f := newFrame(t, func(o *Options) { o.ValidateResponses = nil })
	f.door.serve = func(context.Context, session.Request, work) (session.Answer, error) {
		return session.Answer{Status: 201, Header: http.Header{"Location": {"/v1/x"}}, Body: []byte(`{"first":true}`)}, nil
	}
	w := f.addGoal(goalBody)
	if w.Code != 201 || w.Body.String() != `{"first":true}` || w.Header().Get("Location") != "/v1/x" || f.handlers.calls != 0 {
		t.Errorf("want the first answer, got %d %s", w.Code, w.Body)
	}
}

func TestAPanicUndoesTheTransaction(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	var seen error
	f.door.serve = func(ctx context.Context, _ session.Request, w work) (session.Answer, error) {
		a, err := w(ctx, karin)
		seen = err
		return a, err
	}
	wantProblem(t, f.ask(http.MethodGet, "/v1/me", ""), 500, "internal") // GetMe is not implemented here
	if !fault.Has(seen, fault.CodeInternal) || len(f.door.refused) != 1 {
		t.Errorf("the door must see an error, got %v, and the refusal be recorded", seen)
	}
}

func TestAPanicOfTheDoorIsRecorded(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	f.door.serve = func(context.Context, session.Request, work) (session.Answer, error) { panic("door") }
	wantProblem(t, f.addGoal(goalBody), 500, "internal")
	if len(f.door.refused) != 1 {
		t.Error("want the refusal recorded")
	}
}

func TestWhatCannotBeRecordedIsNotAnswered(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	f.door.refuse = func(context.Context) error { return errDoor }
	f.handlers.addGoal = func(context.Context, wire.AddGoalRequestObject) error { return fault.New(fault.CodeStatusStep) }
	for _, w := range []*httptest.ResponseRecorder{
		f.addGoal(goalBody), f.addGoal("{}"), f.addGoal(goalBody, header("Authorization")), f.ask(http.MethodGet, "/v1/me", ""),
	} {
		wantProblem(t, w, 503, "unavailable")
		if w.Header().Get("Retry-After") == "" || w.Header().Get("WWW-Authenticate") != "" {
			t.Errorf("the answer tells what was not recorded: %v", w.Header())
		}
	}
}

func TestARefusalIsRecordedThoughTheClientHungUp(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	var recorded error
	f.door.refuse = func(ctx context.Context) error {
		_, bounded := ctx.Deadline()
		if !bounded {
			t.Error("the record must not take for ever")
		}
		recorded = ctx.Err()
		return nil
	}
	f.addGoal("{}", func(r *http.Request) {
		ctx, cancel := context.WithCancel(r.Context())
		cancel()
		*r = *r.WithContext(ctx)
	})
	if len(f.door.refused) != 1 || recorded != nil {
		t.Errorf("want a record in a live context, got %v", recorded)
	}
}

func TestAnOperationHasItsTime(t *testing.T) {
	t.Parallel()
	f := newFrame(t, func(o *Options) { o.Limits.Work = 20 * time.Millisecond })
	f.handlers.addGoal = func(ctx context.Context, _ wire.AddGoalRequestObject) error {
		<-ctx.Done()
		return ctx.Err()
	}
	wantProblem(t, f.addGoal(goalBody), 503, "unavailable")
}

func TestARoleThatMayNot(t *testing.T) {
	t.Parallel()
	f := newFrame(t, func(o *Options) {
		o.May = func(a access.Actor, operation string) bool { return a == karin && operation == "GetGoal" }
	})
	wantStatus(t, f.ask(http.MethodGet, "/v1/goals/"+aGoal, "").Code, 200, "what the role may")
	wantProblem(t, f.addGoal(goalBody), 403, "denied")
	if f.handlers.calls != 1 || len(f.door.refused) != 1 {
		t.Error("the handler must not run, and the refusal is recorded")
	}
}

func TestAHandlerThatSaysNothing(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	f.door.serve = func(ctx context.Context, _ session.Request, _ work) (session.Answer, error) {
		h := &held{}
		return h.answer()
	}
	wantProblem(t, f.addGoal(goalBody), 500, "internal")
}

func TestResponsesAreHeldAgainstTheContract(t *testing.T) {
	t.Parallel()
	broken := 0
	f := newFrame(t, func(o *Options) { o.ValidateResponses = func(error) { broken++ } })
	wantStatus(t, f.addGoal(goalBody).Code, 201, "a good answer")
	if broken != 0 {
		t.Error("a good answer was reported")
	}
	for _, a := range []session.Answer{
		{Status: 201, Header: http.Header{"Content-Type": {"application/json"}}, Body: []byte(`{}`)},
		{Status: 202, Header: http.Header{"Content-Type": {"application/json"}}, Body: []byte(`{}`)},
		{Status: 404, Header: http.Header{"Content-Type": {"text/plain"}}, Body: []byte(`no`)},
	} {
		before := broken
		f.door.serve = func(context.Context, session.Request, work) (session.Answer, error) { return a, nil }
		f.addGoal(goalBody)
		if broken != before+1 {
			t.Errorf("%d %s was not reported", a.Status, a.Body)
		}
	}
}
