package httpapi

import (
	"samplan/internal/fault"
	"samplan/internal/routine"

	"samplan/internal/httpapi/wire"
)

// routineWire shows a version as a whole. What a document keys by name is a list here, in the order of the names.
func routineWire(v *routine.Version) wire.RoutineProfile {
	p := &v.Profile
	w := wire.RoutineProfile{
		Id: v.ID.UUID(), Code: p.Code, Version: p.Version, ValidFrom: day(p.ValidFrom), Names: routineWords(p.Names), Terms: routineTerms(p),
		Wheel: routineWheel(p.Wheel),
		Roles: each(p.Roles, routineRole), Coordination: routineCoordination(p.Coordination),
		ChildSeesFrom: routineNumber(p.Ages.ChildSeesFrom), GuardianSeesUntil: routineNumber(p.Ages.GuardianSeesUntil),
		ConsentAges: each(p.ConsentAges, routineConsentAge), ConsentReminderDays: routineNumber(p.ConsentReminderDays),
		FewestTold: routineNumber(p.FewestTold), FollowUps: wire.RoutineFollowUps{Weeks: p.FollowUps.Weeks, Source: routineSource(p.FollowUps.Source)},
		DeviationCategories: each(p.DeviationCategories, routineCode), Document: v.Document,
	}
	if !v.Principal.IsZero() {
		w.PrincipalId = new(v.Principal.UUID())
	}
	if p.Base.Code != "" {
		w.Base = &wire.RoutineBase{Code: p.Base.Code, Version: p.Base.Version}
	}
	for _, k := range p.PlanKinds {
		w.PlanKinds = append(w.PlanKinds, wire.PlanKind(k))
	}
	for _, k := range routine.Kinds.Values() {
		if d, ok := p.Deadlines[k.String()]; ok {
			w.Deadlines = append(w.Deadlines, routineDeadline(k, d))
		}
	}
	for _, k := range routine.Respondents {
		if f, ok := p.Forms[k]; ok {
			w.Forms = append(w.Forms, routineForm(k, f))
		}
	}
	return w
}

func routineTerms(p *routine.Profile) []wire.RoutineTerm {
	var all []wire.RoutineTerm
	for _, k := range routine.Terms {
		if t, ok := p.Terms[k]; ok {
			all = append(all, wire.RoutineTerm{Term: wire.RoutineTermKey(k), Words: routineWords(t)})
		}
	}
	return all
}

func routineWords(w routine.Words) wire.RoutineWords {
	return wire.RoutineWords{Sv: w.Swedish, En: w.English}
}

func routineSource(s routine.Source) wire.RoutineSource {
	return wire.RoutineSource{Basis: wire.RoutineBasis(s.Basis), Reference: s.Reference}
}

func routineNumber(n routine.Number) wire.RoutineNumber {
	return wire.RoutineNumber{Number: n.Number, Source: routineSource(n.Source)}
}

func routineCode(r routine.Role) wire.RoutineCode {
	return wire.RoutineCode{Code: r.Code, Names: routineWords(r.Names)}
}

func routineWheel(v routine.Wheel) wire.RoutineWheel {
	return wire.RoutineWheel{Version: v.Version, Names: routineWords(v.Names), Areas: each(v.Areas, routineArea), Source: routineSource(v.Source)}
}

func routineRole(r routine.Role) wire.RoutineRole {
	return wire.RoutineRole{Code: r.Code, Names: routineWords(r.Names), UnitClasses: each(r.Classes, secrecyClass)}
}

func secrecyClass(name string) wire.SecrecyClass { return wire.SecrecyClass(name) }

func routineArea(a routine.Area) wire.RoutineArea {
	return wire.RoutineArea{
		Code: a.Code, Names: routineWords(a.Names),
		ShanarriWords: each(a.Shanarri, func(s string) wire.RoutineAreaShanarriWords { return wire.RoutineAreaShanarriWords(s) }),
		BbicSides:     each(a.BBIC, func(s string) wire.RoutineAreaBbicSides { return wire.RoutineAreaBbicSides(s) }),
	}
}

func routineCoordination(c routine.Coordination) wire.RoutineCoordination {
	w := wire.RoutineCoordination{AgeRoles: each(c.ByAge, routineAgeRole), Source: routineSource(c.Source)}
	if c.Unborn != "" {
		w.Unborn = &c.Unborn
	}
	if c.SchoolYearMonth != 0 {
		w.SchoolYearMonth = &c.SchoolYearMonth
	}
	if o := c.OutsideSchool; o.Role != "" {
		w.OutsideSchool = &wire.RoutineOutsideSchool{FromAge: o.FromAge, UntilAge: o.UntilAge, Role: o.Role}
	}
	return w
}

func routineAgeRole(a routine.AgeRole) wire.RoutineAgeRole {
	return wire.RoutineAgeRole{FromAge: a.FromAge, UntilAge: a.UntilAge, Until: wire.RoutineAgeRoleUntil(a.Until), Role: a.Role}
}

func routineDeadline(k routine.Kind, d routine.Deadline) wire.RoutineDeadline {
	return wire.RoutineDeadline{
		Kind: wire.RoutineDeadlineKind(k.String()), Length: d.Length, Unit: wire.RoutineDeadlineUnit(d.Unit),
		OnFreeDay: wire.RoutineDeadlineOnFreeDay(d.OnFreeDay), SoonDays: d.SoonDays, Source: routineSource(d.Source),
	}
}

func routineConsentAge(c routine.ConsentAge) wire.RoutineConsentAge {
	return wire.RoutineConsentAge{
		FromAge: c.FromAge, UntilAge: c.UntilAge, Givers: wire.RoutineConsentAgeGivers(c.Givers), Source: routineSource(c.Source),
	}
}

func routineForm(who string, f routine.Form) wire.RoutineForm {
	return wire.RoutineForm{
		Respondent: wire.RoutineFormRespondent(who), Questions: each(f.Questions, routineQuestion), Source: routineSource(f.Source),
	}
}

func routineQuestion(q routine.Question) wire.RoutineQuestion {
	return wire.RoutineQuestion{Code: q.Code, Words: routineWords(q.Words), EasySwedish: optional(q.Easy), Answer: wire.RoutineQuestionAnswer(q.Answer)}
}

func routineRow(s routine.Summary) wire.RoutineProfileRow {
	return wire.RoutineProfileRow{
		Id: s.ID.UUID(), IsOwn: s.IsOwn, Code: s.Code, Version: s.Version, ValidFrom: day(s.ValidFrom), Names: routineWords(s.Names),
		IsInForce: s.IsInForce,
	}
}

func routineFault(f fault.Field) wire.RoutineFault {
	return wire.RoutineFault{Pointer: f.Pointer, Code: f.Code}
}
