package httpapi_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"
)

// bad is a request that breaks one rule.
type bad struct {
	rule    string
	path    string   // in place of the sample's
	body    any      // in place of the sample's
	headers []string // over the usual ones, in pairs; an empty value takes a header away
	status  int      // 400 when zero
	code    string   // malformed-request when empty
	pointer string   // that the answer must name; "*" for any
}

// TestBadInput breaks every rule of the contract in every operation, one at a time. Each time the answer is a problem
// document that says where, repeats nothing, and nothing is stored.
func TestBadInput(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	rows := w.rows()
	done := 0
	t.Run("operations", func(t *testing.T) {
		for _, s := range w.samples {
			if s.isPublic() {
				continue
			}
			all := slices.Concat(badBodies(s), badTexts(s), badPaths(s), badHeaders(s))
			fewest := 4
			if s.name == "GetMyContactAddress" || s.name == "GetOwnClient" { // neither page nor assignment nor id to get wrong
				fewest = 3
			}
			if len(all) < fewest {
				t.Errorf("%s: only %d requests", s.name, len(all))
			}
			done += len(all)
			t.Run(s.name, func(t *testing.T) {
				t.Parallel()
				for _, b := range all {
					w.wantRefused(t, s, b)
				}
			})
		}
	})
	w.wantRows(t, rows)
	t.Logf("%d requests", done)
}

// words that only the inside of the server knows, and no answer.
var inside = []string{canary, "SQLSTATE", "sqlstate", "pgx", "gorm", "goroutine", "panic", "/internal/", "violates"}

func (w *town) wantRefused(t *testing.T, s sample, b bad) {
	t.Helper()
	path, body := s.path(), any(nil)
	if s.doc != nil {
		body = s.doc
	}
	if s.isFile() {
		body = s.file()
	}
	if b.path != "" {
		path = b.path
	}
	if b.body != nil {
		body = b.body
	}
	headers := append(append([]string{"Idempotency-Key", "bad-input-key", "If-Match", `"1"`}, s.media()...), b.headers...)
	a := w.As(s.who).In(t).Send(s.method, path, body, headers...)
	want, code := b.status, b.code
	if want == 0 {
		want = http.StatusBadRequest
	}
	if code == "" {
		code = "malformed-request"
	}
	if a.Status != want || a.Text("code") != code || a.Header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("%s, %s: want %d %s, got %d %s", s.name, b.rule, want, code, a.Status, a.Body)
		return
	}
	at := a.Pointers()
	if b.pointer == "*" && len(at) == 0 || b.pointer != "*" && b.pointer != "" && !slices.Contains(at, b.pointer) {
		t.Errorf("%s, %s: want it to point at %q, got %s", s.name, b.rule, b.pointer, a.Body)
	}
	a.Hides(inside...)
}

// badHeaders breaks what stands beside the body.
func badHeaders(s sample) []bad {
	all := []bad{
		{rule: "assignment is no id", headers: []string{"Samplan-Assignment", canary}, pointer: "Samplan-Assignment"},
		{rule: "unknown parameter", path: s.path() + "?" + canary + "=1", pointer: "*"},
		{rule: "broken query", path: s.path() + "?%zz=" + canary, pointer: "*"},
	}
	if s.Parameters.GetByInAndName("header", "Samplan-Assignment") == nil {
		all = all[1:] // it has no assignment to name: the family's, and a system's own
	}
	if s.takesKey() {
		all = append(all, bad{rule: "no key", headers: []string{"Idempotency-Key", ""}, code: "idempotency-key-required", pointer: "Idempotency-Key"})
		for _, key := range []string{"short-1", strings.Repeat("a", 65), canary + " 12345", canary + "/å12345"} {
			all = append(all, bad{rule: "bad key", headers: []string{"Idempotency-Key", key}, pointer: "Idempotency-Key"})
		}
	}
	if s.method == http.MethodPut {
		all = append(all, bad{rule: "no version", headers: []string{"If-Match", ""}, status: 428, code: "version-required"},
			bad{rule: "stale version", headers: []string{"If-Match", `"` + canary + `"`}, status: 412, code: "stale-version"})
		for _, tag := range []string{canary, "*", `W/"1"`, `"1", "2"`, `""`} {
			all = append(all, bad{rule: "bad version", headers: []string{"If-Match", tag}, pointer: "If-Match"})
		}
	}
	for _, kind := range []string{"", "text/plain", "application/json; charset=utf-7", "application/xml", "multipart/form-data; boundary=x", canary} {
		if s.doc != nil || s.isFile() {
			all = append(all, bad{rule: "media type " + kind, headers: []string{"Content-Type", kind}, status: 415, code: "unsupported-media-type"})
		}
	}
	if s.doc == nil && !s.isFile() {
		return append(all, bad{rule: "body of a read", body: object{"text": canary}})
	}
	return append(all, bad{rule: "compressed", headers: []string{"Content-Encoding", "gzip"}, status: 415, code: "unsupported-media-type"})
}

// badPaths breaks ids, numbers and the parameters of lists.
func badPaths(s sample) []bad {
	var all []bad
	with := func(name, value string) string {
		return s.operation.with(s.ids, name, value)
	}
	for _, p := range s.Parameters {
		name := p.Value.Name
		switch {
		case p.Value.In == "path":
			for _, v := range []string{canary, "1'--", "00000000-0000-0000-0000-000000000000", "-1", "1e3", "99999999999999999999"} {
				all = append(all, bad{rule: name + " " + v, path: with(name, v), pointer: name})
			}
		case p.Value.In == "query":
			for _, v := range []string{canary, "-1", "", "1.5", "%2B1", "99999999999999999999", "100001", "1%00", "1&" + name + "=2"} {
				all = append(all, bad{rule: name + " " + v, path: s.path() + "?" + name + "=" + v, pointer: name})
			}
		}
	}
	return all
}

// badTexts breaks the body before it is an object.
func badTexts(s sample) []bad {
	if s.doc == nil {
		return nil
	}
	good, err := json.Marshal(s.doc)
	if err != nil {
		panic(err)
	}
	text := string(good)
	// A name that the contract knows, with a value to be told apart: duplicated, or with what no text may hold.
	say := func(value string) string { return strings.Replace(text, "{", `{"`+canary+`":`+value+`,`, 1) }
	if len(s.doc) == 0 {
		say = func(value string) string { return `{"` + canary + `":` + value + `}` }
	}
	all := []bad{
		{rule: "null", body: "null", pointer: "*"},
		{rule: "list", body: "[" + text + "]", pointer: "*"},
		{rule: "text", body: `"` + canary + `"`, pointer: "*"},
		{rule: "number", body: "1", pointer: "*"},
		{rule: "truth", body: "true", pointer: "*"},
	}
	for rule, body := range map[string]string{
		"empty": "", "cut": text[:len(text)-1], "spaces": "  \n", "trailing object": text + "{}", "trailing word": text + " " + canary,
		"byte order mark": "\ufeff" + text, "comment": "/*" + canary + "*/" + text, "single quotes": "{'" + canary + "':1}",
		"duplicate": say(`1,"` + canary + `":2`), "invalid UTF-8": say("\"\xff\xfe\""), "overlong UTF-8": say("\"\xc0\xaf\""),
		"lone surrogate": say(`"\ud800"`), "escaped NUL": say(`"\u0000"`), "raw control": say("\"\x01\""), "escaped control": say(`"\u001b[2J"`),
		"C1 control": say(`"\u0085"`), "DEL": say(`"\u007f"`), "turned text": say(`"\u202e"`), "isolated text": say(`"\u2066"`),
		"marked text": say(`"\u200f"`), "deep": say(strings.Repeat("[", 20) + strings.Repeat("]", 20)), "not a number": say("NaN"),
	} {
		all = append(all, bad{rule: rule, body: body, code: "malformed-encoding"})
	}
	return append(all, bad{rule: "huge number", body: say("1e999"), pointer: "*"},
		bad{rule: "very deep", body: strings.Repeat("[", 9000), code: "malformed-encoding"})
}
