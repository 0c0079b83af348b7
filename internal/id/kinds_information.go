package id

import "github.com/google/uuid"

// Contact cards, requests for information, and who is away.
type (
	absenceKind            struct{}
	informationRoutineKind struct{}
	contactCardKind        struct{}
	questionnaireKind      struct{}
	informationRequestKind struct{}

	Absence            = ID[absenceKind]
	ContactCard        = ID[contactCardKind]
	InformationRoutine = ID[informationRoutineKind]
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

// NewAbsence, and the others below, make and take the ids of absences and of routines for requests.
func NewAbsence() Absence                                 { return New[absenceKind]() }
func NewInformationRoutine() InformationRoutine           { return New[informationRoutineKind]() }
func AbsenceOf(u uuid.UUID) Absence                       { return From[absenceKind](u) }
func InformationRoutineOf(u uuid.UUID) InformationRoutine { return From[informationRoutineKind](u) }
