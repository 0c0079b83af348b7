// Package statistics tells how the work goes in numbers (R57): which indicators there are, and what may be told of them.
//
// What is counted are events about nobody, which the database keeps in the transaction of each change (00076): what kind of thing
// it was, at which principal, municipality and service, in which half-year (termin), of which age band and sex, what came of it and how
// many days it took. Concern reports are none of them (R26). What an event was made of may be disposed of; the event stays.
// Nothing of the server can read a single event; whoever owns the database could, and which transaction wrote it.
//
// What is told are tables, one for each indicator and half-year of a principal, and they are fixed: nothing is computed for
// a question, a question chooses rows of them. So whoever asks however often gets the same rows, and has at most all of them:
//
//   - Half-years that are over are told alone, and an event lies in the half-year in which it was written: no number told today is
//     another one tomorrow. The threshold of a half-year is that of its last day, and never below five.
//   - A table is told when it counts enough. Its answers are told one by one when enough gave each; those of few are told
//     together, with another one where they would be few together too. Where all gave the same answer none is told: it would be
//     everybody's.
//   - It is told by one thing at a time (municipality, service, age, sex, entry of the catalogue), never by two: values of few are told
//     together in the same way (Apart). Of a value that is told alone its answers are told too, when that leaves those of the others
//     enough.
//   - No indicator counts a part of what another one counts: no number of few is the difference of two tables.
//
// Why no number of few follows from the whole: what is told by one thing adds up to the same totals, answer by answer, as what is
// told by another one. Numbers by two things at once may be any that have those totals, and one that may be only what it is has a row
// or a column to itself, which is of enough. Tests compute it instead of believing it: by solving the equations of everything that
// is told, and by trying every small table for what else would be told alike, by a reader who knows the rule.
//
// Crossed tables are not told. What is by two things at once has sums in both directions that the tables above already tell, and each cell
// that is hidden needs others hidden in its row and its column until no sum gives it away; before that is computed as the rest is (by the
// same tests, of everything together), none is told rather than some that are weak.
//
// Nothing is counted again. An event is about nobody and is written once, with the change that it tells of; from what is kept it
// could not be made anew (plans change, change hands and are disposed of), so counting again would tell other numbers of half-years
// that are over, and the difference of two such answers could be one.
//
// Answers to surveys and deviations over the limit are indicators too, but are told where they were before (Indicator.Source):
// two tables of the same things by other halves of a year could be subtracted.
//
// Beside the numbers stand samples of how the own secrecy domain writes goals and interventions (Formulation): texts that point nobody out
// by the gate of package deidentify, one of a child, drawn once in groups of as many as may be told of, and never shown but as whole groups.
// What a reviewer found is kept as numbers that lead to no text, once for a half-year, and told by the rule of the tables.
package statistics
