package httpapi

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/uuid"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/consent"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

// fullConsent is a consent with something in every field, and the labels of what it names.
func fullConsent() (consent.View, org.Labels) {
	v := filled[consent.View](&filler{})
	v.Protection = person.NoProtection
	from, to := v.Scopes[0].From, v.Scopes[0].To
	return v, org.LabelsOf(org.Directory{
		Units: map[id.Unit]org.Unit{v.Unit: {ID: v.Unit, Name: "Barn och unga 1", AuthorityName: "Socialnämnden", Principal: org.Principal{Name: "Exempelstads kommun"}}},
		Branches: map[id.Branch]org.Branch{
			from: {ID: from, Name: "Barn och familj", Authority: "Socialnämnden", Principal: org.Principal{Name: "Exempelstads kommun"}},
			to:   {ID: to, Name: "Barnpsykiatri", Authority: "Barnpsykiatri", Principal: org.Principal{Name: "Exempelregionen"}},
		},
	})
}

func citizenReader(p id.Person, l org.Labels) reader {
	return reader{access.NewCitizen(p, civil.MustParse("2026-03-02"), id.NewRequest()), nil, l}
}

func TestNothingIsLostOfAConsent(t *testing.T) {
	t.Parallel()
	v, labels := fullConsent()
	v.Givers[0].Answer = consent.Hindered
	w := citizenReader(id.Person{}, labels).consent(v)
	wantWhole(t, w, nil)
	if w.State != wire.ConsentStateWithdrawn || w.Etag != etag(v.Tag()) || w.Scopes[0].From == w.Scopes[0].To {
		t.Errorf("state %s, tag %s, scope %v", w.State, w.Etag, w.Scopes[0])
	}
}

func TestNothingIsLostOfMyConsent(t *testing.T) {
	t.Parallel()
	v, labels := fullConsent()
	v.Givers[0].Answer = consent.Given
	w := citizenReader(v.Givers[0].Person, labels).myConsent(v)
	wantWhole(t, w, nil)
	if w.MyAnswer != wire.GiverAnswerGiven || w.Scopes[0].From != "Barn och familj, Socialnämnden, Exempelstads kommun" || w.Scopes[0].To != "Barnpsykiatri, Exempelregionen" {
		t.Errorf("answer %s, from %q to %q", w.MyAnswer, w.Scopes[0].From, w.Scopes[0].To)
	}
}

func TestMyConsentTellsNothingOfTheOthers(t *testing.T) {
	t.Parallel()
	v, labels := fullConsent()
	mine := v.Givers[0]
	other := filled[consent.Giver](&filler{count: 700})
	v.Givers = []consent.Giver{other, mine}
	b, err := json.Marshal(citizenReader(mine.Person, labels).myConsent(v))
	if err != nil {
		t.Fatal(err)
	}
	for _, hidden := range []string{
		other.Person.String(), other.Name.Given.Reveal(), other.Reason.Reveal(), mine.Reason.Reveal(), v.Evidence.Reveal(), v.Recorder.String(),
		v.WithdrawalReason.Reveal(), v.WithdrawnBy.String(), v.Excluded[0].String(), v.Unit.String(), v.Child.String(),
	} {
		if hidden == "" || strings.Contains(string(b), hidden) {
			t.Errorf("%q in %s", hidden, b)
		}
	}
}

func TestConsentNamesAProtectedChildNeutrallyR31(t *testing.T) {
	t.Parallel()
	v, _ := fullConsent()
	var r reader
	open := r.consentChild(v)
	if !strings.Contains(open, v.ChildName.Family.Reveal()) {
		t.Errorf("an unprotected child is called %q", open)
	}
	protected, gone := v, v
	protected.Protection = person.ConfidentialityMarked
	gone.ChildName = person.Name{}
	for _, v := range []consent.View{protected, gone} {
		if got := r.consentChild(v); !strings.HasPrefix(got, "Skyddad person") || strings.Contains(got, v.ChildName.Family.Reveal()) && !v.ChildName.IsZero() {
			t.Errorf("called %q", got)
		}
	}
}

func newConsentBody() wire.NewConsent {
	evidence, day, subject := "akt 12", day(civil.MustParse("2026-03-02")), uuid.New()
	return wire.NewConsent{
		Kind: "share", Form: "oral", Purpose: "to make a plan", Evidence: &evidence, ValidFrom: day, ValidTo: day,
		Scopes:          []wire.NewConsentScope{{FromBranchId: uuid.New(), ToBranchId: uuid.New(), Categories: []wire.Category{"participation", "goals"}}},
		ExcludedItemIds: []uuid.UUID{uuid.New()}, SubjectPersonId: &subject,
	}
}

func TestNothingIsLostOfANewConsent(t *testing.T) {
	t.Parallel()
	b := newConsentBody()
	d, err := newConsent(id.NewPerson(), b)
	if err != nil {
		t.Fatal(err)
	}
	wantWhole(t, d, nil)
	s := d.Scopes[0]
	if s.From.UUID() != b.Scopes[0].FromBranchId || s.To.UUID() != b.Scopes[0].ToBranchId || len(s.Categories) != 2 || d.Excluded[0].UUID() != b.ExcludedItemIds[0] {
		t.Errorf("want %v, got %v", b.Scopes[0], s)
	}
}

func TestNothingIsLostOfALimitation(t *testing.T) {
	t.Parallel()
	end, reason := day(civil.MustParse("2026-03-02")), "too much"
	l, err := newLimitation(wire.NewMyConsentLimitation{ValidTo: &end, Scopes: newConsentBody().Scopes, Reason: &reason})
	if err != nil {
		t.Fatal(err)
	}
	wantWhole(t, l, nil)
}

func TestNewConsentPointsAtUnknownWords(t *testing.T) {
	t.Parallel()
	b := newConsentBody()
	b.Kind, b.Form, b.Scopes[0].Categories[1] = "general", "nod", "everything"
	_, err := newConsent(id.NewPerson(), b)
	f := fault.Of(err)
	var got []string
	for _, e := range f.Fields {
		got = append(got, e.Pointer)
	}
	if f.Code != fault.CodeInvalid || strings.Join(got, " ") != "/kind /form /scopes/0/categories/1" {
		t.Errorf("%s at %v", f.Code, got)
	}
}
