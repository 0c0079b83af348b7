package fault

// The codes of disposal; the list of all stays one (code.go).
var (
	CodeDisposalUndecided = code(Conflict, "disposal-not-decided", "Alla slags enheter i verksamheten måste ha ett beslut om gallring innan något listas.", "Every kind of unit of the service needs a decision on disposal before anything is listed.")
	CodeNothingDue        = code(Conflict, "nothing-is-due", "Inget får gallras i dag.", "Nothing may be weeded today.")
	CodeNotDrawnUp        = code(Conflict, "disposal-over", "Gallringslistan är redan beslutad, verkställd eller återkallad.", "The list has already been decided on, carried out or cancelled.")
	CodeAnotherDecides    = code(Conflict, "another-decides", "Du har redan beslutat. Någon annan måste också besluta.", "You have decided already. Somebody else must decide, too.")
)
