package worlds

import (
	"slices"
	"time"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/id"
)

// Vote is what somebody answered after some meeting, of whom nothing is known.
type Vote struct {
	ID               ID
	Unit, Respondent string
	Period           civil.Date // half-year in which the survey closed
	Answers          map[string]string
}

// halfYear is the half-year in which a day lies.
func halfYear(d civil.Date) civil.Date {
	month := time.January
	if d.UTC().Month() > time.June {
		month = time.July
	}
	return civil.New(d.Year(), month, 1)
}

// polled draws who has answered after meetings, and what was answered, at two units that are of one principal today.
func (m *maker) polled() {
	for i := range m.Meetings {
		v := &m.Meetings[i]
		for _, a := range v.Attendances {
			if v.State == "closed" && chance(m.dice, 30) && !slices.Contains(v.Taken, a.Person) {
				v.Taken = append(v.Taken, a.Person)
			}
		}
		for _, r := range v.Replies {
			if v.State == "closed" && chance(m.dice, 40) {
				v.Taken = append(v.Taken, r.Person)
			}
		}
	}
	for range m.dice.Roll(22) {
		m.vote()
	}
}

func (m *maker) vote() {
	now := halfYear(m.Day)
	v := Vote{m.id("vote"), oneOf(m.dice, "bou1", "bou1", "hs", "bup"), oneOf(m.dice, "child", "child", "staff"), oneOf(m.dice, now, halfYear(now.AddDays(-1)), halfYear(now.AddDays(-1))), nil}
	word := func() string { return oneOf(m.dice, "yes", "yes", "partly", "no") }
	if v.Respondent == "child" {
		v.Answers = map[string]string{"listened": word(), "important": word(), "next": word()}
	} else {
		v.Answers = map[string]string{"purpose": oneOf(m.dice, "1", "4", "5"), "mandate": word(), "child": oneOf(m.dice, "2", "3", "5")}
	}
	m.Votes = append(m.Votes, v)
}

func (w *World) principalOf(unit string) string {
	branch, _ := w.domain(unit)
	return demo.PrincipalOf(branch)
}

func (w *World) rowsOfSurveys(add func(string, row)) {
	for i := range w.Meetings {
		for _, p := range w.Meetings[i].Taken {
			add("survey_taken", row{"meeting_id": w.Meetings[i].ID, "person_id": p})
		}
	}
	for _, v := range w.Votes {
		add("survey_answer", row{
			"id": v.ID, "unit_id": unitID(v.Unit), "principal_id": demo.PrincipalID(w.principalOf(v.Unit)), "period": v.Period, "respondent": v.Respondent,
			"routine_version_id": id.RoutineNamed("national", 1), "answers": v.Answers, "words": map[string]string{"more": "KANARIE-fritext"},
		})
	}
}
