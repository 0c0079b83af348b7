package id

import "github.com/google/uuid"

// Contact cards and requests for information.
type (
	contactCardKind   struct{}
	questionnaireKind struct{}

	ContactCard   = ID[contactCardKind]
	Questionnaire = ID[questionnaireKind]
)

// NewContactCard, and the others below, make and take the ids of contact cards and questionnaires.
func NewContactCard() ContactCard               { return New[contactCardKind]() }
func NewQuestionnaire() Questionnaire           { return New[questionnaireKind]() }
func ContactCardOf(u uuid.UUID) ContactCard     { return From[contactCardKind](u) }
func QuestionnaireOf(u uuid.UUID) Questionnaire { return From[questionnaireKind](u) }
