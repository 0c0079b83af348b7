package fault

// Code is a stable name for one reason to say no. Clients build on it; its words are for the people behind them.
// The list is closed: the contract shows the same codes and a test keeps both equal.
type Code struct{ name string }

type entry struct {
	kind           Kind
	swedish, plain string
}

var codes = map[Code]entry{}

func code(k Kind, name, swedish, plain string) Code {
	c := Code{name}
	codes[c] = entry{k, swedish, plain}
	return c
}

// String gives the stable name.
func (c Code) String() string { return c.name }

// Kind gives the sort of fault the code belongs to.
func (c Code) Kind() Kind { return codes[c].kind }

// Swedish gives the plain words for people.
func (c Code) Swedish() string { return codes[c].swedish }

// English gives the same in English.
func (c Code) English() string { return codes[c].plain }

// Codes lists every code, for the contract's own test.
func Codes() []Code {
	all := make([]Code, 0, len(codes))
	for c := range codes {
		all = append(all, c)
	}
	return all
}

// The codes. Each has its words once, here.
var (
	CodeMalformed       = code(Malformed, "malformed-request", "Begäran följer inte API:ets beskrivning.", "The request does not follow the contract.")
	CodeEncoding        = code(Malformed, "malformed-encoding", "Innehållet är inte giltig JSON i UTF-8.", "The content is not valid JSON in UTF-8.")
	CodeAssignment      = code(Malformed, "assignment-required", "Ange vilket uppdrag du handlar i med huvudet Samplan-Assignment.", "Name the assignment you act under in the header Samplan-Assignment.")
	CodeKeyRequired     = code(Malformed, "idempotency-key-required", "Ange huvudet Idempotency-Key.", "Send the header Idempotency-Key.")
	CodeMediaType       = code(Malformed, "unsupported-media-type", "Innehållet ska vara application/json utan komprimering.", "The content must be application/json without compression.")
	CodeTooLarge        = code(Malformed, "content-too-large", "Innehållet är för stort.", "The content is too large.")
	CodeMethod          = code(Malformed, "method-not-allowed", "Metoden finns inte för den här adressen.", "The method does not exist for this address.")
	CodeUnauthenticated = code(Unauthenticated, "unauthenticated", "Logga in och skicka en giltig åtkomsttoken.", "Sign in and send a valid access token.")
	CodeDenied          = code(Denied, "denied", "Din roll får inte göra detta.", "Your role may not do this.")
	CodeNotFound        = code(NotFound, "not-found", "Det finns inget här som du kan se.", "There is nothing here that you can see.")
	CodeStale           = code(Stale, "stale-version", "Innehållet har ändrats sedan du läste det. Läs igen och försök på nytt.", "The content has changed since you read it. Read it again and retry.")
	CodeNeedVersion     = code(NeedVersion, "version-required", "Ange huvudet If-Match med versionen du läste.", "Send the header If-Match with the version you read.")
	CodeKeyReused       = code(Invalid, "idempotency-key-reused", "Nyckeln har redan använts för en annan begäran.", "The key has already been used for another request.")
	CodeTooMany         = code(TooMany, "too-many-requests", "För många anrop. Vänta en stund.", "Too many requests. Wait a moment.")
	CodeUnavailable     = code(Unavailable, "unavailable", "Tjänsten kan inte svara just nu. Försök igen med samma nyckel.", "The service cannot answer now. Retry with the same key.")
	CodeNoPrinter       = code(Unavailable, "no-printer", "Här kan ingen PDF göras. Hämta dokumentet som HTML och skriv ut det därifrån.", "No PDF can be made here. Get the document as HTML and print it from there.")
	CodePrinterBusy     = code(Unavailable, "printer-busy", "Många dokument görs just nu. Försök igen om en stund.", "Many documents are being made. Try again in a moment.")
	CodeInternal        = code(Internal, "internal", "Något gick fel hos oss.", "Something went wrong on our side.")

	CodeInvalid          = code(Invalid, "invalid-value", "Ett värde är inte giltigt.", "A value is not valid.")
	CodeIdentifier       = code(Invalid, "invalid-identifier", "Identiteten är inte giltig för sin typ.", "The identifier is not valid for its type.")
	CodeDates            = code(Invalid, "dates-out-of-order", "Datumen kommer i fel ordning.", "The dates are out of order.")
	CodeNotAUnit         = code(Invalid, "unknown-unit", "Enheten finns inte eller är stängd.", "The unit does not exist or is closed.")
	CodeNotStaff         = code(Invalid, "unknown-colleague", "Personen har inget uppdrag på enheten.", "The person has no assignment at the unit.")
	CodeStatusStep       = code(Conflict, "illegal-status-step", "Planen kan inte gå till det steget från där den är.", "The plan cannot take that step from where it is.")
	CodePlanClosed       = code(Conflict, "plan-closed", "Planen, eller enhetens del i den, är avslutad.", "The plan, or the unit's part in it, has ended.")
	CodePlanIncomplete   = code(Invalid, "plan-incomplete", "Planen saknar delar som lagen kräver.", "The plan lacks parts that the law requires.")
	CodeNotConfirmed     = code(Conflict, "not-confirmed", "Alla parter har inte bekräftat den aktuella planen.", "Not every party has confirmed the current plan.")
	CodeNotFollowedUp    = code(Conflict, "not-followed-up", "Ingen uppföljning är antecknad.", "No follow-up is recorded.")
	CodePlanUnfinished   = code(Invalid, "plan-unfinished", "Planen saknar delar som hör till ett avslut.", "The plan lacks parts that belong to its closing.")
	CodeNotResponsible   = code(Invalid, "not-a-statutory-principal", "Övergripande ansvar kan bara ligga på en kommun eller en region.", "Overall responsibility can only lie with a municipality or a region.")
	CodeConsentRecipient = code(Invalid, "consent-needs-recipient", "Ett samtycke ska ange från vem, till vem och vilka uppgifter.", "A consent names from whom, to whom and which information.")
	CodeConsentDomain    = code(Invalid, "consent-not-own-domain", "Ett muntligt eller skriftligt samtycke kan bara gälla uppgifter från den egna verksamheten.", "An oral or written consent can only cover information of your own service.")
	CodeConsentNeeded    = code(Conflict, "consent-required", "Det finns inget gällande samtycke till planen.", "There is no consent in force for the plan.")
	CodeConsentEnded     = code(Conflict, "consent-ended", "Samtycket är återkallat eller har gått ut.", "The consent is withdrawn or has expired.")
	CodeWall             = code(Invalid, "wall-has-no-door", "Uppgifterna kan inte lämnas ut på den grunden.", "The information cannot be released on that ground.")
	CodeGround           = code(Invalid, "ground-does-not-apply", "Grunden öppnar inte mellan de här verksamheterna. Lagrummet står i svaret.", "The ground does not open between these services. The answer names the paragraph.")
	CodeNotForParties    = code(Invalid, "not-for-parties", "Uppgiften är inte avsedd för parterna. Ändra synligheten först.", "The item is not meant for the parties. Change its visibility first.")
	CodeNotAParty        = code(Invalid, "not-a-party", "Enheten deltar inte i planen.", "The unit takes no part in the plan.")
	CodeEnded            = code(Conflict, "already-ended", "Det är redan avslutat.", "It has already ended.")
	CodeAnswered         = code(Conflict, "already-answered", "Det är redan besvarat.", "It has already been answered.")
	CodeCallSent         = code(Conflict, "call-already-sent", "Kallelsen är redan skickad.", "The call has already been sent.")
	CodeLifted           = code(Conflict, "already-lifted", "Spärren är redan hävd.", "The block has already been lifted.")
	CodeDuplicate        = code(Conflict, "duplicate", "Det finns redan.", "It already exists.")
	CodeSuccessor        = code(Conflict, "successor-required", "Barnets samordnare byts genom ett överlämnande, så att barnet aldrig är utan.", "The child's coordinator changes by a hand-over, so that the child is never without.")
	CodeKnownQuestion    = code(Invalid, "known-question-not-allowed", "Frågan får ställas bara mellan nämnder inom socialtjänsten i samma kommun (SoL 15:8, OSL 10:28).", "The question may be put only between social boards of one municipality (SoL 15:8, OSL 10:28).")
	CodeNotReceived      = code(Conflict, "not-received", "Anmälan har inte tagits emot ännu.", "The report has not been received yet.")
	CodeReorganised      = code(Conflict, "reorganisation-not-open", "Omorganisationen väntar inte på det här beslutet, eller så har den trätt i kraft.", "The reorganisation does not wait for this decision, or has taken effect.")
	CodeUnitMoves        = code(Conflict, "unit-reorganised-otherwise", "Enheten ingår i en annan omorganisation eller är stängd den dagen.", "The unit is part of another reorganisation or closed on that day.")
	CodeFileType         = code(Invalid, "file-type-differs", "Filen är inte av den typ som angetts.", "The file is not of the type that was stated.")
	CodeReasonRequired   = code(Invalid, "reason-required", "Ange skäl.", "Give a reason.")
)
