// Package httpapi is the outside of Samplan: it turns HTTP into calls of the domain and back, and knows no rule of law.
// It alone imports Echo (small router, generated handlers) and kin-openapi (the contract at run time).
//
// Every operation of the contract passes the same steps in the same order; chain in route.go is the list. Around all of
// them: a request id of our own, the trace, safe headers, one line in the access log without path or query, one place
// that writes problem documents (problem.go), and a net for panics. Around the operations of the contract: a limit on
// work in flight, the record of refusals, the token, the rate per caller, the body (read whole, then judged: UTF-8, no
// doubled names, nothing after the end, no hidden characters), the contract, and the door of package session. The answer
// of a handler waits in memory until the door has committed work and log; only then does the first byte leave.
//
// Why the token and the rate stand before the body and the contract: somebody unknown can then neither make us hold a
// megabyte nor fill the log with refusals of malformed requests. Two steps of the frame differ from a usual server: a
// path with an escape (%) names nothing, since no address of the contract needs one; and an unknown or repeated query
// parameter is refused like an unknown field of a body.
//
// The handlers, one file per noun, and their maps to the wire live in this package too. Request values never appear in an
// error, a log line or an address of ours.
package httpapi
