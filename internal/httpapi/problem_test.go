package httpapi

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/labstack/echo/v4"

	"samplan/internal/fault"
	"samplan/internal/httpapi/wire"
)

func TestEveryCodeHasItsStatus(t *testing.T) {
	t.Parallel()
	want := map[fault.Code]int{
		fault.CodeMalformed: 400, fault.CodeEncoding: 400, fault.CodeKeyRequired: 400, fault.CodeAssignment: 400,
		fault.CodeUnauthenticated: 401, fault.CodeDenied: 403, fault.CodeNotFound: 404, fault.CodeMethod: 405,
		fault.CodeDuplicate: 409, fault.CodeStatusStep: 409, fault.CodeStale: 412, fault.CodeTooLarge: 413, fault.CodeMediaType: 415,
		fault.CodeInvalid: 422, fault.CodeKeyReused: 422, fault.CodeNeedVersion: 428, fault.CodeTooMany: 429,
		fault.CodeInternal: 500, fault.CodeUnavailable: 503,
	}
	for code, status := range want {
		if got := statusOf(fault.New(code)); got != status {
			t.Errorf("%s: want %d, got %d", code, status, got)
		}
	}
	for _, code := range fault.Codes() {
		if _, ok := statusByKind[code.Kind()]; !ok {
			t.Errorf("%s: kind %s has no status", code, code.Kind())
		}
	}
}

// TestUnknownErrorsTellNothing covers what handlers may return by mistake, and what Echo says itself.
func TestUnknownErrorsTellNothing(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		err    error
		status int
		code   string
	}{
		"plain error":         {errors.New(canary), 500, "internal"},
		"wrapped fault":       {fmt.Errorf("%s: %w", canary, fault.New(fault.CodeStale)), 412, "stale-version"},
		"fault with a cause":  {fault.Wrap(fault.CodeDuplicate, errors.New(canary)), 409, "duplicate"},
		"out of time":         {fmt.Errorf("query: %w", context.DeadlineExceeded), 503, "unavailable"},
		"hung up":             {context.Canceled, 503, "unavailable"},
		"Echo's bad request":  {echo.NewHTTPError(400, canary), 400, "malformed-request"},
		"Echo's not found":    {echo.ErrNotFound, 404, "not-found"},
		"Echo's wrong method": {echo.ErrMethodNotAllowed, 405, "method-not-allowed"},
		"Echo's teapot":       {echo.NewHTTPError(418, canary), 500, "internal"},
		"empty fault":         {&fault.Error{}, 500, "internal"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFrame(t, func(o *Options) { o.ValidateResponses = nil })
			f.handlers.addGoal = func(context.Context, wire.AddGoalRequestObject) error { return c.err }
			wantProblem(t, f.addGoal(goalBody), c.status, c.code)
		})
	}
}

func TestFieldsAreShown(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	f.handlers.addGoal = func(context.Context, wire.AddGoalRequestObject) error {
		return fault.At(fault.CodeDates, "/endsOn", "before-start")
	}
	wantProblem(t, f.addGoal(goalBody), 422, "dates-out-of-order", problemField{"/endsOn", "before-start"})
}

func TestIfMatch(t *testing.T) {
	t.Parallel()
	text := func(s string) *string { return &s }
	if got, err := ifMatch(text(`"kX3vQ9_a"`)); err != nil || got != "kX3vQ9_a" {
		t.Errorf("got %q, %v", got, err)
	}
	for _, header := range []*string{nil, text(""), text(`""`)} {
		if _, err := ifMatch(header); !fault.Has(err, fault.CodeNeedVersion) {
			t.Errorf("want version-required, got %v", err)
		}
	}
}

func TestTheContractHasADayOfRelease(t *testing.T) {
	t.Parallel()
	info, err := ContractInfo("https://api.samplan.example/")
	if err != nil {
		t.Fatal(err)
	}
	if info.Version == "" || info.Released.IsZero() || info.Status != "alpha" || info.Documentation != "https://api.samplan.example/docs" {
		t.Errorf("got %+v", info)
	}
}
