// Package devissuer is a small OpenID provider (utvecklingsinloggning) for `samplan dev` and the tests: everybody signs
// in by picking a name. It therefore serves the machine's own loopback address and nothing else, and a build with the
// tag `release` has an empty package here.
//
// One Provider is one issuer; staff and citizens have one each. A Provider's handler answers under the whole path of
// its issuer address, so that several share a listener:
//
//	mux.Handle("/staff/", staff.Handler())     // issuer http://127.0.0.1:PORT/staff
//	mux.Handle("/citizen/", citizen.Handler()) // issuer http://127.0.0.1:PORT/citizen
//
// It speaks what the providers of the real world speak: the authorization code flow (RFC 6749) with PKCE S256 (RFC
// 7636), private_key_jwt (RFC 7523), iss in the response (RFC 9207), JWT access tokens (RFC 9068) and the claims of
// OIDC Sweden. What it is asked for and cannot give it refuses.
//
// The library is go-jose: it signs our tokens and checks the clients' assertions.
package devissuer
