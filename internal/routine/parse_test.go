package routine_test

import (
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"samplan/internal/fault"
	"samplan/internal/routine"
)

// read gives a document that is built in.
func read(t *testing.T, code string) string {
	t.Helper()
	text, err := os.ReadFile("profiles/" + code + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

type gone struct{}

// change sets what a pointer points at, or removes it.
func change(t *testing.T, text, at string, to any) string {
	t.Helper()
	var whole map[string]any
	if err := json.Unmarshal([]byte(text), &whole); err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(at, "/")[1:]
	var under any = whole
	for i, p := range parts {
		isLast := i == len(parts)-1
		switch u := under.(type) {
		case map[string]any:
			switch {
			case isLast && to == gone{}:
				delete(u, p)
			case isLast:
				u[p] = to
			}
			under = u[p]
		case []any:
			n, err := strconv.Atoi(p)
			if err != nil {
				t.Fatal(err)
			}
			if isLast {
				u[n] = to
			}
			under = u[n]
		default:
			t.Fatalf("%s: there is no %s", at, p)
		}
	}
	out, err := json.Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

type object = map[string]any

// TestEveryFaultIsPointedAt breaks a profile in one way at a time. Long because it is one table.
func TestEveryFaultIsPointedAt(t *testing.T) {
	t.Parallel()
	source := object{"basis": "setting", "reference": "x"}
	ages := func(spans ...[2]int) []any {
		var all []any
		for _, s := range spans {
			all = append(all, object{"fromAge": s[0], "untilAge": s[1], "givers": "guardians", "source": source})
		}
		return all
	}
	roles := func(spans ...[2]int) []any {
		var all []any
		for _, s := range spans {
			all = append(all, object{"fromAge": s[0], "untilAge": s[1], "until": "birthday", "role": "headteacher"})
		}
		return all
	}
	for _, c := range []struct {
		of, at  string
		to      any
		pointer string // where at when empty
		code    string
	}{
		{"national", "/colour", "red", "", "unknown-field"},
		{"national", "/deadlines/tea-break", object{}, "", "unknown-field"},
		{"national", "/deadlines/plan-sent/hours", 3, "", "unknown-field"},
		{"national", "/a b\"<script>", 1, "-", "unknown-field"},
		{"national", "/code", gone{}, "", "missing"},
		{"national", "/terms/plan", gone{}, "", "missing"},
		{"national", "/deadlines/plan-sent", gone{}, "", "missing"},
		{"national", "/ages/childSeesFrom/source", gone{}, "", "missing"},
		{"national", "/names/en", gone{}, "", "missing"},
		{"kronobarn", "/base", gone{}, "/terms/call", "missing"},
		{"national", "/version", "1", "", "wrong-type"},
		{"national", "/version", 1.5, "", "wrong-type"},
		{"national", "/version", nil, "", "wrong-type"},
		{"national", "/wheel", []any{}, "", "wrong-type"},
		{"national", "/planKinds", "sip", "", "wrong-type"},
		{"national", "/names/sv", 7, "", "wrong-type"},
		{"national", "/validFrom", 20100101, "", "wrong-type"},
		{"national", "/validFrom", "2010-02-30", "", "malformed"},
		{"national", "/code", "Nationell rutin", "", "malformed"},
		{"national", "/names/sv", "a\u0000b", "", "malformed"},
		{"national", "/names/sv", "  ", "", "empty"},
		{"national", "/names/sv", strings.Repeat("å", 201), "", "too-long"},
		{"national", "/roles", []any{}, "", "empty"},
		{"national", "/followUps/weeks", []any{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, "", "too-many"},
		{"national", "/planKinds/0", "kommunplan", "", "unknown-value"},
		{"national", "/deadlines/plan-sent/unit", "hours", "", "unknown-value"},
		{"national", "/ages/childSeesFrom/source/basis", "habit", "", "unknown-value"},
		{"national", "/wheel/areas/2/shanarri/0", "wealthy", "", "unknown-value"},
		{"national", "/ages/childSeesFrom/number", 19, "", "out-of-range"},
		{"national", "/ages/guardianSeesUntil/number", -1, "", "out-of-range"},
		{"national", "/deadlines/plan-sent/length", 0, "", "out-of-range"},
		{"national", "/fewestTold/number", 2, "", "out-of-range"},
		{"national", "/deadlines/emergency-review/length", 31, "", "out-of-range"},
		{"national", "/deadlines/emergency-review/unit", "calendar-days", "", "not-working-days"},
		{"national", "/deadlines/extract-extension/length", 3, "", "out-of-range"},
		{"national", "/deadlines/extract-extension/unit", "calendar-days", "", "not-months"},
		{"national", "/deadlines/extract-extension/onFreeDay", "moves", "", "moves"},
		{"national", "/wheel/areas/3/shanarri", []any{}, "", "no-mapping"},
		{"national", "/wheel/areas/3/bbic", []any{}, "", "no-mapping"},
		{"national", "/wheel/areas/3/code", "health", "", "duplicate"},
		{"national", "/roles/1/code", "initiator", "", "duplicate"},
		{"national", "/forms/child/questions/1/code", "listened", "", "duplicate"},
		{"national", "/planKinds", []any{"sip", "sip"}, "/planKinds/1", "duplicate"},
		{"national", "/planKinds", []any{}, "", "no-plan-kind"},
		{"national", "/consentAges", ages([2]int{0, 12}, [2]int{15, 18}), "/consentAges/1/fromAge", "gap"},
		{"national", "/consentAges", ages([2]int{1, 18}), "/consentAges/0/fromAge", "gap"},
		{"national", "/consentAges", ages([2]int{0, 12}, [2]int{12, 17}), "/consentAges/1/untilAge", "gap"},
		{"national", "/consentAges", ages([2]int{0, 15}, [2]int{12, 18}), "/consentAges/1/fromAge", "overlap"},
		{"national", "/consentAges", ages([2]int{0, 18}, [2]int{18, 12}), "/consentAges/1/untilAge", "out-of-order"},
		{"kronobarn", "/coordination/byAge", roles([2]int{0, 6}, [2]int{7, 18}), "/coordination/byAge/1/fromAge", "gap"},
		{"kronobarn", "/coordination/byAge", roles([2]int{0, 8}, [2]int{6, 18}), "/coordination/byAge/1/fromAge", "overlap"},
		{"kronobarn", "/coordination/byAge/1/role", "principal", "", "unknown-role"},
		{"kronobarn", "/coordination/unborn", "stork", "", "unknown-role"},
		{"kronobarn", "/coordination/outsideSchool/untilAge", 16, "", "out-of-order"},
		{"kronobarn", "/coordination/schoolYearMonth", gone{}, "", "missing"},
		{"kronobarn", "/base/code", "nowhere", "/base", "unknown-base"},
		{"kronobarn", "/base/version", 2, "/base", "unknown-base"},
		{"kronobarn", "/base", object{"code": "kronobarn", "version": 1}, "", "cyclic-base"},
		{"national", "/base", object{"code": "kronobarn", "version": 1}, "", "cyclic-base"},
	} {
		want := fault.Field{Pointer: c.pointer, Code: c.code}
		switch c.pointer {
		case "":
			want.Pointer = c.at
		case "-":
			want.Pointer = ""
		}
		_, got := routine.Parse(change(t, read(t, c.of), c.at, c.to), routine.Among(builtIns(t)))
		isOnly := len(got) == 1 || c.at == "/base" && c.to == gone{}
		if !slices.Contains(got, want) || !isOnly {
			t.Errorf("%s with %s = %v: want %v, got %v", c.of, c.at, c.to, want, got)
		}
	}
}

func TestTextsThatAreNoDocument(t *testing.T) {
	t.Parallel()
	none := routine.Among(nil)
	for what, text := range map[string]string{
		"nothing": "", "half": `{"code": "a`, "two": "{} {}", "deep": strings.Repeat("[", 99), "not UTF-8": "{\"code\": \"\xff\"}",
		"long": `{"code": "` + strings.Repeat("a", 200_000) + `"}`, "comment": "{/* */}",
	} {
		if _, got := routine.Parse(text, none); len(got) != 1 || got[0] != (fault.Field{Code: "not-json"}) {
			t.Errorf("%s: %v", what, got)
		}
	}
	for _, text := range []string{"null", "[]", "7", `"national"`} {
		if _, got := routine.Parse(text, none); len(got) != 1 || got[0] != (fault.Field{Code: "wrong-type"}) {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// TestAllFaultsAtOnce: whoever mends a document sees all of them, in order, and a name that stands twice too.
func TestAllFaultsAtOnce(t *testing.T) {
	t.Parallel()
	text := change(t, read(t, "national"), "/planKinds", []any{})
	text = change(t, text, "/deadlines/plan-sent/length", 0)
	text = change(t, text, "/names/sv", "")
	text = strings.Replace(text, `"followUps":`, `"fewestTold":1,"followUps":`, 1)
	_, got := routine.Parse(text, routine.Among(nil))
	want := []fault.Field{
		{Pointer: "/deadlines/plan-sent/length", Code: "out-of-range"},
		{Pointer: "/fewestTold", Code: "duplicate-key"},
		{Pointer: "/names/sv", Code: "empty"},
		{Pointer: "/planKinds", Code: "no-plan-kind"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("want %v, got %v", want, got)
	}
}

// TestADocumentReplacesParts: what it says takes the place of its base's, whole, with its own source.
func TestADocumentReplacesParts(t *testing.T) {
	t.Parallel()
	own := `{"code": "hisingen", "version": 1, "validFrom": "2021-01-01", "base": {"code": "kronobarn", "version": 1}, "names": {"sv": "a", "en": "b"},
	  "planKinds": ["sip"], "deadlines": {"reply-to-call": {"length": 2, "unit": "working-days", "onFreeDay": "stays", "soonDays": 1,
	    "source": {"basis": "practice", "reference": "c"}}}}`
	p, faults := routine.Parse(own, routine.Among(builtIns(t)))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if d := p.Deadlines["reply-to-call"]; d.Length != 2 || d.Source.Basis != "practice" {
		t.Errorf("its own deadline: %+v", d)
	}
	if d := p.Deadlines["lss-review"]; d.Length != 12 || d.Source.Basis != "law" {
		t.Errorf("the base's base's deadline: %+v", d)
	}
	if p.Code != "hisingen" || p.Base.Code != "kronobarn" || len(p.Wheel.Areas) != 8 || p.Wheel.Areas[0].Code != "safe" || p.Offers("barnets-plan") || !p.Offers("sip") {
		t.Errorf("the whole: %+v", p)
	}
	again, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	if q, faults := routine.Parse(string(again), routine.Among(builtIns(t))); len(faults) > 0 || q.Deadlines["lss-review"] != p.Deadlines["lss-review"] {
		t.Errorf("what is kept as the whole is no profile: %v", faults)
	}
}
