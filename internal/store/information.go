package store

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/inforequest"
	"samplan/internal/page"
	"samplan/internal/questionnaire"
)

// informationColumns read a request with what the receiver does with it, which the fence shows to the receiver alone, and with the
// questionnaire as it was sent.
const (
	informationColumns = `q.id, q.child_id, q.given_name, q.family_name, q.birth_date, coalesce(app_information_protection(q.id), 'assumed-identity'),
	  q.from_unit_id, q.to_unit_id, q.author_id, coalesce(a.staff_name, ''), q.body, q.sent_on, q.remind_from, q.due_on, q.created_at, q.state,
	  q.ended_on, q.answers, q.decline, q.reason, q.version, h.owner_id, coalesce(o.staff_name, ''), h.substitute_id, coalesce(b.staff_name, ''),
	  h.away_from, h.away_to, h.draft, h.note, coalesce(h.version, 0), t.id, t.code, t.number, t.state, t.languages, t.category, t.titles, t.fields, ` + informationRoutineColumns
	informationTables = `information_request q JOIN questionnaire t ON t.id = q.questionnaire_id
	  LEFT JOIN person a ON a.id = q.author_id
	  LEFT JOIN information_handling h ON h.request_id = q.id
	  LEFT JOIN person o ON o.id = h.owner_id LEFT JOIN person b ON b.id = h.substitute_id
	  ` + routineBeside + ` WHERE `
)

// tasked: a request (alias q) to the own unit that has an owner, and that is up to the actor today.
var tasked = `q.to_unit_id = app_unit() AND EXISTS (SELECT FROM information_handling mine
  WHERE mine.request_id = q.id AND mine.unit_id = app_unit() AND app_person() = ` + taskOf("mine") + `)`

// untasked: a request (alias q) that nobody has the task of who is there today.
var untasked = `NOT EXISTS (SELECT FROM information_handling h WHERE h.request_id = q.id AND NOT ` + isAway(taskOf("h")) + `)`

// taskOf tells whose task a request is today, by its handling: of who stands in for this one alone while the owner is away, or else
// of who stands in for the owner, or of the owner.
func taskOf(handling string) string {
	return "CASE WHEN app_today() BETWEEN " + handling + ".away_from AND " + handling + ".away_to THEN " + handling + ".substitute_id ELSE " +
		onDuty(handling+".owner_id") + " END"
}

// informationScope chooses requests for information (alias q) within the reaches of a grant.
func informationScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnCase:
			return "q.from_unit_id = app_unit() AND " + caseOf("q.child_id")
		case access.OwnUnit:
			return "q.from_unit_id = app_unit() AND " + fileOf("q.child_id")
		case access.ReceivedCase:
			return tasked
		case access.ReceivedUnit:
			return "q.to_unit_id = app_unit()"
		}
		return "false"
	})
}

func scanInformation(r pgx.Rows) (inforequest.Request, error) {
	var v inforequest.Request
	h, c := &v.Handling, &v.Questionnaire.Content
	var answers, draft, titles, fields []byte
	into := []any{
		&v.ID, &v.Child, &v.Name.Given, &v.Name.Family, &v.BirthDate, &v.Protection, &v.From, &v.To, &v.Author, &v.AuthorName, &v.Text,
		&v.SentOn, &v.RemindFrom, &v.DueOn, &v.CreatedAt, asEnum(&v.State), asDay(&v.EndedOn), &answers, asEnum(&v.Decline), asText(&v.Reason), &v.Version,
		asID(&h.Owner), &h.OwnerName, asID(&h.Substitute), &h.SubstituteName, asDay(&h.AwayFrom), asDay(&h.AwayTo), &draft, asText(&h.Note), &h.Version,
		&v.Questionnaire.ID, &v.Questionnaire.Code, &v.Questionnaire.Number, asEnum(&v.Questionnaire.State), &c.Languages, asEnum(&c.Category), &titles, &fields,
	}
	err := r.Scan(append(into, informationRoutineTargets(&v.Routine)...)...)
	if err != nil {
		return v, fmt.Errorf("read request for information: %w", err)
	}
	for text, into := range map[*[]byte]any{&answers: &v.Answers, &draft: &h.Draft, &titles: &c.Titles, &fields: &c.Fields} {
		if len(*text) == 0 {
			continue
		}
		if err := json.Unmarshal(*text, into); err != nil {
			return v, fmt.Errorf("understand request for information: %w", err)
		}
	}
	return v, nil
}

// FindInformationRequest implements inforequest.Store.
func (s *Store) FindInformationRequest(ctx context.Context, g access.Grant[access.ReadInformation], r id.InformationRequest) (inforequest.Request, error) {
	u, err := within(ctx, g)
	if err != nil {
		return inforequest.Request{}, err
	}
	return u.information(ctx, r, g.Reaches(), "")
}

// information reads one request within reaches; lock, when not empty, is how it is locked before it is read, so that what came in
// between counts. Its child is what the request to the server is about.
func (u *unit) information(ctx context.Context, r id.InformationRequest, reaches []access.Reach, lock string) (inforequest.Request, error) {
	var v inforequest.Request
	var steps []step
	if lock != "" {
		steps = append(steps, step{sql: "SELECT q.id FROM information_request q WHERE q.id = $1 AND " + informationScope(reaches) + lock, args: []any{r}})
	}
	err := u.pipeline(ctx, append(steps, step{
		sql: "SELECT " + informationColumns + " FROM " + informationTables + "q.id = $1 AND " + informationScope(reaches), args: []any{r},
		row: func(row pgx.Rows) (err error) {
			v, err = scanInformation(row)
			return err
		},
	})...)
	if err == nil && v.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.child = v.Child
		u.log.opened(v.ID.UUID(), onSide(reaches, v.From == u.actor.Unit())[0])
	}
	return v, err
}

// ListInformationRequests implements inforequest.Store.
func (s *Store) ListInformationRequests(
	ctx context.Context, g access.Grant[access.ReadInformation], d inforequest.Direction, of id.Person, pg page.Page,
) ([]inforequest.Request, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	reaches := onSide(g.Reaches(), bool(d))
	var rows []inforequest.Request
	total, err := u.list(ctx, listing{
		columns: informationColumns, from: informationTables + "(" + informationScope(reaches) + ") AND ($1::uuid IS NULL OR q.child_id = $1)",
		order: "q.state <> 'sent', q.due_on, q.id", args: []any{of},
	}, pg, func(r pgx.Rows) error {
		v, err := scanInformation(r)
		rows = append(rows, v)
		u.log.opened(v.ID.UUID(), reaches[0])
		return err
	})
	return rows, total, err
}

// wallSteps read the wall from the own unit to another for a child and a category, by what is known of either.
func wallSteps(child id.Person, to id.Unit, category string, w *inforequest.Wall) []step {
	return []step{
		{sql: sideOf + "app_unit()", row: sideRow(&w.Giver)},
		{sql: sideOf + "$1", args: []any{to}, row: sideRow(&w.Receiver)},
		{
			sql: "SELECT is_open, consent_id FROM app_may_tell($1, $2, $3)", args: []any{child, to, category},
			row: func(r pgx.Rows) error { return r.Scan(&w.IsOpen, asID(&w.Consent)) },
		},
	}
}

func asKept(answers []inforequest.Answer) (*string, error) {
	if len(answers) == 0 {
		return nil, nil //nolint:nilnil // none is NULL
	}
	text, err := json.Marshal(answers)
	if err != nil {
		return nil, fmt.Errorf("write answers: %w", err)
	}
	return new(string(text)), nil
}

// questionnaireStep reads a questionnaire of the own principal.
func questionnaireStep(of id.Questionnaire, into *questionnaire.Questionnaire) step {
	return step{
		sql:  "SELECT " + questionnaireColumns + " FROM questionnaire t WHERE t.id = $1 AND t.principal_id = app_principal()",
		args: []any{of},
		row: func(r pgx.Rows) (err error) {
			*into, err = scanQuestionnaire(r)
			return err
		},
	}
}
