package id

import "github.com/google/uuid"

// Disposal.
type (
	disposalKind        struct{}
	disposalCaseKind    struct{}
	disposalSettingKind struct{}
	retentionMarkKind   struct{}

	Disposal        = ID[disposalKind]
	DisposalCase    = ID[disposalCaseKind]
	DisposalSetting = ID[disposalSettingKind]
	RetentionMark   = ID[retentionMarkKind]
)

// NewDisposal, and the others below, make and take the ids of disposals, their cases and settings, and of marks on cases.
func NewDisposal() Disposal                     { return New[disposalKind]() }
func NewDisposalCase() DisposalCase             { return New[disposalCaseKind]() }
func NewDisposalSetting() DisposalSetting       { return New[disposalSettingKind]() }
func NewRetentionMark() RetentionMark           { return New[retentionMarkKind]() }
func DisposalOf(u uuid.UUID) Disposal           { return From[disposalKind](u) }
func RetentionMarkOf(u uuid.UUID) RetentionMark { return From[retentionMarkKind](u) }
