package fault

// The codes of deviations in collaboration; the list of all stays one (code.go).
var (
	CodeIdentifying   = code(Invalid, "identifying-text", "Texten pekar ut någon. Skriv utan namn och personnummer.", "The text points somebody out. Write without names and identity numbers.")
	CodeDeviationStep = code(Conflict, "illegal-deviation-step", "Avvikelsen kan inte gå till det steget från där den är.", "The deviation cannot take that step from where it is.")
	CodeNoContact     = code(Conflict, "no-manager-contact", "Cheferna har inte haft kontakt ännu. Lämna tillbaka avvikelsen.", "The managers have not been in contact yet. Return the deviation.")
	CodeNoGroupAbove  = code(Conflict, "no-group-above", "Gruppen har ingen grupp över sig.", "The group has no group above it.")
	CodeMeasuresOpen  = code(Conflict, "measures-open", "Alla åtgärder är inte uppföljda.", "Not every measure has been followed up.")
	CodeNotInGroup    = code(Invalid, "not-in-group", "Enheten har ingen plats i den gruppen.", "The unit has no seat in that group.")
)
