package access

// Interventions, and the lead of plans, that another unit takes over.
type (
	OfferIntervention       struct{} // ask another party to take an intervention over, and take the question back
	ReadInterventionOffer   struct{} // see offers of the own unit, and those to it that it may read
	AnswerInterventionOffer struct{} // take an intervention over, or decline
	OfferLead               struct{} // ask another party to lead the plan, and take the question back
	ReadLeadOffer           struct{} // see offers of the own unit, and those to it while it may lead
	AnswerLeadOffer         struct{} // take the lead over, or decline
)

func (OfferIntervention) rule() rule       { return rule{"intervention-offer", "make"} }
func (ReadInterventionOffer) rule() rule   { return rule{"intervention-offer", "read"} }
func (AnswerInterventionOffer) rule() rule { return rule{"intervention-offer", "answer"} }
func (OfferLead) rule() rule               { return rule{"lead-offer", "make"} }
func (ReadLeadOffer) rule() rule           { return rule{"lead-offer", "read"} }
func (AnswerLeadOffer) rule() rule         { return rule{"lead-offer", "answer"} }

var ofInterventions = []Permission{
	OfferIntervention{}, ReadInterventionOffer{}, AnswerInterventionOffer{}, OfferLead{}, ReadLeadOffer{}, AnswerLeadOffer{},
}
