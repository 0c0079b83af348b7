// Package demo is the demonstration county: Hisingen in Göteborg before and after 1 January 2021, Karlskrona and Ronneby with their
// region, Gotland, which is municipality and region at once, Växjö, and Angered, with invented people.
// `samplan dev` lives in it and the tests are set in it. The organisation and its staff are written by the database's
// owner, as an administrator would load them; everything about children and plans is done by the people themselves,
// through the same use cases and the same door as in production, so the county is possible by construction.
//
// Persons and children are invented; their personnummer have birth numbers 980–999, which are reserved for tests.
package demo
