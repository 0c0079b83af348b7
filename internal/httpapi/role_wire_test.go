package httpapi

import (
	"testing"

	"samplan/internal/plan"
)

func TestNothingIsLostOfRoles(t *testing.T) {
	t.Parallel()
	s := newFullPlan(t)
	h := filled[plan.RoleHolder](&s.filler)
	h.Unit = s.view.LeadUnit
	o := filled[plan.RoleOffer](&s.filler)
	o.From, o.To = s.view.LeadUnit, s.view.NextFollowUpUnit
	offer := filled[plan.LeadOffer](&s.filler)
	offer.From, offer.To = s.view.LeadUnit, s.view.NextFollowUpUnit
	led := filled[plan.LeadTerm](&s.filler)
	led.Unit = s.view.LeadUnit
	for _, w := range []any{
		s.karin.leadOffer(offer), s.karin.planLead(led), s.karin.myPlanLead(led),
		s.karin.roleHolder(h), s.karin.myRoleHolder(h), s.karin.roleOffer(o),
	} {
		wantWhole(t, w, nil)
		wantDistinct(t, w)
	}
}
