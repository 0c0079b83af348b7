// Package publicrequest is what somebody asks an authority to hand out as public documents (begäran om allmän handling, TF 2 kap,
// OSL 6 kap; R59). Whoever asks need not say who he is, nor why. The unit that holds the documents registers what is asked, lists
// those of its own items that are meant, and tests each for harm (skadeprövning): out, out with parts masked, or not, with the
// paragraph and a reason, and a reservation (förbehåll, OSL 10:14) where one makes it possible. The unit's manager decides.
//
// What leaves is one document, made of nothing but what was decided to leave: what is masked is not in it, nor is anything else
// that is kept of an item. What does not leave is told in the same words whether there is anything or not: the answer never says
// whether the authority knows a child. Why each item was refused stays with the unit.
//
// What was given is kept as it was given. Items change; an answer does not.
//
// Somebody may also ask for what a unit keeps about himself, or about a child of his (registerutdrag, dataskyddsförordningen art. 15).
// What he may see comes at once, by the walls of the family and as it is today; all else that the unit's staff wrote is listed in a
// request of this kind, and whoever has the case tests it, within a month (art. 12.3), or by as much later as the routine of the unit's
// principal lets its manager put it off, once and with a reason that whoever asked is told before the month is over. What is withheld by then (OSL 12:3, 25:3) leaves
// no trace: an extract has no refusal, and the same standing words for everybody.
package publicrequest
