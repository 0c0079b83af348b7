package demo

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/meeting"
	"samplan/internal/person"
	"samplan/internal/plan"
)

// wik: two siblings whose plans have come far. Hedda's is being followed up, and Olle's has come to its end.
func (t *teller) wik() {
	hedda := t.setForWik("hedda", "Hedda har någon att prata med", "Samtal med familjen")
	t.followUp("cilla", hedda, "2020-11-12", "2021-03-15")
	olle := t.setForWik("olle", "Olle sover på nätterna", "Råd om sömn")
	t.followUp("cilla", olle, "2020-11-12", "")
	t.closePlan("cilla", olle)
}

// setForWik tells of a plan that social services in Centrum led and the private provider took part in, until it was set.
func (t *teller) setForWik(child, words, what string) id.Plan {
	t.on("2020-08-31")
	kid := t.register("cilla", child, person.NoProtection, "siri")
	p := t.note("cilla", kid, "sip", goal(words, "long"), intervention(what, "Barn och unga Centrum.", "family", ""))
	t.step("cilla", p, "informed", "consenting")
	t.agreeToPlan("cilla", kid, "siri")
	t.step("cilla", p, "preparing")
	t.call("cilla", p, "uph", "ulf", "ulf")
	t.step("cilla", p, "called")
	t.gather("cilla", p, meeting.Booking{Way: meeting.Ways.Must("digital")}, "ulf")
	t.step("cilla", p, "met")
	t.establish(p, "cilla", "ulf")
	return p
}

// followUp records a follow-up; without a next day the plan is to be closed.
func (t *teller) followUp(by string, p id.Plan, day, next string) {
	t.on(day)
	t.as(by, "RecordFollowUp", func(ctx context.Context, a access.Actor) error {
		f := plan.FollowUp{Plan: p, HeldOn: t.day, Participation: plan.Participations.Must("present")}
		if next != "" {
			f.NextOn, f.NextUnit = civil.MustParse(next), a.Unit()
		}
		_, err := t.w.Plans.FollowUp(ctx, a, f)
		return err
	})
	t.step(by, p, "following-up")
}

// closePlan says what became of everything that the leading unit sees, and ends the plan.
func (t *teller) closePlan(by string, p id.Plan) {
	outcomes := map[plan.ItemKind]string{plan.GoalKind: "reached", plan.InterventionKind: "done"}
	t.as(by, "EvaluateGoal", func(ctx context.Context, a access.Actor) error {
		v, err := t.w.Plans.View(ctx, a, p)
		for _, i := range v.Items {
			if err == nil {
				e := plan.Evaluation{Outcome: plan.Outcomes.Must(outcomes[i.Kind]), Effect: text("Det hjälpte."), EvaluatedOn: t.day}
				_, err = t.w.Plans.Evaluate(ctx, a, i.Kind, i.ID, e)
			}
		}
		return err
	})
	t.as(by, "ClosePlan", func(ctx context.Context, a access.Actor) error {
		_, err := t.w.Plans.Close(ctx, a, plan.Step{Plan: p, On: t.day, Reason: text("Målet är nått.")}, plan.Draft{
			Kind: plan.PlanEvaluation, Visibility: plan.ForFamily, Words: plan.Words{Body: text("Olle sover, och alla höll det de lovade.")},
		})
		return err
	})
}
