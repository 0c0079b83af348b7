package httpapi

import (
	"testing"

	"samplan/internal/disposal"
	"samplan/internal/id"
	"samplan/internal/org"

	"samplan/internal/httpapi/wire"
)

func TestNothingIsLostOfADisposal(t *testing.T) {
	t.Parallel()
	s := filled[disposal.Setting](&filler{})
	s.Sample, s.Class = disposal.BornOn, "ifo"
	w := disposalSetting(s)
	wantWhole(t, w, nil)
	wantDistinct(t, w)
	b := filled[wire.NewDisposalSetting](&filler{})
	b.SecrecyClass, b.Sample = "ifo", optional(wire.DisposalSample("all"))
	back, err := settingFrom(b)
	if err != nil {
		t.Fatal(err)
	}
	wantWhole(t, back, map[string]string{
		"Setting.ID": "made", "Setting.Number": "counted", "Setting.SetOn": "the day", "Setting.CreatedAt": "the instant",
	})
	v := filled[disposal.Run](&filler{})
	v.State = disposal.Decided
	wantWhole(t, disposalOf(v), nil)
	wantDistinct(t, disposalOf(v))
}

func TestNothingIsLostOfADisposalCase(t *testing.T) {
	t.Parallel()
	c := filled[disposal.Case](&filler{})
	c.Outcome, c.DroppedBecause = disposal.Listed, disposal.Causes.Must("moved")
	m := filled[disposal.Mark](&filler{})
	m.Kind = disposal.Kinds.Must("placed")
	unit := org.Unit{Name: "enheten", AuthorityName: "nämnden", Principal: org.Principal{Name: "kommunen"}}
	one, two := unit, unit
	one.ID, two.ID = c.Unit, m.Unit
	r := citizenReader(id.Person{}, org.LabelsOf(org.Directory{Units: map[id.Unit]org.Unit{c.Unit: one, m.Unit: two}}))
	wantWhole(t, r.disposalCase(c), nil)
	wantDistinct(t, r.disposalCase(c))
	wantWhole(t, r.retentionMark(m), nil)
	wantDistinct(t, r.retentionMark(m))
}
