package httpapi

import (
	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/client"
	"samplan/internal/fault"
	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

func clientWire(c client.Client) wire.Client {
	return wire.Client{
		Id: c.ID.UUID(), PrincipalId: c.Principal.UUID(), Principal: c.PrincipalName, Name: c.Name, Contact: c.Contact,
		Scopes: each(c.Scopes.Names(), func(s string) wire.ClientScope { return wire.ClientScope(s) }), RateClass: wire.ClientRateClass(c.Rate.String()),
		SignInIds: each(c.SignIn, func(s string) string { return s }), EventUnitIds: each(c.EventUnits, id.Unit.UUID), ValidFrom: day(c.ValidFrom), ValidTo: optionalDay(c.ValidTo), EndedAt: c.EndedAt, RegisteredAt: c.CreatedAt,
		Keys: each(c.Keys, clientKeyWire), Etag: etag(c.Tag()),
	}
}

func clientKeyWire(k client.Key) wire.ClientKey {
	return wire.ClientKey{
		Id: k.ID.UUID(), AddedAt: k.AddedAt, Kid: k.Kid, Kty: wire.KeyType(k.Kty), Use: optional(wire.KeyUse(k.Use)), Alg: optional(wire.KeyAlgorithm(k.Alg)),
		Crv: optional(wire.KeyCurve(k.Crv)), N: optional(k.N), E: optional(k.E), X: optional(k.X), Y: optional(k.Y),
	}
}

func publicKey(k wire.NewClientKey) client.Public {
	return client.Public{
		Kid: k.Kid, Kty: string(k.Kty), Use: string(given(k.Use)), Alg: string(given(k.Alg)), Crv: string(given(k.Crv)),
		N: given(k.N), E: given(k.E), X: given(k.X), Y: given(k.Y),
	}
}

func clientDraft(b wire.NewClient) (client.Draft, error) {
	scopes, err := access.ScopesNamed(each(b.Scopes, func(s wire.ClientScope) string { return string(s) }))
	if err != nil {
		return client.Draft{}, fault.At(fault.CodeInvalid, "/scopes", "unknown")
	}
	rate, err := client.Rates.Parse(string(b.RateClass))
	if err != nil {
		return client.Draft{}, fault.At(fault.CodeInvalid, "/rateClass", "unknown")
	}
	return client.Draft{
		Name: b.Name, Contact: b.Contact, Scopes: scopes, SignIn: b.SignInIds, EventUnits: each(b.EventUnitIds, id.UnitOf), Rate: rate, ValidFrom: civil.FromUTC(b.ValidFrom.Time), ValidTo: civilDay(b.ValidTo),
		Keys: each(b.Keys, publicKey),
	}, nil
}
