package access

// Interventions that another unit takes over.
type (
	OfferIntervention       struct{} // ask another party to take an intervention over, and take the question back
	ReadInterventionOffer   struct{} // see offers of the own unit, and those to it that it may read
	AnswerInterventionOffer struct{} // take an intervention over, or decline
)

func (OfferIntervention) rule() rule       { return rule{"intervention-offer", "make"} }
func (ReadInterventionOffer) rule() rule   { return rule{"intervention-offer", "read"} }
func (AnswerInterventionOffer) rule() rule { return rule{"intervention-offer", "answer"} }

var ofInterventions = []Permission{OfferIntervention{}, ReadInterventionOffer{}, AnswerInterventionOffer{}}
