// Package testkit is what tests stand on: a private Postgres with a database per test, the demonstration county, an API
// served in the process, and a client for each of its people that checks every answer against the contract. Only tests
// import it.
package testkit
