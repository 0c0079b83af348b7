package access

// Operation says what one operation of the contract needs. An operation that is not listed is refused at the route.
type Operation struct {
	needs  []Permission
	shows  []Permission // what it shows beside, to those who may
	Public bool         // answered without a token
	family bool         // for citizens alone
	system bool         // for clients that act for nobody, alone
	// Compartment says that the operation belongs to a compartment whose existence no log extract tells of.
	Compartment bool
	// Command says that the operation takes an Idempotency-Key and is answered once per key.
	Command bool
}

func needs(p ...Permission) Operation   { return Operation{needs: p} }
func command(p ...Permission) Operation { return Operation{needs: p, Command: true} }

// showing adds what an operation shows beside.
func (o Operation) showing(p ...Permission) Operation {
	o.shows = p
	return o
}

// Operations lists every operation of the contract by its operationId; a test keeps both equal.
var Operations = map[string]Operation{
	"GetApiInfo": {Public: true}, "GetPhrases": {Public: true}, "GetMe": needs(ReadSelf{}),
	"ListClients": needs(ReadClient{}), "RegisterClient": command(EditClient{}), "GetClient": needs(ReadClient{}), "ChangeClient": needs(EditClient{}), "EndClient": command(EditClient{}),
	"GetOwnClient": system(needs(ReadClient{})), "AddOwnClientKey": system(command(RotateKeys{})), "RemoveOwnClientKey": system(command(RotateKeys{})),
	"ListWebhooks": system(needs(EditWebhook{})), "AddWebhook": system(command(EditWebhook{})), "GetWebhook": system(needs(EditWebhook{})), "ChangeWebhook": system(needs(EditWebhook{})),
	"EndWebhook": system(command(EditWebhook{})), "RotateWebhookSecret": system(command(EditWebhook{})), "PingWebhook": system(command(EditWebhook{})),
	"ListWebhookDeliveries": system(needs(EditWebhook{})), "ReplayWebhook": system(command(EditWebhook{}, ReadEvent{})),
	"FollowEvents":         system(needs(ReadEvent{})),
	"ListCatalogueEntries": needs(ReadCatalogue{}), "GetCatalogueEntry": needs(ReadCatalogue{}), "ListCatalogueHits": needs(ReadCatalogue{}),
	"AddCatalogueEntry": command(EditCatalogue{}), "EndCatalogueEntry": command(EditCatalogue{}),
	"ListDisposalSettings": needs(ReadDisposal{}), "SetDisposalSetting": command(SetDisposal{}), "DrawUpDisposal": command(DrawUpDisposal{}),
	"ListDisposals": needs(ReadDisposal{}), "GetDisposal": needs(ReadDisposal{}), "ListDisposalCases": needs(ReadDisposal{}),
	"DecideDisposal": command(DecideDisposal{}), "CancelDisposal": command(DecideDisposal{}),
	"ListRetentionMarks": needs(ReadRetention{}), "SetRetentionMark": command(MarkRetention{}), "EndRetentionMark": command(MarkRetention{}),
	"ListContactCards": needs(ReadCard{}), "ListUnitContactCards": needs(ReadCard{}), "GetContactCard": needs(ReadCard{}), "ListMyContactCards": family(ReadPlan{}),
	"PublishContactCard": command(KeepCard{}), "ConfirmContactCard": command(KeepCard{}),
	"ListQuestionnaires": needs(ReadQuestionnaire{}), "GetQuestionnaire": needs(ReadQuestionnaire{}), "DraftQuestionnaire": command(EditQuestionnaire{}),
	"ChangeQuestionnaire": needs(EditQuestionnaire{}), "PublishQuestionnaire": command(EditQuestionnaire{}), "RetireQuestionnaire": command(EditQuestionnaire{}),
	"SendInformationRequest": command(AskInformation{}), "ListInformationRequests": needs(ReadInformation{}), "GetInformationRequest": needs(ReadInformation{}), "GetInformationDocument": needs(ReadInformation{}),
	"WithdrawInformationRequest": command(AskInformation{}), "AssignInformationRequest": command(HandleInformation{}), "DraftInformation": needs(AnswerInformation{}),
	"ListInformationRoutines": needs(ReadInformationRoutine{}), "PublishInformationRoutine": command(KeepInformationRoutine{}),
	"ListAbsences": needs(ReadAbsence{}), "EnterAbsence": command(EnterAbsence{}), "EndAbsence": command(EnterAbsence{}),
	"AnswerInformationRequest": command(AnswerInformation{}), "RefuseInformationRequest": command(AnswerInformation{}),
	"ListPrincipals": needs(ReadOrg{}), "ListUnits": needs(ReadOrg{}), "GetUnit": needs(ReadOrg{}), "ListColleagues": needs(ReadOrg{}),
	"ListUnitPlaces": needs(ReadOrg{}),
	"GetUnitExport":  needs(ReadUnitImport{}), "StartUnitImport": command(ImportUnits{}), "ListUnitImports": needs(ReadUnitImport{}), "GetUnitImport": needs(ReadUnitImport{}),
	"PutUnitImportContent": needs(ImportUnits{}), "ListUnitImportRows": needs(ReadUnitImport{}), "ApplyUnitImport": command(ImportUnits{}),
	"StartRegisterImport": apart(command(ReadRegister{})), "ListRegisterImports": apart(needs(ReadRegister{})), "GetRegisterImport": apart(needs(ReadRegister{})),
	"PutRegisterImportContent": apart(needs(ReadRegister{})), "ListRegisterImportRows": apart(needs(ReadRegister{})), "ApplyRegisterImport": apart(command(ReadRegister{})),
	"ListRoutineProfiles": needs(ReadRoutine{}), "GetRoutineProfile": needs(ReadRoutine{}), "GetOwnRoutineProfile": needs(ReadRoutine{}),
	"CheckRoutineProfile": command(LoadRoutine{}), "LoadRoutineProfile": command(LoadRoutine{}),
	"ChooseRoutineProfile": command(ChooseRoutine{}), "ListRoutineChoices": needs(ChooseRoutine{}),
	"DraftReorganisation": command(PlanReorganisation{}), "ListReorganisations": needs(ReadReorganisation{}), "GetReorganisation": needs(ReadReorganisation{}),
	"PreviewReorganisation": needs(PreviewReorganisation{}), "ListTouchedCases": needs(ReadReorganisation{}, ReadChild{}, ReadPlan{}),
	"PlaceReorganisedStaff": command(PlaceStaff{}),
	"DecideReorganisation":  command(DecideReorganisation{}), "CancelReorganisation": command(PlanReorganisation{}),
	"FindChild": needs(FindChild{}), "RegisterChild": command(RegisterChild{}),
	"GetChild": needs(ReadChild{}), "ListChildren": needs(ReadChild{}), "ChangeChild": needs(EditChild{}),
	"ListRelations": needs(ReadRelation{}), "AddRelation": command(EditRelation{}), "EndRelation": command(EditRelation{}),
	"ListCaseWorkers": needs(ReadCaseWorker{}), "AssignCaseWorker": command(EditCaseWorker{}), "EndCaseWorker": command(EditCaseWorker{}),
	"RecordMaturity":   command(RecordMaturity{}),
	"RecordProtection": apart(command(RecordProtection{})), "ListProtections": apart(needs(ReadProtection{})),
	"AddWhereabouts": apart(command(EditWhereabouts{})), "ListWhereabouts": apart(needs(ReadWhereabouts{})), "EndWhereabouts": apart(command(EditWhereabouts{})),
	"NameWhereaboutsReader": apart(command(NameReader{})), "ListWhereaboutsReaders": apart(needs(NameReader{})), "EndWhereaboutsReader": apart(command(NameReader{})),
	"BlockWhereabouts": apart(command(BlockWhereabouts{})), "ListWhereaboutsBlocks": apart(needs(BlockWhereabouts{})), "EndWhereaboutsBlock": apart(command(BlockWhereabouts{})),
	"HandOverPlan": apart(command(HandOverPlan{})), "ListHandOvers": apart(needs(ReadHandOver{})), "AnswerHandOver": apart(command(AnswerHandOver{})),
	"ListHits": needs(ReadPlan{}).showing(ReadItem{}, ReadChild{}), "ListMyHits": family(ReadPlan{}).showing(ReadItem{}),
	"ListPlans": needs(ReadPlan{}), "CreatePlan": command(CreatePlan{}), "GetPlan": needs(ReadPlan{}).showing(ReadItem{}), "ChangePlan": needs(EditPlan{}).showing(ReadPlan{}, ReadItem{}),
	"StepPlan": command(StepPlan{}), "ListStatusChanges": needs(ReadPlan{}), "EstablishPlan": command(EstablishPlan{}).showing(ReadPlan{}, ReadItem{}), "CheckPlan": needs(EstablishPlan{}),
	"RecordFollowUp": command(FollowUpPlan{}), "ListFollowUps": needs(ReadPlan{}), "ListPlanReminders": needs(ReadPlan{}),
	"EvaluateGoal": command(EvaluateItem{}), "EvaluateIntervention": command(EvaluateItem{}), "ListEvaluations": needs(ReadPlan{}, ReadItem{}),
	"ClosePlan": command(ClosePlan{}), "CheckClosing": needs(ClosePlan{}),
	"AddParty": command(AddParty{}), "AnswerParty": command(AnswerParty{}), "LeaveParty": command(LeaveParty{}),
	"DraftCall": command(EditCall{}), "ChangeCall": needs(EditCall{}), "GetCall": needs(ReadCall{}), "ListCalls": needs(ReadCall{}), "SendCall": command(SendCall{}),
	"ListReceivedCalls": needs(ReceiveCall{}), "GetReceivedCall": needs(ReceiveCall{}),
	"SeeCall": command(AnswerCall{}), "AnswerCall": command(AnswerCall{}), "PassCallOn": command(AnswerCall{}),
	"ScheduleMeeting": command(BookMeeting{}).showing(ReadMeeting{}), "RescheduleMeeting": needs(BookMeeting{}).showing(ReadMeeting{}), "CancelMeeting": command(BookMeeting{}).showing(ReadMeeting{}),
	"NoteAttendance": command(NoteAttendance{}).showing(ReadMeeting{}), "NoteFamilyAttendance": command(NoteAttendance{}).showing(ReadMeeting{}), "CloseMeeting": command(HoldMeeting{}).showing(ReadMeeting{}),
	"GetMeeting": needs(ReadMeeting{}), "ListMeetings": needs(ReadMeeting{}), "GetMeetingCalendar": needs(ReadMeeting{}), "CountAttendance": needs(CountAttendance{}),
	"ListMyMeetings": family(ReadMeeting{}), "GetMyMeetingCalendar": family(ReadMeeting{}), "ListReadings": needs(ReadPlan{}), "ListMyReadings": family(ConfirmReading{}), "ConfirmMyReading": family(ConfirmReading{}).showing(ReadPlan{}, ReadItem{}),
	"ReplyToMyMeeting": familyCommand(ReplyToMeeting{}),
	"AddMinute":        command(WriteMinutes{}), "GetMinute": needs(ReadMinutes{}), "ChangeMinute": needs(WriteMinutes{}), "ListMinutes": needs(ReadMinutes{}),
	"SettleMinutes": command(SettleMinutes{}), "CorrectMinute": command(WriteMinutes{}), "CancelDecision": command(WriteMinutes{}),
	"ListDecisions": needs(ReadMinutes{}), "ListReceivedDecisions": needs(AnswerDecision{}), "AnswerDecision": command(AnswerDecision{}),
	"ListMyMinutes": family(ReadMinutes{}), "ListMyDecisions": family(ReadMinutes{}),
	"GetSurvey": needs(AnswerSurvey{}), "AnswerSurvey": needs(AnswerSurvey{}), "ListSurveyResults": needs(ReadSurveyResult{}),
	"ListIndicators": needs(ReadStatistics{}), "ListStatistics": needs(ReadStatistics{}), "GetStatisticsExport": needs(ReadStatistics{}),
	"GetStatisticsDocument": needs(ReadStatistics{}, ReadCatalogue{}),
	"GetFormulationSample":  needs(ReviewFormulation{}, ReadOrg{}), "RecordFormulationReview": command(ReviewFormulation{}, ReadOrg{}), "ListFormulationRounds": needs(ReviewFormulation{}),
	"GetMySurvey": family(AnswerSurvey{}), "AnswerMySurvey": family(AnswerSurvey{}),
	"ListInvitations": needs(ReadParty{}), "ConfirmPlan": command(ConfirmPlan{}),
	"ListRoleHolders": needs(ReadPlan{}), "AppointRoleHolder": command(AppointHolder{}), "EndRoleHolder": command(AppointHolder{}),
	"OfferRole": command(OfferRole{}), "ListRoleOffers": needs(ReadRoleOffer{}), "AnswerRoleOffer": command(AnswerRoleOffer{}),
	"OfferIntervention": command(OfferIntervention{}), "WithdrawInterventionOffer": command(OfferIntervention{}),
	"ListInterventionOffers": needs(ReadInterventionOffer{}), "AnswerInterventionOffer": command(AnswerInterventionOffer{}),
	"OfferLead": command(OfferLead{}), "WithdrawLeadOffer": command(OfferLead{}), "ListLeadOffers": needs(ReadLeadOffer{}), "AnswerLeadOffer": command(AnswerLeadOffer{}),
	"GetTransitionChecklist": needs(OfferLead{}, ReadPlan{}, ReadChild{}).showing(PlanTransition{}, ReadItem{}, ReadConsent{}, ReadInformation{}),
	"PlanTransition":         apart(command(PlanTransition{}, ReadPlan{})), "ListTransitions": apart(needs(ReadTransition{})), "GetTransition": apart(needs(ReadTransition{})),
	"ChangeTransition": apart(needs(PlanTransition{}, ReadTransition{}, ReadPlan{})), "CancelTransition": apart(command(PlanTransition{}, ReadTransition{})),
	"CarryOutTransition": apart(command(PlanTransition{}, ReadTransition{}, ReadPlan{}, ReadChild{})).showing(ReadItem{}, ReadConsent{}, ReadInformation{}, OfferLead{}, HandOverPlan{}, OfferRole{}, OfferIntervention{}),
	"ListPlanLeads":      needs(ReadPlan{}), "ListMyPlanLeads": family(ReadPlan{}), "ListMyTransitions": family(ReadTransition{}),
	"ListMyRoleHolders": family(ReadPlan{}),
	"GetPlanWords":      needs(ReadPlan{}), "GetMyPlanWords": family(ReadPlan{}), "GetMyPlanDeadlines": family(ReadPlan{}, ReadMeeting{}), "GetPlanDeadlines": needs(ReadPlan{}, ReadMeeting{}).showing(ReadDeadlineReason{}),
	"ExplainDeadline": command(GiveDeadlineReason{}), "GetCoordinatorSuggestion": needs(ReadPlan{}, ReadChild{}),
	"AddGoal": command(AddItem{}), "GetGoal": needs(ReadItem{}), "ChangeGoal": needs(EditItem{}),
	"AddIntervention": command(AddItem{}), "GetIntervention": needs(ReadItem{}), "ChangeIntervention": needs(EditItem{}),
	"AddObservation": command(AddItem{}), "GetObservation": needs(ReadItem{}), "ChangeObservation": needs(EditItem{}),
	"GrowPlan": command(CreatePlan{}).showing(ReadPlan{}, ReadItem{}),
	"AddLink":  command(AddItem{}), "GetLink": needs(ReadItem{}), "ChangeLink": needs(EditItem{}), "ReviewLink": command(EditItem{}),
	"AddNote": command(AddItem{}), "GetNote": needs(ReadItem{}), "ChangeNote": needs(EditItem{}),
	"AddAttachment": command(AddItem{}), "GetAttachment": needs(ReadItem{}), "PutAttachmentContent": needs(EditItem{}), "GetAttachmentContent": needs(ReadItem{}),
	"WithdrawAttachment": command(EditItem{}), "GetMyAttachmentContent": family(ReadItem{}),
	"AddChildView": command(AddChildView{}), "GetChildView": needs(ReadItem{}),
	"AddDisagreement": command(AddDisagreement{}), "GetDisagreement": needs(ReadItem{}), "AddComment": command(AddComment{}), "GetComment": needs(ReadItem{}),
	"GetItemSubjects": needs(EditItem{}), "SetItemSubjects": needs(EditItem{}),
	"DispatchPlan": command(DispatchPlan{}), "ListVersions": needs(ReadPlan{}), "GetVersion": needs(ReadPlan{}, ReadItem{}), "CompareVersions": needs(ReadPlan{}, ReadItem{}),
	"RecordConsent": command(RecordConsent{}), "ListConsents": needs(ReadConsent{}), "GetConsent": needs(ReadConsent{}),
	"AnswerConsent": command(AnswerConsent{}), "WithdrawConsent": command(WithdrawConsent{}),
	"ListReminders":           needs(ReadConsent{}),
	"RegisterCustodyDecision": command(EditCustodyDecision{}), "ListCustodyDecisions": needs(ReadCustodyDecision{}), "EndCustodyDecision": command(EditCustodyDecision{}),
	"AskKnown": command(AskKnown{}), "ListKnownQuestions": needs(ReadKnown{}),
	"SendConcernReport": apart(command(SendConcern{})), "ListConcernReports": apart(needs(ReadConcern{})), "GetConcernReport": apart(needs(ReadConcern{})),
	"ReceiveConcernReport": apart(command(HandleConcern{})), "GiveFeedback": apart(command(AnswerConcern{})),
	"ListGroups": needs(ReadGroup{}), "GetGroup": needs(ReadGroup{}), "AddGroup": command(EditGroup{}), "AddGroupMember": command(EditGroup{}), "EndGroupMember": command(EditGroup{}), "ChangeGroupTexts": command(EditGroup{}),
	"EnterDeviation": apart(command(EnterDeviation{}, ReadDeviation{})), "ListDeviations": apart(needs(ReadDeviation{})), "GetDeviation": apart(needs(ReadDeviation{})),
	"RecordManagerContact": apart(command(RecordContact{})), "SubmitDeviation": apart(command(HandleDeviation{})), "WithdrawDeviation": apart(command(HandleDeviation{})),
	"ListDeviationCases": apart(needs(ReadDeviationCase{})), "GetDeviationCase": apart(needs(ReadDeviationCase{})), "TakeDeviationCase": apart(command(HandleDeviationCase{})),
	"AnswerDeviationCase": apart(command(HandleDeviationCase{})), "EscalateDeviationCase": apart(command(HandleDeviationCase{})), "CloseDeviationCase": apart(command(HandleDeviationCase{})),
	"AddDeviationMeasure": apart(command(HandleDeviationCase{})), "FollowUpDeviationMeasure": apart(command(HandleDeviationCase{})), "ListDeviationSuggestions": needs(HandleSuggestion{}), "DismissDeviationSuggestion": command(HandleSuggestion{}), "ListDeviationMeasures": apart(needs(ReadMeasure{})), "GetDeviationFigures": apart(needs(ReadDeviationCase{})),
	"PlanForumSessions": apart(command(HandleForum{})), "ListForumSessions": apart(needs(ReadForum{})), "GetForumSession": apart(needs(ReadForum{})), "CancelForumSession": apart(command(HandleForum{})),
	"RaiseForumCase": apart(command(RaiseForumCase{}, ReadForum{})), "ListForumCases": apart(needs(ReadForum{})), "GetForumCase": apart(needs(ReadForum{})), "WithdrawForumCase": apart(command(RaiseForumCase{})),
	"AddForumContribution": apart(command(RaiseForumCase{})), "DecideForumCase": apart(command(HandleForum{})), "FollowUpForumCase": apart(command(FollowUpForumCase{})),
	"OpenForumLink": apart(command(OpenForumLink{})), "BeginForumPlan": apart(command(OpenForumLink{}, CreatePlan{}, ReadConsent{})), "AddForumLearning": apart(command(RaiseForumCase{})), "ListForumLearnings": apart(needs(ReadForum{})), "WithdrawForumLearning": apart(command(RaiseForumCase{})),
	"ListRequestReceivers": needs(ReadOrg{}), "ChooseRequestReceiver": command(ChooseReceiver{}), "ListMyRequestReceivers": family(ReadOrg{}),
	"MakeMyPlanRequest": familyCommand(MakeRequest{}), "ListMyPlanRequests": family(ReadRequest{}), "GetMyPlanRequest": family(ReadRequest{}),
	"WithdrawMyPlanRequest": familyCommand(WithdrawRequest{}),
	"ListPlanRequests":      apart(needs(ReadRequest{})), "GetPlanRequest": apart(needs(ReadRequest{})),
	"AssessPlanRequest": apart(command(AssessRequest{})), "AnswerPlanRequest": apart(command(AnswerRequest{})),
	"ListBlocks": apart(needs(ReadBlock{})), "RecordBlock": apart(command(SetBlock{})), "LiftBlock": apart(command(LiftBlock{})),
	"ListMyBlocks": family(ReadBlock{}), "ListMyCareUnits": family(SetBlock{}), "SetMyBlock": familyCommand(SetBlock{}), "LiftMyBlock": familyCommand(LiftBlock{}),
	"AskEmergency": command(AskEmergency{}), "OpenEmergency": command(OpenEmergency{}), "ListEmergencyItems": needs(ReadEmergency{}),
	"ListEmergencyAccesses": needs(ReadEmergencyAccess{}), "ReviewEmergencyAccess": command(ReviewEmergency{}),
	"ListNotifications": needs(ReadNotification{}), "MarkNotificationRead": command(ReadNotification{}),
	"ListMyNotifications": family(ReadNotification{}), "MarkMyNotificationRead": familyCommand(ReadNotification{}),
	"GetContactAddress": needs(EditAddress{}), "ChangeContactAddress": needs(EditAddress{}),
	"GetMyContactAddress": family(EditAddress{}), "ChangeMyContactAddress": family(EditAddress{}),
	"DiscloseItem": command(DiscloseItem{}), "ListDisclosures": needs(ReadDisclosure{}), "EndDisclosure": command(DiscloseItem{}),
	"WithholdItem": apart(command(WithholdItem{})), "ListWithholdings": apart(needs(ReadWithholding{})), "EndWithholding": apart(command(WithholdItem{})), "AssessWithholding": apart(command(WithholdItem{})),
	"ListMyKeptWords": family(AddChildView{}),
	"NameReaders":     needs(NameReaders{}), "ListNamedReaders": needs(ReadItem{}),
	"ListMyPlans": family(ReadPlan{}), "GetMyPlan": family(ReadPlan{}, ReadItem{}), "ListMyStatusChanges": family(ReadPlan{}),
	"ListMyFollowUps": family(ReadPlan{}), "ListMyEvaluations": family(ReadPlan{}, ReadItem{}),
	"AddMyChildView": familyCommand(AddChildView{}), "AddMyDisagreement": familyCommand(AddDisagreement{}), "AddMyComment": familyCommand(AddComment{}),
	"AddObjection": command(AddObjection{}), "GetObjection": needs(ReadItem{}), "DecideObjection": command(DecideObjection{}), "KeepObjection": apart(command(KeepObjection{})),
	"AddMyObjection": familyCommand(AddObjection{}), "GetMyObjection": family(ReadItem{}),
	"RegisterPublicRequest": command(RegisterPublicRequest{}), "ListPublicRequests": needs(ReadPublicRequest{}), "GetPublicRequest": needs(ReadPublicRequest{}, ReadItem{}),
	"IncludeInPublicRequest": command(AssessPublicRequest{}), "AssessPublicItem": command(AssessPublicRequest{}), "DecidePublicRequest": command(DecidePublicRequest{}),
	"ExtendDataExtract":        command(DecidePublicRequest{}),
	"GetPublicRequestDocument": needs(ReadPublicRequest{}), "GetPublicRequestExport": needs(ReadPublicRequest{}),
	"ListMyDataHolders": family(ReadDataExtract{}), "AskMyDataExtract": familyCommand(AskDataExtract{}), "ListMyDataExtracts": family(ReadDataExtract{}),
	"GetMyDataExtract": family(ReadDataExtract{}, ReadPlan{}, ReadItem{}, ReadConsent{}), "GetMyDataExtractDocument": family(ReadDataExtract{}, ReadPlan{}, ReadItem{}, ReadConsent{}),
	"ListMyConsents": family(ReadConsent{}), "GetMyConsent": family(ReadConsent{}),
	"AnswerMyConsent": familyCommand(AnswerConsent{}), "WithdrawMyConsent": familyCommand(WithdrawConsent{}), "LimitMyConsent": familyCommand(WithdrawConsent{}),

	"GetCallDocument": needs(ReadCall{}), "GetReceivedCallDocument": needs(ReceiveCall{}), "GetMinutesDocument": needs(ReadMeeting{}, ReadMinutes{}),
	"GetFollowUpDocument": needs(ReadPlan{}, ReadItem{}, ReadMinutes{}), "GetMyMinutesDocument": family(ReadMeeting{}, ReadMinutes{}),
	"GetMyFollowUpDocument": family(ReadPlan{}, ReadItem{}, ReadMinutes{}),
	"GetCaseLine":           ofCaseLine(needs(ReadPlan{})), "GetCaseLinePicture": ofCaseLine(needs(ReadPlan{})), "GetTeachingLine": ofCaseLine(needs(TeachCaseLine{}, ReadPlan{})),
	"GetMyCaseLine": ofMyCaseLine(), "GetMyCaseLinePicture": ofMyCaseLine(),
	"GetPlanFhir": needs(ReadPlan{}).showing(ReadItem{}, ReadChild{}, ReadConsent{}), "GetMyPlanFhir": family(ReadPlan{}, ReadItem{}, ReadConsent{}),
	"GetPlanDocument": needs(ReadPlan{}).showing(ReadItem{}), "GetVersionDocument": needs(ReadPlan{}, ReadItem{}), "GetMyPlanDocument": family(ReadPlan{}, ReadItem{}),
	"ListMyLogExtract": family(ReadLogExtract{}), "GetMyLogExtractPage": family(ReadLogExtract{}),
	"ExplainItem": needs(ReadItem{}), "ExplainMyItem": family(ReadItem{}), "ExplainAccess": needs(ExplainAccess{}),
	"CreateLogReview": command(ReviewLog{}), "ListLogReviews": needs(ReviewLog{}), "GetLogReview": needs(ReviewLog{}),
	"RecordVerdict": command(ReviewLog{}), "ListLogFlags": needs(ReadFlag{}),
}

func family(p ...Permission) Operation { return Operation{needs: p, family: true} }
func familyCommand(p ...Permission) Operation {
	return Operation{needs: p, family: true, Command: true}
}

// system keeps an operation to clients that act for nobody.
func system(o Operation) Operation {
	o.system = true
	return o
}

// apart puts an operation into a compartment.
func apart(o Operation) Operation {
	o.Compartment = true
	return o
}

// May tells whether the actor's role reaches anywhere at all with what the operation needs. It is the first of several
// nets and knows no object; the store decides about rows. Staff operations are not for citizens, nor the other way.
func (m *Matrix) May(a Actor, operation string) bool {
	o, ok := Operations[operation]
	if !ok {
		return false
	}
	if o.Public {
		return true
	}
	if a.isBounded(operation) { // before any permission: it is not the person's right that is missing
		return false
	}
	if operation != "GetMe" && (o.family != a.IsCitizen() || o.system != a.IsSystem()) {
		return false
	}
	for _, p := range o.needs {
		if len(m.reaches[roleRule{a.post.Role, p.rule()}]) == 0 {
			return false
		}
	}
	return true
}
