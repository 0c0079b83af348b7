package identity

import (
	"slices"

	"samplan/internal/session"
)

// credentials says who the token's holder is, by the issuer's rules alone. Claims that the issuer is not configured to
// vouch for are not looked at: a personnummer in a staff token makes nobody a citizen.
func (i Issuer) credentials(c claims) (session.Credentials, error) {
	if !slices.Contains(i.RequiredACR, c.level) {
		return session.Credentials{}, errLevel
	}
	who := session.Credentials{Kind: i.Kind, Issuer: i.URL, TokenID: c.id, Expires: c.expires}
	who.MayBeUnnamed = i.ExchangeUnnamed
	var err error
	for n, name := range []string{"azp", "client_id"} {
		if !c.has(name) {
			continue
		}
		if who.Parties[n], err = c.text(name); err != nil {
			return session.Credentials{}, err
		}
	}
	if i.Kind == session.Citizen {
		who.IdentifierType, who.Identifier, err = i.identifier(c)
	} else {
		who.Subject, err = c.text(i.SubjectClaim)
	}
	if err != nil {
		return session.Credentials{}, err
	}
	return who, nil
}

// identifier finds the one identifier that a citizen's token carries.
func (i Issuer) identifier(c claims) (string, session.Identifier, error) {
	var kind string
	var found session.Identifier
	for name, k := range i.IdentifierClaims {
		if !c.has(name) {
			continue
		}
		digits, err := c.text(name)
		if err != nil || kind != "" {
			return "", session.Identifier{}, errIdentifier
		}
		if found, err = session.NewIdentifier(digits); err != nil {
			return "", session.Identifier{}, errIdentifier
		}
		kind = k
	}
	if kind == "" {
		return "", session.Identifier{}, errIdentifier
	}
	return kind, found, nil
}
