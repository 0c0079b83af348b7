package worlds

import (
	"slices"

	"samplan/internal/access"
	"samplan/internal/demo"
)

// Client is a registered client of a principal.
type Client struct {
	ID                   ID
	Principal, Name, Key string
	IsEnded              bool
	EventUnits           []string // as which it is told of events
}

// portal is the client through which readers ask, and gone one that is no longer let in.
var (
	portal = named("client", "portal")
	gone   = named("client", "gone")
)

// registered are the clients of every world: nothing of them is drawn, so that worlds stay what they were.
func registered() []Client {
	return []Client{
		{portal, "goteborg", "KANARIE-portal", "a", false, nil},
		{gone, "goteborg", "KANARIE-gammal", "b", true, nil},
		{named("client", "vgr"), "vgr", "KANARIE-vgr", "c", false, nil},
		{named("client", "uph"), "uph", "KANARIE-uph", "d", false, nil},
	}
}

// SeesClient tells whether a client is of the principal that a reader administrates.
func (w *World) SeesClient(r Reader, c Client) bool {
	if r.IsCitizen() || r.isAlone() || r.Role != "system-administrator" {
		return false
	}
	branch, _ := w.domain(r.Unit)
	_, principal := demo.BoardOf(branch)
	return principal == c.Principal
}

// otherClients renames and ends the clients that a reader does not see, and registers one more for their principals.
func (w *World) otherClients(r Reader) {
	all := registered()
	for _, c := range registered() {
		if w.SeesClient(r, c) || c.ID == portal || c.ID == gone {
			continue
		}
		for n := range all {
			if all[n].ID == c.ID {
				all[n].Name, all[n].IsEnded = c.Name+" ändrad", !c.IsEnded
			}
		}
		all = append(all, Client{named("client", "another of "+c.Principal), c.Principal, "KANARIE-annan", "e", false, nil})
	}
	w.Clients = all
}

func (w *World) rowsOfClients(add func(string, row)) {
	for _, c := range w.Clients {
		r := row{
			"id": c.ID, "principal_id": demo.PrincipalID(c.Principal), "name": c.Name, "contact": "KANARIE-kontakt", "scopes": access.ScopeNames(), "sign_in_ids": []string{"KANARIE-inloggning"},
			"event_unit_ids": []ID{}, "cursor_key": named("cursor key", c.ID.String()),
			"rate_class": "large", "valid": Span{From: days[0].AddDays(-400)}, "created_at": "2019-01-01T00:00:00Z", "version": 1,
		}
		for _, u := range c.EventUnits {
			r["event_unit_ids"] = append(r["event_unit_ids"].([]ID), unitID(u)) //nolint:forcetypeassert // made above
		}
		if c.IsEnded {
			r["ended_at"] = "2019-02-01T00:00:00Z"
		}
		add("client", r)
		add("client_key", row{
			"id": named("key of client", c.ID.String()), "client_id": c.ID, "kid": c.Key, "added_at": "2019-01-01T00:00:00Z",
			"jwk": row{"kid": c.Key, "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},
		})
	}
}

// rowOfSignature adds how an answer to a consent was signed in the e-service.
func (w *World) rowOfSignature(add func(string, row), c *Consent, g Giver) {
	if g.Signature == "" {
		return
	}
	add("consent_signature", row{
		"consent_id": c.ID, "person_id": g.Person, "client_id": portal, "client_name": "KANARIE-portal", "issuer": "KANARIE-utfärdare",
		"assurance": "loa3", "signed_at": w.moment(c.Order), "reference": g.Signature,
	})
}

// sweepSignatures: what was signed through a client that is gone was never signed.
func (w *World) sweepSignatures() {
	if slices.ContainsFunc(w.Clients, func(c Client) bool { return c.ID == portal }) {
		return
	}
	for i := range w.Consents {
		for g := range w.Consents[i].Givers {
			w.Consents[i].Givers[g].Signature = ""
		}
	}
}

// Through gives the reader who asks through a client.
func (r Reader) Through(client ID) Reader {
	r.Client, r.Key = client, r.Key+" through a client"
	return r
}

// isAlone tells whether the reader is a client that acts for nobody.
func (r Reader) isAlone() bool { return r.Client != ID{} && r.Subject == "" && r.Number == "" }

var everyScope, _ = access.ScopesNamed(access.ScopeNames())
