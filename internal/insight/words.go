package insight

import "samplan/internal/access"

// Words are the same in Swedish and in English.
type Words struct{ Swedish, English string }

// Text says in plain words what was done. It tells what kind of thing was used, never which: two uses of the same kind
// read the same.
func (e Entry) Text() Words {
	w := texts[mentioned[e.Operation]]
	if e.Client != "" {
		w.Swedish += ", via e-tjänsten " + e.Client
		w.English += ", through the e-service " + e.Client
	}
	return w
}

var texts = map[mention]Words{
	{ofPlan, Listed}:     {"Såg planen i en lista", "Saw the plan in a list"},
	{ofPlan, Read}:       {"Läste planen", "Read the plan"},
	{ofPlan, Changed}:    {"Ändrade planen eller förde den vidare", "Changed the plan or took it further"},
	{ofPlan, Dispatched}: {"Skickade ut planen till dem som deltar", "Sent the plan to those who take part"},
	{ofPlan, Exported}:   {"Tog ut planen som ett dokument att skriva ut eller spara", "Took the plan out as a document to print or keep"},
	{ofItem, Listed}:     {"Såg att något har beslutats i planen", "Saw that something was decided in the plan"},
	{ofItem, Read}:       {"Läste en uppgift i planen", "Read a part of the plan"},
	{ofItem, Changed}:    {"Skrev eller ändrade en uppgift i planen", "Wrote or changed a part of the plan"},
	{ofItem, Exported}:   {"Hämtade en fil ur planen", "Took a file out of the plan"},
	{ofCall, Listed}:     {"Läste kallelsen till planen", "Read the call to the plan"},
	{ofCall, Exported}:   {"Tog ut kallelsen till planen som ett dokument", "Took the call to the plan out as a document"},
	{ofCall, Changed}:    {"Svarade på kallelsen till planen", "Answered the call to the plan"},
	{ofConsent, Read}:    {"Läste ett samtycke", "Read a consent"},
	{ofConsent, Listed}:  {"Såg att ett samtycke snart går ut eller har gått ut", "Saw that a consent ends soon or has expired"},
	{ofConsent, Changed}: {"Antecknade eller ändrade ett samtycke", "Recorded or changed a consent"},
	{ofCase, Searched}:   {"Sökte fram barnet bland enhetens ärenden", "Looked the child up among the unit's cases"},
	{ofCase, Listed}:     {"Såg barnet i listan över enhetens ärenden", "Saw the child in the list of the unit's cases"},
	{ofCase, Read}:       {"Läste i enhetens ärende om barnet", "Read in the unit's case about the child"},
	{ofCase, Changed}:    {"Skrev i enhetens ärende om barnet", "Wrote in the unit's case about the child"},
	{ofCase, Emergency}:  {"Sökte eller läste uppgifter om barnet i en nödsituation", "Looked for or read about the child in an emergency"},
	{ofFamily, Listed}:   {"Du såg en lista", "You saw a list"},
	{ofFamily, Read}:     {"Du läste", "You read"},
	{ofFamily, Changed}:  {"Du skrev eller svarade", "You wrote or answered"},
	{ofFamily, Exported}: {"Du tog ut ett dokument", "You took out a document"},
	{ofFamily, ReadLog}:  {"Du läste loggutdraget", "You read the log extract"},
}

// Title names a role to those who do not work with it.
func Title(r access.Role) Words { return titles[r] }

var titles = map[access.Role]Words{
	access.Caseworker:  {"Handläggare", "Caseworker"},
	access.UnitManager: {"Enhetschef", "Unit manager"},
	access.Admin:       {"Administratör", "Administrator"},
	access.Leader:      {"Mötesledare", "Meeting leader"},
	access.DPO:         {"Dataskyddsombud", "Data protection officer"},
	access.SystemAdmin: {"Systemadministratör", "System administrator"},
}

// About says what a log extract is and is not.
var About = Words{
	"Utdraget visar när de enheter som deltar i en plan som du kan se har använt uppgifter om barnet, och vad du själv har gjort. " +
		"Det visar det som du får veta i dag.",
	"The extract shows when the units that take part in a plan that you can see have used what is kept about the child, and what " +
		"you have done yourself. It shows what you may know today.",
}

// NotKept says what an explanation of access on a day cannot know.
var NotKept = Words{
	"Placeringar, uppdrag, ärenden, deltagande, samtycken, utlämnanden, spärrar och vårdnad är de som gällde den dagen. Uppgiftens " +
		"synlighet, slag, namngivna läsare och vilka andra den handlar om sparas inte med dagar: de är dagens, liksom reglerna. Det som en omorganisation har lämnat över räknas som den nya enhetens. Om ett samtycke besvarades efter dagen räknas det inte.",
	"Places, assignments, cases, parts, consents, disclosures, blocks and custody are those of that day. The item's visibility, " +
		"category, named readers and which others it is about are not kept with days: they are today's, and so are the rules. What a reorganisation has handed over counts as the new unit's. A consent with an answer after the day does not count.",
}
