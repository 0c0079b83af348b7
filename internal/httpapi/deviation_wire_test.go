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
	wantWhole(t, whole, nil)
	wantWhole(t, r.deviationRow(v), nil)
	held := deviation.Received{Case: v.Case, Facts: v.Facts}
	wantWhole(t, r.deviationCase(held), nil)
	wantWhole(t, r.deviationCaseRow(held), nil)
	g := filled[group.Group](&filler{})
	g.Principal = p.ID
	g.Members[0].Unit = v.Unit
	wantWhole(t, r.group(g), nil)
	wantWhole(t, r.groupRow(g), nil)
}
