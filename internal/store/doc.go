// Package store keeps everything in Postgres, and is the only place that knows SQL. It imports GORM (given: the data
// layer) and pgx (pipelined statements where a round trip counts) alone.
//
// There is one door: Serve begins a transaction, says who asks, runs the work of one request, writes its log entry and
// commits; no answer leaves before that. Every method wants a grant and a transaction that the door opened for the same
// actor; the zero grant opens nothing. Rows are chosen by the reaches of the grant (reach.go), and row-level security
// repeats the walls behind it (migrations/00008).
//
// Queue keeps the jobs beside requests. Why River: a job is put in by the transaction of the change it follows from, so
// there is none without the change and none is lost; retries, dead letters, one of a kind and take-over from workers that
// were killed are its own, on the Postgres that is there already. Its tables are ours (migrations/00026).
//
// Why one transaction per request: who the caller is, what a consent opens, what was read and what the log says are one
// fact; between two transactions an assignment may end or a consent be withdrawn.
package store
