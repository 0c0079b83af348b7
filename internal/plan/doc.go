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
package plan
