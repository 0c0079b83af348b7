package id

import "github.com/google/uuid"

// Contact cards and requests for information.
type (
	contactCardKind        struct{}
	questionnaireKind      struct{}
	informationRequestKind struct{}

	ContactCard        = ID[contactCardKind]
	Questionnaire      = ID[questionnaireKind]
	InformationRequest = ID[informationRequestKind]
)

// NewContactCard, and the others below, make and take the ids of contact cards, questionnaires and requests.
func NewContactCard() ContactCard                         { return New[contactCardKind]() }
func NewQuestionnaire() Questionnaire                     { return New[questionnaireKind]() }
func NewInformationRequest() InformationRequest           { return New[informationRequestKind]() }
func ContactCardOf(u uuid.UUID) ContactCard               { return From[contactCardKind](u) }
func QuestionnaireOf(u uuid.UUID) Questionnaire           { return From[questionnaireKind](u) }
func InformationRequestOf(u uuid.UUID) InformationRequest { return From[informationRequestKind](u) }
