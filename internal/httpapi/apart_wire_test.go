package httpapi

import (
	"testing"

	"samplan/internal/access"
	"samplan/internal/concern"
	"samplan/internal/consent"
	"samplan/internal/id"
	"samplan/internal/known"
	"samplan/internal/org"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

func TestNothingIsLostOfAConcernReport(t *testing.T) {
	t.Parallel()
	c := filled[concern.Report](&filler{})
	c.Protection = person.ConfidentialityMarked
	c.Terms = concern.Terms{Assess: 1, Decide: 3, Feedback: 5}
	named := func(u id.Unit, name string) org.Unit {
		return org.Unit{ID: u, Name: name, AuthorityName: name, Principal: org.Principal{Name: name}}
	}
	r := citizenReader(id.Person{}, org.LabelsOf(org.Directory{Units: map[id.Unit]org.Unit{c.From: named(c.From, "skolan"), c.To: named(c.To, "socialtjänsten")}}))
	w := r.concern(c)
	wantWhole(t, w, nil)
	if w.From.Name != "skolan" || w.To.Name != "socialtjänsten" || w.DecideBy.Time != c.SentOn.AddDays(3).UTC() || w.FeedbackBy.Time != c.DecidedOn.AddDays(5).UTC() {
		t.Errorf("%+v", w)
	}
	row := r.concernRow(c)
	wantWhole(t, row, nil)
	if row.ChildName == fullName(c.Name.Given, c.Name.Family) {
		t.Error("R31: a list names a protected child")
	}
	c.Handling = concern.Handling{}
	if w = r.concern(c); w.HandlerId != nil || w.Handler != nil || w.AssessedOn != nil || w.Etag != etag(c.Tag()) {
		t.Errorf("nobody handles it, and yet %+v", w)
	}
}

func TestNothingIsLostOfAKnownQuestion(t *testing.T) {
	t.Parallel()
	q := filled[known.Question](&filler{})
	q.Protection = person.NoProtection
	w := citizenReader(id.Person{}, org.LabelsOf(org.Directory{
		Units:    map[id.Unit]org.Unit{q.From: {ID: q.From, Name: "a", AuthorityName: "b", Principal: org.Principal{Name: "c"}}},
		Branches: map[id.Branch]org.Branch{q.To: {ID: q.To, Name: "d"}},
	})).question(q)
	wantWhole(t, w, nil)
}

func TestNothingIsLostOfCustodyAndReminder(t *testing.T) {
	t.Parallel()
	wantWhole(t, custody(filled[consent.CustodyDecision](&filler{})), nil)
	v := filled[consent.Reminder](&filler{})
	v.Protection = person.NoProtection
	wantWhole(t, reminder(access.NewCitizen(v.Child, v.ValidTo, id.NewRequest()), v), nil)
}

func TestApartRequestsAreReadWhole(t *testing.T) {
	t.Parallel()
	f := &filler{}
	wantWhole(t, newConcern(filled[wire.NewConcernReport](f)), nil)
	wantWhole(t, newReceipt(filled[wire.NewConcernReceipt](f)), nil)
	b := filled[wire.NewFeedback](f)
	b.Decision = "opened"
	told, err := newFeedback(b)
	if err != nil {
		t.Fatal(err)
	}
	wantWhole(t, told, nil)
	b.Decision = "perhaps"
	if _, err := newFeedback(b); err == nil {
		t.Error("an unknown decision is taken")
	}
	d := filled[wire.NewCustodyDecision](f)
	appeal := wire.CustodyAppeal("upheld")
	d.Measures, d.Appeal = []wire.CustodyMeasure{"open-care"}, &appeal
	decided, err := newCustody(d)
	if err != nil {
		t.Fatal(err)
	}
	wantWhole(t, decided, nil)
	d.Measures = []wire.CustodyMeasure{"open-care", "sip"}
	if _, err := newCustody(d); err == nil {
		t.Error("R15: a measure that is not on the list is taken")
	}
}
