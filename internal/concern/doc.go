// Package concern is the report of concern about a child (orosanmälan, SoL 19:1): what somebody at any unit tells the
// social services, and what the reporter is told back (SoL 19:6).
//
// Why it is a slice of its own and no item of a plan: a report is secret with everybody who holds it (OSL 40:7 g), and no
// plan, case, family view, count or log extract may tell that one exists (R26). So nothing else reads its tables, the
// operations are marked as a compartment (access.Operation), and it lies with two units, not with two secrecy domains: the
// unit that sent it, for those who work with the child and their manager, and the unit that got it, for its manager and the
// one who was given it to handle.
//
// The child is given with the name and the day of birth that the sender knows, as calls do: the receiver need not have a case
// about it, and does not get one by a report. An investigation that is opened gets its case as any other does.
//
// The terms (assess at once, SoL 20:1; decide within 14 days, 20:2; tell the reporter within a week of that, 19:6) are
// settings of the receiving board and no law in this program.
package concern
