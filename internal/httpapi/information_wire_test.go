package httpapi

import (
	"testing"

	"samplan/internal/absence"
	"samplan/internal/id"
	"samplan/internal/inforequest"
	"samplan/internal/org"
	"samplan/internal/person"
	"samplan/internal/questionnaire"

	"samplan/internal/httpapi/wire"
)

func TestNothingIsLostOfARequestForInformation(t *testing.T) {
	t.Parallel()
	v := filled[inforequest.Request](&filler{})
	v.State, v.Decline, v.Protection = inforequest.Declined, inforequest.Declines.Must("other"), person.ConfidentialityMarked
	v.Questionnaire.Content.Category = questionnaire.Categories.Must("health")
	for n := range v.Questionnaire.Content.Fields {
		v.Questionnaire.Content.Fields[n].Kind = questionnaire.Choice
	}
	name := func(u id.Unit, name string) org.Unit {
		return org.Unit{ID: u, Name: name, AuthorityName: name + " nämnd", Principal: org.Principal{Name: name + " kommun"}}
	}
	r := citizenReader(id.Person{}, org.LabelsOf(org.Directory{Units: map[id.Unit]org.Unit{v.From: name(v.From, "från"), v.To: name(v.To, "till")}}))
	w := r.information(v)
	wantWhole(t, w, map[string]string{"InformationRequest.IsOverdue": "declined"})
	wantDistinct(t, w)
	row := r.informationRow(v)
	wantWhole(t, row, map[string]string{"InformationRequestRow.IsOverdue": "declined"})
	if row.ChildName == fullName(v.Name.Given, v.Name.Family) {
		t.Error("R31: a list names a protected child")
	}
	asked := filled[wire.NewInformationRequest](&filler{})
	asked.Ground = new(wire.LegalGround("need-of-under-18"))
	wantWhole(t, newInformation(asked), nil)
	wantWhole(t, informationAssignment(filled[wire.NewInformationAssignment](&filler{})), nil)
	wantWhole(t, answersFrom(w.Answers), nil)
}

func TestNothingIsLostOfAnAbsence(t *testing.T) {
	t.Parallel()
	v := filled[absence.Absence](&filler{})
	w := absenceOf(v, v.From)
	wantWhole(t, w, nil)
	wantDistinct(t, w)
	wantWhole(t, absenceDraft(filled[wire.NewAbsence](&filler{})), nil)
	r := filled[inforequest.Routine](&filler{})
	wantWhole(t, informationRoutine(r), nil)
}
