package httpapi

import (
	"samplan/internal/access"
	"samplan/internal/consent"

	"samplan/internal/httpapi/wire"
)

func reminder(actor access.Actor, v consent.Reminder) wire.Reminder {
	return wire.Reminder{
		ConsentId: v.Consent.UUID(), ChildId: v.Child.UUID(), ChildName: childName(actor, v.ChildName.Given, v.ChildName.Family, v.Protection, v.Child),
		Kind: wire.ConsentKind(v.Kind.String()), ValidTo: day(v.ValidTo),
	}
}

func consentFlag(f consent.Flag) wire.ConsentFlag { return wire.ConsentFlag(f.String()) }
