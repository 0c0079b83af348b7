package notice

import "samplan/internal/enum"

type kindSet struct{}

// Kind is what a notification is about.
type Kind = enum.Value[kindSet]

// Words are the same in Swedish and in English.
type Words struct{ Swedish, English string }

// Resource is where the reader finds what it is about.
type Resource struct{ name string }

// String gives the name in the contract.
func (r Resource) String() string { return r.name }

// The resources.
var (
	ARequest         = Resource{"plan-request"}
	AConsent         = Resource{"consent"}
	AnEmergencyCheck = Resource{"emergency-access"}
	ACall            = Resource{"invitation"}
	AnOffer          = Resource{"intervention-offer"}
	ALeadOffer       = Resource{"lead-offer"}
	ALink            = Resource{"link"}
	APlan            = Resource{"plan"}
	ADecision        = Resource{"decision"}
	AMeeting         = Resource{"meeting"}
	ACard            = Resource{"contact-card"}
	AnInformation    = Resource{"information-request"}
	AChildView       = Resource{"child-view"}
	ADeviation       = Resource{"deviation"}
	ADeviationCase   = Resource{"deviation-case"}
	AComment         = Resource{"comment"}
	AMeasure         = Resource{"deviation-measure"}
	AnObjection      = Resource{"objection"}
	APublicRequest   = Resource{"public-request"}
	ADataExtract     = Resource{"data-extract"}
	AForumCase       = Resource{"forum-case"}
	ASuggestion      = Resource{"deviation-suggestion"}
	ATransition      = Resource{"transition"}
)

var (
	// Kinds is the closed set. Who is told is where package store states each kind in rows (store/notice_due.go).
	Kinds = enum.Of[kindSet]("plan-request-waits", "plan-request-overdue", "plan-request-answered", "consent-ends-soon", "consent-expired",
		"emergency-to-review", "call-waits", "call-unanswered", "follow-up-due", "follow-up-overdue", "decision-waits",
		"decision-overdue", "intervention-offered", "lead-offered", "survey-waits", "link-review-due", "link-review-overdue", "deadline-breached",
		"contact-card-due", "contact-card-outdated", "information-waits", "information-overdue", "information-answered", "child-asks-privacy",
		"deviation-waits", "deviation-returned", "deviation-overdue", "deviation-answered", "deviation-measure-overdue", "comment-written", "objection-waits",
		"extract-waits", "extract-overdue", "forum-follow-up-due", "forum-follow-up-overdue",
		"deviation-suggested", "extract-answered", "extract-extended", "objection-decided", "transition-due", "transition-overdue")

	RequestWaits        = Kinds.Must("plan-request-waits")        // R4
	RequestOverdue      = Kinds.Must("plan-request-overdue")      // R4
	RequestAnswered     = Kinds.Must("plan-request-answered")     // R4: to the family
	ConsentEndsSoon     = Kinds.Must("consent-ends-soon")         // R18
	ConsentExpired      = Kinds.Must("consent-expired")           // R18
	EmergencyToReview   = Kinds.Must("emergency-to-review")       // R38
	Offered             = Kinds.Must("intervention-offered")      // R6
	LeadOffered         = Kinds.Must("lead-offered")              // R48
	LinkReviewDue       = Kinds.Must("link-review-due")           // R11
	LinkReviewOverdue   = Kinds.Must("link-review-overdue")       // R11
	CallWaits           = Kinds.Must("call-waits")                // R44
	CallUnanswered      = Kinds.Must("call-unanswered")           // R44, R45: it goes on to who answers for the unit
	FollowUpDue         = Kinds.Must("follow-up-due")             // R47
	FollowUpOverdue     = Kinds.Must("follow-up-overdue")         // R47
	DecisionWaits       = Kinds.Must("decision-waits")            // R46: the unit is asked to do something
	DecisionOverdue     = Kinds.Must("decision-overdue")          // R46: it goes on to all who answer for the case
	DeadlineBreached    = Kinds.Must("deadline-breached")         // R45: to who leads
	ChildAsksPrivacy    = Kinds.Must("child-asks-privacy")        // R8, R27: to the unit that holds the words
	CommentWritten      = Kinds.Must("comment-written")           // to the unit that leads: the family has said something
	ObjectionWaits      = Kinds.Must("objection-waits")           // R60: to the unit that holds the item
	ExtractWaits        = Kinds.Must("extract-waits")             // art. 15: to the unit that is asked
	ExtractOverdue      = Kinds.Must("extract-overdue")           // art. 12.3
	ExtractAnswered     = Kinds.Must("extract-answered")          // art. 15: to whoever asked
	ExtractExtended     = Kinds.Must("extract-extended")          // art. 12.3: to whoever asked
	ObjectionDecided    = Kinds.Must("objection-decided")         // R60: to whoever objected
	SurveyWaits         = Kinds.Must("survey-waits")              // R50
	InformationWaits    = Kinds.Must("information-waits")         // R51: to the manager until somebody has the task who is there, then to that one
	InformationOverdue  = Kinds.Must("information-overdue")       // R51: to the manager, too
	InformationAnswered = Kinds.Must("information-answered")      // R51: to who asked
	CardDue             = Kinds.Must("contact-card-due")          // R51: to who keeps the card
	CardOutdated        = Kinds.Must("contact-card-outdated")     // R51
	DeviationWaits      = Kinds.Must("deviation-waits")           // R52: to chair and secretary
	DeviationReturned   = Kinds.Must("deviation-returned")        // R52: to the unit
	DeviationOverdue    = Kinds.Must("deviation-overdue")         // R53: to chair and secretary
	DeviationAnswered   = Kinds.Must("deviation-answered")        // R53: to the unit
	MeasureOverdue      = Kinds.Must("deviation-measure-overdue") // R53: to the group, and the unit that is to do it
	DeviationSuggested  = Kinds.Must("deviation-suggested")       // R44: to the unit that called
	ForumFollowUpDue    = Kinds.Must("forum-follow-up-due")       // R29: to who is to follow up
	ForumFollowUpLate   = Kinds.Must("forum-follow-up-overdue")   // R29: to chair and secretary, too
	TransitionDue       = Kinds.Must("transition-due")            // R20: to the unit that leads the plan
	TransitionOverdue   = Kinds.Must("transition-overdue")        // R20
)

// kinds say in which words people are told, and of what. The words name nobody and nothing.
var kinds = map[Kind]struct {
	about Resource
	words Words
}{
	RequestWaits:        {ARequest, Words{"En begäran om plan väntar på svar.", "A request for a plan waits for an answer."}},
	RequestOverdue:      {ARequest, Words{"En begäran om plan borde ha besvarats.", "A request for a plan should have been answered."}},
	RequestAnswered:     {ARequest, Words{"En begäran om plan har fått svar.", "A request for a plan has been answered."}},
	ConsentEndsSoon:     {AConsent, Words{"Ett samtycke går snart ut.", "A consent ends soon."}},
	ConsentExpired:      {AConsent, Words{"Ett samtycke har gått ut.", "A consent has expired."}},
	EmergencyToReview:   {AnEmergencyCheck, Words{"En nödöppning väntar på granskning.", "An emergency access waits for review."}},
	Offered:             {AnOffer, Words{"En insats erbjuds enheten att ta över.", "An intervention is offered to the unit."}},
	LeadOffered:         {ALeadOffer, Words{"Enheten tillfrågas om att leda en plan.", "The unit is asked to lead a plan."}},
	LinkReviewDue:       {ALink, Words{"En länkad plan ska snart följas upp.", "A linked plan is soon to be reviewed."}},
	LinkReviewOverdue:   {ALink, Words{"En länkad plan skulle ha följts upp.", "A linked plan should have been reviewed."}},
	CallWaits:           {ACall, Words{"En kallelse väntar på svar.", "A call waits for an answer."}},
	CallUnanswered:      {ACall, Words{"En kallelse har inte fått svar i tid.", "A call has not been answered in time."}},
	FollowUpDue:         {APlan, Words{"En plan ska snart följas upp.", "A plan is soon to be followed up."}},
	FollowUpOverdue:     {APlan, Words{"En plan skulle ha följts upp.", "A plan should have been followed up."}},
	DecisionWaits:       {ADecision, Words{"Ett beslut från ett möte väntar på er.", "A decision of a meeting waits for you."}},
	DecisionOverdue:     {ADecision, Words{"Något som beslutades på ett möte skulle ha varit gjort.", "Something that a meeting decided should have been done."}},
	DeadlineBreached:    {APlan, Words{"En frist i en plan har brutits.", "A deadline of a plan has been broken."}},
	CardDue:             {ACard, Words{"Enhetens kontaktkort ska snart bekräftas.", "The unit's contact card is soon to be confirmed."}},
	CardOutdated:        {ACard, Words{"Enhetens kontaktkort är inaktuellt. Inget skickas till enheten förrän det är bekräftat.", "The unit's contact card is outdated. Nothing is sent to the unit until it is confirmed."}},
	ChildAsksPrivacy:    {AChildView, Words{"Ett barn har bett att något inte visas för vårdnadshavare. Det ska bedömas.", "A child has asked that guardians are not shown something. It is to be assessed."}},
	ObjectionWaits:      {AnObjection, Words{"Någon anser att en uppgift är felaktig. Det ska beslutas.", "Somebody thinks that an item is wrong. It is to be decided."}},
	ExtractWaits:        {APublicRequest, Words{"Någon har begärt registerutdrag. Det ska prövas.", "Somebody has asked for a data extract. It is to be tested."}},
	ExtractOverdue:      {APublicRequest, Words{"Ett registerutdrag borde ha prövats.", "A data extract should have been tested."}},
	ExtractAnswered:     {ADataExtract, Words{"Ett registerutdrag har prövats.", "A data extract has been tested."}},
	ExtractExtended:     {ADataExtract, Words{"Tiden för ett registerutdrag har förlängts.", "The time for a data extract has been extended."}},
	ObjectionDecided:    {AnObjection, Words{"Det är beslutat om en uppgift som du anser är felaktig.", "There is a decision on something that you think is wrong."}},
	DeviationWaits:      {ADeviationCase, Words{"En avvikelse väntar på gruppen.", "A deviation waits for the group."}},
	DeviationOverdue:    {ADeviationCase, Words{"En avvikelse borde ha fått svar från gruppen.", "A deviation should have been answered by the group."}},
	DeviationAnswered:   {ADeviation, Words{"En avvikelse har fått svar.", "A deviation has been answered."}},
	MeasureOverdue:      {AMeasure, Words{"En åtgärd efter en avvikelse skulle ha varit uppföljd.", "A measure after a deviation should have been followed up."}},
	DeviationSuggested:  {ASuggestion, Words{"Någon som var kallad kom inte. Är det en avvikelse?", "Somebody who was called did not come. Is it a deviation?"}},
	ForumFollowUpDue:    {AForumCase, Words{"Ett ärende i en samverkansgrupp ska snart följas upp.", "A case of a collaboration group is soon to be followed up."}},
	ForumFollowUpLate:   {AForumCase, Words{"Ett ärende i en samverkansgrupp skulle ha följts upp.", "A case of a collaboration group should have been followed up."}},
	TransitionDue:       {ATransition, Words{"En plan ska snart gå över till andra.", "A plan is soon to go over to others."}},
	TransitionOverdue:   {ATransition, Words{"En plan skulle ha gått över till andra.", "A plan should have gone over to others."}},
	DeviationReturned:   {ADeviation, Words{"En avvikelse har lämnats tillbaka av gruppen.", "A deviation has been returned by the group."}},
	CommentWritten:      {AComment, Words{"Familjen har kommenterat en plan.", "The family has commented on a plan."}},
	SurveyWaits:         {AMeeting, Words{"Några frågor efter ett möte väntar på svar.", "Some questions after a meeting wait for an answer."}},
	InformationWaits:    {AnInformation, Words{"En begäran om uppgifter väntar på svar.", "A request for information waits for an answer."}},
	InformationOverdue:  {AnInformation, Words{"En begäran om uppgifter borde ha besvarats.", "A request for information should have been answered."}},
	InformationAnswered: {AnInformation, Words{"En begäran om uppgifter har fått svar.", "A request for information has been answered."}},
}
