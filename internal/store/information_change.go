package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/inforequest"
	"samplan/internal/routine"
)

// takesPartAs is the category of information that a service has a case about a child at all.
const takesPartAs = "participation"

// SendInformationRequest implements inforequest.Store.
func (s *Store) SendInformationRequest(ctx context.Context, g access.Grant[access.AskInformation], child id.Person, d inforequest.Draft,
	do func(inforequest.Sending) (inforequest.Request, inforequest.Opened, error),
) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	var k inforequest.Sending
	if k.Child, err = u.findChild(ctx, child, childScope(g.Reaches()), ""); err != nil {
		return err
	}
	var r routine.Version
	steps := append(wallSteps(child, d.To, takesPartAs, &k.Wall), questionnaireStep(d.Questionnaire, &k.Questionnaire), ownRoutine(&r), step{
		sql: "SELECT c.valid_until FROM contact_card c WHERE c.unit_id = $1 AND " + lastCard, args: []any{d.To},
		row: func(row pgx.Rows) error { return row.Scan(asDay(&k.CardUntil)) },
	})
	if err := u.pipeline(ctx, steps...); err != nil {
		return err
	}
	k.Profile = r.Profile
	v, opened, err := do(k)
	if err != nil {
		return err
	}
	return u.pipeline(ctx, step{
		sql: `INSERT INTO information_request (id, child_id, given_name, family_name, birth_date, from_unit_id, to_unit_id, questionnaire_id, author_id,
		        body, sent_on, remind_from, due_on, created_at, state)
		      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
		args: []any{
			v.ID, v.Child, v.Name.Given, v.Name.Family, v.BirthDate, v.From, v.To, v.Questionnaire.ID, v.Author, v.Text, v.SentOn, v.RemindFrom, v.DueOn,
			v.CreatedAt, v.State,
		},
	}, openedStep(v.ID, opened))
}

// openedStep keeps by what the wall was open when the own unit told the other side; its own to know.
func openedStep(r id.InformationRequest, o inforequest.Opened) step {
	return step{
		sql: `INSERT INTO information_ground (request_id, unit_id, told_by, told_on, consent_id, ground, paragraph, reason)
		      VALUES ($1, app_unit(), app_person(), app_today(), $2, $3, $4, $5)`,
		args: []any{r, o.Consent, nullable(o.Ground.String()), nullable(o.Paragraph), o.Reason},
	}
}

// changeInformation locks a request within the grant's reaches and lets do change it.
func changeInformation[P access.Permission](
	ctx context.Context, g access.Grant[P], r id.InformationRequest, do func(*inforequest.Request) error,
) (*unit, inforequest.Request, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, inforequest.Request{}, err
	}
	v, err := u.information(ctx, r, g.Reaches(), forUpdateOfRequest)
	if err != nil {
		return nil, v, err
	}
	return u, v, do(&v)
}

// WithdrawInformationRequest implements inforequest.Store.
func (s *Store) WithdrawInformationRequest(
	ctx context.Context, g access.Grant[access.AskInformation], r id.InformationRequest, do func(*inforequest.Request) error,
) error {
	u, v, err := changeInformation(ctx, g, r, do)
	if err != nil {
		return err
	}
	end, err := endStep(v)
	if err != nil {
		return err
	}
	return u.pipeline(ctx, end)
}

// AssignInformationRequest implements inforequest.Store.
func (s *Store) AssignInformationRequest(
	ctx context.Context, g access.Grant[access.HandleInformation], r id.InformationRequest, do func(*inforequest.Request) error,
) error {
	u, v, err := changeInformation(ctx, g, r, do)
	if err != nil {
		return err
	}
	h := v.Handling
	return u.pipeline(ctx, step{
		sql: `INSERT INTO information_handling (request_id, unit_id, owner_id, substitute_id, away_from, away_to, assigned_by, version)
		      VALUES ($1, app_unit(), $2, $3, $4, $5, app_person(), $6)
		      ON CONFLICT (request_id) DO UPDATE SET owner_id = excluded.owner_id, substitute_id = excluded.substitute_id, away_from = excluded.away_from,
		        away_to = excluded.away_to, assigned_by = excluded.assigned_by, version = excluded.version`,
		args: []any{v.ID, h.Owner, h.Substitute, h.AwayFrom, h.AwayTo, h.Version},
	})
}

// DraftInformation implements inforequest.Store.
func (s *Store) DraftInformation(
	ctx context.Context, g access.Grant[access.AnswerInformation], r id.InformationRequest, do func(*inforequest.Request) error,
) error {
	u, v, err := changeInformation(ctx, g, r, do)
	if err != nil {
		return err
	}
	draft, err := asKept(v.Handling.Draft)
	if err != nil {
		return err
	}
	return u.pipeline(ctx, step{
		sql:  "UPDATE information_handling SET draft = $2::jsonb, note = $3, version = $4 WHERE request_id = $1 AND version = $4 - 1",
		args: []any{v.ID, draft, v.Handling.Note, v.Handling.Version}, affected: unmoved,
	})
}

// EndInformationRequest implements inforequest.Store.
func (s *Store) EndInformationRequest(ctx context.Context, g access.Grant[access.AnswerInformation], r id.InformationRequest,
	do func(*inforequest.Request, inforequest.Wall) (inforequest.Opened, error),
) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	v, err := u.information(ctx, r, g.Reaches(), forUpdateOfRequest)
	if err != nil {
		return err
	}
	var w inforequest.Wall
	if err := u.pipeline(ctx, wallSteps(v.Child, v.From, v.Questionnaire.Content.Category.String(), &w)...); err != nil {
		return err
	}
	opened, err := do(&v, w)
	if err != nil {
		return err
	}
	end, err := endStep(v)
	if err != nil {
		return err
	}
	steps := []step{end}
	if v.State == inforequest.Answered {
		steps = append(steps, openedStep(v.ID, opened))
	}
	return u.pipeline(ctx, steps...)
}

func endStep(v inforequest.Request) (step, error) {
	answers, err := asKept(v.Answers)
	return step{
		sql: `UPDATE information_request SET state = $2, ended_on = $3, answers = $4::jsonb, decline = $5, reason = $6, version = $7
		      WHERE id = $1 AND version = $7 - 1`,
		args:     []any{v.ID, v.State, v.EndedOn, answers, nullable(v.Decline.String()), v.Reason, v.Version},
		affected: unmoved,
	}, err
}
