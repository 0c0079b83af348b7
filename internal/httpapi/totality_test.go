package httpapi

import (
	"database/sql"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/oapi-codegen/runtime/types"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/httpapi/wire"
)

// filler fills values so that no field is zero and no two of a sort are alike: what a mapping forgets or mixes up shows.
type filler struct{ count int }

// words are the names that contract and domain both know, for enums of the wire.
var words = map[reflect.Type]string{
	reflect.TypeFor[wire.Category]():             "health",
	reflect.TypeFor[wire.VisibilityChoice]():     "parties",
	reflect.TypeFor[wire.VisibilityBeyondUnit](): "family",
	reflect.TypeFor[wire.Horizon]():              "short",
	reflect.TypeFor[wire.InterventionStatus]():   "ongoing",
	reflect.TypeFor[wire.WordsForm]():            "drawn",
	reflect.TypeFor[wire.ObservationSort]():      "strength",
	reflect.TypeFor[wire.PlanKind]():             "barnets-plan",
	reflect.TypeFor[wire.AttachmentVisibility](): "family",
	reflect.TypeFor[wire.AttachmentType]():       "text/plain",
	reflect.TypeFor[wire.LegalBasis]():           "hsl-2017-30-16-4",
	reflect.TypeFor[wire.ChildParticipation]():   "represented",
	reflect.TypeFor[wire.InterventionOutcome]():  "partly-done",
	reflect.TypeFor[wire.GoalOutcome]():          "reached",
	reflect.TypeFor[wire.Decliner]():             "principal",
	reflect.TypeFor[wire.PlanStep]():             "declined",
	reflect.TypeFor[wire.PartyAnswer]():          "accepted",
}

// filled makes a full value of T.
func filled[T any](f *filler) T {
	var v T
	f.fill(reflect.ValueOf(&v).Elem())
	return v
}

func (f *filler) fill(v reflect.Value) {
	f.count++
	switch p := v.Addr().Interface().(type) {
	case *time.Time:
		*p = time.Unix(int64(f.count)*86400, 0).UTC()
		return
	case *types.Date:
		*p = types.Date{Time: civil.MustParse("2026-03-02").AddDays(f.count).UTC()}
		return
	case *access.Class:
		*p = access.ClassNamed("health")
		return
	case *access.Scopes:
		*p, _ = access.ScopesNamed([]string{"my-plans"})
		return
	case sql.Scanner:
		f.scan(p)
		return
	}
	f.fillKind(v)
}

// scan gives a value of the domain the first of several texts that it takes: an id, a day, a level, a code, any text.
func (f *filler) scan(p sql.Scanner) {
	for _, text := range []string{
		fmt.Sprintf("01995c3e-7a10-7c41-9a52-%012d", f.count), civil.MustParse("2026-03-02").AddDays(f.count).String(), "none",
		"SE2120001355-E1", "12345678", "1480",
	} {
		if p.Scan(text) == nil {
			return
		}
	}
	panic(fmt.Sprintf("nothing fits %T", p))
}

func (f *filler) fillKind(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for n := range v.NumField() {
			f.fill(v.Field(n))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		f.fill(v.Index(0))
	case reflect.Array: // a UUID
		for n := range v.Len() {
			v.Index(n).SetUint(uint64(f.count%200 + n + 1)) //nolint:gosec // G115: a count is not negative
		}
	case reflect.String:
		text, ok := words[v.Type()]
		if !ok {
			text = fmt.Sprintf("text %d", f.count)
		}
		v.SetString(text)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(f.count))
	case reflect.Bool:
		v.SetBool(true)
	default:
		panic("cannot fill " + v.Type().String())
	}
}

// wantWhole fails for each field of a mapped value that is zero, unless a reason is given for it, and for each reason
// that has no zero field. Paths are those of Go: Plan.Goals.PartOfGoalId.
func wantWhole(t *testing.T, mapped any, reasons map[string]string) {
	t.Helper()
	var zero []string
	zeros(reflect.ValueOf(mapped), reflect.TypeOf(mapped).Name(), &zero)
	slices.Sort(zero)
	for _, path := range slices.Compact(zero) {
		if reasons[path] == "" {
			t.Errorf("%s is lost on the way", path)
		}
	}
	for path := range reasons {
		if !slices.Contains(zero, path) {
			t.Errorf("%s has a reason to be empty, but is not", path)
		}
	}
}

// zeros collects the paths of leaves that hold nothing.
func zeros(v reflect.Value, path string, into *[]string) {
	_, isLeaf := v.Interface().(interface{ IsZero() bool })
	switch {
	case v.Kind() == reflect.Pointer && !v.IsNil():
		zeros(v.Elem(), path, into)
	case v.Kind() == reflect.Slice && v.Len() > 0:
		for n := range v.Len() {
			zeros(v.Index(n), path, into)
		}
	case v.Kind() == reflect.Struct && !isLeaf && hasOpenFields(v.Type()):
		for n := range v.NumField() {
			zeros(v.Field(n), path+"."+v.Type().Field(n).Name, into)
		}
	case v.IsZero(), v.Kind() == reflect.Slice:
		*into = append(*into, path)
	}
}

func hasOpenFields(t reflect.Type) bool { return t.NumField() > 0 && t.Field(0).IsExported() }

// wantDistinct fails when two ids, days or free texts directly within one struct are alike: one was mapped from the
// other's source.
func wantDistinct(t *testing.T, mapped any, alike ...string) {
	t.Helper()
	v := reflect.ValueOf(mapped)
	seen := map[any]string{}
	for n := range v.NumField() {
		f, name := v.Field(n), v.Type().Name()+"."+v.Type().Field(n).Name
		if f.Kind() == reflect.Pointer {
			f = f.Elem()
		}
		isTold := f.Type() == reflect.TypeFor[types.Date]() || f.Type() == reflect.TypeFor[types.UUID]() || f.Type() == reflect.TypeFor[string]()
		if !isTold || slices.Contains(alike, name) {
			continue
		}
		if other, ok := seen[f.Interface()]; ok {
			t.Errorf("%s and %s are alike", other, name)
		}
		seen[f.Interface()] = name
	}
}
