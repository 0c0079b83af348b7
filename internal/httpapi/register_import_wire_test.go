package httpapi

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/register"
	"samplan/internal/sheet"
)

func TestNothingIsLostOfARegisterImport(t *testing.T) {
	t.Parallel()
	f := filler{}
	i := register.Import{
		ID: id.NewRegisterImport(), Intake: filled[sheet.Intake](&f), Counts: register.Counts{1, 2, 3, 4, 5, 6, 7, 8},
		Source: sheet.Source{Format: sheet.JSONLines, Encoding: sheet.Encodings.Must("windows-1252")},
	}
	w := registerImportWire(i)
	wantWhole(t, w, nil)
	told := []int{w.Report.Added, w.Report.Ended, w.Report.Protected, w.Report.Unchanged, w.Report.Repeated, w.Report.NotOurs, w.Report.ByHand, w.Report.Faulty}
	for n, o := range register.Outcomes.Values() {
		if i.Counts.Of(o) != told[n] {
			t.Errorf("%s: told %d", o, told[n])
		}
	}
	day := civil.MustParse("2026-03-02")
	wantWhole(t, registerRowWire(register.Row{
		Number: 1, Outcome: register.Outcomes.Must("added"), Child: id.NewPerson(), Relation: id.NewRelation(), Last: day, Column: "kind", Rule: "unknown",
		Message: register.Message{
			ID: "a", Kind: register.Kinds.Must("guardian-added"), On: day, Custody: person.RelationKinds.Must("god-man"), Level: person.AssumedIdentity,
		},
	}), nil)
}
