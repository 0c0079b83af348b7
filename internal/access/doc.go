// Package access decides what an actor may do. It reads the rules of folder policy once, at start, through casbin (which
// it alone imports: a well-kept library for role rules with deny), and keeps an immutable matrix; no rule is evaluated
// per request or per row. It is the only maker of grants: a Grant[P] is proof that the policy lets its actor use
// permission P, and the store opens for nothing else. A reach says how far a grant goes; what a reach means in rows is
// stated in SQL by package store and, as a second line, by row-level security.
//
// Why a type per permission: a grant for reading cannot be passed where one for writing is wanted; the compiler refuses.
package access
