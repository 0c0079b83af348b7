package fault

// The codes of contact cards, questionnaires and requests for information; the list of all stays one (code.go).
var (
	CodeReplaced     = code(Conflict, "already-replaced", "Kontaktkortet har ersatts av ett senare.", "The contact card has been replaced by a later one.")
	CodeNotADraft    = code(Conflict, "not-a-draft", "Formuläret är publicerat. Skriv en ny version.", "The questionnaire is published. Draft another version.")
	CodeNoCard       = code(Conflict, "contact-card-missing", "Enheten har inget kontaktkort. Be den publicera ett; tills dess skickas inget dit.", "The unit has no contact card. Ask it to publish one; until then nothing is sent there.")
	CodeCardOutdated = code(Conflict, "contact-card-outdated", "Enhetens kontaktkort är inaktuellt. Be den bekräfta det; tills dess skickas inget dit.", "The unit's contact card is outdated. Ask it to confirm it; until then nothing is sent there.")
	CodeNothingOpens = code(Conflict, "nothing-opens-the-wall", "Det finns varken ett gällande samtycke eller en angiven grund för att lämna uppgifterna.", "There is neither a consent in force nor a stated ground for telling.")
	CodeNoTaskOwner  = code(Conflict, "no-task-owner", "Ingen har fått uppgiften ännu.", "Nobody has been given the task yet.")
	CodeNotWhole     = code(Invalid, "answer-incomplete", "Frågor som måste besvaras saknar svar.", "Questions that must be answered lack an answer.")
	CodeNotPublished = code(Conflict, "not-published", "Formuläret används inte.", "The questionnaire is not in use.")
)
