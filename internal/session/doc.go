// Package session holds what passes between the edge (httpapi), identity and the door to the database (store) for one
// request: who claims to ask, for which operation, and the answer that may leave once all is committed.
package session
