// Package worlds makes worlds: what there may be on one day in the demonstration county, as plain facts drawn at random,
// saved into a database by its owner past every fence. Beside the facts stands the oracle, which tells from the law and
// from confidentiality alone who sees which of them; it shares nothing with the statements of package store, so that one
// can be wrong without the other (net 7, internal/store/scope_test.go). The two-world runner compares what one reader
// gets of two worlds that differ only in what this reader may not see.
//
// Only tests import it. No world has a person that exists: the numbers are those that are kept for tests.
package worlds
