package httpapi

import (
	"slices"
	"strings"

	"samplan/internal/consent"
	"samplan/internal/id"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

// myConsent shows a consent to one who was asked: where it stands, and one's own answer alone.
func (r reader) myConsent(v consent.View) wire.MyConsent {
	w := wire.MyConsent{
		Id: v.ID.UUID(), ChildName: r.consentChild(v), Purpose: v.Purpose.Reveal(), Kind: wire.ConsentKind(v.Kind.String()),
		ValidFrom: day(v.ValidFrom), ValidTo: day(v.ValidTo), State: wire.ConsentState(v.State(r.actor.Today()).String()),
		ExpiresSoon: v.ExpiresSoon(r.actor.Today()), Scopes: each(v.Scopes, r.myScope), Limits: optionalID(v.Limits), Etag: etag(v.Tag()),
	}
	if g := v.Giver(r.actor.Person()); g != nil {
		w.MyAnswer, w.MyPortal, w.MySignature = wire.GiverAnswer(g.Answer.String()), optional(g.EService), signature(g.Signature)
	}
	return w
}

// consentChild names the child to one who was asked; by a neutral reference when it is protected (R31), and when nobody
// tells the name any more, since custody has ended.
func (r reader) consentChild(v consent.View) string {
	if v.ChildName.IsZero() {
		v.Protection = person.Protection{}
	}
	return childName(r.actor, v.ChildName.Given, v.ChildName.Family, v.Protection, v.Child)
}

func (r reader) myScope(s consent.Scope) wire.MyConsentScope {
	return wire.MyConsentScope{
		From: r.service(s.From), FromBranchId: s.From.UUID(), To: r.service(s.To), ToBranchId: s.To.UUID(), Categories: each(s.Categories, category),
	}
}

func newLimitation(b wire.NewMyConsentLimitation) (consent.Limit, error) {
	var r reading
	l := consent.Limit{ValidTo: civilDay(b.ValidTo), Scopes: newScopes(&r, b.Scopes), Reason: hide(b.Reason)}
	return l, r.err()
}

// service names a secrecy domain so that a family knows which it is: many authorities have branches of the same name.
func (r reader) service(b id.Branch) string {
	l, _ := r.labels.Branch(b)
	names := slices.DeleteFunc([]string{l.Name, l.Authority, l.Principal.Name}, func(n string) bool { return n == "" })
	return strings.Join(slices.Compact(names), ", ")
}
