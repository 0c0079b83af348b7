package fault

// The codes of forums; the list of all stays one (code.go).
var (
	CodeConfirmWarnings = code(Invalid, "confirm-warnings", "Texten kan peka ut någon. Ändra den, eller bekräfta varningarna.", "The text may point somebody out. Change it, or confirm the warnings.")
	CodeForumBasis      = code(Invalid, "forum-basis", "Ett ärende kan inte tas upp så i den gruppen.", "A case cannot be raised like that in this group.")
	CodeNoLiveConsent   = code(Invalid, "consent-not-live", "Samtycket gäller inte, eller gäller inte det här.", "The consent is not in force, or not for this.")
	CodeForumStep       = code(Conflict, "illegal-forum-step", "Ärendet kan inte gå till det steget från där det är.", "The case cannot take that step from where it is.")
)
