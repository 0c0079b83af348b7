package plan

import (
	"context"
	"io"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/page"
	"samplan/internal/person"
	"samplan/internal/routine"
)

// Store is what the plan slice needs of storage. Each method wants the grant that names the right it uses; a row out of
// the grant's reach is fault.CodeNotFound, exactly as one that does not exist.
type Store interface {
	// ViewPlan gives the plan with the parties and items in reach. A zero grant of ReadItem gives no items.
	ViewPlan(context.Context, access.Grant[access.ReadPlan], access.Grant[access.ReadItem], id.Plan) (View, error)
	// ListPlans gives a page of the plans in reach, newest first, and how many there are in all.
	ListPlans(context.Context, access.Grant[access.ReadPlan], Status, page.Page) ([]Row, int, error)
	// Search gives a page of what the words occur in, in reach of the grants, and how much there is in all.
	Search(context.Context, access.Grant[access.ReadPlan], access.Grant[access.ReadItem], access.Grant[access.ReadChild], Search, page.Page) ([]Hit, int, error)
	// FindChoice gives the name of an entry of the intervention catalogue that can be chosen today.
	FindChoice(context.Context, access.Grant[access.ReadCatalogue], id.CatalogueEntry) (string, error)
	// ReceiveFile locks an attachment that the own unit holds, lets do change it, and keeps its file when it then is ready.
	ReceiveFile(context.Context, access.Grant[access.EditItem], id.Item, io.ReadSeeker, func(*Item) error) (Item, error)
	// WithdrawFile locks one, lets do change it, and throws its file away.
	WithdrawFile(context.Context, access.Grant[access.EditItem], id.Item, person.Text, func(*Item) error) (Item, error)
	// OpenFile reads an attachment in reach and writes its file, as it is kept, into what room gives.
	OpenFile(context.Context, access.Grant[access.ReadItem], id.Item, func(Item) (io.Writer, error)) (Item, error)
	// FindCourse gives what the deadlines of a plan in reach of both grants count from, with the calls in reach of theirs.
	FindCourse(context.Context, access.Grant[access.ReadPlan], access.Grant[access.ReadMeeting], CallGrants, id.Plan) (Course, error)
	// ListLedCourses gives the same of every plan in reach of both grants that the own unit leads and that is not over, each with
	// the routine that it goes by.
	ListLedCourses(context.Context, access.Grant[access.ReadPlan], access.Grant[access.ReadMeeting], CallGrants) ([]LedCourse, error)
	// AddDeadlineReason locks a plan, lets do tell what is explained, and stores it.
	AddDeadlineReason(context.Context, access.Grant[access.GiveDeadlineReason], *DeadlineReason, func(Plan) error) error
	// ListDeadlineReasons gives what the own unit has said of a plan's deadlines, the last one last.
	ListDeadlineReasons(context.Context, access.Grant[access.ReadDeadlineReason], id.Plan) ([]DeadlineReason, error)
	// ViewChild gives a child as the own unit knows it.
	ViewChild(context.Context, access.Grant[access.ReadChild], id.Person) (person.Child, error)
	// CreatePlan stores a plan with its leading party and first items, when the child is in reach and the own principal's
	// routine offers it (Plan.OfferedBy), and gives the child's name.
	CreatePlan(context.Context, access.Grant[access.CreatePlan], Plan, Party, []Item) (ChildName, error)
	// GrowPlan is CreatePlan for a plan that follows one that the own unit leads; a second is fault.CodeDuplicate.
	GrowPlan(context.Context, access.Grant[access.CreatePlan], Plan, Party, []Item, id.Plan) (ChildName, error)
	// ChangePlan locks a plan in reach, lets do change it, and stores it.
	ChangePlan(context.Context, access.Grant[access.EditPlan], id.Plan, func(*Plan) error) error
	// StepPlan locks a plan, lets do move it one step, and stores plan and step.
	StepPlan(context.Context, access.Grant[access.StepPlan], *Step, func(*Plan) error) error
	// EstablishPlan is StepPlan for the last step, for those who may establish.
	EstablishPlan(context.Context, access.Grant[access.EstablishPlan], *Step, func(*Plan) error) error
	// ClosePlan is StepPlan for the end, and stores the evaluation of the whole first, while the plan can still be changed.
	ClosePlan(context.Context, access.Grant[access.ClosePlan], *Step, Item, func(*Plan) error) error
	// ListSteps gives a plan's steps, oldest first.
	ListSteps(context.Context, access.Grant[access.ReadPlan], id.Plan, page.Page) ([]Step, int, error)
	// HasPlanConsent tells whether a consent to making the plan is in force, which the leading unit or one that led before has
	// recorded. That to a Barnets plan does not count for the SIP that grew out of it.
	HasPlanConsent(context.Context, access.Grant[access.StepPlan], id.Plan) (bool, error)
	// HasConvened tells whether a call to a meeting of a plan has been sent, and whether a meeting has been held and closed.
	HasConvened(context.Context, access.Grant[access.StepPlan], id.Plan) (called, held bool, err error)

	// FollowUpPlan locks a plan, lets do follow it up, and stores plan and follow-up.
	FollowUpPlan(context.Context, access.Grant[access.FollowUpPlan], FollowUp, func(*Plan) error) error
	// ListFollowUps gives a plan's follow-ups, oldest first.
	ListFollowUps(context.Context, access.Grant[access.ReadPlan], id.Plan, page.Page) ([]FollowUp, int, error)
	// ListPlanReminders gives the plans in reach that the own unit leads and that are due, the most overdue first.
	ListPlanReminders(context.Context, access.Grant[access.ReadPlan], page.Page) ([]Reminder, int, error)
	// EvaluateItem reads an item that the own unit holds, lets do evaluate it, and stores what it gives.
	EvaluateItem(context.Context, access.Grant[access.EvaluateItem], id.Item, func(Item) (Evaluation, error)) (Evaluation, error)
	// ListEvaluations gives the evaluations of a plan's items in reach, oldest first.
	ListEvaluations(context.Context, access.Grant[access.ReadPlan], access.Grant[access.ReadItem], id.Plan, page.Page) ([]Evaluation, int, error)
	// EvaluatedItems gives which of a plan's items in reach are evaluated.
	EvaluatedItems(context.Context, access.Grant[access.ReadPlan], access.Grant[access.ReadItem], id.Plan) (map[id.Item]bool, error)

	// AddParty stores a called or invited unit of a plan that the own unit leads.
	AddParty(context.Context, access.Grant[access.AddParty], id.Plan, func(Plan) (Party, error)) (Party, error)
	// AnswerParty locks a call to the own unit, lets do answer it, and opens the own unit's case when it is accepted.
	AnswerParty(context.Context, access.Grant[access.AnswerParty], id.Party, func(*Party) error) (Party, error)
	// LeaveParty locks the own unit's part, lets do end it with those in view who coordinate, and stores it.
	LeaveParty(context.Context, access.Grant[access.LeaveParty], id.Party, func(*Party, Plan, RoleHolders) error) (Party, error)
	// ListInvitations gives the calls that wait for the own unit.
	ListInvitations(context.Context, access.Grant[access.ReadParty], page.Page) ([]Invitation, int, error)
	// Confirm stores the own unit's confirmation of a plan; a second one is fault.CodeAnswered.
	Confirm(context.Context, access.Grant[access.ConfirmPlan], id.Plan) (Confirmation, error)

	// AddHandOver stores a hand-over of a plan that the own unit leads; a second that waits is fault.CodeDuplicate.
	AddHandOver(context.Context, access.Grant[access.HandOverPlan], id.Plan, func(Plan) (HandOver, error)) (HandOver, error)
	// ListHandOvers gives those that wait for the own unit's answer and those that the caller has made, oldest first.
	ListHandOvers(context.Context, access.Grant[access.ReadHandOver], page.Page) ([]HandOver, int, error)
	// AnswerHandOver locks one that waits for the own unit and lets do answer it. When it is accepted the plan ends as
	// moved, and the own unit has a case and the plan that begin makes. fault.CodePlanClosed when there is nothing left.
	AnswerHandOver(context.Context, access.Grant[access.AnswerHandOver], id.HandOver, func(*HandOver) error, func(HandOver) (Plan, Party)) (HandOver, error)

	// ListRoleHolders gives a page of those who hold or have held a role, of parties in reach, oldest first.
	ListRoleHolders(context.Context, access.Grant[access.ReadPlan], id.Plan, page.Page) ([]RoleHolder, int, error)
	// Appoint lets make decide, with the own unit's part and everybody who holds the role in view of those who may give it
	// away, and stores the holder. Whoever held it before ends the day before.
	Appoint(context.Context, access.Grant[access.AppointHolder], id.Plan, Role, func(Plan, Party, RoleHolders) (RoleHolder, error)) (RoleHolder, error)
	// EndRole locks a holder of the own unit, or of a plan that it leads, lets do end it, and stores it.
	EndRole(context.Context, access.Grant[access.AppointHolder], id.RoleHolder, func(*RoleHolder) error) (RoleHolder, error)
	// FindLinkReview gives when a linked plan is to be reviewed, to the unit that holds the link.
	FindLinkReview(context.Context, access.Grant[access.ReadItem], id.Item) (LinkReview, error)
	// SetLinkReview keeps that for a link that the own unit holds; of the zero review nothing is kept.
	SetLinkReview(context.Context, access.Grant[access.EditItem], LinkReview) error
	// OfferIntervention stores an offer of what the own unit holds; a second that waits is fault.CodeDuplicate, and one to a
	// party that may not read the intervention fault.CodeCannotRead.
	OfferIntervention(context.Context, access.Grant[access.OfferIntervention], InterventionOffer) error
	// ListInterventionOffers gives those of the own unit, and those to it of what it may read, oldest first.
	ListInterventionOffers(context.Context, access.Grant[access.ReadInterventionOffer], page.Page) ([]InterventionOffer, int, error)
	// AnswerInterventionOffer locks one to the own unit and lets do answer it; when it is accepted, the unit's own intervention
	// begins, with a contact, and the one before ends.
	AnswerInterventionOffer(context.Context, access.Grant[access.AnswerInterventionOffer], id.InterventionOffer, id.Person, func(Plan, *InterventionOffer) error) (InterventionOffer, error)
	// WithdrawInterventionOffer locks one of the own unit and lets do take it back.
	WithdrawInterventionOffer(context.Context, access.Grant[access.OfferIntervention], id.InterventionOffer, func(*InterventionOffer) error) (InterventionOffer, error)
	// OfferLead stores an offer of the lead of a plan that the own unit leads; a second that waits is fault.CodeDuplicate, and one
	// to a party that may not know of all who take part fault.CodeCannotLead.
	OfferLead(context.Context, access.Grant[access.OfferLead], LeadOffer) error
	// ListLeadOffers gives those of the own unit, and those to it while it may lead, oldest first.
	ListLeadOffers(context.Context, access.Grant[access.ReadLeadOffer], page.Page) ([]LeadOffer, int, error)
	// AnswerLeadOffer locks one to the own unit and lets do answer it; when it is accepted, the unit leads, and somebody of it calls.
	AnswerLeadOffer(context.Context, access.Grant[access.AnswerLeadOffer], id.LeadOffer, id.Person, func(*LeadOffer) error) (LeadOffer, error)
	// WithdrawLeadOffer locks one of the own unit and lets do take it back.
	WithdrawLeadOffer(context.Context, access.Grant[access.OfferLead], id.LeadOffer, func(*LeadOffer) error) (LeadOffer, error)
	// ListLeads gives who led a plan and who leads it, oldest first.
	ListLeads(context.Context, access.Grant[access.ReadPlan], id.Plan, page.Page) ([]LeadTerm, int, error)
	// OfferRole lets make decide and stores the offer; a second that waits for the same party is fault.CodeDuplicate.
	OfferRole(context.Context, access.Grant[access.OfferRole], id.Plan, Role, func(Plan, RoleHolders) (RoleOffer, error)) (RoleOffer, error)
	// ListRoleOffers gives those to the own unit and those that the caller has made, oldest first.
	ListRoleOffers(context.Context, access.Grant[access.ReadRoleOffer], page.Page) ([]RoleOffer, int, error)
	// AnswerRoleOffer locks one to the own unit and lets do answer it; when it is accepted, begin makes the holder.
	AnswerRoleOffer(context.Context, access.Grant[access.AnswerRoleOffer], id.RoleOffer, func(*RoleOffer) error, func(Plan, RoleOffer, RoleHolders) (RoleHolder, error)) (RoleOffer, error)

	// AddItem stores an item of a plan in reach.
	AddItem(context.Context, access.Grant[access.AddItem], Item) error
	// AddChildView, AddDisagreement and AddComment do so for those who may write just that.
	AddChildView(context.Context, access.Grant[access.AddChildView], Item) error
	AddDisagreement(context.Context, access.Grant[access.AddDisagreement], Item) error
	AddComment(context.Context, access.Grant[access.AddComment], Item) error
	// FindItem gives one item in reach.
	FindItem(context.Context, access.Grant[access.ReadItem], id.Item) (Item, error)
	// SeenAim gives of which kind an item of a plan is that another may point at; zero when it is not within reach.
	SeenAim(context.Context, access.Grant[access.ReadItem], id.Plan, id.Item) (ItemKind, error)
	// ChangeItem locks an item in reach, lets do change it, and stores it. Confirmations that it touches are dropped.
	ChangeItem(context.Context, access.Grant[access.EditItem], id.Item, func(*Item) error) (Item, error)
	// FindSubjects gives the other persons whom an item of the own unit in reach is about.
	FindSubjects(context.Context, access.Grant[access.EditItem], id.Item) (Subjects, error)
	// NameSubjects locks such an item, lets do name other persons, and stores them. Confirmations that it touches are dropped.
	NameSubjects(context.Context, access.Grant[access.EditItem], id.Item, func(*Subjects) error) (Subjects, error)
	// NameReaders locks an item that the own unit holds, lets do decide with those of the readers who may be named:
	// staff of the own domain today, and of what was kept apart in a merger those alone who are named already.
	NameReaders(context.Context, access.Grant[access.NameReaders], id.Item, []id.Person, func(*Item, []id.Person) error) error
	// ListNamedReaders gives one item in reach and a page of those who are named for it, by name, and how many there are.
	ListNamedReaders(context.Context, access.Grant[access.ReadItem], id.Item, page.Page) (Item, []NamedReader, int, error)

	Minutes
	// Dispatch freezes the plan as its next version.
	Dispatch(context.Context, access.Grant[access.DispatchPlan], id.Plan) (Version, error)
	// ConfirmReading keeps that the caller has read a plan in reach today.
	ConfirmReading(context.Context, access.Grant[access.ConfirmReading], id.Plan) error
	// ListReadings gives a page of the confirmations of a plan in reach: the caller's own, or all for the unit that leads.
	ListReadings(context.Context, access.Grant[access.ReadPlan], id.Plan, page.Page) ([]Reading, int, error)
	// ListVersions gives the versions of a plan, without their items.
	ListVersions(context.Context, access.Grant[access.ReadPlan], id.Plan, page.Page) ([]Version, int, error)
	// FindVersion gives one version with the items in reach today.
	FindVersion(context.Context, access.Grant[access.ReadPlan], access.Grant[access.ReadItem], id.Plan, int) (Version, error)
}

// Minutes is what the slice needs of storage for minutes of meetings.
type Minutes interface {
	// AddMinute keeps others from writing at a meeting, lets do write a point of its minutes, and stores it.
	AddMinute(context.Context, access.Grant[access.WriteMinutes], id.Meeting, func(MinuteFrame) (Minute, error)) (Minute, error)
	// ChangeMinute locks a point that the own unit holds, lets do change it, and stores it.
	ChangeMinute(context.Context, access.Grant[access.WriteMinutes], id.Item, func(*Minute, MinuteFrame) error) (Minute, error)
	// SettleMinutes settles the own unit's drafts of a meeting, when do agrees, who is told how many there are.
	SettleMinutes(context.Context, access.Grant[access.SettleMinutes], id.Meeting, func(MinuteFrame, int) error) error
	// CorrectMinute locks a point that the own unit holds, and stores the correction that do makes.
	CorrectMinute(context.Context, access.Grant[access.WriteMinutes], id.Item, func(Minute) (Correction, error)) (Minute, error)
	// CancelDecision locks a point that the own unit holds, lets do cancel what it decided, and stores that with the reason.
	CancelDecision(context.Context, access.Grant[access.WriteMinutes], id.Item, person.Text, func(*Minute) error) (Minute, error)
	// FindMinute gives one point in reach.
	FindMinute(context.Context, access.Grant[access.ReadMinutes], id.Item) (Minute, error)
	// ListMinutes gives a page of the points in reach of a meeting in reach, and how many there are.
	ListMinutes(context.Context, access.Grant[access.ReadMinutes], id.Meeting, page.Page) ([]Minute, int, error)
	// ListDecisions gives a page of the settled decisions in reach of a plan in reach, the latest first.
	ListDecisions(context.Context, access.Grant[access.ReadMinutes], id.Plan, page.Page) ([]Minute, int, error)
	// ListReceivedDecisions gives a page of what waits for the own unit in plans in reach, the most urgent first.
	ListReceivedDecisions(context.Context, access.Grant[access.AnswerDecision], page.Page) ([]ReceivedDecision, int, error)
	// AnswerDecision locks what the own unit is asked in a plan in reach, lets do answer it, and stores the answer with the
	// intervention that it comes with.
	AnswerDecision(context.Context, access.Grant[access.AnswerDecision], id.Item, func(*ReceivedDecision) (Item, error)) (ReceivedDecision, error)
}

// Units is what the slice needs of the organisation.
type Units interface {
	// FindUnit gives a unit and its place today; fault.CodeNotFound when it is closed or unknown.
	FindUnit(context.Context, access.Grant[access.ReadOrg], id.Unit) (org.Unit, error)
	// FindPrincipal gives a principal.
	FindPrincipal(context.Context, access.Grant[access.ReadOrg], id.Principal) (org.Principal, error)
	// IsColleague tells whether a person has an assignment at the caller's unit today.
	IsColleague(context.Context, access.Grant[access.ReadOrg], id.Person) (bool, error)
}

// Routines is what the slice needs of routine profiles.
type Routines interface {
	// FindPlanRoutine gives the version under which a plan in reach was made, as far as the caller may know whose it is.
	FindPlanRoutine(context.Context, access.Grant[access.ReadPlan], id.Plan) (routine.Version, error)
}

// Confirmation is a party's confirmation of the plan as it is.
type Confirmation struct {
	ID          id.Confirmation
	Plan        id.Plan
	Party       id.Party
	ConfirmedOn civil.Date
}
