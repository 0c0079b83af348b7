package fault

// CodeNotForTeaching is that of a case whose line does not leave it; the list of all codes stays one (code.go).
var CodeNotForTeaching = code(Invalid, "not-for-teaching", "Ett barn har skyddade uppgifter; caselinjen tas inte ut för undervisning.", "A child is protected; the case line is not taken out for teaching.")
