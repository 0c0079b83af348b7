package httpapi

import (
	"samplan/internal/insight"
	"samplan/internal/phrase"

	"samplan/internal/httpapi/wire"
)

func (r reader) explanation(e insight.Reason) wire.Explanation {
	return wire.Explanation{
		ItemId: e.Item.UUID(), Owner: r.optionalUnit(e.Owner), Rule: wire.AccessRule(e.Rule.String()), Reach: wire.AccessReach(e.Reach.String()),
		Paragraph: e.Law, NeedFrom: optionalDay(e.Need.From), NeedTo: optionalDay(e.Need.To),
		Ground: optional(wire.AccessGround(e.Opening.Ground)), GroundParagraph: optional(e.Opening.Law), GroundId: optionalID(e.Opening.Basis),
		GroundFrom: optionalDay(e.Opening.Days.From), GroundTo: optionalDay(e.Opening.Days.To),
	}
}

func (r reader) myExplanation(e insight.Reason) wire.MyExplanation {
	w := wire.MyExplanation{ItemId: e.Item.UUID(), Reach: wire.AccessReach(e.Reach.String()), Paragraph: e.Law}
	if holder := r.optionalUnit(e.Owner); holder != nil {
		w.HeldBy = &holder.Name
	}
	return w
}

func (r reader) accessExplanation(a insight.Answer) wire.AccessExplanation {
	w := wire.AccessExplanation{
		ItemId: a.Item.UUID(), On: day(a.On), Owner: r.unit(a.Holder), Ways: each(a.Access, r.accessWay),
		Obstacles: each(a.Reasons, func(why string) wire.AccessObstacle { return wire.AccessObstacle(why) }),
		LimitsSv:  phrase.Swedish.Say("log.not-kept"), LimitsEn: phrase.English.Say("log.not-kept"),
	}
	if a.Asked {
		could := len(a.Access) > 0
		w.CouldSee = &could
	}
	return w
}

func (r reader) accessWay(a insight.Access) wire.AccessWay {
	w := wire.AccessWay{
		Rule: wire.AccessRule(a.Rule.String()), Reader: wire.AccessReader(a.FamilyRole), Reach: wire.AccessReach(a.Reach.String()), Paragraph: a.Law,
		PersonId: optionalID(a.Person), Name: optional(a.Name), NeedFrom: optionalDay(a.Need.From), NeedTo: optionalDay(a.Need.To),
		Ground: optional(wire.AccessGround(a.Opening.Ground)), GroundParagraph: optional(a.Opening.Law), GroundId: optionalID(a.Opening.Basis),
		GroundFrom: optionalDay(a.Opening.Days.From), GroundTo: optionalDay(a.Opening.Days.To),
	}
	if a.FamilyRole == "" {
		unit := r.unit(a.Unit)
		w.Unit, w.Reader = &unit, wire.AccessReader(a.Role.String())
	}
	return w
}
