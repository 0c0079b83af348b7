package fault

// The codes of requests for a plan, of interventions that change hands and of deadlines; the list of all stays one (code.go).
var (
	CodeNoReceiver  = code(Invalid, "no-receiver", "Huvudmannen tar inte emot begäran om en plan här.", "The principal receives no requests for a plan here.")
	CodeCannotRead  = code(Invalid, "receiver-cannot-read", "Den andra enheten får inte läsa insatsen.", "The other unit may not read the intervention.")
	CodeCannotLead  = code(Invalid, "receiver-cannot-lead", "Den andra enheten kan inte leda planen.", "The other unit cannot lead the plan.")
	CodeNoReview    = code(Invalid, "not-reviewed", "Den länkade planen ska inte följas upp varje år.", "The linked plan is not one that is reviewed every year.")
	CodeNotBroken   = code(Conflict, "deadline-not-broken", "Fristen är inte bruten.", "The deadline has not been broken.")
	CodeWithdrawn   = code(Conflict, "request-withdrawn", "Begäran har tagits tillbaka.", "The request has been withdrawn.")
	CodeNotAssessed = code(Conflict, "not-assessed", "Begäran har inte tagits upp till bedömning ännu.", "The request has not been taken up for assessment yet.")
)
