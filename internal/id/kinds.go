package id

import (
	"fmt"

	"github.com/google/uuid"
)

// The kinds of thing that have an id. The marker types are unexported, so the list is closed.
type (
	principalKind    struct{}
	authorityKind    struct{}
	branchKind       struct{}
	unitKind         struct{}
	personKind       struct{}
	assignmentKind   struct{}
	caseFileKind     struct{}
	caseWorkerKind   struct{}
	relationKind     struct{}
	planKind         struct{}
	partyKind        struct{}
	itemKind         struct{}
	versionKind      struct{}
	consentKind      struct{}
	maturityKind     struct{}
	protectionKind   struct{}
	whereaboutsKind  struct{}
	readerKind       struct{}
	placeBlockKind   struct{}
	handOverKind     struct{}
	statusKind       struct{}
	confirmationKind struct{}
	concernKind      struct{}
	questionKind     struct{}
	custodyKind      struct{}
	disclosureKind   struct{}
	withholdingKind  struct{}
	entryKind        struct{}
	reviewKind       struct{}
	verdictKind      struct{}
	basisKind        struct{}
	requestKind      struct{}

	reorganisationKind struct{}
	catalogueKind      struct{}
)

// Follow-up and evaluation of plans.
type (
	followUpKind   struct{}
	evaluationKind struct{}

	FollowUp   = ID[followUpKind]
	Evaluation = ID[evaluationKind]
)

// Blocks and emergency access.
type (
	blockKind           struct{}
	inquiryKind         struct{}
	emergencyKind       struct{}
	emergencyReviewKind struct{}

	Block            = ID[blockKind]
	EmergencyInquiry = ID[inquiryKind]
	EmergencyAccess  = ID[emergencyKind]
	EmergencyReview  = ID[emergencyReviewKind]
)

// Versions of routine profiles, and the choices of one.
type (
	routineKind       struct{}
	routineChoiceKind struct{}

	Routine       = ID[routineKind]
	RoutineChoice = ID[routineChoiceKind]
)

// Messages to people.
type (
	notificationKind struct{}
	resourceKind     struct{}
	addressKind      struct{}

	Notification = ID[notificationKind]
	Resource     = ID[resourceKind] // what a notification is about, of whatever kind
	Address      = ID[addressKind]
)

// NewAddress makes a fresh identifier of an address; AddressOf and NotificationOf take a bare one.
func NewAddress() Address                     { return New[addressKind]() }
func AddressOf(u uuid.UUID) Address           { return From[addressKind](u) }
func NotificationOf(u uuid.UUID) Notification { return From[notificationKind](u) }

// The typed identifiers. Child, guardian and member of staff are all a Person.
type (
	Principal  = ID[principalKind]
	Authority  = ID[authorityKind]
	Branch     = ID[branchKind]
	Unit       = ID[unitKind]
	Person     = ID[personKind]
	Assignment = ID[assignmentKind]
	CaseFile   = ID[caseFileKind]
	CaseWorker = ID[caseWorkerKind]
	Relation   = ID[relationKind]
	Plan       = ID[planKind]
	Party      = ID[partyKind]
	Item       = ID[itemKind]
	Version    = ID[versionKind]
	Consent    = ID[consentKind]
	Maturity   = ID[maturityKind]

	ProtectionRecord  = ID[protectionKind]
	Whereabouts       = ID[whereaboutsKind]
	WhereaboutsReader = ID[readerKind]
	WhereaboutsBlock  = ID[placeBlockKind]
	HandOver          = ID[handOverKind]

	StatusChange = ID[statusKind]
	Confirmation = ID[confirmationKind]
	Concern      = ID[concernKind]
	Question     = ID[questionKind]
	Custody      = ID[custodyKind]
	Disclosure   = ID[disclosureKind]
	Withholding  = ID[withholdingKind]
	Entry        = ID[entryKind]
	Review       = ID[reviewKind]
	Verdict      = ID[verdictKind]
	Basis        = ID[basisKind] // a consent or a disclosure: what opened a wall
	Request      = ID[requestKind]

	Reorganisation = ID[reorganisationKind]
	CatalogueEntry = ID[catalogueKind]
)

// NewPlan, and the others below, make a fresh identifier of their kind.
func NewPlan() Plan             { return New[planKind]() }
func NewParty() Party           { return New[partyKind]() }
func NewItem() Item             { return New[itemKind]() }
func NewCaseFile() CaseFile     { return New[caseFileKind]() }
func NewCaseWorker() CaseWorker { return New[caseWorkerKind]() }
func NewRelation() Relation     { return New[relationKind]() }
func NewMaturity() Maturity     { return New[maturityKind]() }

func NewProtectionRecord() ProtectionRecord   { return New[protectionKind]() }
func NewWhereabouts() Whereabouts             { return New[whereaboutsKind]() }
func NewWhereaboutsReader() WhereaboutsReader { return New[readerKind]() }
func NewWhereaboutsBlock() WhereaboutsBlock   { return New[placeBlockKind]() }
func NewHandOver() HandOver                   { return New[handOverKind]() }

func NewConsent() Consent           { return New[consentKind]() }
func NewVersion() Version           { return New[versionKind]() }
func NewFollowUp() FollowUp         { return New[followUpKind]() }
func NewEvaluation() Evaluation     { return New[evaluationKind]() }
func NewStatusChange() StatusChange { return New[statusKind]() }
func NewConfirmation() Confirmation { return New[confirmationKind]() }
func NewConcern() Concern           { return New[concernKind]() }
func NewQuestion() Question         { return New[questionKind]() }
func NewCustody() Custody           { return New[custodyKind]() }
func NewDisclosure() Disclosure     { return New[disclosureKind]() }
func NewWithholding() Withholding   { return New[withholdingKind]() }
func NewEntry() Entry               { return New[entryKind]() }
func NewReview() Review             { return New[reviewKind]() }
func NewVerdict() Verdict           { return New[verdictKind]() }
func NewRequest() Request           { return New[requestKind]() }
func NewUnit() Unit                 { return New[unitKind]() }
func NewBranch() Branch             { return New[branchKind]() }
func NewAuthority() Authority       { return New[authorityKind]() }
func NewPrincipal() Principal       { return New[principalKind]() }
func NewAssignment() Assignment     { return New[assignmentKind]() }

// NewBlock, and the others beside it, make those of blocks and emergency access.
func NewBlock() Block                       { return New[blockKind]() }
func NewEmergencyInquiry() EmergencyInquiry { return New[inquiryKind]() }
func NewEmergencyAccess() EmergencyAccess   { return New[emergencyKind]() }
func NewEmergencyReview() EmergencyReview   { return New[emergencyReviewKind]() }

// NewRoutine and NewRoutineChoice make fresh ones; RoutineOf takes a bare UUID.
func NewRoutine() Routine             { return New[routineKind]() }
func NewRoutineChoice() RoutineChoice { return New[routineChoiceKind]() }
func RoutineOf(u uuid.UUID) Routine   { return From[routineKind](u) }

// RoutineNamed gives the id of a version that comes with the program: the same in every database.
func RoutineNamed(code string, version int) Routine {
	return Routine{uuid.NewSHA1(uuid.NameSpaceURL, fmt.Appendf(nil, "https://samplan.example/routine-profiles/%s/%d", code, version))}
}

// BlockOf and the two below take a bare UUID, as ConsentOf does.
func BlockOf(u uuid.UUID) Block                       { return From[blockKind](u) }
func EmergencyInquiryOf(u uuid.UUID) EmergencyInquiry { return From[inquiryKind](u) }
func EmergencyAccessOf(u uuid.UUID) EmergencyAccess   { return From[emergencyKind](u) }

// NewReorganisation makes a fresh identifier of a reorganisation, ReorganisationOf takes a bare one.
func NewReorganisation() Reorganisation           { return New[reorganisationKind]() }
func ReorganisationOf(u uuid.UUID) Reorganisation { return From[reorganisationKind](u) }

// NewCatalogueEntry makes a fresh identifier of an entry of the intervention catalogue, CatalogueEntryOf takes a bare one.
func NewCatalogueEntry() CatalogueEntry           { return New[catalogueKind]() }
func CatalogueEntryOf(u uuid.UUID) CatalogueEntry { return From[catalogueKind](u) }

// ConsentOf and the others below take a bare UUID, from the wire or from the database, for what it is said to name.
func ConsentOf(u uuid.UUID) Consent                     { return From[consentKind](u) }
func PlanOf(u uuid.UUID) Plan                           { return From[planKind](u) }
func PartyOf(u uuid.UUID) Party                         { return From[partyKind](u) }
func ItemOf(u uuid.UUID) Item                           { return From[itemKind](u) }
func PersonOf(u uuid.UUID) Person                       { return From[personKind](u) }
func UnitOf(u uuid.UUID) Unit                           { return From[unitKind](u) }
func BranchOf(u uuid.UUID) Branch                       { return From[branchKind](u) }
func PrincipalOf(u uuid.UUID) Principal                 { return From[principalKind](u) }
func DisclosureOf(u uuid.UUID) Disclosure               { return From[disclosureKind](u) }
func WithholdingOf(u uuid.UUID) Withholding             { return From[withholdingKind](u) }
func CaseWorkerOf(u uuid.UUID) CaseWorker               { return From[caseWorkerKind](u) }
func RelationOf(u uuid.UUID) Relation                   { return From[relationKind](u) }
func AssignmentOf(u uuid.UUID) Assignment               { return From[assignmentKind](u) }
func WhereaboutsOf(u uuid.UUID) Whereabouts             { return From[whereaboutsKind](u) }
func WhereaboutsReaderOf(u uuid.UUID) WhereaboutsReader { return From[readerKind](u) }
func WhereaboutsBlockOf(u uuid.UUID) WhereaboutsBlock   { return From[placeBlockKind](u) }
func HandOverOf(u uuid.UUID) HandOver                   { return From[handOverKind](u) }
func ConcernOf(u uuid.UUID) Concern                     { return From[concernKind](u) }
func CustodyOf(u uuid.UUID) Custody                     { return From[custodyKind](u) }
func AuthorityOf(u uuid.UUID) Authority                 { return From[authorityKind](u) }
func BasisOf(u uuid.UUID) Basis                         { return From[basisKind](u) }
func EntryOf(u uuid.UUID) Entry                         { return From[entryKind](u) }
func ReviewOf(u uuid.UUID) Review                       { return From[reviewKind](u) }

// NewPerson makes a fresh identifier of a person. It is random throughout: services share the id of a person, and a time
// in it would tell one of them since when another has known the person.
func NewPerson() Person { return Person{uuid.New()} }
