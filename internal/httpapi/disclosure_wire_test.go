package httpapi

import (
	"testing"

	"samplan/internal/disclosure"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/withholding"
)

func TestNothingIsLostOfADisclosure(t *testing.T) {
	t.Parallel()
	d := filled[disclosure.Disclosure](&filler{})
	labels := org.LabelsOf(org.Directory{Units: map[id.Unit]org.Unit{
		d.From: {ID: d.From, Name: "Barn och unga 1", AuthorityName: "Socialnämnden", Principal: org.Principal{Name: "Exempelstads kommun"}},
		d.To:   {ID: d.To, Name: "BUP", AuthorityName: "Hälso- och sjukvårdsnämnden", Principal: org.Principal{Name: "Exempelregionen"}},
	}})
	w := citizenReader(id.Person{}, labels).disclosure(d)
	wantWhole(t, w, nil)
	wantDistinct(t, w)
	if w.From.Name != "Barn och unga 1" || w.To.Name != "BUP" || w.DecidedBy.PersonId != d.DecidedBy.UUID() {
		t.Errorf("%+v", w)
	}
}

// TestReceiversAreNotToldWhy: what was not read for the reader is absent, and not empty.
func TestReceiversAreNotToldWhy(t *testing.T) {
	t.Parallel()
	w := citizenReader(id.Person{}, org.Labels{}).disclosure(disclosure.Disclosure{Version: 1})
	if w.Reason != nil || w.DecidedBy != nil || w.From != nil || w.ConsentTried != nil || w.EndReason != nil || w.EndedOn != nil {
		t.Errorf("%+v", w)
	}
}

func TestNothingIsLostOfAWithholding(t *testing.T) {
	t.Parallel()
	v := filled[withholding.Withholding](&filler{})
	w := withheld(v)
	wantWhole(t, w, map[string]string{"Withholding.EveryGuardian": "it is from one person"})
	wantDistinct(t, w)
	v.Person = id.Person{}
	if w := withheld(v); !w.EveryGuardian || w.PersonId != nil {
		t.Errorf("%+v", w)
	}
}
