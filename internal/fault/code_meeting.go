package fault

// The codes of calls and meetings; the list of all stays one (code.go).
var (
	CodeCallNeeded        = code(Conflict, "call-required", "Ingen kallelse till möte är skickad.", "No call to a meeting has been sent.")
	CodeMeetingNeeded     = code(Conflict, "meeting-required", "Inget möte är hållet och avslutat.", "No meeting has been held and closed.")
	CodeMeetingOver       = code(Conflict, "meeting-over", "Mötet är avslutat eller inställt.", "The meeting is closed or cancelled.")
	CodeMeetingAhead      = code(Conflict, "meeting-ahead", "Mötet har inte varit ännu.", "The meeting has not been held yet.")
	CodeMinutesSettled    = code(Conflict, "minutes-settled", "Anteckningarna är justerade. Det som ska rättas läggs till som en rättelse.", "The minutes are settled. What is to be corrected is added as a correction.")
	CodeMinutesDraft      = code(Conflict, "minutes-not-settled", "Anteckningarna är inte justerade ännu.", "The minutes have not been settled yet.")
	CodeMeetingIncomplete = code(Invalid, "meeting-incomplete", "Mötet saknar något som behövs för att avsluta det.", "The meeting lacks something that is needed to close it.")
)
