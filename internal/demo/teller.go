package demo

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"samplan/internal/access"
	"samplan/internal/card"
	"samplan/internal/civil"
	"samplan/internal/consent"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/meeting"
	"samplan/internal/person"
	"samplan/internal/plan"
	"samplan/internal/routine"
	"samplan/internal/session"
)

// World is what the people of the county act through: the door, and the use cases behind it.
type World struct {
	Door          session.Door
	Plans         *plan.Service
	Consents      *consent.Service
	Meetings      *meeting.Service
	Children      *person.Service
	Routines      *routine.Service
	Cards         *card.Service // of LoadCards alone
	StaffIssuer   string
	CitizenIssuer string
}

// teller tells a story: it lets people act, on a day, until something goes wrong.
type teller struct {
	ctx context.Context //nolint:containedctx // lives for one call of LoadStories
	w   World
	day civil.Date
	err error
}

// on sets the day.
func (t *teller) on(day string) { t.day = civil.MustParse(day) }

// as lets somebody act through the door, as a request would.
func (t *teller) as(key, operation string, do func(context.Context, access.Actor) error) {
	if t.err != nil {
		return
	}
	p := Find(key)
	r := session.Request{ID: id.NewRequest(), Operation: operation, Now: t.day.Start().Add(10 * time.Hour), Today: t.day}
	r.Credentials, t.err = t.w.credentials(p)
	if t.err != nil {
		return
	}
	if len(p.Posts) > 0 {
		r.Assignment = p.AssignmentID(p.Posts[0].Unit)
	}
	_, err := t.w.Door.Serve(t.ctx, r, func(ctx context.Context, a access.Actor) (session.Answer, error) {
		return session.Answer{Status: http.StatusOK}, do(ctx, a)
	})
	if err != nil {
		t.err = fmt.Errorf("%s, %s, %s: %w", t.day, key, operation, describe(err))
	}
}

// describe adds the fields at fault, which the story's author needs.
func describe(err error) error {
	var f *fault.Error
	if errors.As(err, &f) && len(f.Fields) > 0 {
		return fmt.Errorf("%w %v", err, f.Fields)
	}
	return err
}

func (w World) credentials(p Person) (session.Credentials, error) {
	if p.Number == "" {
		return session.Credentials{Kind: session.Staff, Issuer: w.StaffIssuer, Subject: p.Subject()}, nil
	}
	number, err := session.NewIdentifier(p.Number)
	return session.Credentials{
		Kind: session.Citizen, Issuer: w.CitizenIssuer, IdentifierType: person.Personnummer.String(), Identifier: number,
	}, err
}
