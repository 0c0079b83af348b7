package httpapi

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"samplan/internal/fault"
	"samplan/internal/httpapi/wire"
)

func goalWith(text string) string { return `{"text":"` + text + `","horizon":"long"}` }

// TestBodiesThatParsersForgive are the inputs that Echo and kin-openapi let through, and what else is not plain JSON.
func TestBodiesThatParsersForgive(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ body, pointer, rule string }{
		"doubled name":             {`{"text":"a","text":"` + canary + `","horizon":"long"}`, "/text", "duplicate-name"},
		"doubled name by escape":   {`{"text":"a","te\u0078t":"b","horizon":"long"}`, "/text", "duplicate-name"},
		"doubled made-up name":     {`{"` + canary + `":1,"` + canary + `":2}`, "", "duplicate-name"},
		"second document":          {goalBody + goalBody, "", "trailing-data"},
		"text after the end":       {goalBody + canary, "", "trailing-data"},
		"invalid UTF-8":            {goalWith("\xff"), "", "utf-8"},
		"overlong UTF-8":           {goalWith("\xc0\xaf"), "", "utf-8"},
		"encoded surrogate":        {goalWith("\xed\xa0\x80"), "", "utf-8"},
		"lone high surrogate":      {goalWith(`\ud800`), "/text", "syntax"},
		"lone low surrogate":       {goalWith(`a\udc00`), "/text", "syntax"},
		"NUL":                      {goalWith(`a\u0000`), "/text", "control-character"},
		"raw NUL":                  {goalWith("a\x00"), "/text", "syntax"},
		"escape character":         {goalWith(`\u001b[31m`), "/text", "control-character"},
		"carriage return":          {goalWith(`a\rb`), "/text", "control-character"},
		"DEL":                      {goalWith("a\x7f"), "/text", "control-character"},
		"C1 control":               {goalWith("a\u0085"), "/text", "control-character"},
		"control in a name":        {`{"te\u0001xt":"a"}`, "", "control-character"},
		"right-to-left override":   {goalWith("a\u202eb"), "/text", "text-direction"},
		"the same as escape":       {goalWith(`a\u202eb`), "/text", "text-direction"},
		"isolate":                  {goalWith("a\u2066b"), "/text", "text-direction"},
		"right-to-left mark":       {goalWith("a\u200fb"), "/text", "text-direction"},
		"Arabic letter mark":       {goalWith("a\u061cb"), "/text", "text-direction"},
		"names equal once in NFC":  {"{\"\u00e9\":1,\"e\u0301\":2}", "", "duplicate-name"},
		"byte order mark":          {"\ufeff" + goalBody, "", "syntax"},
		"nothing":                  {" ", "", "syntax"},
		"half an object":           {`{"text":"a"`, "", "syntax"},
		"single quotes":            {`{'text':'a'}`, "", "syntax"},
		"comment":                  {`{"text":"a",/**/"horizon":"long"}`, "", "syntax"},
		"NaN":                      {`{"text":NaN}`, "/text", "syntax"},
		"deep as a well":           {strings.Repeat(`{"text":`, 9000) + "1" + strings.Repeat("}", 9000), strings.Repeat("/text", 17), "too-deep"},
		"made-up name in the path": {`{"` + canary + `":{"text":"` + `\u0000` + `"}}`, "", "control-character"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFrame(t)
			wantProblem(t, f.addGoal(c.body), 400, "malformed-encoding", problemField{c.pointer, c.rule})
			wantRefused(t, f, fault.CodeEncoding)
		})
	}
}

// wantRefused checks that nothing was done, and that the refusal was recorded once and without content in the log.
func wantRefused(t *testing.T, f *testFrame, code fault.Code) {
	t.Helper()
	if f.handlers.calls != 0 || len(f.door.served) != 0 {
		t.Error("the request went on to the door")
	}
	if len(f.door.refused) != 1 || f.door.refused[0].code != code || f.door.refused[0].request.Operation != "AddGoal" {
		t.Errorf("want one recorded refusal %s, got %v", code, f.door.refused)
	}
	if strings.Contains(f.log.String(), canary) {
		t.Errorf("the log repeats what was sent: %s", f.log)
	}
}

func TestMediaTypes(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(*http.Request)
		status int
	}{
		"as it should be":         {header("Content-Type", "application/json"), 201},
		"with its charset":        {header("Content-Type", `Application/JSON; charset="UTF-8"`), 201},
		"text":                    {header("Content-Type", "text/plain"), 415},
		"none":                    {header("Content-Type"), 415},
		"two":                     {header("Content-Type", "application/json", "application/json"), 415},
		"form":                    {header("Content-Type", "application/x-www-form-urlencoded"), 415},
		"utf-7":                   {header("Content-Type", "application/json; charset=utf-7"), 415},
		"utf-16":                  {header("Content-Type", "application/json; charset=utf-16"), 415},
		"another parameter":       {header("Content-Type", "application/json; version=2"), 415},
		"a broken one":            {header("Content-Type", "application/json;;;"), 415},
		"another kind of JSON":    {header("Content-Type", "application/merge-patch+json"), 415},
		"compressed":              {header("Content-Encoding", "gzip"), 415},
		"compressed with nothing": {header("Content-Encoding", "identity"), 415},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFrame(t)
			w := f.addGoal(goalBody, c.change)
			if c.status == 201 {
				wantStatus(t, w.Code, 201, w.Body.String())
				return
			}
			wantProblem(t, w, c.status, "unsupported-media-type")
			wantRefused(t, f, fault.CodeMediaType)
		})
	}
}

func wantStatus(t *testing.T, got, want int, body string) {
	t.Helper()
	if got != want {
		t.Fatalf("want %d, got %d %s", want, got, body)
	}
}

func TestSizes(t *testing.T) {
	t.Parallel()
	small := func(o *Options) { o.Limits.BodyBytes = 100 }
	unknownLength := func(r *http.Request) { r.ContentLength = -1 }
	longer := func(r *http.Request) { r.Body = io.NopCloser(strings.NewReader(goalWith(strings.Repeat("a", 100)))) }
	cut := func(r *http.Request) { r.Body = io.NopCloser(io.MultiReader(strings.NewReader("{"), failing{})) }
	for name, c := range map[string]struct {
		body   string
		change func(*http.Request)
		status int
		code   fault.Code
	}{
		"exactly full":      {goalWith(strings.Repeat("a", 100-len(goalWith("")))), unknownLength, 201, fault.Code{}},
		"one byte more":     {goalWith(strings.Repeat("a", 101-len(goalWith("")))), func(*http.Request) {}, 413, fault.CodeTooLarge},
		"of unknown length": {goalWith(strings.Repeat("a", 101)), unknownLength, 413, fault.CodeTooLarge},
		"longer than said":  {goalBody, longer, 413, fault.CodeTooLarge},
		"cut off":           {goalBody, cut, 400, fault.CodeMalformed},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFrame(t, small)
			w := f.addGoal(c.body, c.change)
			if c.status == 201 {
				wantStatus(t, w.Code, 201, w.Body.String())
				return
			}
			wantProblem(t, w, c.status, c.code.String())
			wantRefused(t, f, c.code)
			if w.Header().Get("Connection") != "close" {
				t.Error("the connection should end, its body is not read")
			}
		})
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestBodyWhereNoneBelongs(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	for _, change := range []func(*http.Request){func(*http.Request) {}, func(r *http.Request) { r.ContentLength = -1 }} {
		w := f.ask(http.MethodGet, "/v1/goals/"+aGoal, goalBody, change)
		wantProblem(t, w, 400, "malformed-request", problemField{"", "no-body"})
	}
}

// TestTextsThatPeopleWrite must not fall to the rules against hidden characters.
func TestTextsThatPeopleWrite(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ sent, want string }{
		"Swedish":              {"Åsa och Örjan", "Åsa och Örjan"},
		"lines and tab":        {`rad 1\n\trad 2`, "rad 1\n\trad 2"},
		"Arabic":               {"مرحبا", "مرحبا"},
		"Hebrew with English":  {"שלום Lo", "שלום Lo"},
		"emoji with joiner":    {"👩‍👧", "👩‍👧"},
		"surrogate pair":       {`\ud83d\ude00`, "😀"},
		"decomposed by a Mac":  {"A\u030asa", "Åsa"},
		"decomposed as escape": {`A\u030asa`, "Åsa"},
		"angstrom sign":        {"\u212bsa", "Åsa"},
		"markup":               {`<b>&amp;</b>`, "<b>&amp;</b>"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFrame(t)
			var got string
			f.handlers.addGoal = func(_ context.Context, r wire.AddGoalRequestObject) error {
				got = r.Body.Text
				return nil
			}
			w := f.addGoal(goalWith(c.sent))
			if w.Code != 201 || got != c.want {
				t.Errorf("want %q, got %d %q %s", c.want, w.Code, got, w.Body)
			}
		})
	}
}
