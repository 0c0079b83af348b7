package notice

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/routine"
)

// Notification is something that the reader is to know.
type Notification struct {
	ID       id.Notification // follows from kind, object and day: the same today as tomorrow
	Kind     Kind
	Deadline routine.Kind // of the plan, when it tells of one
	About    id.Resource  // what the reader can open
	Since    civil.Date   // the day from which it is so
	Read     bool
}

// Words say it without content.
func (n Notification) Words() Words { return kinds[n.Kind].words }

// Resource tells what kind of thing it is about.
func (n Notification) Resource() Resource { return kinds[n.Kind].about }

// Rights are the grants by which a reader may open what notifications are about. One that the reader has not got is the
// zero grant, and opens nothing.
type Rights struct {
	Own       access.Grant[access.ReadNotification]
	Requests  access.Grant[access.ReadRequest]
	Consents  access.Grant[access.ReadConsent]
	Emergency access.Grant[access.ReviewEmergency]
	Calls     access.Grant[access.AnswerParty]
	Links     access.Grant[access.EditItem]
	Offers    access.Grant[access.AnswerInterventionOffer]
	Leads     access.Grant[access.AnswerLeadOffer]
	Plans     access.Grant[access.ReadPlan]
	Decisions access.Grant[access.AnswerDecision]
	Surveys   access.Grant[access.AnswerSurvey]
	Cards     access.Grant[access.KeepCard]
	Told      access.Grant[access.ReadInformation]
	Withheld  access.Grant[access.WithholdItem]
	Filed     access.Grant[access.ReadDeviation]
	Handled   access.Grant[access.HandleDeviationCase]
	Measures  access.Grant[access.ReadMeasure]
	Objected  access.Grant[access.DecideObjection]
	Extracts  access.Grant[access.ReadPublicRequest]
	Asked     access.Grant[access.ReadDataExtract] // of the reader's own
	Items     access.Grant[access.ReadItem]
	Met       access.Grant[access.FollowUpForumCase]
	Suggested access.Grant[access.HandleSuggestion]
	Going     access.Grant[access.PlanTransition]
	Late      access.Grant[access.ReadLate] // also of what others of the unit have not done in time
	// LateCalls is the latest day of a call that should have been answered by today, by the routine of the own unit.
	LateCalls civil.Date
	// Broken is what is late in the plans that the own unit leads.
	Broken []routine.Breach
}

func (s *Service) rights(ctx context.Context, a access.Actor) (Rights, error) {
	own, err := access.Allow[access.ReadNotification](s.policy, a)
	if err != nil {
		return Rights{}, err
	}
	r := Rights{
		Own: own, Requests: orNone[access.ReadRequest](s, a), Consents: orNone[access.ReadConsent](s, a), Emergency: orNone[access.ReviewEmergency](s, a),
		Calls: orNone[access.AnswerParty](s, a), Plans: orNone[access.ReadPlan](s, a), Decisions: orNone[access.AnswerDecision](s, a),
		Surveys: orNone[access.AnswerSurvey](s, a), Leads: orNone[access.AnswerLeadOffer](s, a),
		Late: orNone[access.ReadLate](s, a), Offers: orNone[access.AnswerInterventionOffer](s, a), Links: orNone[access.EditItem](s, a),
		Cards: orNone[access.KeepCard](s, a), Told: orNone[access.ReadInformation](s, a),
		Withheld: orNone[access.WithholdItem](s, a),
		Filed:    orNone[access.ReadDeviation](s, a), Handled: orNone[access.HandleDeviationCase](s, a), Measures: orNone[access.ReadMeasure](s, a),
		Objected: orNone[access.DecideObjection](s, a), Extracts: orNone[access.ReadPublicRequest](s, a),
		Asked: orNone[access.ReadDataExtract](s, a), Items: orNone[access.ReadItem](s, a),
		Met:       orNone[access.FollowUpForumCase](s, a),
		Suggested: orNone[access.HandleSuggestion](s, a),
		Going:     orNone[access.PlanTransition](s, a),
	}
	if r.Broken, err = s.plans.Broken(ctx, a); err == nil && !r.Late.IsZero() {
		r.LateCalls, err = s.terms.LateCalls(ctx, a)
	}
	return r, err
}

func orNone[P access.Permission](s *Service, a access.Actor) access.Grant[P] {
	g, err := access.Allow[P](s.policy, a)
	if err != nil {
		return access.Grant[P]{}
	}
	return g
}
