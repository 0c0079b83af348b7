package plan

import (
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/org"
)

// Missing lists what the law still asks before the plan can be established: the four statutory parts (SoL 10:8, HSL 16:4;
// R1, R3), how the child took part (R8), and the next follow-up with date and caller (R47). It looks at the plan as the
// leading unit sees it. responsible is the principal named as overall responsible, or the zero value.
func Missing(v View, responsible org.PrincipalKind, today civil.Date) []fault.Field {
	var missing []fault.Field
	need := func(ok bool, pointer, code string) {
		if !ok {
			missing = append(missing, fault.Field{Pointer: pointer, Code: code})
		}
	}
	interventions, outside := 0, 0
	for _, i := range v.Items {
		if i.Kind == InterventionKind {
			interventions++
			if !i.OutsideActor.IsZero() {
				outside++
			}
		}
	}
	need(interventions > outside, "/interventions", "required")
	need(outside > 0 || v.NoOtherActors, "/noOtherActors", "state-or-add")
	need(outside == 0 || !v.NoOtherActors, "/noOtherActors", "contradicts-interventions")
	need(!v.OverallResponsible.IsZero(), "/overallResponsible", "required")
	need(v.OverallResponsible.IsZero() || responsible.IsStatutory(), "/overallResponsible", "not-statutory")
	need(!v.ChildParticipation.IsZero(), "/childParticipation", "required")
	need(v.NextFollowUpOn.After(today), "/nextFollowUpOn", "required")
	need(!v.NextFollowUpUnit.IsZero(), "/nextFollowUpUnit", "required")
	return missing
}

// isConfirmed tells whether every party that takes part, the leading unit aside, has confirmed the plan as it is now.
func (v View) isConfirmed() bool {
	for _, y := range v.Parties {
		if y.State == Accepted && !y.Confirmed && y.Unit != v.LeadUnit {
			return false
		}
	}
	return true
}
