package plan_test

import (
	"reflect"
	"testing"

	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"
)

// sound is a draft of each kind that lacks nothing.
func sound(k plan.ItemKind) plan.Draft {
	d := plan.Draft{Kind: k, Visibility: plan.ForParties}
	d.Body = person.NewText("Lo går till skolan varje dag")
	switch k {
	case plan.GoalKind:
		d.Horizon = plan.Horizons.Must("long")
	case plan.InterventionKind:
		d.Title, d.Status = person.NewText("Möter vid grinden"), plan.Planned
	case plan.NoteKind:
		d.Visibility = plan.UnitOnly
	case plan.ObservationKind:
		d.Sort, d.Area = plan.Sorts.Must("strength"), plan.AreaNamed("health")
	case plan.ChildViewKind:
		d.Form = plan.Forms.Must("said")
	case plan.LinkKind:
		d.Body, d.Title, d.OutsideActor = person.Text{}, person.NewText("FS 2026/114"), person.NewText("Funktionsstöd")
		d.Sort, d.StartsOn = plan.LinkSorts.Must("lss-plan"), today
	case plan.AttachmentKind:
		d.Title = person.NewText("utredning.pdf")
	}
	return d
}

func karin() plan.Author {
	return plan.Author{Person: id.NewPerson(), Kind: plan.ByStaff, Unit: id.NewUnit()}
}

// change makes a sound draft, or its author, differ.
type change func(*plan.Draft, *plan.Author)

func as(k plan.AuthorKind) change { return func(_ *plan.Draft, by *plan.Author) { by.Kind = k } }

func filedAs(category string) change {
	return func(d *plan.Draft, _ *plan.Author) { d.Category = plan.Categories.Must(category) }
}

func meantFor(v plan.Visibility) change {
	return func(d *plan.Draft, _ *plan.Author) { d.Visibility = v }
}

func noText(d *plan.Draft, _ *plan.Author) { d.Body = person.Text{} }

// verdict is what becomes of a sound draft that differs in one thing.
type verdict struct {
	change  change
	code    fault.Code
	pointer string
}

func judge(t *testing.T, kind plan.ItemKind, verdicts map[string]verdict) {
	t.Helper()
	for name, c := range verdicts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, by := sound(kind), karin()
			if c.change != nil {
				c.change(&d, &by)
			}
			_, err := plan.NewItem(id.NewPlan(), d, by, today)
			wantFault(t, err, c.code, c.pointer)
		})
	}
}

func TestGoals(t *testing.T) {
	t.Parallel()
	judge(t, plan.GoalKind, map[string]verdict{
		"goal":                         {},
		"short-term goal about health": {change: filedAs("health")},
		"goal without words":           {change: noText, code: fault.CodeInvalid, pointer: "/text"},
		"goal without horizon": {
			change: func(d *plan.Draft, _ *plan.Author) { d.Horizon = plan.Horizon{} }, code: fault.CodeInvalid,
			pointer: "/horizon",
		},
	})
}

func TestInterventions(t *testing.T) {
	t.Parallel()
	judge(t, plan.InterventionKind, map[string]verdict{
		"intervention":              {},
		"intervention without text": {change: noText},
		"intervention without title": {
			change: func(d *plan.Draft, _ *plan.Author) { d.Title = person.Text{} },
			code:   fault.CodeInvalid, pointer: "/title",
		},
		"intervention without status": {
			change: func(d *plan.Draft, _ *plan.Author) { d.Status = plan.InterventionStatus{} },
			code:   fault.CodeInvalid, pointer: "/status",
		},
		"intervention of one day": {
			change: func(d *plan.Draft, _ *plan.Author) { d.StartsOn, d.EndsOn = today, today },
		},
		"intervention without an end":   {change: func(d *plan.Draft, _ *plan.Author) { d.StartsOn = today }},
		"intervention with only an end": {change: func(d *plan.Draft, _ *plan.Author) { d.EndsOn = today }},
		"intervention that ends too early": {
			change: func(d *plan.Draft, _ *plan.Author) { d.StartsOn, d.EndsOn = today, today.AddDays(-1) }, code: fault.CodeDates,
			pointer: "/endsOn",
		},
	})
}

func TestNotes(t *testing.T) {
	t.Parallel()
	judge(t, plan.NoteKind, map[string]verdict{
		"note":               {},
		"note without words": {change: noText, code: fault.CodeInvalid, pointer: "/text"},
		"note for the parties": {
			change: meantFor(plan.ForParties), code: fault.CodeInvalid, pointer: "/visibility",
		},
		"note for the family": {
			change: meantFor(plan.ForFamily), code: fault.CodeInvalid, pointer: "/visibility",
		},
	})
}

func TestChildViewsR8(t *testing.T) {
	t.Parallel()
	judge(t, plan.ChildViewKind, map[string]verdict{
		"child's words by a recorder (R8)": {},
		"child's words by the child (R8)":  {change: as(plan.ByChild)},
		"child's words by a guardian (R8)": {change: as(plan.ByGuardian), code: fault.CodeDenied},
		"child's words without words":      {change: noText, code: fault.CodeInvalid, pointer: "/text"},
		"child's words without form": {
			change: func(d *plan.Draft, _ *plan.Author) { d.Form = plan.Form{} }, code: fault.CodeInvalid,
			pointer: "/form",
		},
		"child's words filed as health": {
			change: filedAs("health"), code: fault.CodeInvalid, pointer: "/category",
		},
	})
}

func TestObservations(t *testing.T) {
	t.Parallel()
	judge(t, plan.ObservationKind, map[string]verdict{
		"strength":                    {},
		"observation without words":   {change: noText, code: fault.CodeInvalid, pointer: "/text"},
		"neither strength nor need":   {change: func(d *plan.Draft, _ *plan.Author) { d.Sort = plan.Sort{} }, code: fault.CodeInvalid, pointer: "/sort"},
		"strength in no area of life": {change: func(d *plan.Draft, _ *plan.Author) { d.Area = plan.Area{} }, code: fault.CodeInvalid, pointer: "/area"},
	})
}

func TestDisagreementsR9(t *testing.T) {
	t.Parallel()
	judge(t, plan.DisagreementKind, map[string]verdict{
		"disagreement of a party (R9)":    {},
		"disagreement of a guardian (R9)": {change: as(plan.ByGuardian)},
		"disagreement without words":      {change: noText, code: fault.CodeInvalid, pointer: "/text"},
		"disagreement kept within a unit (R9)": {
			change: meantFor(plan.UnitOnly), code: fault.CodeInvalid, pointer: "/visibility",
		},
		"disagreement filed as goals": {
			change: filedAs("goals"), code: fault.CodeInvalid, pointer: "/category",
		},
	})
}

func TestNewItemIsItsAuthorsUnits(t *testing.T) {
	t.Parallel()
	p, by := id.NewPlan(), karin()
	for _, k := range plan.ItemKinds.Values() {
		d := sound(k)
		i, err := plan.NewItem(p, d, by, today)
		if err != nil {
			t.Fatalf("%s: %v", k, err)
		}
		if i.Category.IsZero() {
			t.Errorf("%s has no usual category", k)
		}
		want := plan.Item{
			ID: i.ID, Plan: p, Kind: k, Owner: by.Unit, Category: i.Category, Visibility: d.Visibility, Words: d.Words,
			Author: by.Person, AuthorKind: by.Kind, CreatedOn: today, Version: 1, Owned: true,
		}
		if i.ID.IsZero() || !reflect.DeepEqual(i, want) {
			t.Errorf("%s: want %+v got %+v", k, want, i)
		}
	}
}

func TestApply(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		kind    plan.ItemKind
		code    fault.Code
		changed bool
	}{
		"a goal changes":                      {kind: plan.GoalKind, changed: true},
		"an intervention changes":             {kind: plan.InterventionKind, changed: true},
		"a note changes":                      {kind: plan.NoteKind, changed: true},
		"the child's words stay as said (R8)": {kind: plan.ChildViewKind, code: fault.CodeDenied},
		"a disagreement stays as said (R9)":   {kind: plan.DisagreementKind, code: fault.CodeDenied},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			i, err := plan.NewItem(id.NewPlan(), sound(c.kind), karin(), today)
			if err != nil {
				t.Fatal(err)
			}
			was, d := i, sound(c.kind)
			d.Body = person.NewText("Lo orkar vara kvar")
			wantFault(t, i.Apply(d), c.code, "")
			if !c.changed && !reflect.DeepEqual(i, was) {
				t.Errorf("a refused change left %+v", i)
			}
			if c.changed && (!i.Body.Equal(d.Body) || i.Version != 2 || i.Category != was.Category || i.Owner != was.Owner || i.Author != was.Author) {
				t.Errorf("changed to %+v", i)
			}
		})
	}
}

func TestApplyIsCheckedLikeANewItem(t *testing.T) {
	t.Parallel()
	goal, err := plan.NewItem(id.NewPlan(), sound(plan.GoalKind), karin(), today)
	if err != nil {
		t.Fatal(err)
	}
	d := sound(plan.GoalKind)
	d.Goal = goal.ID
	wantFault(t, goal.Apply(d), fault.CodeInvalid, "/partOfGoalId")
	note, err := plan.NewItem(id.NewPlan(), sound(plan.NoteKind), karin(), today)
	if err != nil {
		t.Fatal(err)
	}
	d = sound(plan.NoteKind)
	d.Visibility = plan.ForFamily
	wantFault(t, note.Apply(d), fault.CodeInvalid, "/visibility")
}
