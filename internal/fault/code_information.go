package fault

// The codes of contact cards, questionnaires and requests for information; the list of all stays one (code.go).
var (
	CodeReplaced     = code(Conflict, "already-replaced", "Kontaktkortet har ersatts av ett senare.", "The contact card has been replaced by a later one.")
	CodeNotADraft    = code(Conflict, "not-a-draft", "Formuläret är publicerat. Skriv en ny version.", "The questionnaire is published. Draft another version.")
	CodeNotPublished = code(Conflict, "not-published", "Formuläret används inte.", "The questionnaire is not in use.")
)
