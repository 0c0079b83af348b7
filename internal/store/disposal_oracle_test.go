package store_test

// held says, apart from the program, who holds the rows of a table that has words about a child: from joins what is needed to the row
// (alias t), child names the child, and units the units that hold it. A row is there as long as one of them holds the child's case.
type held struct{ from, child, units string }

const (
	ofPlan  = "JOIN plan p ON p.id = t.plan_id"
	parties = `ARRAY(SELECT y.unit_id FROM party y
	  WHERE y.plan_id = p.id AND y.disposed_on IS NULL AND y.state IN ('called', 'invited', 'accepted', 'left')
	  UNION SELECT i.owner_unit_id FROM item i WHERE i.plan_id = p.id AND i.author_kind = 'staff' AND i.disposed_on IS NULL)`
	// ofOwner: what staff wrote is its unit's; what the family wrote is there with the plan.
	ofOwner = "CASE i.author_kind WHEN 'staff' THEN ARRAY[i.owner_unit_id] ELSE " + parties + " END"
	// ofVersions: what follows every copy of an item is there as long as a version that was sent is.
	ofVersions  = "CASE WHEN i.author_kind = 'staff' AND NOT EXISTS (SELECT FROM plan_version_item z WHERE z.item_id = i.id) THEN ARRAY[i.owner_unit_id] ELSE " + parties + " END"
	byObjection = "JOIN objection o ON o.id = t.objection_id JOIN item i ON i.id = o.item_id JOIN plan p ON p.id = i.plan_id"
	byItem      = "JOIN item i ON i.id = t.item_id JOIN plan p ON p.id = i.plan_id"
	fromTo      = "ARRAY[t.from_unit_id, t.to_unit_id]"
	ofMeeting   = "JOIN meeting m ON m.id = t.meeting_id JOIN plan p ON p.id = m.plan_id"
	ofConsent   = "ARRAY[c.unit_id] || ARRAY(SELECT q.unit_id FROM consent_scope s JOIN unit_place q ON q.branch_id IN (s.from_branch_id, s.to_branch_id) AND q.valid @> $1 WHERE s.consent_id = c.id)"
	byConsent   = "JOIN consent c ON c.id = t.consent_id"
	ofAnybody   = "ARRAY(SELECT unit_id FROM holder)"
	ofQuestion  = "ARRAY[q.unit_id] || ARRAY(SELECT u.unit_id FROM known_question_unit u WHERE u.question_id = q.id)"
)

// heldBy lists the tables that have words about a child. Another one with words of people fails the test until it is here or in wordless.
var heldBy = map[string]held{
	"case_file":              {"", "t.child_id", "ARRAY[t.unit_id]"},
	"case_file_folded":       {"", "t.child_id", "ARRAY[t.unit_id]"},
	"relation":               {"", "t.child_id", "ARRAY[t.unit_id]"},
	"whereabouts":            {"", "t.child_id", "ARRAY[t.unit_id]"},
	"whereabouts_block":      {"", "t.child_id", "ARRAY[t.unit_id]"},
	"whereabouts_reader":     {"", "t.child_id", "ARRAY[t.unit_id]"},
	"custody_decision":       {"", "t.child_id", "ARRAY[t.unit_id]"},
	"maturity_assessment":    {"", "t.child_id", "ARRAY[t.unit_id]"},
	"protection_record":      {"", "t.child_id", "ARRAY[t.unit_id]"},
	"register_message":       {"", "t.child_id", "ARRAY[t.unit_id]"},
	"retention_mark":         {"", "t.child_id", "ARRAY[t.unit_id]"},
	"register_import_row":    {"JOIN register_import m ON m.id = t.import_id", "t.child_id", "ARRAY[m.unit_id]"},
	"care_block_reason":      {"JOIN care_block b ON b.id = t.block_id", "b.child_id", "ARRAY[b.unit_id]"},
	"known_question_reason":  {"JOIN known_question q ON q.id = t.question_id", "q.child_id", "ARRAY[t.unit_id]"},
	"known_question":         {"JOIN known_question q ON q.id = t.id", "q.child_id", ofQuestion},
	"concern_report":         {"", "t.child_id", fromTo},
	"information_request":    {"", "t.child_id", fromTo},
	"information_ground":     {"JOIN information_request r ON r.id = t.request_id", "r.child_id", "ARRAY[t.unit_id]"},
	"information_handling":   {"JOIN information_request r ON r.id = t.request_id", "r.child_id", "ARRAY[t.unit_id]"},
	"emergency_access":       {"", "t.child_id", "ARRAY[t.unit_id, t.holder_unit_id]"},
	"emergency_inquiry":      {"", "t.child_id", "ARRAY[t.unit_id] || ARRAY(SELECT a.holder_unit_id FROM emergency_access a WHERE a.inquiry_id = t.id)"},
	"emergency_review_note":  {"JOIN emergency_review v ON v.id = t.review_id JOIN emergency_access a ON a.id = v.access_id", "a.child_id", "ARRAY[t.unit_id]"},
	"consent":                {"JOIN consent c ON c.id = t.id", "c.child_id", ofConsent},
	"consent_giver":          {byConsent, "c.child_id", ofConsent},
	"consent_signature":      {byConsent, "c.child_id", ofConsent},
	"plan_request":           {"", "t.child_id", ofAnybody},
	"item":                   {"JOIN item i ON i.id = t.id JOIN plan p ON p.id = i.plan_id", "p.child_id", ofOwner},
	"attachment":             {byItem, "p.child_id", ofOwner},
	"attachment_content":     {byItem, "p.child_id", ofOwner},
	"objection":              {byItem, "p.child_id", ofVersions},
	"objection_decision":     {byObjection, "p.child_id", ofVersions},
	"objection_keeping":      {byObjection, "p.child_id", ofOwner},
	"evaluation":             {byItem, "p.child_id", ofOwner},
	"public_request_item":    {byItem, "p.child_id", ofOwner},
	"public_request":         {"JOIN data_extract e ON e.request_id = t.id", "e.child_id", "ARRAY[t.unit_id]"}, // what is about nobody stays
	"data_extract_extension": {"JOIN data_extract e ON e.request_id = t.request_id JOIN public_request r ON r.id = t.request_id", "e.child_id", "ARRAY[r.unit_id]"},
	"minute_correction":      {byItem, "p.child_id", ofOwner},
	"withholding":            {byItem, "p.child_id", ofOwner},
	"disclosure":             {ofPlan, "p.child_id", "ARRAY[t.from_unit_id]"},
	"decision_answer":        {"JOIN decision d ON d.item_id = t.item_id " + byItem, "p.child_id", "ARRAY[i.owner_unit_id, d.unit_id]"},
	"plan_version_item":      {"JOIN plan_version v ON v.id = t.version_id JOIN plan p ON p.id = v.plan_id", "p.child_id", parties},
	"plan_deadline_reason":   {ofPlan, "p.child_id", "ARRAY[t.unit_id]"},
	"plan_transition":        {ofPlan, "p.child_id", "ARRAY[t.unit_id]"},
	"plan_transition_receiver": {
		"JOIN plan_transition x ON x.id = t.transition_id JOIN plan p ON p.id = x.plan_id", "p.child_id", "ARRAY[x.unit_id]",
	},
	"plan_status_reason": {
		"JOIN plan_status_change s ON s.id = t.change_id JOIN plan p ON p.id = s.plan_id", "p.child_id",
		"CASE t.declined_by WHEN 'principal' THEN " + parties + " ELSE ARRAY[t.unit_id] END",
	},
	"call":               {ofPlan, "p.child_id", "CASE WHEN t.sent_on IS NULL THEN ARRAY[t.unit_id] ELSE " + parties + " END"},
	"call_addressee":     {"JOIN call c ON c.id = t.call_id JOIN plan p ON p.id = c.plan_id", "p.child_id", "CASE WHEN c.sent_on IS NULL THEN ARRAY[c.unit_id] ELSE " + parties + " END"},
	"party":              {ofPlan, "p.child_id", parties},
	"hand_over":          {ofPlan, "p.child_id", fromTo},
	"role_offer":         {ofPlan, "p.child_id", fromTo},
	"intervention_offer": {ofPlan, "p.child_id", fromTo},
	"lead_offer":         {ofPlan, "p.child_id", fromTo + " || CASE WHEN EXISTS (SELECT FROM plan_lead_term l WHERE l.offer_id = t.id) THEN " + parties + " ELSE '{}' END"},
	"meeting_link":       {ofMeeting, "p.child_id", parties},

	"deviation_suggestion": {ofMeeting, "p.child_id", parties},
	"meeting_place":        {ofMeeting, "p.child_id", parties},
	"meeting_reply":        {ofMeeting, "p.child_id", parties},
}

// makeHolders are what makes a unit a holder of a child's: its own case, or what it wrote, recorded, sent or was sent.
var makeHolders = []string{
	"SELECT unit_id, child_id FROM case_file", "SELECT unit_id, child_id FROM case_worker", "SELECT unit_id, child_id FROM relation",
	"SELECT unit_id, child_id FROM whereabouts", "SELECT unit_id, child_id FROM custody_decision", "SELECT unit_id, child_id FROM maturity_assessment",
	"SELECT unit_id, child_id FROM protection_record", "SELECT unit_id, child_id FROM care_block", "SELECT unit_id, child_id FROM known_question",
	"SELECT from_unit_id, child_id FROM concern_report", "SELECT to_unit_id, child_id FROM concern_report", "SELECT unit_id, child_id FROM plan_request",
	"SELECT from_unit_id, child_id FROM information_request", "SELECT to_unit_id, child_id FROM information_request",
	"SELECT unit_id, child_id FROM whereabouts_block", "SELECT unit_id, child_id FROM whereabouts_reader", "SELECT unit_id, child_id FROM emergency_inquiry",
	"SELECT unit_id, child_id FROM register_message", "SELECT unit_id, child_id FROM emergency_access",
	"SELECT unit_id, child_id FROM consent WHERE disposed_on IS NULL",
	"SELECT i.owner_unit_id, p.child_id FROM item i JOIN plan p ON p.id = i.plan_id WHERE i.author_kind = 'staff' AND i.disposed_on IS NULL",
	"SELECT i.owner_unit_id, p.child_id FROM objection o JOIN item i ON i.id = o.item_id JOIN plan p ON p.id = i.plan_id WHERE i.disposed_on IS NULL",
	"SELECT d.from_unit_id, p.child_id FROM disclosure d JOIN plan p ON p.id = d.plan_id",
	"SELECT r.unit_id, e.child_id FROM public_request r JOIN data_extract e ON e.request_id = r.id",
}

// wordless tables have words that are about no child: the organisation and how it works, what was said without a child, and what
// outlives a case on purpose (the log, certificates).
var wordless = []string{
	"authority", "branch", "client", "client_key", "client_token", "collaboration_group", "contact_card", "deviation", "deviation_case", "deviation_contact",
	"deviation_measure", "disposal_case", "disposal_setting", "forum_learning", "forum_link_opening", "forum_session", "group_member", "intervention_catalogue", "log_verdict", "person", "principal", "questionnaire",
	"reorganisation", "reorganisation_part", "routine_version", "survey_answer", "unit", "unit_code", "unit_import_row",
	"information_routine",
	"forum_case_text", "forum_contribution", // of no child's record; gone years before any clock, with the link to the child (app_weed_forum_cases)
}
