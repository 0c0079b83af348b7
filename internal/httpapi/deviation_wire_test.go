package httpapi

import (
	"testing"

	"samplan/internal/deviation"
	"samplan/internal/group"
	"samplan/internal/id"
	"samplan/internal/org"
)

func TestNothingIsLostOfADeviation(t *testing.T) {
	t.Parallel()
	v := filled[deviation.Deviation](&filler{})
	p := org.Principal{ID: id.NewPrincipal(), Name: "kommunen"}
	labels := org.LabelsOf(org.Directory{Units: map[id.Unit]org.Unit{
		v.Unit: {ID: v.Unit, Name: "enheten", AuthorityName: "nämnden", Principal: p}, v.Concerns: {ID: v.Concerns, Name: "den andra", AuthorityName: "nämnden", Principal: p},
	}, Principals: map[id.Principal]org.Principal{p.ID: p}})
	r := citizenReader(id.Person{}, labels)
	whole := r.deviation(v)
	const never = "not before its day"
	wantWhole(t, whole, map[string]string{"Deviation.IsOverdue": never})
	wantWhole(t, r.deviationRow(v), map[string]string{"DeviationRow.IsOverdue": never})
	held := filled[deviation.Received](&filler{})
	held.Case, held.Facts, held.Measures[0].Unit = v.Case, v.Facts, v.Unit
	wantWhole(t, r.deviationCaseRow(held), map[string]string{"DeviationCaseRow.IsOverdue": never})
	w := r.deviationCase(held)
	wantWhole(t, w.Measures[0], map[string]string{"DeviationMeasure.IsOverdue": never})
	wantWhole(t, w.SentCases[0], nil)
	wantWhole(t, w, map[string]string{"DeviationCase.IsOverdue": never, "DeviationCase.Measures.IsOverdue": never})
	wantWhole(t, deviationFigures(filled[deviation.Figures](&filler{})), nil)
	g := filled[group.Group](&filler{})
	g.Principal = p.ID
	g.Members[0].Unit = v.Unit
	wantWhole(t, r.group(g), nil)
	wantWhole(t, r.groupRow(g), nil)
}
