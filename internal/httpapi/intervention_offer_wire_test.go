package httpapi

import (
	"testing"

	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/plan"
)

func TestNothingIsLostOfAnInterventionOffer(t *testing.T) {
	t.Parallel()
	o := filled[plan.InterventionOffer](&filler{})
	named := func(u id.Unit, name string) org.Unit {
		return org.Unit{ID: u, Name: name, AuthorityName: name, Principal: org.Principal{Name: name}}
	}
	w := citizenReader(id.Person{}, org.LabelsOf(org.Directory{Units: map[id.Unit]org.Unit{o.From: named(o.From, "a"), o.To: named(o.To, "b")}})).interventionOffer(o)
	wantWhole(t, w, nil)
	wantDistinct(t, w)
	if w.FromUnit.Name != "a" || w.ToUnit.Name != "b" {
		t.Errorf("%+v", w)
	}
}
