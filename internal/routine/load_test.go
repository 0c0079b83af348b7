package routine_test

import (
	"slices"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/routine"
)

// TestAVersionFollowsThoseThatAreThere: whatever was in force on a day that has passed stays so.
func TestAVersionFollowsThoseThatAreThere(t *testing.T) {
	t.Parallel()
	text := `{"code": "hisingen", "version": 1, "validFrom": "2021-06-01", "base": {"code": "vastbus", "version": 1}, "names": {"sv": "a", "en": "b"}}`
	today := civil.MustParse("2021-02-01")
	all := builtIns(t)
	first, faults := routine.Judge(text, all, today)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	own := append([]routine.Version{{ID: id.NewRoutine(), Principal: id.NewPrincipal(), Profile: first}}, all...)
	at := func(pointer, code string) fault.Field { return fault.Field{Pointer: pointer, Code: code} }
	for what, c := range map[string]struct {
		all      []routine.Version
		version  int
		from, at string
		to       any
		want     []fault.Field
	}{
		"first, from today":          {all, 1, "2021-02-01", "", nil, nil},
		"first, from yesterday":      {all, 1, "2021-01-31", "", nil, []fault.Field{at("/validFrom", "in-the-past")}},
		"first, numbered two":        {all, 2, "2021-06-01", "", nil, []fault.Field{at("/version", "out-of-order")}},
		"second":                     {own, 2, "2021-06-02", "", nil, nil},
		"the same again":             {own, 1, "2021-06-02", "", nil, []fault.Field{at("/version", "version-exists")}},
		"second, from the same day":  {own, 2, "2021-06-01", "", nil, []fault.Field{at("/validFrom", "out-of-order")}},
		"third":                      {own, 3, "2021-06-02", "", nil, []fault.Field{at("/version", "out-of-order")}},
		"under a name that is taken": {all, 1, "2021-06-01", "/code", "kronobarn", []fault.Field{at("/code", "reserved-code")}},
		"on itself":                  {own, 2, "2021-06-02", "/base", object{"code": "hisingen", "version": 1}, []fault.Field{at("/base", "cyclic-base")}},
		"wrong in two ways": {own, 1, "2021-01-01", "/names/sv", "", []fault.Field{
			at("/names/sv", "empty"), at("/validFrom", "in-the-past"), at("/version", "version-exists"),
		}},
	} {
		doc := change(t, change(t, text, "/version", c.version), "/validFrom", c.from)
		if c.at != "" {
			doc = change(t, doc, c.at, c.to)
		}
		if _, got := routine.Judge(doc, c.all, today); !slices.Equal(got, c.want) {
			t.Errorf("%s: want %v, got %v", what, c.want, got)
		}
	}
}
