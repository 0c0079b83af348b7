package store

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"
	"samplan/internal/publicrequest"
)

// publicCautions: what whoever tests an item of the own unit must know of it, and how a point of minutes was corrected beside.
const publicCautions = `coalesce((SELECT ch.protection <> 'none' FROM person ch WHERE ch.id = p.child_id), true),
  EXISTS (SELECT FROM item_subject t WHERE t.item_id = i.id AND t.ended_on IS NULL),
  EXISTS (SELECT FROM withholding w WHERE w.item_id = i.id AND w.ended_on IS NULL),
  (SELECT string_agg(c.text, E'\n' ORDER BY c.created_at, c.id) FROM minute_correction c WHERE c.item_id = i.id)`

// publicItems reads the items of a request that the own unit holds, in reach, as they are now, with their harm tests.
func (u *unit) publicItems(ctx context.Context, m access.Grant[access.ReadItem], of id.PublicRequest, where string, arg any) ([]publicrequest.Listed, error) {
	var all []publicrequest.Listed
	err := u.pipeline(ctx, step{
		sql: `SELECT ` + itemColumns + `, ` + publicCautions + `, l.outcome, l.paragraph, l.reason, l.reservation, l.masks, coalesce(l.tested_tag, ''),
		        l.tested_by, l.tested_on, l.given
		      FROM public_request_item l JOIN item i ON i.id = l.item_id JOIN plan p ON p.id = i.plan_id
		      WHERE l.request_id = $1 AND ` + where + ` AND i.owner_unit_id = app_unit() AND ` + itemScope(m.Reaches(), "NULL::uuid") + ` ORDER BY l.listed_at, i.id`,
		args: []any{of, arg},
		row: func(r pgx.Rows) error {
			var i plan.Item
			var l publicrequest.Listed
			var isProtected, isOfOthers, isWithheld bool
			var corrections person.Text
			var masks []string
			err := r.Scan(append(itemTargets(&i), &isProtected, &isOfOthers, &isWithheld, asText(&corrections), asEnum(&l.Outcome), asText(&l.Paragraph),
				asText(&l.Reason), asText(&l.Reservation), &masks, &l.Of, asID(&l.By), asDay(&l.On), givenTarget{&l.Given})...)
			if err != nil {
				return fmt.Errorf("read item of public request: %w", err)
			}
			for _, t := range masks {
				l.Masks = append(l.Masks, person.NewText(t))
			}
			l.Item, l.Tag, l.Content = i.ID, i.Tag()+"/"+fmt.Sprint(len(corrections.Reveal())), publicContent(i, corrections)
			l.Cautions = cautions(isProtected, isOfOthers, isWithheld)
			all = append(all, l)
			u.logItem(m.Reaches(), &i, openings{})
			return nil
		},
	})
	return all, err
}

func cautions(is ...bool) []publicrequest.Caution {
	var all []publicrequest.Caution
	for n, c := range publicrequest.Cautions.Values() {
		if is[n] {
			all = append(all, c)
		}
	}
	return all
}

// publicContent gives what an item says in words, and what stands beside it. What is kept from guardians is left out: whoever asks may be
// one of them.
func publicContent(i plan.Item, corrections person.Text) publicrequest.Content {
	c := publicrequest.Content{Kind: i.Kind.String(), WrittenOn: i.CreatedOn}
	add := func(name string, t person.Text) {
		if !t.IsZero() {
			c.Parts = append(c.Parts, publicrequest.Part{Name: name, Text: t})
		}
	}
	day := func(d civil.Date) person.Text { return person.NewText(d.String()) }
	add("title", i.Title)
	add("text", i.Body)
	add("spoken-by", i.SpokenBy)
	add("outside-actor", i.OutsideActor)
	add("contact-name", i.ContactName)
	if !i.StartsOn.IsZero() {
		add("starts-on", day(i.StartsOn))
	}
	if !i.EndsOn.IsZero() {
		add("ends-on", day(i.EndsOn))
	}
	add("correction", corrections)
	for _, o := range i.Objections {
		if o.Kept {
			continue
		}
		add("objection", o.Text)
		add("objection-correction", o.Correction)
		add("objection-reason", o.Reason)
	}
	return c
}

// givenContent is what has left, as it is kept.
type givenContent struct {
	Kind      string
	WrittenOn string
	Parts     []givenPart
}

type givenPart struct{ Name, Text string }

func asGiven(c publicrequest.Content) (string, error) {
	g := givenContent{Kind: c.Kind, WrittenOn: c.WrittenOn.String()}
	for _, p := range c.Parts {
		g.Parts = append(g.Parts, givenPart{p.Name, p.Text.Reveal()})
	}
	text, err := json.Marshal(g)
	if err != nil {
		return "", fmt.Errorf("write what leaves: %w", err)
	}
	return string(text), nil
}

// givenTarget reads it.
type givenTarget struct{ into *publicrequest.Content }

// ScanBytes implements pgtype.BytesScanner.
func (t givenTarget) ScanBytes(v []byte) error {
	*t.into = publicrequest.Content{}
	if v == nil {
		return nil
	}
	var g givenContent
	if err := json.Unmarshal(v, &g); err != nil {
		return fmt.Errorf("read what has left: %w", err)
	}
	on, err := civil.Parse(g.WrittenOn)
	if err != nil {
		return fmt.Errorf("read what has left: %w", err)
	}
	t.into.Kind, t.into.WrittenOn = g.Kind, on
	for _, p := range g.Parts {
		t.into.Parts = append(t.into.Parts, publicrequest.Part{Name: p.Name, Text: person.NewText(p.Text)})
	}
	return nil
}
