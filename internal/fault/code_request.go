package fault

// The codes of requests for a plan; the list of all stays one (code.go).
var (
	CodeNoReceiver  = code(Invalid, "no-receiver", "Huvudmannen tar inte emot begäran om en plan här.", "The principal receives no requests for a plan here.")
	CodeNotAssessed = code(Conflict, "not-assessed", "Begäran har inte tagits upp till bedömning ännu.", "The request has not been taken up for assessment yet.")
)
