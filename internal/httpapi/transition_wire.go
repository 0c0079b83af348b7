package httpapi

import (
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/phrase"
	"samplan/internal/transition"

	"samplan/internal/httpapi/wire"
)

// handingOver is who hands a plan over, why and from which day on.
type handingOver struct {
	kind transition.Kind
	from id.Unit
	on   civil.Date
}

// asked is what a checklist is asked for: what is planned for the receiving unit, or what the request says.
func (x exchanged) asked(q wire.GetTransitionChecklistParams, planned []transition.Transition, to id.Unit) handingOver {
	w := handingOver{kind: transition.Kinds.Values()[0], from: x.view.LeadUnit}
	kind, err := transition.Kinds.Parse(string(given(q.Kind)))
	for _, t := range planned {
		if r, ok := t.To(to); ok && (err != nil || t.Kind == kind) {
			w = handingOver{kind: t.Kind, from: r.From, on: t.On}
			break
		}
	}
	if err == nil {
		w.kind = kind
	}
	if q.FromUnitId != nil {
		w.from = id.UnitOf(*q.FromUnitId)
	}
	if q.On != nil {
		w.on = civilDay(q.On)
	}
	return w
}

// parts reads of a plan what is to go over.
func (x exchanged) parts() transition.Case {
	c := transition.Case{LeadUnit: x.view.LeadUnit, FollowUpOn: x.view.NextFollowUpOn, FollowUpUnit: x.view.NextFollowUpUnit}
	p := x.plan(x.view)
	for _, y := range p.Parties {
		waits := y.State == wire.PartyStateCalled || y.State == wire.PartyStateInvited
		if !waits && y.State != wire.PartyStateAccepted {
			continue
		}
		u, _ := x.labels.Unit(id.UnitOf(y.Unit.Id)) // one that the directory does not hold lies nowhere
		c.Parties = append(c.Parties, transition.Party{Unit: transition.Unit{ID: u.ID, Branch: u.Branch}, Waits: waits})
	}
	for _, h := range x.roles {
		c.Roles = append(c.Roles, transition.Holder{ID: h.ID, Unit: h.Unit, Role: h.Role.String(), Last: h.To})
	}
	for _, i := range p.Interventions {
		if i.Owner != nil {
			c.Interventions = append(c.Interventions, transition.Carried{
				ID: id.ItemOf(i.Id), Unit: id.UnitOf(i.Owner.Id), Last: civilDay(i.EndsOn),
				IsOver: i.Status == wire.InterventionStatusDone || i.Status == wire.InterventionStatusStopped,
			})
		}
	}
	return c
}

func consentsInForce(all []wire.Consent) []transition.Consent {
	var out []transition.Consent
	for n := range all {
		w := &all[n]
		if w.State != wire.ConsentStateLive || w.Kind == wire.ConsentKindOtherPerson {
			continue
		}
		v := transition.Consent{ID: id.ConsentOf(w.Id), ToPlan: w.Kind == wire.ConsentKindPlan, Last: on(w.ValidTo)}
		for _, g := range w.Givers {
			v.ByChild = v.ByChild || g.Capacity == wire.GiverCapacityChild && g.Answer == wire.GiverAnswerGiven
		}
		for _, s := range w.Scopes {
			v.Ways = append(v.Ways, transition.Way{From: id.BranchOf(s.From.BranchId), To: id.BranchOf(s.To.BranchId)})
		}
		out = append(out, v)
	}
	return out
}

func requestsThatWait(all []wire.InformationRequestRow) []id.InformationRequest {
	var out []id.InformationRequest
	for n := range all {
		if all[n].State == wire.InformationStateSent {
			out = append(out, id.InformationRequestOf(all[n].Id))
		}
	}
	return out
}

func (r reader) checklist(plan wireID, c transition.Case, lines []transition.Line, l phrase.Language) wire.TransitionChecklist {
	return wire.TransitionChecklist{
		PlanId: plan, Kind: wire.TransitionKind(c.Kind.String()), StartsOn: day(c.On), FromUnit: r.unit(c.From.ID), ToUnit: r.unit(c.To.ID),
		Lines: each(lines, func(v transition.Line) wire.TransitionLine { return r.transitionLine(v, l) }),
	}
}

func (r reader) transitionLine(v transition.Line, l phrase.Language) wire.TransitionLine {
	w := wire.TransitionLine{
		Kind: wire.TransitionLineKind(v.Kind.String()), Text: l.Say(linePhrases[v.Kind]), On: optionalDay(v.On), ConsentId: optionalID(v.Consent),
		RoleHolderId: optionalID(v.Role), InterventionId: optionalID(v.Intervention), InformationRequestId: optionalID(v.Request),
	}
	if !v.Unit.IsZero() {
		w.Unit = new(r.unit(v.Unit))
	}
	return w
}

// linePhrases say what each line asks for.
var linePhrases = map[transition.LineKind]phrase.Key{
	transition.GuardiansEnd: "transition.guardians-end", transition.PlanConsent: "transition.plan-consent", transition.PartyMissing: "transition.party",
	transition.PartyWaits: "transition.party-waits", transition.ConsentEnds: "transition.consent-ends", transition.ConsentMissing: "transition.consent-missing",
	transition.ConsentBack: "transition.consent-back", transition.Lead: "transition.lead", transition.Role: "transition.role", transition.Intervention: "transition.intervention",
	transition.FollowUp: "transition.follow-up", transition.InformationRequest: "transition.information-request",
}
