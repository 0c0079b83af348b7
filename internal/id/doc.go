// Package id holds the typed identifiers of Samplan. An id is a UUIDv7 (RFC 9562), so that it can be made before the
// database is asked and sorts by time; its type says what it names, so that a plan's id cannot be passed for a unit's.
// Ids tell nothing about a person and may stand in addresses and logs.
package id
