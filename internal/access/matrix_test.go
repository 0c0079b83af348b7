package access

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// may lists who may use a permission, as "role reach reach". Whoever is not named may not.
type may struct {
	permission Permission
	roles      []string
}

// matrixCases says the whole of roles.csv once more, by hand, so that no line of it changes unnoticed.
var matrixCases = []may{
	{ReadPlan{}, []string{"caseworker own_case", "unit-manager own_unit", "administrator own_unit", "meeting-leader own_case", "guardian family_guardian", "child family_self", "citizen family_guardian family_self"}},
	{CreatePlan{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{EditPlan{}, []string{"caseworker lead_case", "unit-manager lead_unit"}},
	{StepPlan{}, []string{"caseworker lead_case", "unit-manager lead_unit"}},
	{EstablishPlan{}, []string{"caseworker lead_case", "unit-manager lead_unit"}},
	{DispatchPlan{}, []string{"caseworker lead_case", "unit-manager lead_unit", "administrator lead_unit"}},
	{ConfirmPlan{}, []string{"caseworker own_case", "unit-manager own_unit", "meeting-leader own_case"}},
	{FollowUpPlan{}, []string{"caseworker lead_case", "unit-manager lead_unit"}},
	{ClosePlan{}, []string{"caseworker lead_case", "unit-manager lead_unit"}},
	{EvaluateItem{}, []string{"caseworker own_case", "unit-manager own_unit", "meeting-leader own_case"}},
	{AddParty{}, []string{"caseworker lead_case", "unit-manager lead_unit"}},
	{ReadParty{}, []string{"caseworker invited_unit", "unit-manager invited_unit", "administrator invited_unit"}},
	{AnswerParty{}, []string{"caseworker invited_unit", "unit-manager invited_unit"}},
	{LeaveParty{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{ReadItem{}, []string{"caseworker own_case released_case", "unit-manager own_unit released_unit", "meeting-leader own_case released_case", "guardian family_guardian", "child family_self", "citizen family_guardian family_self"}},
	{AddItem{}, []string{"caseworker own_case", "unit-manager own_unit", "meeting-leader own_case"}},
	{EditItem{}, []string{"caseworker own_case", "unit-manager own_unit", "meeting-leader own_case"}},
	{AddChildView{}, []string{"caseworker own_case", "unit-manager own_unit", "meeting-leader own_case", "child family_self", "citizen family_self"}},
	{AddDisagreement{}, []string{"caseworker own_case", "unit-manager own_unit", "guardian family_guardian", "child family_self", "citizen family_guardian family_self"}},
	{ReadChild{}, []string{"caseworker own_case", "unit-manager own_unit", "administrator own_unit", "meeting-leader own_case"}},
	{FindChild{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{RegisterChild{}, []string{"caseworker own_unit", "unit-manager own_unit"}},
	{EditChild{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{ReadRelation{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{EditRelation{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{ReadCaseWorker{}, []string{"caseworker own_case", "unit-manager own_unit", "administrator own_unit"}},
	{EditCaseWorker{}, []string{"unit-manager own_unit"}},
	{RecordMaturity{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{ReadProtection{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{RecordProtection{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{ReadWhereabouts{}, []string{"caseworker named_case", "unit-manager named_unit"}},
	{EditWhereabouts{}, []string{"caseworker named_case", "unit-manager named_unit"}},
	{NameReader{}, []string{"unit-manager own_unit"}},
	{BlockWhereabouts{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{HandOverPlan{}, []string{"caseworker lead_case", "unit-manager lead_unit"}},
	{ReadHandOver{}, []string{"caseworker invited_unit", "unit-manager invited_unit"}},
	{AnswerHandOver{}, []string{"caseworker invited_unit", "unit-manager invited_unit"}},
	{AppointHolder{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{OfferRole{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{ReadRoleOffer{}, []string{"caseworker own_case", "unit-manager own_unit", "meeting-leader own_case"}},
	{AnswerRoleOffer{}, []string{"caseworker own_case", "unit-manager own_unit", "meeting-leader own_case"}},
	{ReadDeadlineReason{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{GiveDeadlineReason{}, []string{"caseworker lead_case", "unit-manager lead_unit"}},
	{OfferIntervention{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{ReadInterventionOffer{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{AnswerInterventionOffer{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{OfferLead{}, []string{"caseworker lead_case", "unit-manager lead_unit"}},
	{ReadLeadOffer{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{AnswerLeadOffer{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{ReadConsent{}, []string{"caseworker own_case", "unit-manager own_unit", "guardian self", "child self", "citizen self"}},
	{RecordConsent{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{AnswerConsent{}, []string{"caseworker own_case", "unit-manager own_unit", "guardian self", "child self", "citizen self"}},
	{WithdrawConsent{}, []string{"caseworker own_case", "unit-manager own_unit", "guardian self", "child self", "citizen self"}},
	{SendConcern{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{ReadConcern{}, []string{"caseworker own_case received_case", "unit-manager own_unit received_unit"}},
	{HandleConcern{}, []string{"unit-manager received_unit"}},
	{MakeRequest{}, []string{"guardian self", "child self", "citizen self"}},
	{ReadRequest{}, []string{"caseworker received_case", "unit-manager received_unit", "guardian self", "child self", "citizen self"}},
	{AssessRequest{}, []string{"unit-manager received_unit"}},
	{AnswerRequest{}, []string{"caseworker received_case", "unit-manager received_unit"}},
	{ReadClient{}, []string{"system-administrator own_principal", "system self"}},
	{EditWebhook{}, []string{"system self"}},
	{ReadEvent{}, []string{"system own_unit lead_unit invited_unit received_unit"}},
	{EditClient{}, []string{"system-administrator own_principal"}},
	{RotateKeys{}, []string{"system self"}},
	{ReadUnitImport{}, []string{"system-administrator own_principal"}},
	{ImportUnits{}, []string{"system-administrator own_principal"}},
	{ReadRegister{}, []string{"unit-manager own_unit"}},
	{WithdrawRequest{}, []string{"guardian self", "child self", "citizen self"}},
	{ChooseReceiver{}, []string{"system-administrator own_principal"}},
	{AnswerConcern{}, []string{"caseworker received_case", "unit-manager received_unit"}},
	{AskKnown{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{ReadKnown{}, []string{"caseworker own_case", "unit-manager own_unit received_unit"}},
	{ReadCustodyDecision{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{EditCustodyDecision{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{ReadBlock{}, []string{"caseworker own_case", "unit-manager own_unit", "child self", "citizen self"}},
	{SetBlock{}, []string{"caseworker own_case", "unit-manager own_unit", "child family_self", "citizen family_self"}},
	{LiftBlock{}, []string{"caseworker own_case", "unit-manager own_unit", "child self", "citizen self"}},
	{ReadCall{}, []string{"caseworker lead_case", "unit-manager lead_unit"}},
	{EditCall{}, []string{"caseworker lead_case", "unit-manager lead_unit"}},
	{SendCall{}, []string{"caseworker lead_case", "unit-manager lead_unit"}},
	{ReceiveCall{}, []string{"caseworker invited_unit", "unit-manager invited_unit"}},
	{AnswerCall{}, []string{"caseworker invited_unit", "unit-manager invited_unit"}},
	{ReadMeeting{}, []string{"administrator own_unit", "caseworker own_case", "child family_self", "citizen family_guardian family_self", "guardian family_guardian", "meeting-leader own_case", "unit-manager own_unit"}},
	{BookMeeting{}, []string{"administrator lead_unit", "caseworker lead_case", "unit-manager lead_unit"}},
	{HoldMeeting{}, []string{"administrator lead_unit", "caseworker lead_case", "unit-manager lead_unit"}},
	{NoteAttendance{}, []string{"administrator lead_unit", "caseworker lead_case chair_case", "meeting-leader chair_case", "unit-manager lead_unit"}},
	{ReadMinutes{}, []string{
		"administrator lead_unit", "caseworker own_case released_case", "child family_self", "citizen family_guardian family_self",
		"guardian family_guardian", "meeting-leader own_case released_case", "unit-manager own_unit released_unit",
	}},
	{WriteMinutes{}, []string{"administrator lead_unit", "caseworker lead_case chair_case", "meeting-leader chair_case", "unit-manager lead_unit"}},
	{SettleMinutes{}, []string{"caseworker lead_case chair_case", "meeting-leader chair_case", "unit-manager lead_unit"}},
	{AnswerDecision{}, []string{"caseworker own_case", "meeting-leader own_case", "unit-manager own_unit"}},
	{ConfirmReading{}, []string{"child family_self", "citizen family_guardian family_self", "guardian family_guardian"}},
	{ReplyToMeeting{}, []string{"child family_self", "citizen family_guardian family_self", "guardian family_guardian"}},
	{CountAttendance{}, []string{"unit-manager own_unit"}},
	{AnswerSurvey{}, []string{
		"administrator own_unit", "caseworker own_case", "child family_self", "citizen family_guardian family_self", "guardian family_guardian", "meeting-leader own_case", "unit-manager own_unit",
	}},
	{ReadSurveyResult{}, []string{"unit-manager own_unit", "system-administrator own_principal", "analyst own_principal"}},
	{AskEmergency{}, []string{"caseworker emergency", "unit-manager emergency"}},
	{OpenEmergency{}, []string{"caseworker emergency", "unit-manager emergency"}},
	{ReadEmergency{}, []string{"caseworker emergency", "unit-manager emergency"}},
	{ReadEmergencyAccess{}, []string{"unit-manager own_unit", "data-protection-officer own_principal"}},
	{ReviewEmergency{}, []string{"unit-manager own_unit"}},
	{ReadNotification{}, []string{"caseworker self", "unit-manager self", "administrator self", "meeting-leader self", "guardian self", "child self", "citizen self"}},
	{ReadLate{}, []string{"unit-manager own_unit"}},
	{EditAddress{}, []string{"caseworker self", "unit-manager self", "administrator self", "meeting-leader self", "guardian self", "child self", "citizen self"}},
	{ReadCatalogue{}, []string{
		"caseworker directory", "unit-manager directory", "administrator directory", "meeting-leader directory", "data-protection-officer directory",
		"system-administrator directory", "analyst directory",
	}},
	{EditCatalogue{}, []string{"system-administrator own_principal"}},
	{ReadQuestionnaire{}, []string{"caseworker own_principal", "unit-manager own_principal", "administrator own_principal", "meeting-leader own_principal", "system-administrator own_principal"}},
	{EditQuestionnaire{}, []string{"system-administrator own_principal"}},
	{ReadCard{}, []string{"caseworker directory", "unit-manager directory", "administrator directory", "meeting-leader directory", "data-protection-officer directory", "system-administrator directory"}},
	{KeepCard{}, []string{"caseworker self", "unit-manager own_unit", "administrator own_unit", "meeting-leader self"}},
	{ReadDisclosure{}, []string{"caseworker own_case released_case", "unit-manager own_unit released_unit"}},
	{DiscloseItem{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{ReadWithholding{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{WithholdItem{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{NameReaders{}, []string{"caseworker own_case", "unit-manager own_unit", "meeting-leader own_case"}},
	{ReadLogExtract{}, []string{"guardian family_guardian", "child family_self", "citizen family_guardian family_self"}},
	{ReviewLog{}, []string{"unit-manager own_unit", "data-protection-officer own_principal"}},
	{ReadFlag{}, []string{"data-protection-officer own_principal"}},
	{ExplainAccess{}, []string{"data-protection-officer own_principal"}},
	{ReadOrg{}, []string{"caseworker directory", "unit-manager directory", "administrator directory", "meeting-leader directory", "data-protection-officer directory", "system-administrator directory", "analyst directory", "archivist directory", "guardian directory", "child directory", "citizen directory"}},
	{ReadReorganisation{}, []string{"unit-manager own_unit", "system-administrator own_principal"}},
	{PlanReorganisation{}, []string{"system-administrator own_principal"}},
	{PlaceStaff{}, []string{"unit-manager own_unit"}},
	{PreviewReorganisation{}, []string{"system-administrator own_principal"}},
	{DecideReorganisation{}, []string{"system-administrator own_principal"}},
	{ReadRoutine{}, []string{"caseworker directory", "unit-manager directory", "administrator directory", "meeting-leader directory", "data-protection-officer directory", "system-administrator directory", "analyst directory"}},
	{LoadRoutine{}, []string{"system-administrator own_principal"}},
	{ChooseRoutine{}, []string{"system-administrator own_principal"}},
	{ReadSelf{}, []string{"caseworker self", "unit-manager self", "administrator self", "meeting-leader self", "data-protection-officer self", "system-administrator self", "analyst self", "archivist self", "guardian self", "child self", "citizen self", "unassigned self"}},
}

// differences compares the matrix with the cases: each permission and each role, allowed and not.
func differences(m *Matrix, cases []may) []string {
	var out []string
	for _, c := range cases {
		want := map[string]string{}
		for _, r := range c.roles {
			name, reaches, _ := strings.Cut(r, " ")
			want[name] = reaches
		}
		for _, r := range allRoles {
			got := strings.Join(namesOf(m.reaches[roleRule{r, c.permission.rule()}]), " ")
			if got != want[r.name] {
				out = append(out, fmt.Sprintf("%s, %s: got %q, want %q", r, c.permission.rule(), got, want[r.name]))
			}
		}
	}
	return out
}

// missingSubjects finds what a list of cases forgets: a role that is never named, a permission that nobody has, that
// everybody has, or that has no case.
func missingSubjects(roles []Role, all []Permission, cases []may) []string {
	var out []string
	named := map[string]bool{}
	byRule := map[rule]int{}
	for _, c := range cases {
		byRule[c.permission.rule()] = len(c.roles)
		for _, r := range c.roles {
			name, _, _ := strings.Cut(r, " ")
			named[name] = true
		}
	}
	for _, r := range roles {
		if !named[r.name] {
			out = append(out, "no case names "+r.name)
		}
	}
	for _, p := range all {
		// Only the look at oneself is everybody's.
		if n := byRule[p.rule()]; n == 0 || n == len(roles) && p != Permission(ReadSelf{}) {
			out = append(out, fmt.Sprintf("%s: %d of %d roles", p.rule(), n, len(roles)))
		}
	}
	return out
}

func TestMatrixSaysWhatTheCasesSay(t *testing.T) {
	t.Parallel()
	for _, d := range differences(matrix(t), allCases) {
		t.Error(d)
	}
	for _, m := range missingSubjects(allRoles, permissions, allCases) {
		t.Error(m)
	}
}

func TestMatrixCasesCanFail(t *testing.T) {
	t.Parallel()
	m, err := loadChanged(func(roles, _, _ *string) {
		*roles += "p, administrator, item, read, released_case, allow, planted\np, child, child-view, add, family_self, deny, planted\n"
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{ // child-view: the child, and the citizen who inherits it
		`administrator, item read: got "released_case", want ""`,
		`citizen, child-view add: got "", want "family_self"`,
		`child, child-view add: got "", want "family_self"`,
	}
	if got := differences(m, allCases); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	planted := append([]Role{{"auditor"}}, allRoles...)
	if got := missingSubjects(planted, permissions, allCases[1:]); len(got) != 2 {
		t.Errorf("an unnamed role and a permission without a case give %q", got)
	}
}

func TestEveryReachHasItsParagraph(t *testing.T) {
	t.Parallel()
	m := matrix(t)
	for key, reaches := range m.reaches {
		for _, r := range reaches {
			if law := m.laws[lawKey(key, r)]; law == "" || law == "allow" {
				t.Errorf("%s, %s, %s: paragraph %q", key.role, key.rule, r, law)
			}
		}
	}
	for wall, law := range m.walls {
		if law == "" || law == "allow" {
			t.Errorf("%v: paragraph %q", wall, law)
		}
	}
}
