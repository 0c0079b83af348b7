package access

import "slices"

// rule names a permission as the policy does.
type rule struct{ resource, action string }

// String gives resource and action.
func (r rule) String() string { return r.resource + " " + r.action }

// Permission is a right that the policy may give. The interface is sealed: its method is private, so that no other
// package can add one.
type Permission interface{ rule() rule }

// The permissions. Each is a type, so that a grant of one cannot pass for another.
type (
	ReadPlan        struct{} // see that a plan exists, with what all its readers know
	CreatePlan      struct{} // note a need and open a plan
	EditPlan        struct{} // change the frame of a plan that the own unit leads
	StepPlan        struct{} // take a plan through its process
	EstablishPlan   struct{} // establish it
	DispatchPlan    struct{} // freeze and send a version
	ConfirmPlan     struct{} // confirm it for the own unit
	AddParty        struct{} // call or invite a unit
	ReadParty       struct{} // see calls to the own unit
	AnswerParty     struct{} // answer a call to the own unit
	LeaveParty      struct{} // end the own unit's part
	ReadItem        struct{} // read goals, interventions, notes, the child's words, disagreements
	AddItem         struct{} // write a goal, intervention or note
	EditItem        struct{} // change one
	AddChildView    struct{} // record the child's words
	AddDisagreement struct{} // attach a disagreement
	ReadChild       struct{} // see the own unit's case about a child
	FindChild       struct{} // look a child up by number among the own unit's cases
	RegisterChild   struct{} // open the own unit's case
	EditChild       struct{} // change it
	ReadRelation    struct{} // see guardians and close persons
	EditRelation    struct{} // record or end a relation
	ReadCaseWorker  struct{} // see who works with a case
	EditCaseWorker  struct{} // say who does
	RecordMaturity  struct{} // record a maturity assessment

	ReadProtection   struct{} // see which level of protection the own unit has recorded
	RecordProtection struct{} // record one
	ReadWhereabouts  struct{} // read where a child is, as the own unit knows it
	EditWhereabouts  struct{} // write it down, or end it
	NameReader       struct{} // see and say who of the own unit may know where a protected child is
	BlockWhereabouts struct{} // see and decide from which guardian it is kept where a child is
	HandOverPlan     struct{} // hand a plan over to another unit
	ReadHandOver     struct{} // see hand-overs to the own unit, and those made by oneself
	AnswerHandOver   struct{} // take a plan over, or decline

	ReadConsent     struct{} // see consents
	RecordConsent   struct{} // ask for and record a consent
	AnswerConsent   struct{} // record or give an answer
	WithdrawConsent struct{} // withdraw
	ReadDisclosure  struct{} // see disclosures on a legal ground
	DiscloseItem    struct{} // decide on one, and end it
	ReadWithholding struct{} // see what is withheld from the family
	WithholdItem    struct{} // decide on it, and end it
	NameReaders     struct{} // say by name who may read an item

	SendConcern         struct{} // report a concern about a child to the social services
	ReadConcern         struct{} // read concern reports that the own unit sent or got
	HandleConcern       struct{} // take a report in hand and say who handles it
	AnswerConcern       struct{} // tell the reporter what was decided
	AskKnown            struct{} // ask another social board whether it knows a child
	ReadKnown           struct{} // see the questions that the own unit put or was answered for
	ReadCustodyDecision struct{} // see decisions in the place of a guardian's consent
	EditCustodyDecision struct{} // register or end one

	ReadLogExtract struct{} // see who has used what is kept about one's child, or oneself
	ReviewLog      struct{} // draw samples of the log, read them and record verdicts
	ReadFlag       struct{} // see where the log tells of unusually wide use
	ExplainAccess  struct{} // ask who could see something on a day, without its content

	ReadOrg  struct{} // see the directory of units
	ReadSelf struct{} // see one's own assignments

	ReadReorganisation    struct{} // see reorganisations that concern one
	PlanReorganisation    struct{} // draft one, and cancel it before its day
	PlaceStaff            struct{} // say who of the own unit goes to which part of it
	PreviewReorganisation struct{} // see in numbers what one would change
	DecideReorganisation  struct{} // decide one for the own principal
)

func (ReadPlan) rule() rule         { return rule{"plan", "read"} }
func (CreatePlan) rule() rule       { return rule{"plan", "create"} }
func (EditPlan) rule() rule         { return rule{"plan", "edit"} }
func (StepPlan) rule() rule         { return rule{"plan", "step"} }
func (EstablishPlan) rule() rule    { return rule{"plan", "establish"} }
func (DispatchPlan) rule() rule     { return rule{"plan", "dispatch"} }
func (ConfirmPlan) rule() rule      { return rule{"plan", "confirm"} }
func (AddParty) rule() rule         { return rule{"party", "add"} }
func (ReadParty) rule() rule        { return rule{"party", "read"} }
func (AnswerParty) rule() rule      { return rule{"party", "answer"} }
func (LeaveParty) rule() rule       { return rule{"party", "leave"} }
func (ReadItem) rule() rule         { return rule{"item", "read"} }
func (AddItem) rule() rule          { return rule{"item", "add"} }
func (EditItem) rule() rule         { return rule{"item", "edit"} }
func (AddChildView) rule() rule     { return rule{"child-view", "add"} }
func (AddDisagreement) rule() rule  { return rule{"disagreement", "add"} }
func (ReadChild) rule() rule        { return rule{"child", "read"} }
func (FindChild) rule() rule        { return rule{"child", "find"} }
func (RegisterChild) rule() rule    { return rule{"child", "register"} }
func (EditChild) rule() rule        { return rule{"child", "edit"} }
func (ReadRelation) rule() rule     { return rule{"relation", "read"} }
func (EditRelation) rule() rule     { return rule{"relation", "edit"} }
func (ReadCaseWorker) rule() rule   { return rule{"case-worker", "read"} }
func (EditCaseWorker) rule() rule   { return rule{"case-worker", "edit"} }
func (RecordMaturity) rule() rule   { return rule{"maturity", "record"} }
func (ReadProtection) rule() rule   { return rule{"protection", "read"} }
func (RecordProtection) rule() rule { return rule{"protection", "record"} }
func (ReadWhereabouts) rule() rule  { return rule{"whereabouts", "read"} }
func (EditWhereabouts) rule() rule  { return rule{"whereabouts", "edit"} }
func (NameReader) rule() rule       { return rule{"whereabouts-reader", "name"} }
func (BlockWhereabouts) rule() rule { return rule{"whereabouts-block", "decide"} }
func (HandOverPlan) rule() rule     { return rule{"hand-over", "offer"} }
func (ReadHandOver) rule() rule     { return rule{"hand-over", "read"} }
func (AnswerHandOver) rule() rule   { return rule{"hand-over", "answer"} }

func (ReadConsent) rule() rule     { return rule{"consent", "read"} }
func (RecordConsent) rule() rule   { return rule{"consent", "record"} }
func (AnswerConsent) rule() rule   { return rule{"consent", "answer"} }
func (WithdrawConsent) rule() rule { return rule{"consent", "withdraw"} }
func (SendConcern) rule() rule     { return rule{"concern", "send"} }
func (ReadConcern) rule() rule     { return rule{"concern", "read"} }
func (HandleConcern) rule() rule   { return rule{"concern", "handle"} }
func (AnswerConcern) rule() rule   { return rule{"concern", "answer"} }
func (AskKnown) rule() rule        { return rule{"known-question", "ask"} }
func (ReadKnown) rule() rule       { return rule{"known-question", "read"} }
func (ReadCustodyDecision) rule() rule {
	return rule{"custody-decision", "read"}
}

func (EditCustodyDecision) rule() rule {
	return rule{"custody-decision", "edit"}
}
func (ReadDisclosure) rule() rule  { return rule{"disclosure", "read"} }
func (DiscloseItem) rule() rule    { return rule{"disclosure", "decide"} }
func (ReadWithholding) rule() rule { return rule{"withholding", "read"} }
func (WithholdItem) rule() rule    { return rule{"withholding", "decide"} }
func (NameReaders) rule() rule     { return rule{"item", "name"} }
func (ReadLogExtract) rule() rule  { return rule{"log-extract", "read"} }
func (ReviewLog) rule() rule       { return rule{"log", "review"} }
func (ReadFlag) rule() rule        { return rule{"log-flag", "read"} }
func (ExplainAccess) rule() rule   { return rule{"access", "explain"} }
func (ReadOrg) rule() rule         { return rule{"org", "read"} }
func (ReadSelf) rule() rule        { return rule{"me", "read"} }

func (ReadReorganisation) rule() rule    { return rule{"reorganisation", "read"} }
func (PlanReorganisation) rule() rule    { return rule{"reorganisation", "plan"} }
func (PlaceStaff) rule() rule            { return rule{"reorganisation", "place"} }
func (PreviewReorganisation) rule() rule { return rule{"reorganisation", "preview"} }
func (DecideReorganisation) rule() rule  { return rule{"reorganisation", "decide"} }

// permissions lists them all, for the matrix.
var permissions = append(slices.Concat(ofMeetings, ofMinutes, ofRequests, ofInterventions, ofDeadlines, ofClients, ofCards, ofQuestionnaires, ofInformation, ofImports, ofEvents, ofDeviations, ofDisposal, ofRights, ofFormulations, ofForums, ofCaseLines), []Permission{
	ReadPlan{},
	CreatePlan{},
	EditPlan{},
	StepPlan{},
	EstablishPlan{},
	DispatchPlan{},
	ConfirmPlan{},
	FollowUpPlan{},
	ClosePlan{},
	EvaluateItem{},
	AddParty{},
	ReadParty{},
	AnswerParty{},
	LeaveParty{},
	ReadItem{},
	AddItem{},
	EditItem{},
	AddChildView{},
	AddDisagreement{},
	AddComment{},
	ReadCall{},
	EditCall{},
	SendCall{},
	ReceiveCall{},
	AnswerCall{},
	ReadChild{},
	FindChild{},
	RegisterChild{},
	EditChild{},
	ReadRelation{},
	EditRelation{},
	ReadCaseWorker{},
	EditCaseWorker{},
	RecordMaturity{},
	ReadProtection{},
	RecordProtection{},
	ReadWhereabouts{},
	EditWhereabouts{},
	NameReader{},
	BlockWhereabouts{},
	HandOverPlan{},
	ReadHandOver{},
	AnswerHandOver{},
	AppointHolder{},
	OfferRole{},
	ReadRoleOffer{},
	AnswerRoleOffer{},
	ReadConsent{},
	RecordConsent{},
	AnswerConsent{},
	WithdrawConsent{},
	SendConcern{},
	ReadConcern{},
	HandleConcern{},
	AnswerConcern{},
	AskKnown{},
	ReadKnown{},
	ReadCustodyDecision{},
	EditCustodyDecision{},
	ReadBlock{},
	SetBlock{},
	LiftBlock{},
	AskEmergency{},
	OpenEmergency{},
	ReadEmergency{},
	ReadEmergencyAccess{},
	ReviewEmergency{},
	ReadNotification{},
	ReadLate{},
	EditAddress{},
	ReadCatalogue{},
	EditCatalogue{},
	ReadDisclosure{},
	DiscloseItem{},
	ReadWithholding{},
	WithholdItem{},
	NameReaders{},
	ReadLogExtract{},
	ReviewLog{},
	ReadFlag{},
	ExplainAccess{},
	ReadOrg{},
	ReadReorganisation{},
	PlanReorganisation{},
	PlaceStaff{},
	PreviewReorganisation{},
	DecideReorganisation{},
	ReadRoutine{},
	LoadRoutine{},
	ChooseRoutine{},
	ReadSelf{},
}...)
