package plan_test

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"
)

// TestR46Points: a point is written after the meeting, by a unit that takes part, until it is settled; what it decides asks
// what can be asked, and is answered once, as it was asked.
func TestR46Points(t *testing.T) {
	t.Parallel()
	today := civil.MustParse("2021-03-02")
	own, other := id.NewUnit(), id.NewUnit()
	by := plan.Author{Person: id.NewPerson(), Kind: plan.ByStaff, Unit: own}
	frame := plan.MinuteFrame{Plan: id.NewPlan(), Meeting: id.NewMeeting(), On: today, IsOpen: true, IsParty: true}
	whole := plan.MinuteDraft{Text: person.NewText("a"), Visibility: plan.ForParties, Decision: plan.Decided{Outcome: plan.ToTask, Unit: other, DueOn: today}}
	if m, err := plan.NewMinute(frame, whole, by, today); err != nil || m.Visibility != plan.UnitOnly || m.MeantFor != plan.ForParties {
		t.Fatalf("a draft for the own unit: %v, %v", m, err)
	}
	for name, c := range map[string]struct {
		change func(*plan.MinuteFrame, *plan.MinuteDraft)
		want   fault.Code
	}{
		"by one that takes no part":       {func(f *plan.MinuteFrame, _ *plan.MinuteDraft) { f.IsParty = false }, fault.CodeDenied},
		"of a meeting that was cancelled": {func(f *plan.MinuteFrame, _ *plan.MinuteDraft) { f.IsCancelled = true }, fault.CodeMeetingOver},
		"of a meeting to come":            {func(f *plan.MinuteFrame, _ *plan.MinuteDraft) { f.On = today.AddDays(1) }, fault.CodeMeetingAhead},
		"when settled":                    {func(f *plan.MinuteFrame, _ *plan.MinuteDraft) { f.IsSettled = true }, fault.CodeMinutesSettled},
		"of a plan that is over":          {func(f *plan.MinuteFrame, _ *plan.MinuteDraft) { f.IsOpen = false }, fault.CodePlanClosed},
		"without words":                   {func(_ *plan.MinuteFrame, d *plan.MinuteDraft) { d.Text = person.Text{} }, fault.CodeInvalid},
		"for named readers":               {func(_ *plan.MinuteFrame, d *plan.MinuteDraft) { d.Visibility = plan.ForNamed }, fault.CodeInvalid},
		"asking another what is kept":     {func(_ *plan.MinuteFrame, d *plan.MinuteDraft) { d.Visibility = plan.UnitOnly }, fault.CodeNotForParties},
		"a task without a day":            {func(_ *plan.MinuteFrame, d *plan.MinuteDraft) { d.Decision.DueOn = civil.Date{} }, fault.CodeInvalid},
		"a task of nobody":                {func(_ *plan.MinuteFrame, d *plan.MinuteDraft) { d.Decision.Unit = id.Unit{} }, fault.CodeInvalid},
		"due before the meeting":          {func(_ *plan.MinuteFrame, d *plan.MinuteDraft) { d.Decision.DueOn = today.AddDays(-1) }, fault.CodeDates},
		"nothing more, by a unit":         {func(_ *plan.MinuteFrame, d *plan.MinuteDraft) { d.Decision.Outcome = plan.ToNothing }, fault.CodeInvalid},
	} {
		f, d := frame, whole
		c.change(&f, &d)
		if _, err := plan.NewMinute(f, d, by, today); !fault.Has(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	answers(t, today)
}

func answers(t *testing.T, today civil.Date) {
	t.Helper()
	yes, no := plan.DecisionAnswers.Must("accepted"), plan.DecisionAnswers.Must("declined")
	asked := func(o plan.DecisionOutcome) plan.ReceivedDecision {
		d := plan.Decided{Outcome: o, DueOn: today.AddDays(-1)}
		return plan.ReceivedDecision{Decision: plan.Decision{Decided: d, State: d.Begins()}}
	}
	for _, c := range []struct {
		of    plan.DecisionOutcome
		reply plan.DecisionReply
		want  fault.Code
	}{
		{plan.ToIntervention, plan.DecisionReply{Answer: yes}, fault.CodeInvalid},
		{plan.ToIntervention, plan.DecisionReply{Answer: yes, Intervention: plan.Draft{Kind: plan.InterventionKind}}, fault.Code{}},
		{plan.ToIntervention, plan.DecisionReply{Answer: no}, fault.CodeReasonRequired},
		{plan.ToTask, plan.DecisionReply{Answer: yes}, fault.CodeInvalid},
		{plan.ToTask, plan.DecisionReply{Answer: plan.DecisionAnswers.Must("done")}, fault.Code{}},
		{plan.ToTask, plan.DecisionReply{Answer: plan.DecisionAnswers.Must("not-done"), Text: person.NewText("a")}, fault.Code{}},
		{plan.ToNothing, plan.DecisionReply{Answer: yes}, fault.CodeAnswered},
	} {
		d := asked(c.of)
		wasLate := d.IsOverdue(today)
		err := d.Answer(c.reply, today)
		if isRefused := err != nil; isRefused != (c.want != fault.Code{}) || isRefused && !fault.Has(err, c.want) || wasLate != (c.of != plan.ToNothing) {
			t.Errorf("%s answered %s: %v, late %t", c.of, c.reply.Answer, err, wasLate)
		}
		if err == nil && (d.IsOverdue(today) || !fault.Has(d.Answer(c.reply, today), fault.CodeAnswered)) {
			t.Errorf("%s is answered twice, or late", c.of)
		}
	}
}
