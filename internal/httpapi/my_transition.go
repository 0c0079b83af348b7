package httpapi

import (
	"context"
	"strings"

	"samplan/internal/id"
	"samplan/internal/phrase"
	"samplan/internal/transition"

	"samplan/internal/httpapi/wire"
)

// ListMyTransitions tells the family when its plan goes over to others.
func (a *API) ListMyTransitions(ctx context.Context, q wire.ListMyTransitionsRequestObject) (wire.ListMyTransitionsResponseObject, error) {
	p, l := pageOf(q.Params.Page, q.Params.Limit), phrase.In(string(given(q.Params.Language)))
	rows, total, err := a.Transitions.List(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	all := each(rows, func(t transition.Transition) wire.MyTransition { return r.myTransition(t, l) })
	return wire.ListMyTransitions200JSONResponse{Body: wire.MyTransitionList{Transitions: all, UnderscoreMeta: metaOf(p, total, len(rows))}}, nil
}

func (r reader) myTransition(t transition.Transition, l phrase.Language) wire.MyTransition {
	says := func(keys []phrase.Key) []string { return each(keys, func(k phrase.Key) string { return l.Say(k) }) }
	return wire.MyTransition{
		Kind: wire.TransitionKind(t.Kind.String()), State: wire.TransitionState(t.State.String()), StartsOn: day(t.On), EndedOn: optionalDay(t.EndedOn),
		Text: strings.Join(says(goingOver(t)), " "), Questions: says(familysQuestions(t)), Receivers: each(t.Receivers, r.myReceives),
	}
}

func (r reader) myReceives(v transition.Receiver) wire.MyTransitionReceiver {
	w := wire.MyTransitionReceiver{FromUnit: r.unit(v.From).Name, ToUnit: v.Outside.Reveal()}
	if !v.To.IsZero() {
		w.ToUnit = r.unit(v.To).Name
	}
	return w
}

// goingOver says what is to happen, or what became of it.
func goingOver(t transition.Transition) []phrase.Key {
	said := []phrase.Key{"going-over.move"}
	if t.Kind == transition.ToAdultServices {
		said[0] = "going-over.adult-services"
	}
	switch {
	case t.State == transition.CarriedOut:
		return append(said, "going-over.done")
	case t.State == transition.Cancelled:
		return append(said, "going-over.off")
	case t.PlanGoesOn:
		return append(said, "going-over.goes-on")
	}
	return append(said, "going-over.anew")
}

// familysQuestions are what the family is asked before the day: what was said yes to before serves nobody else (R13, R20).
func familysQuestions(t transition.Transition) []phrase.Key {
	var asked []phrase.Key
	if !t.IsOpen() {
		return asked
	}
	if t.Kind == transition.ToAdultServices {
		asked = append(asked, "going-over.ask-plan")
	}
	if !t.PlanGoesOn {
		asked = append(asked, "going-over.ask-new-plan")
	}
	return append(asked, "going-over.ask-consent")
}
