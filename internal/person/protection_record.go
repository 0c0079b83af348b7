package person

import (
	"time"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// ProtectionRecord is a level of protection that the own unit has recorded of a child. It is never changed; a newer one
// takes its place, and that may be a lower one. The strictest that any unit has recorded counts for all (R31).
type ProtectionRecord struct {
	ID         id.ProtectionRecord
	Child      id.Person
	Level      Protection
	Reason     Text
	RecordedOn civil.Date
	CreatedAt  time.Time
}

// ProtectionDraft is what somebody records.
type ProtectionDraft struct {
	Level  Protection
	Reason Text
}

// Protect records a level for the own unit. It asks for a reason, whether the level goes up or down.
func (c Child) Protect(d ProtectionDraft, today civil.Date, now time.Time) (ProtectionRecord, error) {
	switch {
	case d.Level == (Protection{}):
		return ProtectionRecord{}, fault.At(fault.CodeInvalid, "/level", ruleRequired)
	case d.Reason.IsZero():
		return ProtectionRecord{}, fault.At(fault.CodeReasonRequired, "/reason", ruleRequired)
	}
	return ProtectionRecord{id.NewProtectionRecord(), c.ID, d.Level, d.Reason, today, now}, nil
}

// Tag names the record, which never changes.
func (r ProtectionRecord) Tag() string { return "1" }
