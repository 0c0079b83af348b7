package httpapi

import "samplan/internal/httpapi/wire"

// Words of what only a record for exchange says besides its code.
var (
	planRoleWords = map[wire.PlanRole]said{
		"initiator": {"Initiativtagare", "Initiator"}, "caller": {"Sammankallande", "Caller"}, "leader": {"Mötesledare", "Leader"},
		"overall-responsible": {"Kontakt för den övergripande ansvarige", "Contact for overall responsibility"},
		"coordinator":         {"Barnets samordnare", "The child's coordinator"}, "secretary": {"Sekreterare", "Secretary"},
	}
	consentKindWords = map[wire.ConsentKind]said{
		"plan": {"Samtycke till planen", "Consent to the plan"}, "share": {"Samtycke till att dela uppgifter", "Consent to sharing information"},
		"other-person": {"En annan persons samtycke", "Another person's consent"},
	}
	giverWords = map[wire.GiverCapacity]said{
		"guardian": {"Vårdnadshavare", "Guardian"}, "god-man": {"God man", "Guardian ad litem"}, "child": {"Barnet", "The child"},
		"subject": {"En annan person", "Another person"},
	}
)
