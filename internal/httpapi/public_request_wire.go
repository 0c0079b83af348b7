package httpapi

import (
	"bytes"
	"fmt"
	"strconv"

	"samplan/internal/document"
	"samplan/internal/person"
	"samplan/internal/phrase"
	"samplan/internal/publicrequest"
	"samplan/internal/sheet"

	"samplan/internal/httpapi/wire"
)

func publicRequest(q publicrequest.Request) wire.PublicRequest {
	w := wire.PublicRequest{
		Id: q.ID.UUID(), State: wire.PublicRequestState(q.State.String()), Text: q.Text.Reveal(), Requester: reveal(q.Requester), ReceivedOn: day(q.ReceivedOn),
		Subject: publicSubject(q), RegisteredBy: staffRef(q.RegisteredBy, q.Registrar), DecidedBy: optionalStaff(q.DecidedBy, q.Decider), DecidedOn: optionalDay(q.DecidedOn),
		Items: each(q.Listed, func(l publicrequest.Listed) wire.PublicRequestItem { return publicItem(l, q.State) }), Etag: etag(q.Tag()),
	}
	if !q.Refusal.Reason.IsZero() {
		w.Refusal = &wire.PublicRequestRefusal{Paragraph: q.Refusal.Paragraph.Reveal(), Reason: q.Refusal.Reason.Reveal()}
	}
	return w
}

func publicRequestRow(q publicrequest.Request) wire.PublicRequestRow {
	return wire.PublicRequestRow{
		Id: q.ID.UUID(), State: wire.PublicRequestState(q.State.String()), Text: q.Text.Reveal(), ReceivedOn: day(q.ReceivedOn), DecidedOn: optionalDay(q.DecidedOn),
		Subject: publicSubject(q),
	}
}

func publicItem(l publicrequest.Listed, s publicrequest.State) wire.PublicRequestItem {
	return wire.PublicRequestItem{
		ItemId: l.Item.UUID(), Kind: wire.PublicItemKind(l.Content.Kind), WrittenOn: day(l.Content.WrittenOn), Parts: each(l.Content.Parts, publicPart),
		Cautions:  each(l.Cautions, func(c publicrequest.Caution) wire.PublicItemCaution { return wire.PublicItemCaution(c.String()) }),
		Outcome:   optional(wire.PublicItemOutcome(l.Outcome.String())),
		Paragraph: reveal(l.Paragraph), Reason: reveal(l.Reason), Reservation: reveal(l.Reservation),
		MaskedTexts: each(l.Masks, person.Text.Reveal), GivenParts: each(l.Preview(s).Parts, publicPart),
	}
}

func publicPart(p publicrequest.Part) wire.PublicItemPart {
	return wire.PublicItemPart{Name: p.Name, Text: p.Text.Reveal()}
}

func publicAssessment(b wire.NewPublicItemAssessment) (publicrequest.Assessment, error) {
	var r reading
	a := publicrequest.Assessment{
		Outcome: word(&r, publicrequest.Outcomes, &b.Outcome, "/outcome"), Paragraph: hide(b.Paragraph), Reason: hide(b.Reason), Reservation: hide(b.Reservation),
		Masks: each(b.MaskedTexts, person.NewText),
	}
	return a, r.err()
}

func publicRefusal(b *wire.NewPublicRequestRefusal) publicrequest.Refusal {
	if b == nil {
		return publicrequest.Refusal{}
	}
	return publicrequest.Refusal{Paragraph: person.NewText(b.Paragraph), Reason: person.NewText(b.Reason)}
}

// publicRequest writes what whoever asked gets. It holds nothing of what does not leave: with or without items that were refused it is
// the same.
func (s *paper) publicRequest(q publicrequest.Request, by wire.UnitRef) {
	s.Title, s.About = s.say("public.title"), s.say("public.about")
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say("public.facts"), Facts: []document.Fact{
		s.fact("public.asked", quoted(q.Text.Reveal())), s.fact("public.received", figures(q.ReceivedOn.String())),
		s.fact("public.decided", figures(q.DecidedOn.String())), s.fact("public.unit", unitWords(&by)),
	}})
	var blocks []document.Block
	for n, l := range q.Listed {
		b := document.Block{
			Level: 3, Heading: s.say("public.document", "{number}", number(n+1), "{kind}", s.say(publicKinds[l.Given.Kind])),
			Facts: []document.Fact{s.fact("public.written", figures(l.Given.WrittenOn.String()))},
		}
		for _, p := range l.Given.Parts {
			b.Facts = append(b.Facts, document.Fact{Name: s.say(publicParts[p.Name]), Value: quoted(p.Text.Reveal())})
		}
		b.Facts = append(b.Facts, s.fact("public.reservation", quoted(l.Reservation.Reveal())))
		blocks = append(blocks, b)
	}
	s.chapter("public.given", blocks...)
	if q.Refusal.Reason.IsZero() {
		return
	}
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say("public.refused"), Text: s.say("public.not-told"), Facts: []document.Fact{
		s.fact("public.paragraph", quoted(q.Refusal.Paragraph.Reveal())), s.fact("public.reason", quoted(q.Refusal.Reason.Reveal())),
	}}, document.Block{Level: 2, Heading: s.say("public.appeal"), Text: s.say("public.how")})
}

// publicParts say what each text of an item is.
var publicParts = map[string]phrase.Key{
	"title": "public.part-title", "text": "public.part-text", "spoken-by": "public.part-spoken-by", "outside-actor": "public.part-outside-actor",
	"contact-name": "public.part-contact-name", "starts-on": "public.part-starts-on", "ends-on": "public.part-ends-on", "correction": "public.part-correction",
	"objection": "public.part-objection", "objection-correction": "public.part-objection-correction", "objection-reason": "public.part-objection-reason",
}

// publicKinds say what an item is.
var publicKinds = map[string]phrase.Key{
	"goal":            "public.kind-goal",
	"intervention":    "public.kind-intervention",
	"note":            "public.kind-note",
	"observation":     "public.kind-observation",
	"child-view":      "public.kind-child-view",
	"disagreement":    "public.kind-disagreement",
	"plan-evaluation": "public.kind-plan-evaluation",
	"attachment":      "public.kind-attachment",
	"minute":          "public.kind-minute",
	"link":            "public.kind-link",
	"comment":         "public.kind-comment",
}

// publicSheet writes the same as rows.
func publicSheet(q publicrequest.Request) ([]byte, error) {
	var rows [][]string
	for n, l := range q.Listed {
		for _, p := range l.Given.Parts {
			rows = append(rows, []string{
				strconv.Itoa(n + 1), l.Given.Kind, l.Given.WrittenOn.String(), p.Name, p.Text.Reveal(), l.Reservation.Reveal(),
			})
		}
	}
	var file bytes.Buffer
	if err := (sheet.Writer{WithMark: true}).Write(&file, sheet.CSV, []string{"document", "kind", "writtenOn", "part", "text", "reservation"}, rows); err != nil {
		return nil, fmt.Errorf("write what leaves: %w", err)
	}
	return file.Bytes(), nil
}
