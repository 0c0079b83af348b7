package id

import "github.com/google/uuid"

// Collaboration groups, and deviations in collaboration.
type (
	groupKind         struct{}
	memberKind        struct{}
	deviationKind     struct{}
	deviationCaseKind struct{}
	suggestionKind    struct{}
	measureKind       struct{}

	Group         = ID[groupKind]
	Member        = ID[memberKind]
	Deviation     = ID[deviationKind]
	DeviationCase = ID[deviationCaseKind]
	Measure       = ID[measureKind]
	Suggestion    = ID[suggestionKind]
)

// NewGroup, and the others below, make and take the ids of groups and deviations.
func NewGroup() Group                           { return New[groupKind]() }
func NewMember() Member                         { return New[memberKind]() }
func NewDeviation() Deviation                   { return New[deviationKind]() }
func NewDeviationCase() DeviationCase           { return New[deviationCaseKind]() }
func NewMeasure() Measure                       { return New[measureKind]() }
func MeasureOf(u uuid.UUID) Measure             { return From[measureKind](u) }
func GroupOf(u uuid.UUID) Group                 { return From[groupKind](u) }
func MemberOf(u uuid.UUID) Member               { return From[memberKind](u) }
func DeviationOf(u uuid.UUID) Deviation         { return From[deviationKind](u) }
func DeviationCaseOf(u uuid.UUID) DeviationCase { return From[deviationCaseKind](u) }
func SuggestionOf(u uuid.UUID) Suggestion       { return From[suggestionKind](u) }
