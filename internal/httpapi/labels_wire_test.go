package httpapi

import (
	"strings"
	"testing"

	"samplan/internal/access"
	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/person"
)

func TestR31ListsNameProtectedChildrenNeutrally(t *testing.T) {
	t.Parallel()
	child := id.MustParse[struct{}]("72adb0db-7dab-4372-aa22-2ccade846654").UUID()
	for level, want := range map[person.Protection]string{
		person.NoProtection:          "Alva Ek",
		person.ConfidentialityMarked: "Skyddad person 6654",
		person.ProtectedRegistration: "Skyddad person 6654",
		person.AssumedIdentity:       "Skyddad person 6654",
		{}:                           "Skyddad person 6654", // a forgotten level opens nothing
	} {
		if got := childName(person.NewText("Alva"), person.NewText("Ek"), level, id.PersonOf(child)); got != want {
			t.Errorf("%s: got %q, want %q", level, got, want)
		}
	}
	if got := childName(person.Text{}, person.Text{}, person.AssumedIdentity, id.Person{}); strings.TrimSpace(got) != "Skyddad person" {
		t.Errorf("nobody is called %q", got)
	}
}

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
