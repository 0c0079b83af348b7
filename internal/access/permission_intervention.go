package access

// Interventions, and the lead of plans, that another unit takes over, and when that is planned.
type (
	OfferIntervention       struct{} // ask another party to take an intervention over, and take the question back
	ReadInterventionOffer   struct{} // see offers of the own unit, and those to it that it may read
	AnswerInterventionOffer struct{} // take an intervention over, or decline
	OfferLead               struct{} // ask another party to lead the plan, and take the question back
	ReadLeadOffer           struct{} // see offers of the own unit, and those to it while it may lead
	AnswerLeadOffer         struct{} // take the lead over, or decline
	PlanTransition          struct{} // plan that the plan goes over to other units, change that, call it off, and carry it out
	ReadTransition          struct{} // see what the own unit has planned of it; of the family, what it is told of
)

func (OfferIntervention) rule() rule       { return rule{"intervention-offer", "make"} }
func (ReadInterventionOffer) rule() rule   { return rule{"intervention-offer", "read"} }
func (AnswerInterventionOffer) rule() rule { return rule{"intervention-offer", "answer"} }
func (OfferLead) rule() rule               { return rule{"lead-offer", "make"} }
func (ReadLeadOffer) rule() rule           { return rule{"lead-offer", "read"} }
func (AnswerLeadOffer) rule() rule         { return rule{"lead-offer", "answer"} }
func (PlanTransition) rule() rule          { return rule{"transition", "plan"} }
func (ReadTransition) rule() rule          { return rule{"transition", "read"} }

var ofInterventions = []Permission{
	OfferIntervention{},
	ReadInterventionOffer{},
	AnswerInterventionOffer{},
	OfferLead{},
	ReadLeadOffer{},
	AnswerLeadOffer{},
	PlanTransition{},
	ReadTransition{},
}
