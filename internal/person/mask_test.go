package person_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/person"
	"samplan/internal/person/persontest"
)

const masked = "[masked]"

var verbs = []string{
	"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "% x", "%d", "%t", "%c", "%U", "%b", "%o", "%e", "%g",
	"%20v", "%-20s", "%.3s", "%+q", "%#q", "%z",
}

func secrets(t *testing.T) (person.Identifier, person.Name, []string) {
	t.Helper()
	number := persontest.TestNumber(civil.MustParse("2012-02-29"), 4)
	i, err := person.ParseIdentifier(person.Personnummer, number, today)
	if err != nil {
		t.Fatal(err)
	}
	hidden := []string{number, number[2:]} // not shorter: an address, which may be printed, could hold that by chance
	for _, s := range []string{number[2:8], "Nour", "Haddad"} {
		hidden = append(hidden, s, fmt.Sprintf("%x", s), fmt.Sprintf("%X", s), fmt.Sprintf("% x", s))
	}
	return i, person.NewName("Nour", "Haddad"), hidden
}

func denyHidden(t *testing.T, how, got string, hidden []string) {
	t.Helper()
	for _, h := range hidden {
		if strings.Contains(got, h) {
			t.Errorf("%s shows %q: %s", how, h, got)
		}
	}
}

func TestPrintingMasks(t *testing.T) {
	t.Parallel()
	i, name, _ := secrets(t)
	for _, verb := range verbs {
		for _, v := range []any{i, &i, name.Given, &name.Given, person.Identifier{}, person.Text{}} {
			if got := fmt.Sprintf(verb, v); got != masked {
				t.Errorf("%s of %T: got %s", verb, v, got)
			}
		}
	}
	if i.String() != masked || i.GoString() != masked || fmt.Sprint(i, name.Family) != masked+" "+masked {
		t.Error("String or GoString do not mask")
	}
}

type holder struct {
	Identifier person.Identifier
	Pointer    *person.Identifier
	Name       person.Name
	List       []person.Identifier
	Map        map[person.Identifier]person.Text
	inner      person.Identifier // package fmt prints it without asking its methods
	innerName  person.Name
	innerList  []person.Identifier
}

func TestPrintingInsideOthersMasks(t *testing.T) {
	t.Parallel()
	i, name, hidden := secrets(t)
	h := holder{
		i, &i, name,
		[]person.Identifier{i},
		map[person.Identifier]person.Text{i: name.Given},
		i, name,
		[]person.Identifier{i},
	}
	for _, verb := range append(verbs, "%p") { // %p asks no methods at all
		for _, v := range []any{h, &h, []any{h, &h}, map[string]any{"h": h}, i, name, fmt.Errorf("open %v: %w", h, errAny(h))} {
			denyHidden(t, fmt.Sprintf("%s of %T", verb, v), fmt.Sprintf(verb, v), hidden)
		}
	}
}

func errAny(h holder) error { return fmt.Errorf("%+v", h) }

type record struct{ Identifier person.Identifier }

func TestMarshallingMasks(t *testing.T) {
	t.Parallel()
	i, name, hidden := secrets(t)
	h := holder{Identifier: i, Pointer: &i, Name: name, Map: map[person.Identifier]person.Text{i: name.Family}, inner: i}
	b, err := json.Marshal(h)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"Identifier":"[masked]","Pointer":"[masked]","Name":{"Given":"[masked]","Family":"[masked]"},` +
		`"List":null,"Map":{"[masked]":"[masked]"}}`
	if string(b) != want {
		t.Errorf("want %s, got %s", want, b)
	}
	if b, err = xml.Marshal(record{i}); err != nil || !strings.Contains(string(b), masked) {
		t.Errorf("xml: got %s, %v", b, err)
	}
	denyHidden(t, "xml", string(b), hidden)
	if b, err = i.MarshalText(); err != nil || string(b) != masked {
		t.Errorf("text: got %s, %v", b, err)
	}
}

func TestLoggingMasks(t *testing.T) {
	t.Parallel()
	i, name, hidden := secrets(t)
	h := holder{Identifier: i, Pointer: &i, Name: name, inner: i, innerName: name, innerList: []person.Identifier{i}}
	for _, v := range []any{i, name.Given} {
		if got := slog.AnyValue(v).Resolve(); got.Kind() != slog.KindString || got.String() != masked {
			t.Errorf("%T resolves to %s", v, got)
		}
	}
	for _, handler := range []func(*bytes.Buffer) slog.Handler{
		func(b *bytes.Buffer) slog.Handler { return slog.NewJSONHandler(b, nil) },
		func(b *bytes.Buffer) slog.Handler { return slog.NewTextHandler(b, nil) },
	} {
		var out bytes.Buffer
		slog.New(handler(&out)).With("who", i).Info("read", "id", i, "ptr", &i, "name", name, "given", name.Given,
			"holder", h, "any", []any{i, h}, slog.Group("g", "id", i))
		denyHidden(t, "slog", out.String(), hidden)
		if n := strings.Count(out.String(), masked); n < 6 {
			t.Errorf("only %d values were logged as masked: %s", n, out.String())
		}
	}
}
