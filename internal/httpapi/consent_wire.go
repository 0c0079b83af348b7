package httpapi

import (
	"strconv"

	"samplan/internal/consent"
	"samplan/internal/id"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

func (r reader) consent(v consent.View) wire.Consent {
	return wire.Consent{
		Id: v.ID.UUID(), ChildId: v.Child.UUID(), Kind: wire.ConsentKind(v.Kind.String()), Purpose: v.Purpose.Reveal(),
		Form: wire.ConsentForm(v.Form.String()), Evidence: reveal(v.Evidence), ValidFrom: day(v.ValidFrom), ValidTo: day(v.ValidTo),
		WithdrawnOn: optionalDay(v.WithdrawnOn), Limits: optionalID(v.Limits), State: wire.ConsentState(v.State(r.actor.Today()).String()),
		RecordedBy: r.unit(v.Unit), Givers: each(v.Givers, giver), Scopes: each(v.Scopes, r.scope),
		ExcludedItemIds: each(v.Excluded, id.Item.UUID), Flags: each(v.Flags(), consentFlag), Etag: etag(v.Tag()),
	}
}

func giver(g consent.Giver) wire.Giver {
	return wire.Giver{
		PersonId: g.Person.UUID(), Name: optional(fullName(g.Name.Given, g.Name.Family)), Capacity: wire.GiverCapacity(g.Capacity.String()),
		Answer: wire.GiverAnswer(g.Answer.String()), AnsweredOn: optionalDay(g.AnsweredOn), Reason: reveal(g.Reason),
		EService: optional(g.EService), Signature: signature(g.Signature),
	}
}

func signature(s consent.Signature) *wire.ConsentSignature {
	if s.IsZero() {
		return nil
	}
	return &wire.ConsentSignature{Issuer: s.Issuer, Assurance: s.Assurance, SignedAt: s.SignedAt.UTC(), Reference: s.Reference}
}

func newSignature(s *wire.NewConsentSignature) consent.Signature {
	if s == nil {
		return consent.Signature{}
	}
	return consent.Signature{Issuer: s.Issuer, Assurance: s.Assurance, SignedAt: s.SignedAt, Reference: s.Reference}
}

func (r reader) scope(s consent.Scope) wire.ConsentScope {
	return wire.ConsentScope{From: r.branch(s.From), To: r.branch(s.To), Categories: each(s.Categories, category)}
}

// branch names a secrecy domain. One that the directory does not hold has its id alone.
func (r reader) branch(b id.Branch) wire.BranchRef { return branchRef(r.labels, b) }

func category(c consent.Category) wire.Category { return wire.Category(c.String()) }

func newConsent(child id.Person, b wire.NewConsent) (consent.Draft, error) {
	var r reading
	d := consent.Draft{
		Child: child, Kind: word(&r, consent.Kinds, &b.Kind, "/kind"), Purpose: person.NewText(b.Purpose),
		Form: word(&r, consent.Forms, &b.Form, "/form"), Evidence: hide(b.Evidence),
		ValidFrom: civilDay(&b.ValidFrom), ValidTo: civilDay(&b.ValidTo), Excluded: each(b.ExcludedItemIds, id.ItemOf),
		Subject: id.PersonOf(given(b.SubjectPersonId)),
	}
	d.Scopes = newScopes(&r, b.Scopes)
	return d, r.err()
}

func newScopes(r *reading, scopes []wire.NewConsentScope) []consent.Scope {
	var all []consent.Scope
	for n, s := range scopes {
		scope := consent.Scope{From: id.BranchOf(s.FromBranchId), To: id.BranchOf(s.ToBranchId)}
		for m := range s.Categories {
			at := "/scopes/" + strconv.Itoa(n) + "/categories/" + strconv.Itoa(m)
			scope.Categories = append(scope.Categories, word(r, consent.Categories, &s.Categories[m], at))
		}
		all = append(all, scope)
	}
	return all
}

func newConsentAnswer(b wire.NewConsentAnswer) (consent.Answer, error) {
	var r reading
	a := consent.Answer{Person: id.PersonOf(b.PersonId), Choice: word(&r, consent.Choices, &b.Answer, "/answer"), Reason: hide(b.Reason)}
	return a, r.err()
}
