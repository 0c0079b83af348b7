// Package testkit is what tests stand on: a private Postgres with a database per test, the demonstration county, an API
// served in the process, and a client for each of its people that checks every answer against the contract. Only tests
// import it.
//
// What a test costs, and so how to write one (under -race, two cores): a database 40 ms, a world saved 20 ms, the town of
// httpapi 50 ms after the first, a request 2 ms.
//
//   - One database for a test function, and one function for a story: a table of cases, rather than a test for each.
//   - A noun with an oracle adds its comparison to the one property over random worlds (store, TestStoreEqualsOracle…),
//     which saves each world once for all of them.
//   - A new operation needs a sample in the town (httpapi); the sweeps, the bad input and the half-done writes then find it
//     by themselves. Only what is particular to it needs a test of its own.
//   - Rules without a database are tested without one, in the noun's own package. access.Load is read once for a program.
//   - Nobody sleeps: the Clock is moved.
//
// go test ./... takes Go and Postgres alone. A test that needs another program (a browser, a mail server, a virus scanner, an OpenID provider)
// stands in a file e2e_*_test.go under the build tag e2e, is called TestE2E…, and fails where the program is missing. They
// are run by their name, so that the others are not run twice:
//
//	go test -tags e2e -run '^TestE2E' ./...
//
// .ci/run installs the programs, those of the npm registry from .ci/npm, and is where a new one is added.
package testkit
