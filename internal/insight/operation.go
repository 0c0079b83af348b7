package insight

import (
	"maps"
	"slices"

	"samplan/internal/access"
)

// subject is what an operation is about, which decides whether the family may know of it.
type subject int

const (
	ofPlan    subject = iota // the plan's frame and course: known to whoever sees the plan
	ofItem                   // items: known when at least one of them is meant for the asker
	ofCall                   // a call to a unit: known as the family sees the party
	ofConsent                // consents: known to whoever was asked for one of them
	ofCase                   // the unit's case about the child
	ofFamily                 // what the family does itself: known to the one who did it
)

type mention struct {
	subject
	kind Kind
}

// mentioned says what a log extract tells of, and as what. An operation that is not here is never told of.
var mentioned = map[string]mention{
	"ListPlans": {ofPlan, Listed}, "GetPlan": {ofPlan, Read}, "CreatePlan": {ofPlan, Changed}, "ChangePlan": {ofPlan, Changed},
	"StepPlan": {ofPlan, Changed}, "ListStatusChanges": {ofPlan, Read}, "CheckPlan": {ofPlan, Read}, "EstablishPlan": {ofPlan, Changed},
	"RecordFollowUp": {ofPlan, Changed}, "ListFollowUps": {ofPlan, Read}, "ListPlanReminders": {ofPlan, Listed},
	"ClosePlan": {ofPlan, Changed}, "CheckClosing": {ofPlan, Read},
	"ConfirmPlan": {ofPlan, Changed}, "AddParty": {ofPlan, Changed}, "LeaveParty": {ofPlan, Changed},
	"DispatchPlan": {ofPlan, Dispatched}, "ListVersions": {ofPlan, Read}, "GetVersion": {ofPlan, Read}, "CompareVersions": {ofPlan, Read},

	"GetPlanWords": {ofPlan, Read}, "GetPlanDeadlines": {ofPlan, Read}, "ExplainDeadline": {ofPlan, Changed}, "ListMyTransitions": {ofFamily, Read}, "GetMyPlanWords": {ofFamily, Read}, "GetMyPlanDeadlines": {ofFamily, Read}, "GetCoordinatorSuggestion": {ofPlan, Read},
	"ListRoleHolders": {ofPlan, Read}, "AppointRoleHolder": {ofPlan, Changed}, "EndRoleHolder": {ofPlan, Changed},
	"OfferIntervention": {ofItem, Changed}, "WithdrawInterventionOffer": {ofPlan, Changed}, "AnswerInterventionOffer": {ofPlan, Changed}, "ListInterventionOffers": {ofPlan, Listed},
	"OfferLead": {ofPlan, Changed}, "WithdrawLeadOffer": {ofPlan, Changed}, "AnswerLeadOffer": {ofPlan, Changed}, "ListLeadOffers": {ofPlan, Listed}, "ListPlanLeads": {ofPlan, Read}, "GetTransitionChecklist": {ofPlan, Read},
	"OfferRole": {ofPlan, Changed}, "ListRoleOffers": {ofPlan, Listed}, "AnswerRoleOffer": {ofPlan, Changed},

	"AddGoal": {ofItem, Changed}, "GetGoal": {ofItem, Read}, "ChangeGoal": {ofItem, Changed},
	"AddIntervention": {ofItem, Changed}, "GetIntervention": {ofItem, Read}, "ChangeIntervention": {ofItem, Changed},
	"AddObservation": {ofItem, Changed}, "GetObservation": {ofItem, Read}, "ChangeObservation": {ofItem, Changed}, "GrowPlan": {ofPlan, Changed},
	"AddLink": {ofItem, Changed}, "GetLink": {ofItem, Read}, "ChangeLink": {ofItem, Changed}, "ReviewLink": {ofItem, Changed},
	"AddNote": {ofItem, Changed}, "GetNote": {ofItem, Read}, "ChangeNote": {ofItem, Changed},
	"AddAttachment": {ofItem, Changed}, "GetAttachment": {ofItem, Read}, "PutAttachmentContent": {ofItem, Changed}, "WithdrawAttachment": {ofItem, Changed},
	"GetAttachmentContent": {ofItem, Exported}, "GetMyAttachmentContent": {ofFamily, Read},
	"AddChildView": {ofItem, Changed}, "GetChildView": {ofItem, Read},
	"EvaluateGoal": {ofItem, Changed}, "EvaluateIntervention": {ofItem, Changed}, "ListEvaluations": {ofItem, Read},
	"AddDisagreement": {ofItem, Changed}, "GetDisagreement": {ofItem, Read}, "AddComment": {ofItem, Changed}, "GetComment": {ofItem, Read}, "ExplainItem": {ofItem, Read},
	"AddObjection": {ofItem, Changed}, "GetObjection": {ofItem, Read}, "DecideObjection": {ofItem, Changed}, "AddMyObjection": {ofFamily, Changed}, "GetMyObjection": {ofFamily, Read},
	"IncludeInPublicRequest": {ofItem, Read}, "AssessPublicItem": {ofItem, Read},
	"GetItemSubjects": {ofItem, Read}, "SetItemSubjects": {ofItem, Changed},

	"DraftCall": {ofPlan, Changed}, "ChangeCall": {ofPlan, Changed}, "SendCall": {ofPlan, Changed}, "GetCall": {ofPlan, Read}, "ListCalls": {ofPlan, Read},
	"ScheduleMeeting": {ofPlan, Changed}, "RescheduleMeeting": {ofPlan, Changed}, "CancelMeeting": {ofPlan, Changed}, "NoteAttendance": {ofPlan, Changed},
	"NoteFamilyAttendance": {ofPlan, Changed},
	"CloseMeeting":         {ofPlan, Changed}, "GetMeeting": {ofPlan, Read}, "ListMeetings": {ofPlan, Read}, "GetMeetingCalendar": {ofPlan, Read},
	"AddMinute": {ofItem, Changed}, "GetMinute": {ofItem, Read}, "ChangeMinute": {ofItem, Changed}, "ListMinutes": {ofItem, Read},
	"SettleMinutes": {ofItem, Changed}, "CorrectMinute": {ofItem, Changed}, "CancelDecision": {ofItem, Changed}, "ListDecisions": {ofItem, Read},
	"ListReceivedDecisions": {ofItem, Listed}, "AnswerDecision": {ofItem, Changed}, "ListMyMinutes": {ofFamily, Read}, "ListMyDecisions": {ofFamily, Read},
	"ListMyMeetings": {ofFamily, Listed}, "GetMyMeetingCalendar": {ofFamily, Read}, "ReplyToMyMeeting": {ofFamily, Changed},
	"GetSurvey": {ofPlan, Read}, "AnswerSurvey": {ofPlan, Changed}, "GetMySurvey": {ofFamily, Read}, "AnswerMySurvey": {ofFamily, Changed},
	"ListReceivedCalls": {ofCall, Listed}, "GetReceivedCall": {ofCall, Listed}, "SeeCall": {ofCall, Listed},
	"AnswerCall": {ofCall, Changed}, "PassCallOn": {ofCall, Changed}, "ListInvitations": {ofCall, Listed}, "AnswerParty": {ofCall, Changed},

	"ListConsents": {ofConsent, Read}, "GetConsent": {ofConsent, Read}, "RecordConsent": {ofConsent, Changed},
	"AnswerConsent": {ofConsent, Changed}, "WithdrawConsent": {ofConsent, Changed}, "ListReminders": {ofConsent, Read},
	"ListNotifications": {ofConsent, Listed}, "MarkNotificationRead": {ofConsent, Listed},

	"SendInformationRequest": {ofCase, Changed}, "ListInformationRequests": {ofCase, Listed}, "GetInformationRequest": {ofCase, Read}, "GetInformationDocument": {ofCase, Exported},
	"WithdrawInformationRequest": {ofCase, Changed}, "AssignInformationRequest": {ofCase, Changed}, "DraftInformation": {ofCase, Changed},
	"AnswerInformationRequest": {ofCase, Changed}, "RefuseInformationRequest": {ofCase, Changed},
	"FindChild": {ofCase, Searched}, "ListHits": {ofCase, Searched}, "ListChildren": {ofCase, Listed}, "ListTouchedCases": {ofCase, Listed}, "GetChild": {ofCase, Read},
	"RegisterChild": {ofCase, Changed}, "ChangeChild": {ofCase, Changed},
	"ListRelations": {ofCase, Read}, "AddRelation": {ofCase, Changed}, "EndRelation": {ofCase, Changed},
	"ListCaseWorkers": {ofCase, Read}, "AssignCaseWorker": {ofCase, Changed}, "EndCaseWorker": {ofCase, Changed},
	"ListRetentionMarks": {ofCase, Read}, "SetRetentionMark": {ofCase, Changed}, "EndRetentionMark": {ofCase, Changed},
	"RecordMaturity": {ofCase, Changed}, "RegisterCustodyDecision": {ofCase, Changed}, "ListCustodyDecisions": {ofCase, Read},
	"EndCustodyDecision": {ofCase, Changed},
	"AskEmergency":       {ofCase, Emergency}, "OpenEmergency": {ofCase, Emergency}, "ListEmergencyItems": {ofCase, Emergency},

	"ListMyPlans": {ofFamily, Listed}, "ListMyHits": {ofFamily, Listed}, "GetMyPlan": {ofFamily, Read}, "ListMyStatusChanges": {ofFamily, Read},
	"ListMyFollowUps": {ofFamily, Read}, "ListMyEvaluations": {ofFamily, Read},
	"ListMyRoleHolders": {ofFamily, Read}, "ListMyContactCards": {ofFamily, Read}, "ListMyPlanLeads": {ofFamily, Read}, "AddMyChildView": {ofFamily, Changed},
	"AddMyDisagreement": {ofFamily, Changed}, "AddMyComment": {ofFamily, Changed}, "ExplainMyItem": {ofFamily, Read},
	"ListMyConsents": {ofFamily, Listed}, "GetMyConsent": {ofFamily, Read}, "AnswerMyConsent": {ofFamily, Changed}, "LimitMyConsent": {ofFamily, Changed}, "ListMyKeptWords": {ofFamily, Listed}, "ConfirmMyReading": {ofFamily, Changed}, "ListMyReadings": {ofFamily, Listed}, "ListReadings": {ofPlan, Read}, "WithdrawMyConsent": {ofFamily, Changed},
	"MakeMyPlanRequest": {ofFamily, Changed}, "ListMyPlanRequests": {ofFamily, Listed}, "GetMyPlanRequest": {ofFamily, Read}, "WithdrawMyPlanRequest": {ofFamily, Changed},
	"ListMyBlocks": {ofFamily, Listed}, "ListMyCareUnits": {ofFamily, Listed}, "SetMyBlock": {ofFamily, Changed}, "LiftMyBlock": {ofFamily, Changed},
	"ListMyNotifications": {ofFamily, Listed}, "MarkMyNotificationRead": {ofFamily, Listed},
	"GetCallDocument": {ofPlan, Exported}, "GetReceivedCallDocument": {ofCall, Exported}, "GetMinutesDocument": {ofItem, Exported},
	"GetFollowUpDocument": {ofPlan, Exported}, "GetMyMinutesDocument": {ofFamily, Exported}, "GetMyFollowUpDocument": {ofFamily, Exported},
	"GetCaseLine": {ofPlan, Read}, "GetCaseLinePicture": {ofPlan, Exported}, "GetTeachingLine": {ofPlan, Exported}, "GetMyCaseLine": {ofFamily, Read}, "GetMyCaseLinePicture": {ofFamily, Exported},
	"GetPlanFhir": {ofPlan, Exported}, "GetMyPlanFhir": {ofFamily, Exported},
	"GetPlanDocument": {ofPlan, Exported}, "GetVersionDocument": {ofPlan, Exported}, "GetMyPlanDocument": {ofFamily, Exported},
	"AskMyDataExtract": {ofFamily, Changed}, "ListMyDataExtracts": {ofFamily, Listed}, "GetMyDataExtract": {ofFamily, Read}, "GetMyDataExtractDocument": {ofFamily, Exported},
	"ListMyLogExtract": {ofFamily, ReadLog}, "GetMyLogExtractPage": {ofFamily, ReadLog},
}

// untold lists the operations that no log extract tells of although they belong to no compartment, each with its reason.
var untold = map[string]string{
	"CountAttendance": "numbers alone", "ListSurveyResults": "numbers alone", "ListStatistics": "numbers alone", "GetStatisticsExport": "numbers alone", "GetStatisticsDocument": "numbers alone", "ListIndicators": "about no person",
	"GetFormulationSample": "texts that point nobody out", "RecordFormulationReview": "numbers alone", "ListFormulationRounds": "numbers alone", "GetApiInfo": "about no person", "GetPhrases": "about no person", "GetMe": "about the one who asks",
	"GetContactAddress": "about the one who asks", "ChangeContactAddress": "about the one who asks",
	"GetMyContactAddress": "about the one who asks", "ChangeMyContactAddress": "about the one who asks",
	"ListColleagues": "about staff",
	"ListPrincipals": "about no person", "ListUnits": "about no person", "GetUnit": "about no person",
	"ExplainAccess":   "shows neither content nor child",
	"CreateLogReview": "about staff", "ListLogReviews": "about staff", "GetLogReview": "about staff",
	"ListReorganisations": "about no person", "GetReorganisation": "about no person", "DraftReorganisation": "about no person",
	"PreviewReorganisation": "numbers alone", "DecideReorganisation": "about no person", "CancelReorganisation": "about no person", "PlaceReorganisedStaff": "about staff",
	"ListUnitPlaces": "about no person",
	"GetUnitExport":  "about no person", "StartUnitImport": "about no person", "ListUnitImports": "about no person", "GetUnitImport": "about no person", "PutUnitImportContent": "about no person",
	"ListUnitImportRows": "about no person", "ApplyUnitImport": "about no person",
	"ListWebhooks": "about no person", "AddWebhook": "about no person", "GetWebhook": "about no person", "ChangeWebhook": "about no person", "EndWebhook": "about no person",
	"RotateWebhookSecret": "about no person", "PingWebhook": "about no person", "ListWebhookDeliveries": "about no person", "ReplayWebhook": "about no person",
	"FollowEvents": "ids and kinds alone; what is read by them is told",
	"ListClients":  "about no person", "RegisterClient": "about no person", "GetClient": "about no person", "ChangeClient": "about no person", "EndClient": "about no person",
	"GetOwnClient": "about no person", "AddOwnClientKey": "about no person", "RemoveOwnClientKey": "about no person",
	"ListGroups": "about staff", "GetGroup": "about staff", "AddGroup": "about no person", "AddGroupMember": "about staff", "EndGroupMember": "about staff", "ChangeGroupTexts": "about no person", "ListDeviationSuggestions": "about no person", "DismissDeviationSuggestion": "about no person",
	"ListContactCards": "about staff", "ListUnitContactCards": "about staff", "GetContactCard": "about staff", "PublishContactCard": "about staff", "ConfirmContactCard": "about staff",
	"ListInformationRoutines": "about staff", "PublishInformationRoutine": "about staff", "ListAbsences": "about staff", "EnterAbsence": "about staff", "EndAbsence": "about staff",
	"ListDisposalSettings": "about no person", "SetDisposalSetting": "about no person", "ListDisposals": "what is kept, not what it says",
	"GetDisposal": "what is kept, not what it says", "ListDisposalCases": "what is kept, not what it says", "DrawUpDisposal": "what is kept, not what it says",
	"DecideDisposal": "what is kept, not what it says", "CancelDisposal": "what is kept, not what it says",
	"ListQuestionnaires": "about no person", "GetQuestionnaire": "about no person", "DraftQuestionnaire": "about no person",
	"ChangeQuestionnaire": "about no person", "PublishQuestionnaire": "about no person", "RetireQuestionnaire": "about no person",
	"ListRequestReceivers": "about no person", "ChooseRequestReceiver": "about no person", "ListMyRequestReceivers": "about no person",
	"ListRoutineProfiles": "about no person", "GetRoutineProfile": "about no person", "GetOwnRoutineProfile": "about no person",
	"CheckRoutineProfile": "about no person", "LoadRoutineProfile": "about no person", "ChooseRoutineProfile": "about no person",
	"ListRoutineChoices":   "about no person",
	"ListCatalogueEntries": "about no person", "GetCatalogueEntry": "about no person", "ListCatalogueHits": "about no person",
	"AddCatalogueEntry": "about no person", "EndCatalogueEntry": "about no person",
	"DiscloseItem": "decided without the family; that the receiver reads is told", "EndDisclosure": "as DiscloseItem", "ListDisclosures": "as DiscloseItem",
	"NameReaders": "of items that the family does not see", "ListNamedReaders": "as NameReaders",
	"AskKnown": "part of an investigation, and tells which boards know the child", "ListKnownQuestions": "as AskKnown",
	"ListEmergencyAccesses": "about staff", "ReviewEmergencyAccess": "about staff",
	"RecordVerdict": "about staff", "ListLogFlags": "about staff",
	"ListMyDataHolders":     "tells of units, and of nobody",
	"RegisterPublicRequest": "what is asked is asked by anybody, and about whom is not told", "ListPublicRequests": "as RegisterPublicRequest", "GetPublicRequest": "as RegisterPublicRequest",
	"DecidePublicRequest": "as RegisterPublicRequest", "ExtendDataExtract": "as RegisterPublicRequest", "GetPublicRequestDocument": "as RegisterPublicRequest", "GetPublicRequestExport": "as RegisterPublicRequest",
}

// Told gives the operations of a log extract by what they are about.
type Told struct{ Plan, Item, Call, Consent, Case, Family []string }

// told is made once: what the tables say does not change. What belongs to a compartment is left out even if a table
// should name it.
var told = toldOf(access.Operations)

func toldOf(operations map[string]access.Operation) Told {
	about := func(s subject) []string {
		var names []string
		for _, name := range slices.Sorted(maps.Keys(mentioned)) {
			if mentioned[name].subject == s && !operations[name].Compartment {
				names = append(names, name)
			}
		}
		return names
	}
	return Told{about(ofPlan), about(ofItem), about(ofCall), about(ofConsent), about(ofCase), about(ofFamily)}
}
