package httpapi

import (
	"testing"

	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/person"
	"samplan/internal/request"
)

func TestNothingIsLostOfAPlanRequest(t *testing.T) {
	t.Parallel()
	v := filled[request.Request](&filler{})
	v.Relation, v.State, v.Protection = person.RelationKinds.Must("god-man"), request.Refused, person.ConfidentialityMarked
	v.AssessedOn = v.AssessedOn.AddDays(99)
	p := org.Principal{ID: v.Principal, Name: "kommunen"}
	r := citizenReader(id.Person{}, org.LabelsOf(org.Directory{
		Units:      map[id.Unit]org.Unit{v.Unit: {ID: v.Unit, Name: "enheten", AuthorityName: "nämnden", Principal: p}},
		Principals: map[id.Principal]org.Principal{p.ID: p},
	}))
	never := "answered"
	staff := r.planRequest(v)
	wantWhole(t, staff, map[string]string{"PlanRequest.IsOverdue": never})
	wantDistinct(t, staff)
	row := r.planRequestRow(v)
	wantWhole(t, row, map[string]string{"PlanRequestRow.IsOverdue": never})
	if row.ChildName == fullName(v.Name.Given, v.Name.Family) {
		t.Error("R31: a list names a protected child")
	}
	mine := r.myPlanRequest(v)
	wantWhole(t, mine, map[string]string{"MyPlanRequest.IsOverdue": never})
	wantDistinct(t, mine)
	receiver := request.Receiver{Principal: v.Principal, Unit: v.Unit}
	wantWhole(t, r.receiver(receiver), nil)
	wantWhole(t, r.myReceiver(receiver), nil)
	choice := filled[request.Choice](&filler{})
	choice.Unit = v.Unit
	wantWhole(t, r.receiverChoice(choice), nil)
}
