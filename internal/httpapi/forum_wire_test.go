package httpapi

import (
	"testing"

	"samplan/internal/forum"
	"samplan/internal/id"
	"samplan/internal/org"
)

func TestNothingIsLostOfAForum(t *testing.T) {
	t.Parallel()
	v := filled[forum.Case](&filler{})
	s := filled[forum.Session](&filler{})
	p := org.Principal{ID: id.NewPrincipal(), Name: "kommunen"}
	units := map[id.Unit]org.Unit{}
	for _, c := range []forum.Case{v, s.Cases[0], s.FollowUps[0]} {
		for _, u := range []id.Unit{c.Unit, c.Decision.ResponsibleUnit, c.Contributions[0].Unit} {
			units[u] = org.Unit{ID: u, Name: "enheten", AuthorityName: "nämnden", Principal: p}
		}
	}
	r := citizenReader(id.Person{}, org.LabelsOf(org.Directory{Units: units, Principals: map[id.Principal]org.Principal{p.ID: p}}))
	wantWhole(t, r.forumCase(v), nil)
	wantWhole(t, r.forumCaseRow(v), nil)
	wantWhole(t, r.forumSession(s), nil)
	wantWhole(t, forumSessionRow(s), nil)
	wantWhole(t, forumLearning(filled[forum.Learning](&filler{})), nil)
}
