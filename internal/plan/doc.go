// Package plan is the coordinated plan (samordnad individuell plan, SIP; Barnets plan): its frame, which every reader of
// the plan knows; its parties (parter); and its items, each held by one unit: goals (mål), interventions (insatser),
// internal notes (anteckningar), the child's own words (barnets röst) and disagreements (avvikande mening). It knows the
// whole process and what each step presupposes (status.go, condition.go, R42), the four statutory parts (check.go, R1,
// R3, R8, R47), confirmation by the parties, and dispatched versions (R7). Who may see what is not decided here but by
// grants and the store.
//
// Minutes of meetings (minnesanteckningar) are items too, a point each, so that the one predicate and the one fence tell who
// reads them. A point is a draft for the writing unit until it is settled (justerad); from then on its words stay, and a
// correction stands beside them wherever they are read. What a point decides for another unit is asked of that unit: that it
// is asked, and by when, it learns without the content; it makes the intervention itself, or declines. No part of this is in
// the plan's view or its versions: minutes are read with their meeting.
//
// Who leads a plan that goes on can be another party (lead_offer.go, R48): the unit that leads asks, and the other accepts. From
// that day it steers the process, calls, follows up and closes; somebody of it is sammankallande from that day, after whoever
// was so for the unit before; other roles stay with those who hold them until they hand them over, and the new lead may give
// any. What travels and what stays:
//   - with the plan, since all its readers see it: status, steps, versions, follow-ups, deadlines, confirmations. The unit that
//     led no longer stands behind the plan by leading it, and confirms it like every other party;
//   - with the lead: the knowledge of who takes part and has confirmed; meetings that are to come, with who leads them and what
//     the family answered, without the call that they were booked for; a follow-up that the unit before was to call to;
//   - with the unit that made it: items, among them minutes and drafts of minutes, and the child's words and disagreements that
//     it took down for the family; calls, sent or drafted, with every answer; meetings that were held or called off, with who
//     came; reasons of steps and of broken deadlines; its case. It reads them while it takes part, and settles its minutes; it
//     sends no draft.
//
// No wall moves. The new lead must know who takes part: so only a party is asked that may know of each of the others already,
// by lying in the same domain or by a consent for participation; not while a call waits, when nobody can know; and not for a
// protected child, where the lead is told the place (there a plan is handed over, hand_over.go). An offer is gone, and comes
// back, with these conditions. Consents stay with the unit that recorded them: the family's consent to the plan counts for who
// leads it now, and nothing else of them. The family sees its plan by the custody that the leading unit knows (R20): so who has
// custody is told to the new lead with the lead, but for what it knows itself. That is a fact of the population register and the
// old lead's own to tell; without it guardians would lose their plan overnight.
package plan
