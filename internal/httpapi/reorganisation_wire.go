package httpapi

import (
	"fmt"

	"samplan/internal/access"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
	"samplan/internal/org"
)

func newReorganisation(b wire.NewReorganisation) (org.ReorganisationDraft, error) {
	d := org.ReorganisationDraft{Title: b.Title, Decision: b.Decision, TakesEffectOn: civil.FromUTC(b.TakesEffectOn.Time)}
	for n, m := range b.Moves {
		kind, err := org.MoveKinds.Parse(string(m.Kind))
		if err != nil {
			return d, fault.At(fault.CodeInvalid, fmt.Sprintf("/moves/%d/kind", n), "enum")
		}
		d.Moves = append(d.Moves, org.Move{
			Kind: kind, Unit: id.UnitOf(m.UnitId), To: id.BranchOf(given(m.ToBranchId)), Into: id.UnitOf(given(m.IntoUnitId)),
			OpenCasesGo: m.OpenCasesGo, OldRecordsGo: m.OldRecordsGo, Keeper: id.UnitOf(given(m.KeeperUnitId)), Parts: newParts(m.Parts),
		})
	}
	return d, nil
}

func reorganisationWire(l org.Labels, r *org.Reorganisation) wire.Reorganisation {
	return wire.Reorganisation{
		Id: r.ID.UUID(), Title: r.Title, Decision: r.Decision, TakesEffectOn: day(r.TakesEffectOn),
		Status: wire.ReorganisationStatus(r.Status.String()), DraftedBy: unitRef(l, r.Unit), DraftedOn: day(r.DraftedOn),
		CancelledOn: optionalDay(r.CancelledOn), CancelReason: optional(r.CancelReason),
		Sides: each(r.Sides, func(s org.Side) wire.ReorganisationSide { return sideWire(l, s) }),
		Moves: each(r.Moves, func(m org.Move) wire.UnitMove { return moveWire(l, m) }),
	}
}

func sideWire(l org.Labels, s org.Side) wire.ReorganisationSide {
	p, _ := l.Principal(s.Principal)
	return wire.ReorganisationSide{PrincipalId: s.Principal.UUID(), Principal: p.Name, DecidedOn: optionalDay(s.DecidedOn)}
}

func moveWire(l org.Labels, m org.Move) wire.UnitMove {
	w := wire.UnitMove{
		Kind: wire.UnitMoveKind(m.Kind.String()), Unit: unitRef(l, m.Unit), IntoUnit: optionalUnit(l, m.Into),
		OpenCasesGo: m.OpenCasesGo, OldRecordsGo: m.OldRecordsGo, KeeperUnit: optionalUnit(l, m.Keeper),
	}
	if !m.To.IsZero() {
		to := branchRef(l, m.To)
		w.ToBranch = &to
	}
	w.Parts = each(m.Parts, func(p org.Part) wire.UnitPart { return partWire(l, p) })
	return w
}

// optionalUnit gives nil for no unit.
func optionalUnit(l org.Labels, u id.Unit) *wire.UnitRef {
	if u.IsZero() {
		return nil
	}
	r := unitRef(l, u)
	return &r
}

func placeWire(l org.Labels, p org.Place) wire.UnitPlace {
	b, _ := l.Branch(p.Branch)
	return wire.UnitPlace{
		BranchId: p.Branch.UUID(), Branch: b.Name, Authority: b.Authority, PrincipalId: b.Principal.ID.UUID(), Principal: b.Principal.Name,
		ValidFrom: day(p.From), ValidTo: optionalDay(p.To), Successor: optionalUnit(l, p.Successor),
		Predecessor: optionalUnit(l, p.Predecessor),
	}
}

// countWire tells a number as it is, or that it is below a limit; never both.
func countWire(c org.Count) wire.CoarseCount {
	if c.Below > 0 {
		return wire.CoarseCount{Below: &c.Below}
	}
	return wire.CoarseCount{Number: &c.Number}
}

func previewWire(l org.Labels, p org.Preview) wire.ReorganisationPreview {
	return wire.ReorganisationPreview{
		AccessChanges: each(p.Access, func(c org.AccessChange) wire.AccessChange {
			return wire.AccessChange{
				Unit: unitRef(l, c.Unit), Role: wire.Role(c.Role.String()), PlansLost: countWire(c.PlansLost),
				PlansGained: countWire(c.PlansGained), ItemsLost: countWire(c.ItemsLost), ItemsGained: countWire(c.ItemsGained),
			}
		}),
		RecordChanges: each(p.Records, func(c org.RecordChange) wire.RecordChange {
			return wire.RecordChange{
				Unit: partOr(l, c.Part, c.Unit), Cases: countWire(c.Cases), Leads: countWire(c.Leads), FollowUps: countWire(c.FollowUps),
				Calls: countWire(c.Calls),
			}
		}),
		ConsentChanges: each(p.Consents, func(c org.ConsentChange) wire.ConsentChange {
			return wire.ConsentChange{From: branchRef(l, c.From), To: branchRef(l, c.To), Consents: countWire(c.Stops)}
		}),
		PlansWithoutResponsible: countWire(p.Responsible),
	}
}

func touchedWire(a access.Actor, l org.Labels, c org.TouchedCase) wire.TouchedCase {
	var successor *wire.UnitRef
	if !c.Successor.IsZero() {
		of := partOr(l, c.Part, c.Successor)
		successor = &of
	}
	return wire.TouchedCase{
		ChildId: c.Child.UUID(), ChildName: childName(a, c.Name.Given, c.Name.Family, c.Protection, c.Child), Successor: successor,
		Plans: each(c.Plans, func(p org.TouchedPlan) wire.TouchedPlan {
			return wire.TouchedPlan{
				PlanId: p.ID.UUID(), LeadChanges: p.LeadChanges, FollowUpChanges: p.FollowUpChanges, ItemsOutOfReach: p.ItemsOutOfReach,
			}
		}),
	}
}
