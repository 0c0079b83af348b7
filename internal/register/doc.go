// Package register reads what the population register (folkbokföringen) tells: that somebody became or is no longer a child's
// guardian, and that a level of protection was set or lifted. A unit's manager reads a file of such messages in for the unit's own
// cases, since each unit keeps its own record of whom a child has and how it is protected (R14, R31). A file is first tried, and
// nothing is written; applying it makes exactly that so, in one transaction, unless what the unit knows has changed since.
//
// Of a message about somebody of whom the unit has no case only the number of its row is kept, and that it is not the unit's:
// whether anybody else knows the child makes no difference (R22). Messages come late, twice and in any order: each has an id of
// its own and is taken once, and what counts is the day on which it takes effect.
//
// Custody follows into consents by itself, and protection into who may read what, since both are computed when they are asked for
// (R14, R17, R34). The register never lowers a level that somebody at the unit has set: that is left to a person, as is what cannot
// be told from days alone.
package register
