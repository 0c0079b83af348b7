package plan_test

import (
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
	case plan.ChildViewKind:
		d.Form = plan.Forms.Must("said")
	}
	return d
}

func karin() plan.Author {
	return plan.Author{Person: id.NewPerson(), Kind: plan.ByStaff, Unit: id.NewUnit()}
}

func TestNewItem(t *testing.T) {
	t.Parallel()
	type change func(*plan.Draft, *plan.Author)
	as := func(k plan.AuthorKind) change { return func(_ *plan.Draft, by *plan.Author) { by.Kind = k } }
	category := func(name string) change {
		return func(d *plan.Draft, _ *plan.Author) { d.Category = plan.Categories.Must(name) }
	}
	meant := func(v plan.Visibility) change { return func(d *plan.Draft, _ *plan.Author) { d.Visibility = v } }
	noText := func(d *plan.Draft, _ *plan.Author) { d.Body = person.Text{} }
	for name, c := range map[string]struct {
		kind    plan.ItemKind
		change  change
		code    fault.Code
		pointer string
	}{
		"goal":                         {kind: plan.GoalKind},
		"short-term goal about health": {kind: plan.GoalKind, change: category("health")},
		"goal without words":           {kind: plan.GoalKind, change: noText, code: fault.CodeInvalid, pointer: "/text"},
		"goal without horizon": {
			kind: plan.GoalKind, change: func(d *plan.Draft, _ *plan.Author) { d.Horizon = plan.Horizon{} }, code: fault.CodeInvalid,
			pointer: "/horizon",
		},
		"intervention":              {kind: plan.InterventionKind},
		"intervention without text": {kind: plan.InterventionKind, change: noText},
		"intervention without title": {
			kind: plan.InterventionKind, change: func(d *plan.Draft, _ *plan.Author) { d.Title = person.Text{} },
			code: fault.CodeInvalid, pointer: "/title",
		},
		"intervention without status": {
			kind: plan.InterventionKind, change: func(d *plan.Draft, _ *plan.Author) { d.Status = plan.InterventionStatus{} },
			code: fault.CodeInvalid, pointer: "/status",
		},
		"intervention of one day": {
			kind: plan.InterventionKind, change: func(d *plan.Draft, _ *plan.Author) { d.StartsOn, d.EndsOn = today, today },
		},
		"intervention without an end":   {kind: plan.InterventionKind, change: func(d *plan.Draft, _ *plan.Author) { d.StartsOn = today }},
		"intervention with only an end": {kind: plan.InterventionKind, change: func(d *plan.Draft, _ *plan.Author) { d.EndsOn = today }},
		"intervention that ends too early": {
			kind:   plan.InterventionKind,
			change: func(d *plan.Draft, _ *plan.Author) { d.StartsOn, d.EndsOn = today, today.AddDays(-1) }, code: fault.CodeDates,
			pointer: "/endsOn",
		},
		"note":               {kind: plan.NoteKind},
		"note without words": {kind: plan.NoteKind, change: noText, code: fault.CodeInvalid, pointer: "/text"},
		"note for the parties": {
			kind: plan.NoteKind, change: meant(plan.ForParties), code: fault.CodeInvalid, pointer: "/visibility",
		},
		"note for the family": {
			kind: plan.NoteKind, change: meant(plan.ForFamily), code: fault.CodeInvalid, pointer: "/visibility",
		},
		"child's words by a recorder (R8)": {kind: plan.ChildViewKind},
		"child's words by the child (R8)":  {kind: plan.ChildViewKind, change: as(plan.ByChild)},
		"child's words by a guardian (R8)": {kind: plan.ChildViewKind, change: as(plan.ByGuardian), code: fault.CodeDenied},
		"child's words without words":      {kind: plan.ChildViewKind, change: noText, code: fault.CodeInvalid, pointer: "/text"},
		"child's words without form": {
			kind: plan.ChildViewKind, change: func(d *plan.Draft, _ *plan.Author) { d.Form = plan.Form{} }, code: fault.CodeInvalid,
			pointer: "/form",
		},
		"child's words filed as health": {
			kind: plan.ChildViewKind, change: category("health"), code: fault.CodeInvalid, pointer: "/category",
		},
		"disagreement of a party (R9)":    {kind: plan.DisagreementKind},
		"disagreement of a guardian (R9)": {kind: plan.DisagreementKind, change: as(plan.ByGuardian)},
		"disagreement without words":      {kind: plan.DisagreementKind, change: noText, code: fault.CodeInvalid, pointer: "/text"},
		"disagreement kept within a unit (R9)": {
			kind: plan.DisagreementKind, change: meant(plan.UnitOnly), code: fault.CodeInvalid, pointer: "/visibility",
		},
		"disagreement filed as goals": {
			kind: plan.DisagreementKind, change: category("goals"), code: fault.CodeInvalid, pointer: "/category",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, by := sound(c.kind), karin()
			if c.change != nil {
				c.change(&d, &by)
			}
			_, err := plan.NewItem(id.NewPlan(), d, by, today)
			wantFault(t, err, c.code, c.pointer)
		})
	}
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
		if i.ID.IsZero() || i != want {
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
			if !c.changed && i != was {
				t.Errorf("a refused change left %+v", i)
			}
			if c.changed && (i.Body != d.Body || i.Version != 2 || i.Category != was.Category || i.Owner != was.Owner || i.Author != was.Author) {
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
