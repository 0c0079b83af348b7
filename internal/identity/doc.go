// Package identity turns a bearer token into credentials: who asks, vouched for by which issuer. It gives no right;
// assignments and custody come from our own database.
//
// The issuer decides the kind of actor. A citizen issuer (medborgarlegitimation) yields citizens and a staff issuer
// (tjänstelegitimation) staff, whatever other claims a token carries. Issuers, claim names and the levels of assurance
// that are good enough are configuration.
//
// Why so many checks of our own: go-oidc is made for ID tokens. It checks signature, issuer, audience and expiry, and
// was measured to accept an ID token as access token, a missing sub, iat in the future, nbf five minutes ahead, exp as
// text or in a million years, duplicate and case-variant claims, and one token in many spellings. All that is refused
// here before or after it is asked.
//
// Keys are fetched when first needed and again for a key id that is not known, at most every other second. While an
// issuer cannot be reached its known keys go on working. A verified token is remembered for a minute at most, and no
// longer than its key is published.
//
// go-oidc is this package's library; nobody else imports it.
package identity
