package access

import (
	"errors"
	"slices"
	"strings"
)

// Scopes are what a client may be used for: an upper bound, beside what the policy lets the person do for whom it acts. They are
// a set of the closed list below; the zero value is none.
type Scopes uint32

// scope is one name of the closed list, with the operations that it opens. An operation that no scope names is closed to every
// client: compartments, emergencies, and what decides about a whole principal stay so.
type scope struct {
	name       string
	operations []string
}

var scopes = []scope{
	{"my-plans", []string{
		"ListMyPlans", "GetMyPlan", "ListMyHits", "ListMyStatusChanges", "ListMyFollowUps", "ListMyEvaluations", "ListMyRoleHolders", "ListMyTransitions",
		"GetMyPlanWords", "GetMyPlanDeadlines", "GetMyPlanDocument", "GetMyFollowUpDocument", "GetMyAttachmentContent", "ListMyMeetings", "GetMyMeetingCalendar",
		"ListMyContactCards", "ListMyMinutes", "ListMyDecisions", "GetMyMinutesDocument", "GetMyPlanFhir", "GetMyCaseLine", "GetMyCaseLinePicture", "ExplainMyItem",
	}},
	{"my-words", []string{"AddMyChildView", "ListMyKeptWords", "ConfirmMyReading", "ListMyReadings", "AddMyDisagreement", "AddMyComment", "AddMyObjection", "GetMyObjection", "ReplyToMyMeeting", "GetMySurvey", "AnswerMySurvey"}},
	{"my-consents", []string{"ListMyConsents", "GetMyConsent", "AnswerMyConsent", "LimitMyConsent", "WithdrawMyConsent"}},
	{"my-requests", []string{"ListMyRequestReceivers", "MakeMyPlanRequest", "ListMyPlanRequests", "GetMyPlanRequest", "WithdrawMyPlanRequest"}},
	{"my-notices", []string{"ListMyNotifications", "MarkMyNotificationRead", "GetMyContactAddress", "ChangeMyContactAddress"}},
	{"my-log", []string{"ListMyLogExtract", "GetMyLogExtractPage"}},
	{"plans-read", []string{
		"ListPlans", "GetPlan", "ListHits", "ListStatusChanges", "ListFollowUps", "ListPlanReminders", "ListEvaluations", "ListRoleHolders",
		"GetPlanWords", "GetPlanDeadlines", "GetGoal", "GetIntervention", "GetObservation", "GetLink", "GetNote", "GetChildView", "GetDisagreement", "GetComment", "GetObjection",
		"ListVersions", "ListReadings", "GetVersion", "CompareVersions", "ListCalls", "GetCall", "ListReceivedCalls", "GetReceivedCall", "ListInvitations",
		"ListMeetings", "GetMeeting", "GetMeetingCalendar", "ListMinutes", "GetMinute", "ListDecisions", "ListReceivedDecisions",
		"ListChildren", "GetChild", "ListNotifications", "GetPlanFhir", "ExplainItem",
	}},
	{"plans-write", []string{
		"AddGoal", "ChangeGoal", "AddIntervention", "ChangeIntervention", "AddObservation", "ChangeObservation", "AddNote", "ChangeNote",
		"EvaluateGoal", "EvaluateIntervention", "SeeCall", "AnswerCall", "AnswerParty", "AnswerDecision", "MarkNotificationRead",
	}},
	{"organisation-read", []string{
		"ListPrincipals", "ListUnits", "GetUnit", "ListUnitPlaces", "ListColleagues", "ListRequestReceivers", "ListRoutineProfiles",
		"GetRoutineProfile", "GetOwnRoutineProfile", "ListCatalogueEntries", "GetCatalogueEntry", "ListCatalogueHits",
		"ListContactCards", "ListUnitContactCards", "GetContactCard", "ListQuestionnaires", "GetQuestionnaire",
	}},
	{"events", []string{
		"FollowEvents", "ListWebhooks", "AddWebhook", "GetWebhook", "ChangeWebhook", "EndWebhook", "RotateWebhookSecret", "PingWebhook", "ListWebhookDeliveries", "ReplayWebhook",
	}}, // for a client that acts for nobody
}

// SystemScopes are those that a client has a use for when it acts for nobody.
var SystemScopes = mustScopes("events")

func mustScopes(names ...string) Scopes {
	s, err := ScopesNamed(names)
	if err != nil {
		panic(err) // our own list
	}
	return s
}

// unscoped are what every client may ask: who it is, and for its own registration.
var unscoped = []string{"GetMe", "GetOwnClient", "AddOwnClientKey", "RemoveOwnClientKey"}

var (
	scopeByOperation = indexScopes()
	errScope         = errors.New("no such scope")
)

func indexScopes() map[string]Scopes {
	m := map[string]Scopes{}
	for i, s := range scopes {
		for _, o := range s.operations {
			m[o] |= 1 << i
		}
	}
	return m
}

// ScopeNames lists the closed list.
func ScopeNames() []string {
	var all []string
	for _, s := range scopes {
		all = append(all, s.name)
	}
	return all
}

// ScopesNamed reads names; one that is not of the list is an error.
func ScopesNamed(names []string) (Scopes, error) {
	var all Scopes
	for _, name := range names {
		i := slices.IndexFunc(scopes, func(s scope) bool { return s.name == name })
		if i < 0 {
			return 0, errScope
		}
		all |= 1 << i
	}
	return all, nil
}

// ParseScopes reads names with a space between, as tokens and their requests write them (RFC 6749, 3.3).
func ParseScopes(text string) (Scopes, error) { return ScopesNamed(strings.Fields(text)) }

// Names lists the names in the list's order.
func (s Scopes) Names() []string {
	all := []string{}
	for i, v := range scopes {
		if s&(1<<i) != 0 {
			all = append(all, v.name)
		}
	}
	return all
}

// String gives the names with a space between.
func (s Scopes) String() string { return strings.Join(s.Names(), " ") }

// Cover tells whether a client with these scopes may ask for an operation at all.
func (s Scopes) Cover(operation string) bool {
	return s&scopeByOperation[operation] != 0 || slices.Contains(unscoped, operation)
}
