// Package survey is what people are asked after a meeting (R50): the child, its guardians, and staff who were there. The
// questions are those of the routine profile (package routine, forms); each answers once for a meeting, and may change
// the answer until the survey closes.
//
// Nobody reads an answer of another, neither the leader nor the own unit. That somebody has answered is kept with the
// person, and what was answered without: the answer's name is a hash over a receipt that only the respondent has, the
// meeting and the person. So whoever loses the receipt cannot change the answer any more, and nobody else can find it. An
// answer is no command under an Idempotency-Key either, since the hash of so short a text, kept with who sent it, would
// tell it. Free text is kept and shown to nobody: to read it would need a decision of its own, and a rule here.
//
// What is told are numbers, and never of so few that one could be found (Tell, R57). Not by keeping apart which questions
// were put before, but by what there is to ask for: half-years that are over, so that nothing told today is other
// tomorrow; groups that do not overlap (unit, who answered, version of the form), so that none is the difference of two
// others; the threshold of the version that asked, which never changes. A unit with fewer answers than that is told
// together with others of its principal, or not at all. Scales are told in three steps. Within a group the
// answers to a question are told when enough, or none, gave each; or else the best one alone, or nothing.
package survey
