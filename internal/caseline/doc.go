// Package caseline tells who was involved when with a plan (caselinje; R54): lanes of units, of the family and of the plan itself,
// with marks on days.
//
// It is drawn for one viewer, of what that viewer has read already: whoever composes a line hands over marks made from the
// answers of the plan's own operations, and nothing else can be marked. So nothing becomes visible by a line, a lane stands only
// where there is a mark, and nothing is marked where something is absent: no gap is labelled, nothing is counted or numbered. A
// concern report has no place in it (R26), and neither have deviations and forums, which are told by none of those operations.
//
// A line for teaching (undervisning) leaves the case: its days are moved by whole weeks, by one step that is drawn anew each time,
// is longer than the line, and is kept nowhere; units become the kind of service they are; and what people have written is left
// out. It can still be recognised by whoever knows the case, by how long things took and who came after whom, and two such lines
// of one case look alike in just that. The answer says so.
package caseline
