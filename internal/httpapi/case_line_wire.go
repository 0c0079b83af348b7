package httpapi

import (
	"samplan/internal/caseline"
	"samplan/internal/civil"
	"samplan/internal/deidentify"
	"samplan/internal/document"
	"samplan/internal/phrase"

	"samplan/internal/httpapi/wire"
)

func (t toldLine) line(plan wireID) wire.CaseLine {
	return wire.CaseLine{PlanId: plan, Lanes: each(t.Lanes, func(l caseline.Lane) wire.CaseLane {
		w := wire.CaseLane{Kind: wire.CaseLaneKind(l.Kind.String()), Marks: each(l.Marks, t.mark)}
		switch l.Kind {
		case caseline.OfUnit:
			w.Unit = &wire.UnitRef{Id: l.Actor.ID.UUID(), Name: l.Actor.Name, Authority: l.Actor.Authority, Principal: l.Actor.Principal}
		case caseline.Outside:
			w.Name = &l.Actor.Name
		}
		return w
	})}
}

func (t toldLine) myLine(plan wireID) wire.MyCaseLine {
	return wire.MyCaseLine{PlanId: plan, Lanes: each(t.Lanes, func(l caseline.Lane) wire.MyCaseLane {
		return wire.MyCaseLane{
			Kind: wire.CaseLaneKind(l.Kind.String()), Name: optional(l.Actor.Name), Principal: optional(l.Actor.Principal), Marks: each(l.Marks, t.mark),
		}
	})}
}

func (t toldLine) mark(m caseline.Mark) wire.CaseMark {
	return wire.CaseMark{Kind: wire.CaseMarkKind(m.Kind.String()), On: day(m.On), Until: optionalDay(m.Until), Text: document.Plain(t.says(m))}
}

// says tells a mark in words.
func (t toldLine) says(m caseline.Mark) string {
	what := inWords(t.language, wire.CaseMarkKind(m.Kind.String()))
	for _, detail := range []string{m.Detail, quoted(m.Quoted)} {
		if detail != "" {
			what = t.language.Say("case-line.says", "{what}", what, "{detail}", detail)
		}
	}
	return what
}

// owner tells whose lane it is.
func (t toldLine) owner(l caseline.Lane) string {
	switch l.Kind {
	case caseline.OfPlan:
		return t.language.Say("case-line.plan")
	case caseline.OfFamily:
		return t.language.Say("case-line.family")
	}
	if l.Actor.Principal == "" {
		return quoted(l.Actor.Name)
	}
	return t.language.Say("words.list", "{first}", quoted(l.Actor.Name), "{next}", quoted(l.Actor.Principal))
}

func (t toldLine) picture(today civil.Date) (drawnLine, error) { return t.drawn(t.owner, today) }

// drawn draws the line until a day.
func (t toldLine) drawn(owner func(caseline.Lane) string, until civil.Date) (drawnLine, error) {
	from, _ := t.Span()
	p := document.Line{Language: t.language, Title: t.language.Say("case-line.title"), Empty: t.language.Say("case-line.empty"), From: from, To: until}
	for _, l := range t.Lanes {
		lane := document.LineLane{Name: owner(l)}
		for _, m := range l.Marks {
			lane.Events = append(lane.Events, document.Event{On: m.On, Until: m.Until, Lasts: m.Kind.Lasts(), When: t.when(m), Words: t.says(m)})
		}
		p.Lanes = append(p.Lanes, lane)
	}
	return p.SVG()
}

func (t toldLine) when(m caseline.Mark) string {
	if !m.Kind.Lasts() {
		return m.On.String()
	}
	to := ""
	if !m.Until.IsZero() {
		to = m.Until.String()
	}
	return t.language.Say("words.period", "{from}", m.On.String(), "{to}", to)
}

// changed tells what a line for teaching has lost.
var changed = []phrase.Key{"teaching.days", "teaching.units", "teaching.texts", "teaching.ids"}

// teaching is the line for teaching. Its picture ends where the line does: the day on which it was taken out would tell the step.
func (t toldLine) teaching(warnings []deidentify.Warning) (wire.TeachingLine, error) {
	_, last := t.Span()
	picture, err := t.drawn(t.service, last)
	return wire.TeachingLine{
		Picture: string(picture), Warning: t.language.Say("teaching.warning"), Changes: each(changed, func(k phrase.Key) string { return t.language.Say(k) }),
		ConfirmedWarnings: each(warnings, func(w deidentify.Warning) wire.ForumWarning { return wire.ForumWarning(w.String()) }),
		Lanes: each(t.Lanes, func(l caseline.Lane) wire.TeachingLane {
			return wire.TeachingLane{Kind: wire.CaseLaneKind(l.Kind.String()), Name: document.Plain(t.service(l)), Marks: each(l.Marks, t.mark)}
		}),
	}, err
}

// service tells whose lane it is by the kind of service alone.
func (t toldLine) service(l caseline.Lane) string {
	switch l.Kind {
	case caseline.OfPlan, caseline.OfFamily:
		return t.owner(l)
	case caseline.Outside:
		return t.language.Say("words.numbered", "{what}", t.language.Say("case-line.outside"), "{number}", l.Actor.Name)
	}
	key, ok := valueNames[l.Actor.Service]
	if l.Actor.Service == "" || !ok {
		key = "statistics.service-other"
	}
	return t.language.Say("words.numbered", "{what}", t.language.Say(key), "{number}", l.Actor.Name)
}
