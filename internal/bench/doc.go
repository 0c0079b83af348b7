// Package bench measures the server against a floor, in one run. Machines are shared and noisy, so a figure counts only
// as a ratio to something measured beside it: rounds of the two alternate, and medians are compared.
//
// The floor is net/http and pgx doing the same work on the same database: the same rows, the same bytes out, an entry in
// the log in the same transaction, the same durability; no token, no validation, no policy, no walls. A test compares the
// bodies of both. The product is the whole server as it is served, over loopback, with tokens of the development issuer.
//
// What a request costs the server (P4: time of the processor, P5: allocations) is told as a ratio, too. Asker, product and
// floor are one process, and only one server is asked at a time, so what the process takes in a round is that server's and
// the asking's; what asking alone takes is measured against a listener that repeats one answer (bare.go) and taken off both.
// The database is in neither.
//
// The data lie in a private Postgres that commits to disk, made for the run and removed after it. It is not compiled into
// release builds.
package bench
