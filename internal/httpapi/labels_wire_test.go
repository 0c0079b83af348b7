package httpapi

import (
	"testing"

	"samplan/internal/access"
	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
	"samplan/internal/org"
)

func TestLabelsOfAUnit(t *testing.T) {
	t.Parallel()
	policy, err := access.Load()
	if err != nil {
		t.Fatal(err)
	}
	u := org.Unit{
		ID: id.NewUnit(), Name: "Barn och unga 1", Class: access.ClassNamed("ifo"), AuthorityName: "Socialnämnden",
		Principal: org.Principal{Name: "Exempelstads kommun"},
	}
	l := org.LabelsOf(org.Directory{Units: map[id.Unit]org.Unit{u.ID: u}})
	want := wire.UnitRef{Id: u.ID.UUID(), Name: "Barn och unga 1", Authority: "Socialnämnden", Principal: "Exempelstads kommun"}
	if got := unitRef(l, u.ID); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	other := id.NewUnit()
	if got := unitRef(l, other); got != (wire.UnitRef{Id: other.UUID()}) {
		t.Errorf("an unknown unit is %+v", got)
	}
	for reader, weaker := range map[string]bool{"school": true, "ifo": false, "health": false} {
		got := secrecyOf(policy, l, u.ID, access.ClassNamed(reader))
		if got != (wire.SecrecyLabel{Rule: "OSL 26:1", Strength: wire.SecrecyStrengthReverse, WeakerHere: weaker}) {
			t.Errorf("R30: %s reads %+v", reader, got)
		}
	}
}
