package fhir

// course is what FHIR calls the state of a plan: of itself, of those who take part, and of its goals.
type course struct{ plan, team, goal string }

var (
	before = course{"draft", "proposed", "proposed"}
	during = course{"active", "active", "active"}
	ended  = course{"revoked", "inactive", "cancelled"}
)

// A status that is not in its table would leave a required element empty; tests ask for each of ours.
var (
	courses = map[string]course{
		"noted": before, "informed": before, "consenting": before, "preparing": before, "called": before, "met": before,
		"established": during, "following-up": during, "revised": during,
		"closed": {"completed", "inactive", "completed"}, "declined": {"revoked", "inactive", "rejected"},
		"no-need": ended, "withdrawn": ended, "moved": ended, "aged-out": ended,
	}
	activityStatuses = map[string]string{"planned": "not-started", "ongoing": "in-progress", "done": "completed", "stopped": "stopped"}
	// achievements are of goals; what became of an intervention is told in words.
	achievements    = map[string]string{"reached": "achieved", "partly-reached": "improving", "not-reached": "not-achieved"}
	consentStatuses = map[string]string{
		"pending": "proposed", "live": "active", "refused": "rejected", "withdrawn": "inactive", "expired": "inactive", "lapsed": "inactive",
	}
	consentScopes = map[string]string{"plan": "treatment", "share": "patient-privacy", "other-person": "patient-privacy"}
	consentRules  = map[string]string{
		"plan":  "10 kap. 8 § socialtjänstlagen (2025:400), 16 kap. 4 § hälso- och sjukvårdslagen (2017:30)",
		"share": secrecyWaived, "other-person": secrecyWaived,
	}
)

const secrecyWaived = "10 kap. 1 § och 12 kap. 2 § offentlighets- och sekretesslagen (2009:400)"

// lifecycle: a goal goes as its plan goes, unless it has been reached before.
func (c course) lifecycle(outcome string) string {
	if outcome == "reached" {
		return "completed"
	}
	return c.goal
}
