// Package client is the registry of systems that others run and a principal lets in, such as a municipality's e-service portal:
// its registered clients (api.md; RFC 6749, 2). A client has public keys and signs with them (private_key_jwt, RFC 7523); no
// secret of it is kept. Its scopes (access.Scopes) bound whatever is done through it, alone or for a person, and its class says
// how fast it may ask.
//
// A client that is to be told of events (package event) is so as units of its principal, which the administrator names.
//
// A client belongs to one principal, whose system administrators register, change and end it; those of others do not learn that
// it exists. It changes its own keys without asking anybody: adds one, then removes an old one. Ending a client or removing a key
// counts at the next request, also for tokens that were given before: they are looked up, never believed (package identity).
package client
