package access

// ReviewFormulation is to look at samples of how the own secrecy domain writes goals and interventions, without whom they are about, and to
// say what was found.
type ReviewFormulation struct{}

func (ReviewFormulation) rule() rule { return rule{"formulation", "review"} }

var ofFormulations = []Permission{ReviewFormulation{}}
