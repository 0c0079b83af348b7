package store

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/routine"
	"samplan/internal/survey"
)

const (
	// meetingClosedOn is the day on which a meeting (alias m) was closed; it never changes after.
	meetingClosedOn = "(m.changed_at AT TIME ZONE 'Europe/Stockholm')::date"
	isTaken         = "EXISTS (SELECT FROM survey_taken t WHERE t.meeting_id = m.id AND t.person_id = app_person())"
)

// fromSurvey are the closed meetings (alias m) within the reaches after which the actor is asked, each with its plan (p) and
// the version that asks (v): the plan's, or the national one where the plan's could tell the place.
func fromSurvey(reaches []access.Reach) string {
	return `meeting m JOIN plan p ON p.id = m.plan_id
	  JOIN routine_version v ON v.id = coalesce(CASE WHEN ` + knowsPlace + ` THEN p.routine_version_id END, ` + nationalRoutine + `)
	 WHERE m.state = 'closed' AND ` + planScope(reaches) + ` AND (app_unit() IS NULL OR EXISTS (SELECT FROM meeting_attendance a
	   WHERE a.meeting_id = m.id AND a.unit_id = app_unit() AND a.person_id = app_person() AND a.presence IN ('came', 'digital')))`
}

// FindSurvey implements survey.Store.
func (s *Store) FindSurvey(ctx context.Context, g access.Grant[access.AnswerSurvey], m id.Meeting) (survey.Survey, error) {
	u, err := within(ctx, g)
	if err != nil {
		return survey.Survey{}, err
	}
	var v survey.Survey
	var whole []byte
	err = u.pipeline(ctx, step{
		sql: "SELECT m.id, p.id, p.child_id, " + meetingClosedOn + ", " + isTaken + ", v.id, v.whole FROM " + fromSurvey(g.Reaches()) +
			" AND m.id = $1",
		args: []any{m},
		row: func(r pgx.Rows) error {
			if err := r.Scan(&v.Meeting, &v.Plan, &v.Child, &v.ClosedOn, &v.IsTaken, &v.Routine.ID, &whole); err != nil {
				return fmt.Errorf("read survey: %w", err)
			}
			return json.Unmarshal(whole, &v.Routine.Profile)
		},
	})
	if err == nil && v.Meeting.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.child, u.log.plan = v.Child, v.Plan
		u.log.opened(v.Meeting.UUID(), g.Reaches()[0])
	}
	return v, err
}

// KeepAnswer implements survey.Store. The log has the meeting, from FindSurvey.
func (s *Store) KeepAnswer(ctx context.Context, g access.Grant[access.AnswerSurvey], v survey.Survey, a survey.Answer) (bool, error) {
	u, err := within(ctx, g)
	if err != nil {
		return false, err
	}
	ok := false
	err = u.pipeline(ctx, step{
		sql:  "SELECT app_answer_survey($1, $2, $3, $4, $5, $6)",
		args: []any{a.ID, v.Meeting, v.Routine.ID, v.ClosesOn(), a.Answers, a.Words},
		row:  func(r pgx.Rows) error { return r.Scan(&ok) },
	})
	return ok, err
}

// CountAnswers implements survey.Store.
func (s *Store) CountAnswers(ctx context.Context, g access.Grant[access.ReadSurveyResult]) ([]survey.Count, map[id.Routine]routine.Version, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, nil, err
	}
	var all []survey.Count
	versions := map[id.Routine]routine.Version{}
	counts := "app_survey_counts() c WHERE " + surveyResultScope(g.Reaches())
	err = u.pipeline(ctx, step{
		sql: "SELECT c.unit_id, c.principal_id, c.period, c.respondent, c.version_id, c.question, c.answer, c.times FROM " + counts,
		row: func(r pgx.Rows) error {
			var c survey.Count
			err := r.Scan(&c.Unit, &c.Principal, &c.Period, &c.Respondent, &c.Routine, &c.Question, &c.Answer, &c.Times)
			all = append(all, c)
			return err
		},
	}, step{
		sql: "SELECT " + routineColumns + " FROM routine_version v WHERE v.id IN (SELECT c.version_id FROM " + counts + ")",
		row: func(r pgx.Rows) error {
			var v routine.Version
			err := scanRoutine(r, &v)
			versions[v.ID] = v
			return err
		},
	})
	return all, versions, err
}

// surveyResultScope chooses counts (alias c) within the reaches of a grant.
func surveyResultScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnUnit:
			return "c.unit_id = app_unit()"
		case access.OwnPrincipal:
			return "c.principal_id = app_principal()"
		}
		return "false"
	})
}
