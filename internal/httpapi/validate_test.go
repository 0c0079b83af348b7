package httpapi

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"

	"samplan/internal/fault"
	"samplan/internal/httpapi/wire"
)

func TestBodiesAgainstTheContract(t *testing.T) {
	t.Parallel()
	nil36 := "00000000-0000-0000-0000-000000000000"
	for name, c := range map[string]struct {
		body   string
		fields []problemField
	}{
		"not an object":         {`[]`, []problemField{{"", "type"}}},
		"null":                  {`null`, []problemField{{"", "nullable"}}},
		"empty":                 {`{}`, []problemField{{"/text", "required"}, {"/horizon", "required"}}},
		"null for a text":       {`{"text":null,"horizon":"long"}`, []problemField{{"/text", "nullable"}}},
		"number for a text":     {`{"text":1,"horizon":"long"}`, []problemField{{"/text", "type"}}},
		"huge number":           {`{"text":1e999,"horizon":"long"}`, []problemField{{"/text", "type"}}},
		"empty text":            {goalWith(""), []problemField{{"/text", "min-length"}, {"/text", "pattern"}}},
		"too long":              {goalWith(strings.Repeat("å", 4001)), []problemField{{"/text", "max-length"}}},
		"wrong enum":            {`{"text":"a","horizon":"` + canary + `"}`, []problemField{{"/horizon", "enum"}}},
		"made-up name":          {`{"text":"a","horizon":"long","` + canary + `":1}`, []problemField{{"", "unknown-property"}}},
		"path id in the body":   {`{"text":"a","horizon":"long","planId":"` + aPlan + `"}`, []problemField{{"", "unknown-property"}}},
		"name in other case":    {`{"text":"a","horizon":"long","TEXT":"b"}`, []problemField{{"", "unknown-property"}}},
		"id that is none":       {`{"text":"a","horizon":"long","partOfGoalId":"` + canary + `"}`, []problemField{{"/partOfGoalId", "format"}}},
		"id in braces":          {`{"text":"a","horizon":"long","partOfGoalId":"{` + aGoal + `}"}`, []problemField{{"/partOfGoalId", "format"}}},
		"the id of nothing":     {`{"text":"a","horizon":"long","partOfGoalId":"` + nil36 + `"}`, []problemField{{"/partOfGoalId", "format"}}},
		"two things at a time":  {`{"text":"","horizon":"x"}`, nil},
		"personnummer as name":  {`{"text":"a","horizon":"long","198001019802":1}`, []problemField{{"", "unknown-property"}}},
		"an object for an enum": {`{"text":"a","horizon":{"a":1}}`, []problemField{{"/horizon", "enum"}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFrame(t)
			w := f.addGoal(c.body)
			wantProblem(t, w, 400, "malformed-request", c.fields...)
			wantRefused(t, f, fault.CodeMalformed)
			if strings.Contains(w.Body.String(), "19800101") || strings.Contains(w.Body.String(), "planId") {
				t.Errorf("the problem repeats a name that was sent: %s", w.Body)
			}
		})
	}
}

func TestDaysAreReal(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	for day, real := range map[string]bool{
		"2026-02-28": true, "2024-02-29": true,
		"2026-02-29": false, "2026-02-30": false, "2026-13-01": false, "20260228": false, "2026-2-28": false, "": false,
		"0001-01-01": false, "9999-12-31": false, "2026-02-28T00:00:00Z": false,
	} {
		w := f.ask(http.MethodPost, "/v1/relations/"+aGoal+"/endings", `{"endsOn":"`+day+`","reason":"flyttat"}`)
		if got := !strings.Contains(w.Body.String(), `"pointer":"/endsOn","code":"format"`); got != real {
			t.Errorf("%q: accepted %v, want %v: %s", day, got, real, w.Body)
		}
	}
}

func TestParameters(t *testing.T) {
	t.Parallel()
	for name, c := range parameterFaults() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFrame(t)
			if c.change == nil {
				c.change = func(*http.Request) {}
			}
			p := wantProblem(t, f.ask(c.method, c.target, c.body, c.change), 400, c.code)
			if !slices.Contains(p.Errors, c.field) {
				t.Errorf("want %v among %v", c.field, p.Errors)
			}
		})
	}
}

// parameterFault is a request with one wrong parameter or header, and what is said about it.
type parameterFault struct {
	method, target, body string
	change               func(*http.Request)
	code                 string
	field                problemField
}

func parameterFaults() map[string]parameterFault {
	const plans = "/v1/plans"
	return map[string]parameterFault{
		"id that is none":         {"GET", "/v1/goals/" + canary, "", nil, "malformed-request", problemField{"goalId", "format"}},
		"id of nothing":           {"GET", "/v1/goals/00000000-0000-0000-0000-000000000000", "", nil, "malformed-request", problemField{"goalId", "format"}},
		"id without hyphens":      {"GET", "/v1/goals/" + strings.ReplaceAll(aGoal, "-", ""), "", nil, "malformed-request", problemField{"goalId", "format"}},
		"made-up parameter":       {"GET", plans + "?" + canary + "=1", "", nil, "malformed-request", problemField{"", "unknown-parameter"}},
		"personnummer parameter":  {"GET", plans + "?page=1&personnummer=198001019802", "", nil, "malformed-request", problemField{"", "unknown-parameter"}},
		"token in the address":    {"GET", plans + "?access_token=karin", "", nil, "malformed-request", problemField{"", "unknown-parameter"}},
		"repeated parameter":      {"GET", plans + "?page=1&page=2", "", nil, "malformed-request", problemField{"page", "repeated"}},
		"page in words":           {"GET", plans + "?page=" + canary, "", nil, "malformed-request", problemField{"page", "type"}},
		"page with sign":          {"GET", plans + "?page=%2B1", "", nil, "malformed-request", problemField{"page", "type"}},
		"empty page":              {"GET", plans + "?page=", "", nil, "malformed-request", problemField{"page", "type"}},
		"half a page":             {"GET", plans + "?page=1.5", "", nil, "malformed-request", problemField{"page", "type"}},
		"page before the first":   {"GET", plans + "?page=-1", "", nil, "malformed-request", problemField{"page", "minimum"}},
		"page beyond int":         {"GET", plans + "?page=99999999999999999999", "", nil, "malformed-request", problemField{"page", "type"}},
		"too many at once":        {"GET", plans + "?limit=101", "", nil, "malformed-request", problemField{"limit", "maximum"}},
		"wrong enum":              {"GET", plans + "?status=" + canary, "", nil, "malformed-request", problemField{"status", "enum"}},
		"broken query":            {"GET", plans + "?page=%zz", "", nil, "malformed-request", problemField{"", "query"}},
		"semicolon":               {"GET", plans + "?page=1;limit=2", "", nil, "malformed-request", problemField{"", "query"}},
		"no key":                  {"POST", plans, "{}", header("Idempotency-Key"), "idempotency-key-required", problemField{"Idempotency-Key", "required"}},
		"short key":               {"POST", plans, "{}", header("Idempotency-Key", "abc"), "malformed-request", problemField{"Idempotency-Key", "min-length"}},
		"key with a line":         {"POST", plans, "{}", header("Idempotency-Key", "abcdefgh\ni"), "malformed-request", problemField{"Idempotency-Key", "pattern"}},
		"two keys":                {"POST", plans, "{}", header("Idempotency-Key", aKey, aKey+"2"), "malformed-request", problemField{"Idempotency-Key", "repeated"}},
		"assignment that is none": {"GET", plans, "", header("Samplan-Assignment", canary), "malformed-request", problemField{"Samplan-Assignment", "format"}},
		"two assignments":         {"GET", plans, "", header("Samplan-Assignment", aPlan, aGoal), "malformed-request", problemField{"Samplan-Assignment", "repeated"}},
		"weak version":            {"PUT", "/v1/goals/" + aGoal, "{}", header("If-Match", `W/"1"`), "malformed-request", problemField{"If-Match", "pattern"}},
		"any version":             {"PUT", "/v1/goals/" + aGoal, "{}", header("If-Match", "*"), "malformed-request", problemField{"If-Match", "pattern"}},
	}
}

func TestDefaultsComeFromTheContract(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	var got wire.ListPlansParams
	f.handlers.listPlans = func(r wire.ListPlansRequestObject) { got = r.Params }
	w := f.ask(http.MethodGet, "/v1/plans?limit=7", "")
	if w.Code != 200 || got.Page == nil || *got.Page != 1 || got.Limit == nil || *got.Limit != 7 {
		t.Errorf("want page 1 of 7, got %d %v", w.Code, got)
	}
}

func TestManyFaultsAreCut(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	goals := strings.TrimSuffix(strings.Repeat(`{"text":"","horizon":"x"},`, 20), ",")
	w := f.ask(http.MethodPost, "/v1/plans", `{"childId":"`+aPlan+`","kind":"sip","goals":[`+goals+`]}`)
	if p := wantProblem(t, w, 400, "malformed-request"); len(p.Errors) != maxFields {
		t.Errorf("want %d fields, got %d", maxFields, len(p.Errors))
	}
	if !strings.Contains(w.Body.String(), `"/goals/0/text"`) {
		t.Errorf("want pointers into the list: %s", w.Body)
	}
}

func TestHandlersGetWhatWasValidated(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	var got wire.AddGoalRequestObject
	f.handlers.addGoal = func(_ context.Context, r wire.AddGoalRequestObject) error { got = r; return nil }
	w := f.addGoal(`{"text":"a","horizon":"short","partOfGoalId":"` + aGoal + `"}`)
	wantStatus(t, w.Code, 201, w.Body.String())
	if got.PlanId.String() != aPlan || got.Body.Text != "a" || got.Body.Horizon != "short" || got.Body.PartOfGoalId.String() != aGoal {
		t.Errorf("got %v %v", got.PlanId, got.Body)
	}
}
