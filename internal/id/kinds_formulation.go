package id

type formulationReviewKind struct{}

// FormulationReview is the id of what a reviewer found in a sample of texts.
type FormulationReview = ID[formulationReviewKind]

// NewFormulationReview makes one.
func NewFormulationReview() FormulationReview { return New[formulationReviewKind]() }
