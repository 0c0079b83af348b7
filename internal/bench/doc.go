// Package bench measures the server against a floor, in one run. Machines are shared and noisy, so a figure counts only
// as a ratio to something measured beside it: rounds of the two alternate, and medians are compared.
//
// The floor is net/http and pgx doing the same work on the same database: the same rows, the same bytes out, an entry in
// the log in the same transaction, the same durability; no token, no validation, no policy, no walls. A test compares the
// bodies of both. The product is the whole server as it is served, over loopback, with tokens of the development issuer.
//
// The data lie in a private Postgres that commits to disk, made for the run and removed after it. It is not compiled into
// release builds.
package bench
