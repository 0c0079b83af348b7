package deviation_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/deviation"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/routine"
)

var (
	today = civil.MustParse("2026-03-02")
	own   = id.NewUnit()
	terms = deviation.Terms{Unit: own, Routine: national(), Names: []person.Name{person.NewName("Lo", "Ek")}}
)

func national() routine.Version {
	all, err := routine.BuiltIns()
	if err != nil {
		panic(err) // our own documents
	}
	for _, v := range all {
		if v.Profile.Code == "national" {
			return v
		}
	}
	panic("no national profile")
}

func draft() deviation.Draft {
	return deviation.Draft{Kind: deviation.KindObserved, Category: "hand-over", Concerns: id.NewUnit(), HappenedOn: today, Text: person.NewText("Ingen kom.")}
}

// TestR52EnteringADeviation: of a category of the routine, about another unit, that has happened, and without names.
func TestR52EnteringADeviation(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(*deviation.Draft)
		code   fault.Code
		at     string
	}{
		"as it should be":  {func(*deviation.Draft) {}, fault.Code{}, ""},
		"no such category": {func(d *deviation.Draft) { d.Category = "weather" }, fault.CodeInvalid, "/category"},
		"the own unit":     {func(d *deviation.Draft) { d.Concerns = own }, fault.CodeInvalid, "/concernsUnitId"},
		"tomorrow":         {func(d *deviation.Draft) { d.HappenedOn = today.AddDays(1) }, fault.CodeDates, "/happenedOn"},
		"a name":           {func(d *deviation.Draft) { d.Text = person.NewText("Lo fick vänta.") }, fault.CodeIdentifying, "/text"},
		"a number":         {func(d *deviation.Draft) { d.Text = person.NewText("Det gäller 20110514-9802.") }, fault.CodeIdentifying, "/text"},
	} {
		d := draft()
		c.change(&d)
		v, err := deviation.New(d, terms, today, time.Time{})
		switch f := fault.Of(err); {
		case c.at == "" && (err != nil || v.State() != deviation.Observed || v.EnteredOn != today):
			t.Errorf("%s: %v %+v", name, err, v)
		case c.at != "" && (err == nil || f.Code != c.code || f.Fields[0].Pointer != c.at):
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestR52NoIntakeWithoutTheManagers: a group can only return what comes without their contact; returning says why.
func TestR52NoIntakeWithoutTheManagers(t *testing.T) {
	t.Parallel()
	v, err := deviation.New(draft(), terms, today, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	to := deviation.Receiving{Group: id.NewGroup(), Routine: terms.Routine}
	if err := v.Submit(to, today); err != nil || v.State() != deviation.Submitted || v.Kind != deviation.KindReported || v.Case.DueOn.Before(today.AddDays(60)) {
		t.Fatalf("%v %+v", err, v)
	}
	held := deviation.Received{Case: v.Case, Facts: v.Facts}
	for name, c := range map[string]struct {
		intake deviation.Intake
		code   fault.Code
	}{
		"without contact":  {deviation.Intake{}, fault.CodeNoContact},
		"without a reason": {deviation.Intake{IsReturned: true}, fault.CodeReasonRequired},
		"with a name":      {deviation.Intake{IsReturned: true, Reason: person.NewText("Lo Ek är vår.")}, fault.CodeIdentifying},
		"a reason to take": {deviation.Intake{Reason: person.NewText("ja")}, fault.CodeInvalid},
	} {
		if err := held.Take(c.intake, terms.Names, today); fault.Of(err).Code != c.code || held.State != deviation.Submitted {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := held.Take(deviation.Intake{IsReturned: true, Reason: person.NewText("Tala med varandra.")}, nil, today); err != nil || held.ReturnedOn != today {
		t.Fatal(err)
	}
	v.Case = held.Case
	met := deviation.Contact{On: today, Other: person.NewText("Chefen Lo"), Cause: person.NewText("Ingen visste.")}
	if err := v.Meet(met, terms.Names, today.AddDays(-1)); fault.Of(err).Code != fault.CodeDates {
		t.Errorf("met tomorrow: %v", err)
	}
	if err := v.Meet(met, terms.Names, today); err != nil { // the other manager may be called as a child is
		t.Fatal(err)
	}
	if err := v.Submit(to, today.AddDays(3)); err != nil || v.Case.ReceivedOn != today.AddDays(3) || !v.Case.Reason.IsZero() || v.Case.ID != held.ID {
		t.Fatalf("%v %+v", err, v.Case)
	}
	held = deviation.Received{Case: v.Case, Facts: v.Facts}
	if err := held.Take(deviation.Intake{}, nil, today); err != nil || held.State != deviation.Accepted {
		t.Fatal(err)
	}
}

// TestR52NoStepOutsideTheTable: whatever is tried in whatever order, the state only goes where the table lets it.
func TestR52NoStepOutsideTheTable(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		v, err := deviation.New(draft(), terms, today, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 9).Draw(t, "steps") {
			before := v.State()
			held := deviation.Received{Case: v.Case, Facts: v.Facts}
			switch rapid.IntRange(0, 7).Draw(t, "what") {
			case 0:
				err = v.Meet(deviation.Contact{On: today, Other: person.NewText("a"), Cause: person.NewText("b")}, nil, today)
			case 1:
				err = v.Submit(deviation.Receiving{Group: id.NewGroup(), Routine: terms.Routine}, today)
			case 2:
				err = v.Withdraw(today)
			case 3:
				err = held.Take(deviation.Intake{}, nil, today)
				v.Case = held.Case
			case 5:
				err = held.Give(person.NewText("a"), nil, today)
				v.Case = held.Case
			case 6:
				_, err = held.Lift(person.NewText("a"), deviation.Receiving{Group: id.NewGroup(), Routine: terms.Routine}, nil, today)
				v.Case = held.Case
			case 7:
				err = held.Close(today)
				v.Case = held.Case
			case 4:
				err = held.Take(deviation.Intake{IsReturned: true, Reason: person.NewText("a")}, nil, today)
				v.Case = held.Case
			}
			if after := v.State(); after != before && !deviation.May(before, after) || err != nil && after != before {
				t.Fatalf("from %s to %s: %v", before, after, err)
			}
			if v.State() == deviation.Accepted && v.Contact.On.IsZero() {
				t.Fatal("taken up without the managers")
			}
		}
	})
}

// TestR53LevelsAndMeasures: from the local group to the county's, and there to the system, each once; closed with every measure
// followed up; what is sent on begins anew, with a clock of its own.
func TestR53LevelsAndMeasures(t *testing.T) {
	t.Parallel()
	local := deviation.Received{Case: deviation.Case{ID: id.NewDeviationCase(), Group: id.NewGroup(), State: deviation.Accepted, Level: deviation.Local, DueOn: today}}
	if local.IsOverdue(today) || !local.IsOverdue(today.AddDays(1)) {
		t.Error("overdue on another day than the one after")
	}
	why := person.NewText("Det händer överallt.")
	if _, err := local.Lift(why, deviation.Receiving{}, nil, today); fault.Of(err).Code != fault.CodeNoGroupAbove {
		t.Errorf("nobody above: %v", err)
	}
	above := deviation.Receiving{Group: id.NewGroup(), Routine: terms.Routine}
	sent, err := local.Lift(why, above, nil, today)
	if err != nil || local.State != deviation.Escalated || sent.State != deviation.Submitted || sent.Level != deviation.County || sent.From != local.Group || sent.DueOn.Before(today.AddDays(60)) {
		t.Fatalf("%v %+v", err, sent)
	}
	sent.State = deviation.Accepted
	county := deviation.Received{Case: sent}
	if none, err := county.Lift(why, above, nil, today); err != nil || county.Level != deviation.System || county.State != deviation.Accepted || !none.ID.IsZero() {
		t.Fatalf("%v %+v", err, county)
	}
	if _, err := county.Lift(why, above, nil, today); fault.Of(err).Code != fault.CodeDeviationStep {
		t.Errorf("above the system: %v", err)
	}
	m, err := local.Decide(deviation.MeasureDraft{Unit: own, Text: why, DueOn: today}, terms.Names, today, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := local.Decide(deviation.MeasureDraft{Unit: own, Text: why, DueOn: today.AddDays(-1)}, nil, today, time.Time{}); fault.Of(err).Code != fault.CodeDates {
		t.Errorf("due yesterday: %v", err)
	}
	local.Measures = []deviation.Measure{m}
	if err := local.Give(why, terms.Names, today); err != nil || local.IsOverdue(today.AddDays(99)) {
		t.Fatal(err)
	}
	if err := local.Close(today); fault.Of(err).Code != fault.CodeMeasuresOpen {
		t.Errorf("closed too early: %v", err)
	}
	done := deviation.Outcomes.Must("done")
	if err := local.Measures[0].FollowUp(done, why, nil, today); err != nil || local.Measures[0].IsOverdue(today.AddDays(99)) {
		t.Fatal(err)
	}
	if err := local.Measures[0].FollowUp(done, why, nil, today); fault.Of(err).Code != fault.CodeEnded {
		t.Errorf("twice: %v", err)
	}
	if err := local.Close(today); err != nil || local.ClosedOn != today {
		t.Fatal(err)
	}
}
