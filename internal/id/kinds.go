package id

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
	statusKind       struct{}
	confirmationKind struct{}
	entryKind        struct{}
	requestKind      struct{}
)

// The typed identifiers. Child, guardian and member of staff are all a Person.
type (
	Principal    = ID[principalKind]
	Authority    = ID[authorityKind]
	Branch       = ID[branchKind]
	Unit         = ID[unitKind]
	Person       = ID[personKind]
	Assignment   = ID[assignmentKind]
	CaseFile     = ID[caseFileKind]
	CaseWorker   = ID[caseWorkerKind]
	Relation     = ID[relationKind]
	Plan         = ID[planKind]
	Party        = ID[partyKind]
	Item         = ID[itemKind]
	Version      = ID[versionKind]
	Consent      = ID[consentKind]
	Maturity     = ID[maturityKind]
	StatusChange = ID[statusKind]
	Confirmation = ID[confirmationKind]
	Entry        = ID[entryKind]
	Request      = ID[requestKind]
)
