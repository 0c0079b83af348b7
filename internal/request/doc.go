// Package request is what a family asks for: a plan (begäran om SIP; SoL 10:8, HSL 16:4, R4). A guardian, or a child of an age
// that the routine profile gives, asks a principal. Each request is a case of its own with the unit that the principal has said
// receives them (receiver.go), from the day it came until it is answered, and it ends in one of two ways: a plan that the
// unit opens, or a refusal that says who, in which role, why and when. There is no third way: silence is seen as overdue by the
// unit, its manager and the family. The one who asked can take it back until it is answered; the unit keeps it with the day, and
// what it has recorded of its own.
//
// Whose it is. A request belongs to the one who made it. The other guardian does not see it, nor does the child see a
// guardian's: what one writes may be about the other, or be dangerous for the one who wrote. Once it leads to a plan, the
// plan is seen by the family as any plan is. A guardian's own requests are gone for the guardian when custody is, as far as
// the unit knows, and when the child comes of age (R20).
//
// What it may not tell. Nobody needs to be known to ask, and the answer is the same whoever knows the child. What the
// guardian says to be to the child is only said: a relation, which would open plans, is recorded when the unit has made sure
// of it, and the unit's own case about the child is opened when it takes the request up, with the name and day of birth that
// were stated. Who assesses a request is the unit's own information.
//
// When it is due follows from the routine profile of the principal on the day it was made: the deadline start-of-work, which
// counts from the day on which a need was noted, and a request notes one. No profile has a number of its own for this.
package request
