package httpapi

import (
	"samplan/internal/fault"
	"samplan/internal/httpapi/wire"
	"samplan/internal/person"
)

func protectionFrom(b wire.NewProtectionRecord) (person.ProtectionDraft, error) {
	level, err := person.ParseProtection(string(b.Level))
	if err != nil {
		return person.ProtectionDraft{}, fault.At(fault.CodeInvalid, "/level", "enum")
	}
	return person.ProtectionDraft{Level: level, Reason: person.NewText(b.Reason)}, nil
}

func protectionWire(r person.ProtectionRecord) wire.ProtectionRecord {
	return wire.ProtectionRecord{
		Id: r.ID.UUID(), Level: wire.Protection(r.Level.String()), Reason: reveal(r.Reason), RecordedOn: day(r.RecordedOn),
	}
}
