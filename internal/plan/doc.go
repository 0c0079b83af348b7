// Package plan is the coordinated plan (samordnad individuell plan, SIP; Barnets plan): its frame, which every reader of
// the plan knows; its parties (parter); and its items, each held by one unit: goals (mål), interventions (insatser),
// internal notes (anteckningar), the child's own words (barnets röst) and disagreements (avvikande mening). It knows the
// whole process and what each step presupposes (status.go, condition.go, R42), the four statutory parts (check.go, R1,
// R3, R8, R47), confirmation by the parties, and dispatched versions (R7). Who may see what is not decided here but by
// grants and the store.
package plan
