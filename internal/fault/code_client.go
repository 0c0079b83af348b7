package fault

// The codes of registered clients; the list of all stays one (code.go).
var (
	CodeUnusableKey     = code(Invalid, "unusable-key", "Nyckeln kan inte användas för signaturer här.", "The key cannot be used for signatures here.")
	CodeTooManyKeys     = code(Conflict, "too-many-keys", "Klienten har redan så många nycklar som den kan ha.", "The client has as many keys as it can have.")
	CodeLastKey         = code(Conflict, "last-key", "Minst en nyckel måste finnas kvar.", "At least one key must remain.")
	CodeTooManyWebhooks = code(Conflict, "too-many-webhooks", "Klienten lyssnar redan på så många ställen som den kan.", "The client listens in as many places as it can.")
	CodeNoWebhooks      = code(Unavailable, "no-webhooks", "Här skickas inga händelser. Hämta dem på GET /events.", "No events are sent here. Fetch them at GET /events.")
)
