package fault

// The codes of what people ask about what is kept of them; the list of all stays one (code.go).
var (
	CodeNotDecided = code(Conflict, "not-decided", "Det är inte beslutat ännu.", "It has not been decided yet.")
	CodeTooLate    = code(Conflict, "too-late", "Tiden kan inte längre förlängas.", "The time can no longer be extended.")
)
