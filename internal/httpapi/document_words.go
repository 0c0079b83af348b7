package httpapi

import (
	"samplan/internal/document"

	"samplan/internal/httpapi/wire"
)

// said is the same in Swedish and in English.
type said struct{ swedish, english string }

// in chooses the language.
func (s said) in(l document.Language) string { return l.Of(s.swedish, s.english) }

// A document says in words what the API says in codes. A test holds each list against the contract.
var (
	planKindWords = map[wire.PlanKind]said{
		"sip": {"Samordnad individuell plan", "Coordinated individual plan"}, "barnets-plan": {"Barnets plan", "The child's plan"},
	}
	planStatusWords = map[wire.PlanStatus]said{
		"noted": {"Behov noterat", "Need noted"}, "informed": {"Familjen har fått veta", "The family is informed"},
		"consenting": {"Samtycke efterfrågas", "Consent is asked for"}, "preparing": {"Förbereds", "Being prepared"},
		"called": {"Parterna är kallade", "The parties are called"}, "met": {"Mötet är hållet", "The meeting is held"},
		"established": {"Fastställd", "Established"}, "following-up": {"Följs upp", "Being followed up"}, "revised": {"Omarbetas", "Being revised"}, "closed": {"Avslutad", "Closed"},
		"declined": {"Avböjd", "Declined"}, "no-need": {"Inget behov", "No need"},
		"withdrawn": {"Återtagen", "Withdrawn"}, "moved": {"Överlämnad", "Handed over"}, "aged-out": {"Avslutad på grund av ålder", "Ended by age"},
	}
	legalBasisWords = map[wire.LegalBasis]said{
		"sol-2001-453-2-7":  {"2 kap. 7 § socialtjänstlagen (2001:453)", "SoL 2001:453, chapter 2 section 7"},
		"sol-2025-400-10-8": {"10 kap. 8 § socialtjänstlagen (2025:400)", "SoL 2025:400, chapter 10 section 8"},
		"hsl-2017-30-16-4":  {"16 kap. 4 § hälso- och sjukvårdslagen (2017:30)", "HSL 2017:30, chapter 16 section 4"},
	}
	participationWords = map[wire.ChildParticipation]said{
		"present": {"Var med", "Was present"}, "represented": {"Företräddes av någon annan", "Was represented by somebody else"},
		"heard-otherwise": {"Kom till tals på annat sätt", "Was heard in another way"}, "too-young": {"För ung för att delta", "Too young to take part"},
		"declined": {"Ville inte delta", "Did not want to take part"}, "harmful": {"Deltog inte, eftersom det bedömdes vara till skada", "Did not take part, since it was judged harmful"},
		"other": {"Deltog inte av annat skäl", "Did not take part for another reason"},
	}
	partyModeWords  = map[wire.PartyMode]said{"called": {"Kallad", "Called"}, "invited": {"Inbjuden", "Invited"}}
	partyStateWords = map[wire.PartyState]said{
		"called": {"Har inte svarat", "Has not answered"}, "invited": {"Har inte svarat", "Has not answered"}, "accepted": {"Deltar", "Takes part"},
		"declined": {"Har tackat nej", "Has declined"}, "left": {"Har lämnat planen", "Has left the plan"},
	}
	horizonWords = map[wire.Horizon]said{"long": {"Mål på lång sikt", "Long-term goal"}, "short": {"Mål på kort sikt", "Short-term goal"}}
	statusWords  = map[wire.InterventionStatus]said{
		"planned": {"Planerad", "Planned"}, "ongoing": {"Pågår", "Ongoing"}, "done": {"Genomförd", "Done"}, "stopped": {"Avbruten", "Stopped"},
	}
	formWords = map[wire.WordsForm]said{
		"said": {"Berättat", "Said"}, "written": {"Skrivet", "Written"}, "drawn": {"Ritat", "Drawn"}, "by-proxy": {"Genom någon annan", "Through somebody else"},
	}
	categoryWords = map[wire.Category]said{
		"support-needs": {"Behov av stöd", "Support needs"}, "health": {"Hälsa", "Health"}, "schooling": {"Skolgång", "Schooling"},
		"family-situation": {"Familjens situation", "Family situation"}, "goals": {"Mål", "Goals"}, "interventions": {"Insatser", "Interventions"},
		"child-voice": {"Barnets egna ord", "The child's own words"}, "views": {"Synpunkter", "Views"},
		"participation": {"Delaktighet", "Participation"},
	}
	itemKindWords = map[wire.ItemKind]said{
		"goal": {"Mål", "Goal"}, "intervention": {"Insats", "Intervention"}, "observation": {"Styrka eller behov", "Strength or need"},
		"plan-evaluation": {"Utvärdering", "Evaluation"}, "attachment": {"Bilaga", "Attachment"}, "link": {"Annan plan", "Another plan"},
		"child-view": {"Barnets egna ord", "The child's own words"}, "disagreement": {"Avvikande mening", "Disagreement"},
	}
)
