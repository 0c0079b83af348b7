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
package publicrequest
