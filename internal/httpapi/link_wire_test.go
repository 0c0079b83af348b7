package httpapi

import (
	"testing"

	"samplan/internal/plan"
)

func TestNothingIsLostOfALink(t *testing.T) {
	t.Parallel()
	s := newFullPlan(t)
	i := s.item(plan.LinkKind)
	v := filled[plan.LinkReview](&filler{count: 400})
	w := s.karin.link(i, v)
	wantWhole(t, w, nil)
	wantDistinct(t, w)
	if w = s.karin.linkOf(i); w.ReviewBy != nil || w.ReviewedOn != nil {
		t.Errorf("a plan tells when another is to be reviewed: %+v", w)
	}
	mine := s.karin.myLink(i)
	wantWhole(t, mine, nil)
	wantDistinct(t, mine)
}
