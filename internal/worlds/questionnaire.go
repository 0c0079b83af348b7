package worlds

import (
	"fmt"

	"samplan/internal/civil"
	"samplan/internal/demo"
)

// Questionnaire is what a principal asks other services: a version of it.
type Questionnaire struct {
	ID               ID
	Principal, Words string
	Code, State      string
	Number, Version  int
	Published        civil.Date
	Retired          civil.Date
}

func (m *maker) asked() {
	for range m.dice.Roll(4) {
		m.questionnaire()
	}
}

// questionnaire draws a version of a code of its own, so that of each there is one draft and one in use at the most.
func (m *maker) questionnaire() {
	q := Questionnaire{
		ID: m.id("questionnaire"), Principal: oneOf(m.dice, "goteborg", "goteborg", "vgr", "uph"), State: oneOf(m.dice, "draft", "published", "published", "retired"),
		Number: 1, Version: 1,
	}
	q.Code = "q" + fmt.Sprintf("%x", q.ID[:4])
	q.Words = "KANARIE-formulär-" + q.Code
	if q.State != "draft" {
		q.Published = m.Day
	}
	if q.State == "retired" {
		q.Retired = m.Day
	}
	m.Questionnaires = append(m.Questionnaires, q)
}

// SeesQuestionnaire tells whether a version is there for the reader: for staff of its principal.
func (w *World) SeesQuestionnaire(r Reader, q Questionnaire) bool {
	branch, _ := w.domain(r.Unit)
	_, principal := demo.BoardOf(branch)
	return !r.IsCitizen() && principal == q.Principal
}

func (w *World) rowsOfQuestionnaires(add func(string, row)) {
	for _, q := range w.Questionnaires {
		texts := []row{{"language": "sv", "text": q.Words}, {"language": "en", "text": q.Words}}
		drafted := w.Day.AddDays(-9)
		if !q.Published.IsZero() {
			drafted = q.Published // on whatever day the world is looked at
		}
		add("questionnaire", row{
			"id": q.ID, "principal_id": demo.PrincipalID(q.Principal), "code": q.Code, "number": q.Number, "state": q.State, "languages": []string{"sv", "en"},
			"category": "schooling", "titles": texts, "fields": []row{{"code": "a", "kind": "text", "words": texts, "isRequired": true}},
			"drafted_by": StaffOf("bou1")[0].Person, "drafted_on": drafted, "published_on": orNull(q.Published), "retired_on": orNull(q.Retired),
			"version": q.Version,
		})
	}
}
