package httpapi

import (
	"testing"

	"samplan/internal/card"
	"samplan/internal/id"
	"samplan/internal/org"

	"samplan/internal/httpapi/wire"
)

func TestNothingIsLostOfAContactCard(t *testing.T) {
	t.Parallel()
	c := filled[card.Card](&filler{})
	r := citizenReader(id.Person{}, org.LabelsOf(org.Directory{
		Units: map[id.Unit]org.Unit{c.Unit: {ID: c.Unit, Name: "enheten", AuthorityName: "nämnden", Principal: org.Principal{Name: "kommunen"}}},
	}))
	never := map[string]string{"ContactCard.IsOutdated": "it counts"}
	staff := r.contactCard(c)
	wantWhole(t, staff, never)
	wantDistinct(t, staff)
	mine := r.myContactCard(c)
	wantWhole(t, mine, map[string]string{"MyContactCard.IsOutdated": "it counts"})
	wantDistinct(t, mine)
	wantWhole(t, cardDraft(filled[wire.NewContactCard](&filler{})), nil)
}
