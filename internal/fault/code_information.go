package fault

// The codes of contact cards and of requests for information; the list of all stays one (code.go).
var CodeReplaced = code(Conflict, "already-replaced", "Kontaktkortet har ersatts av ett senare.", "The contact card has been replaced by a later one.")
