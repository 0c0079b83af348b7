package plan_test

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"
)

func frozen(k plan.ItemKind, w plan.Words) plan.Frozen {
	return plan.Frozen{Item: id.NewItem(), Kind: k, Owner: id.NewUnit(), Words: w}
}

func TestCompareR7(t *testing.T) {
	t.Parallel()
	same := frozen(plan.GoalKind, plan.Words{Body: person.NewText("Lo går till skolan")})
	was := frozen(plan.InterventionKind, plan.Words{Title: person.NewText("Möter vid grinden"), Status: plan.Planned})
	is := was
	is.Status, is.EndsOn = plan.InterventionStatuses.Must("done"), today
	gone, come := frozen(plan.ChildViewKind, plan.Words{}), frozen(plan.DisagreementKind, plan.Words{})
	one, two := plan.Version{Items: []plan.Frozen{same, was, gone}}, plan.Version{Items: []plan.Frozen{come, is, same}}
	for name, c := range map[string]struct {
		from, to plan.Version
		want     []plan.Change
	}{
		"with itself":  {from: one, to: one},
		"with nothing": {},
		"with the next": {
			from: one, to: two,
			want: []plan.Change{
				{Item: come.Item, Kind: come.Kind, How: "added"},
				{Item: is.Item, Kind: is.Kind, How: "changed", Fields: []string{"endsOn", "status"}},
				{Item: gone.Item, Kind: gone.Kind, How: "removed"},
			},
		},
		"with the one ago": {
			from: two, to: one,
			want: []plan.Change{
				{Item: was.Item, Kind: was.Kind, How: "changed", Fields: []string{"endsOn", "status"}},
				{Item: gone.Item, Kind: gone.Kind, How: "added"},
				{Item: come.Item, Kind: come.Kind, How: "removed"},
			},
		},
		"in another order": {from: one, to: plan.Version{Items: []plan.Frozen{gone, same, was}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, plan.Compare(c.from, c.to), cmp.Comparer(func(a, b id.Item) bool { return a == b }),
				cmp.Comparer(func(a, b plan.ItemKind) bool { return a == b })); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestCompareKnowsEveryWord changes each field of Words alone: a field that Compare forgot would change unseen.
func TestCompareKnowsEveryWord(t *testing.T) {
	t.Parallel()
	other := plan.Words{
		Title: person.NewText("a"), Body: person.NewText("b"), Horizon: plan.Horizons.Must("long"), Goal: id.NewItem(),
		OutsideActor: person.NewText("c"), ContactName: person.NewText("d"), StartsOn: today, EndsOn: today, Status: plan.Planned,
		Form: plan.Forms.Must("said"), Area: plan.AreaNamed("health"), Sort: plan.Sorts.Must("need"), SpokenBy: person.NewText("e"), Catalogue: plan.Choice{Entry: id.NewCatalogueEntry()},
	}
	seen := map[string]bool{}
	fields := reflect.TypeFor[plan.Words]().NumField()
	for n := range fields {
		was := frozen(plan.InterventionKind, plan.Words{})
		is := was
		value := reflect.ValueOf(other).Field(n)
		if value.IsZero() {
			t.Fatalf("field %d has no example", n)
		}
		reflect.ValueOf(&is.Words).Elem().Field(n).Set(value)
		got := plan.Compare(plan.Version{Items: []plan.Frozen{was}}, plan.Version{Items: []plan.Frozen{is}})
		if len(got) != 1 || got[0].How != "changed" || len(got[0].Fields) != 1 {
			t.Fatalf("field %s: got %+v", reflect.TypeFor[plan.Words]().Field(n).Name, got)
		}
		seen[got[0].Fields[0]] = true
	}
	if len(seen) != fields {
		t.Errorf("want %d names of fields, got %v", fields, seen)
	}
}
