package httpapi_test

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/person/persontest"
	"samplan/internal/testkit"
)

// asked is Milo, whom Barn och unga 1 of the district board knows, and Centrum too; Lo is unknown to Centrum.
type asked struct {
	*testkit.API
	t *testing.T
}

func newAsked(t *testing.T, day string) *asked {
	t.Helper()
	a := &asked{testkit.NewAPI(t, day), t}
	a.know("milo")
	return a
}

// know lets Centrum open a case.
func (a *asked) know(child string) {
	a.t.Helper()
	p := demo.Find(child)
	a.As("cilla").Post("/children", object{
		"identifierType": "personnummer", "identifier": p.Number, "givenName": "Milo", "familyName": "Ros", "birthDate": p.Birth.String(), "reason": canary,
	}).Want(201)
}

// TestR25KnownIsYesOrNo: the answer is one word, about a child of one's own case.
func TestR25KnownIsYesOrNo(t *testing.T) {
	t.Parallel()
	a := newAsked(t, before)
	a.know("alva")
	cilla := a.As("cilla")
	if got := cilla.Post("/known-questions", isKnown("milo", "vh-social")).Want(200).Body; got != "{\"known\":true}\n" {
		t.Errorf("more than yes: %s", got)
	}
	if got := cilla.Post("/known-questions", isKnown("alva", "vh-social")).Want(200).Body; got != "{\"known\":false}\n" { // child health alone knows her
		t.Errorf("more than no: %s", got)
	}
	hidden := cilla.Post("/known-questions", isKnown("lo", "vh-social")).Refused(404, "not-found")
	unknown := isKnown("lo", "vh-social")
	unknown["identifier"] = persontest.TestNumber(civil.MustParse("2012-01-01"), 3)
	if perRequest.ReplaceAllString(hidden.Body, "") != perRequest.ReplaceAllString(cilla.Post("/known-questions", unknown).Body, "") {
		t.Error("a child that others know is told from one that nobody knows")
	}
	a.As("liv").Post("/known-questions", isKnown("milo", "ce-social")).Refused(404, "not-found") // not her case
	for _, who := range []string{"agnes", "disa", "moa", "amir"} {
		a.As(who).Post("/known-questions", isKnown("milo", "ce-social")).Refused(403, "denied")
	}
	lacking := isKnown("milo", "vh-social")
	delete(lacking, "reason")
	cilla.Post("/known-questions", lacking).Want(400)
}

// TestR25FormerCaseIsKnown: also one that has ended; and after a reorganisation each board answers for what is its own.
func TestR25FormerCaseIsKnown(t *testing.T) {
	t.Parallel()
	a := newAsked(t, after)
	ask := func(branch, want string) {
		t.Helper()
		a.As("cilla").Post("/known-questions", isKnown("milo", branch)).Want(200).Shows(want)
	}
	ask("sh-social", "true")
	ask("nf-support", "false")
	if _, err := a.Owner.ExecContext(t.Context(), `UPDATE case_file SET valid = daterange(lower(valid), '2020-12-20') WHERE unit_id = $1`, demo.UnitID("bou1")); err != nil {
		t.Fatal(err)
	}
	ask("sh-social", "true")
	a.As("karin").Post("/known-questions", isKnown("milo", "ce-social")).Refused(404, "not-found") // she has no open case any more
}

// TestR25OnlySocialBoardsOfOneMunicipality: what the law does not let be asked is refused with the paragraph.
func TestR25OnlySocialBoardsOfOneMunicipality(t *testing.T) {
	t.Parallel()
	a := newAsked(t, after)
	paragraph := []string{`"paragraph":"OSL 10:28; SoL 15:8"`}
	for branch, rule := range map[string]string{
		"gn-school": "not-social-services", "ce-social": "same-board", "bup": "other-municipality", "uph": "other-municipality",
	} {
		a.As("cilla").Post("/known-questions", isKnown("milo", branch)).Refused(422, "known-question-not-allowed", "/toBranchId").Shows(append(paragraph, rule)...)
	}
	for _, who := range []string{"lena", "bea"} { // a school and health care never ask, whatever they ask about
		for _, child := range []string{"lo", "milo"} {
			a.As(who).Post("/known-questions", isKnown(child, "ce-social")).Refused(422, "known-question-not-allowed", "/toBranchId").Shows(paragraph...)
		}
	}
	nowhere := isKnown("milo", "ce-social")
	nowhere["toBranchId"] = madeUp
	a.As("cilla").Post("/known-questions", nowhere).Refused(422, "invalid-value", "/toBranchId")
	a.As("cilla").Post("/known-questions", isKnown("milo", "vh-social")).Refused(422, "invalid-value", "/toBranchId") // a board that is no more
	a.As("bo").Post("/known-questions", isKnown("tuva", "sh-social")).Want(200).Shows("true")
}

// TestR25BothSidesKeepTheQuestion: the asker with the reason; the board that said yes without it; one that said no, nothing.
func TestR25BothSidesKeepTheQuestion(t *testing.T) {
	t.Parallel()
	a := newAsked(t, before)
	a.know("alva")
	cilla := a.As("cilla")
	cilla.Post("/known-questions", isKnown("milo", "vh-social")).Want(200)
	cilla.Post("/known-questions", isKnown("alva", "vh-social")).Want(200)
	const sent, received = "/known-questions?direction=sent", "/known-questions?direction=received"
	for _, who := range []string{"cilla", "ola"} {
		a.As(who).Get(sent).Want(200).Shows(canary, `"known":true`, `"known":false`, `"totalRecords":2`, "OSL 10:28; SoL 15:8")
		a.As(who).Get(received).Want(200).Shows(`"totalRecords":0`)
	}
	a.As("kim").Get(received).Want(200).Shows(`"totalRecords":1`, `"known":true`, "Milo Ros", "Barn och unga Centrum").Hides(canary)
	for _, who := range []string{"karin", "liv", "fia", "bibi", "rolf"} { // a caseworker, and managers whose cases were not the reason
		a.As(who).Get(received).Want(200).Shows(`"totalRecords":0`)
		a.As(who).Get(sent).Want(200).Shows(`"totalRecords":0`)
	}
	var ground string
	if err := a.Owner.QueryRowContext(t.Context(), `SELECT purpose FROM audit_entry WHERE operation = 'AskKnown' AND outcome = 'done' LIMIT 1`).Scan(&ground); err != nil || ground != "OSL 10:28; SoL 15:8" {
		t.Errorf("the log says %q (%v)", ground, err)
	}
}

// TestR25QuestionsHaveAnEnd: nobody walks through a register; the limit is a setting of the board.
func TestR25QuestionsHaveAnEnd(t *testing.T) {
	t.Parallel()
	a := newAsked(t, before)
	if _, err := a.Owner.ExecContext(t.Context(), `INSERT INTO term_setting (authority_id, questions_a_day) VALUES ($1, 2)`, demo.AuthorityID("ce")); err != nil {
		t.Fatal(err)
	}
	cilla := a.As("cilla")
	for range 2 {
		cilla.Post("/known-questions", isKnown("milo", "vh-social")).Want(200)
	}
	if got := cilla.Post("/known-questions", isKnown("milo", "vh-social")).Refused(429, "too-many-requests").Hides("known\":"); got.Header.Get("Retry-After") == "" {
		t.Error("no word of when to come back")
	}
	a.As("ola").Post("/known-questions", isKnown("milo", "vh-social")).Want(200)
	a.On("2020-12-16")
	cilla.Post("/known-questions", isKnown("milo", "vh-social")).Want(200)
}
