package request_test

import (
	"testing"
	"time"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/request"
)

var (
	today  = civil.MustParse("2026-03-02")
	parent = person.RelationKinds.Must("parent-custodian")
	terms  = request.Terms{Unit: id.NewUnit(), ChildFrom: 12, GuardianUntil: 18, Due: today.AddDays(10)}
)

func draft(birth string, relation *person.RelationKind) request.Draft {
	d := request.Draft{Principal: id.NewPrincipal(), Name: person.NewName("Lo", "Ek"), BirthDate: civil.MustParse(birth), Words: request.Words{Why: person.NewText("a"), Help: person.NewText("b")}}
	if relation != nil {
		d.Guardian = &request.Guardian{Relation: *relation, Name: person.NewName("Amir", "Ek")}
	}
	return d
}

// TestR4WhoMayAsk: a guardian of a child under the routine's age, and a child from the routine's age on.
func TestR4WhoMayAsk(t *testing.T) {
	t.Parallel()
	none := person.RelationKinds.Must("parent-without-custody")
	for name, c := range map[string]struct {
		d    request.Draft
		code fault.Code
		at   string
	}{
		"a child of twelve":        {draft("2014-03-02", nil), fault.Code{}, ""},
		"a day too young":          {draft("2014-03-03", nil), fault.CodeInvalid, "/birthDate"},
		"a guardian of a baby":     {draft("2026-03-02", &parent), fault.Code{}, ""},
		"born tomorrow":            {draft("2026-03-03", &parent), fault.CodeDates, "/birthDate"},
		"the last day":             {draft("2008-03-03", &parent), fault.Code{}, ""},
		"of age today":             {draft("2008-03-02", &parent), fault.CodeInvalid, "/birthDate"},
		"a parent without custody": {draft("2016-03-02", &none), fault.CodeInvalid, "/asGuardian/relation"},
	} {
		r, err := request.New(c.d, terms, today, time.Time{})
		f := fault.Of(err)
		switch {
		case c.at == "" && (err != nil || r.State != request.Received || r.DueOn != today.AddDays(10) || r.Unit != terms.Unit):
			t.Errorf("%s: %v %+v", name, err, r)
		case c.at != "" && (err == nil || f.Code != c.code || f.Fields[0].Pointer != c.at):
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestR4ThereIsNoAnswerBySilence: from being received a request goes by an assessment to a plan or a refusal, which says who
// and why; until then it is overdue after its day, and after that nothing changes.
func TestR4ThereIsNoAnswerBySilence(t *testing.T) {
	t.Parallel()
	r, err := request.New(draft("2016-03-02", &parent), terms, today, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	me := id.NewPerson()
	if err := r.IsBy(me, me); fault.Of(err).Code != fault.CodeInvalid {
		t.Errorf("one's own guardian: %v", err)
	}
	if err := r.IsBy(me, id.NewPerson()); err != nil {
		t.Fatal(err)
	}
	if r.IsOverdue(r.DueOn) || !r.IsOverdue(r.DueOn.AddDays(1)) {
		t.Error("overdue on another day than the one after")
	}
	role, why := person.NewText("Chef"), person.NewText("därför")
	if err := r.Answer(request.Decision{Refuse: true, Role: role, Reason: why}, today); fault.Of(err).Code != fault.CodeNotAssessed {
		t.Errorf("before the assessment: %v", err)
	}
	tag := r.Tag()
	if err := r.Take(request.Assessment{Handler: me, CustodyChecked: true}, today); err != nil || r.State != request.Assessing || r.Tag() == tag {
		t.Fatalf("%v %+v", err, r)
	}
	version := r.Version
	if err := r.Take(request.Assessment{Handler: id.NewPerson()}, today.AddDays(1)); err != nil || r.Version != version || r.AssessedOn != today || !r.Handling.CustodyChecked {
		t.Errorf("another handler: %v %+v", err, r)
	}
	refused(t, r)
	if err := r.Answer(request.Decision{Refuse: true, Role: role, Reason: why}, today); err != nil || r.State != request.Refused || r.IsOverdue(today.AddDays(99)) {
		t.Fatalf("%v %+v", err, r)
	}
	if err := r.Answer(request.Decision{}, today); fault.Of(err).Code != fault.CodeAnswered {
		t.Errorf("twice: %v", err)
	}
	if err := r.Take(request.Assessment{Handler: me}, today); fault.Of(err).Code != fault.CodeAnswered {
		t.Errorf("assessed afterwards: %v", err)
	}
}

// TestR4ARequestIsTakenBackUntilItIsAnswered: whether or not it is assessed; then nothing is due any more, and nobody answers it.
func TestR4ARequestIsTakenBackUntilItIsAnswered(t *testing.T) {
	t.Parallel()
	later := today.AddDays(1)
	for _, s := range request.States.Values() {
		r := request.Request{State: s, DueOn: today, Version: 3}
		err := r.Withdraw(later)
		switch s {
		case request.Received, request.Assessing:
			if err != nil || r.State != request.Withdrawn || r.WithdrawnOn != later || r.Version != 4 || r.IsOverdue(today.AddDays(99)) {
				t.Errorf("%s: %v %+v", s, err, r)
			}
		case request.Withdrawn:
			if fault.Of(err).Code != fault.CodeWithdrawn {
				t.Errorf("%s: %v", s, err)
			}
		default:
			if fault.Of(err).Code != fault.CodeAnswered || r.State != s || !r.WithdrawnOn.IsZero() {
				t.Errorf("%s: %v %+v", s, err, r)
			}
		}
		if s == request.Planned || s == request.Refused {
			continue
		}
		if err := r.Take(request.Assessment{Handler: id.NewPerson()}, later); fault.Of(err).Code != fault.CodeWithdrawn {
			t.Errorf("taken up afterwards: %v", err)
		}
		if err := r.Answer(request.Decision{}, later); fault.Of(err).Code != fault.CodeWithdrawn || !r.AnsweredOn.IsZero() {
			t.Errorf("answered afterwards: %v", err)
		}
	}
}

// refused: answers that say too little, or too much.
func refused(t *testing.T, r request.Request) {
	t.Helper()
	role, why := person.NewText("Chef"), person.NewText("därför")
	for name, c := range map[string]struct {
		d    request.Decision
		code fault.Code
	}{
		"a refusal without a role":   {request.Decision{Refuse: true, Reason: why}, fault.CodeReasonRequired},
		"a refusal without a reason": {request.Decision{Refuse: true, Role: role}, fault.CodeReasonRequired},
		"a refusal with a plan":      {request.Decision{Refuse: true, Role: role, Reason: why, Plan: id.NewPlan()}, fault.CodeInvalid},
		"a plan with a reason":       {request.Decision{Reason: why}, fault.CodeInvalid},
	} {
		if err := r.Answer(c.d, today); fault.Of(err).Code != c.code || !r.AnsweredOn.IsZero() {
			t.Errorf("%s: %v", name, err)
		}
	}
}
