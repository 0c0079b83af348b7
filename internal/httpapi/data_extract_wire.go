package httpapi

import (
	"samplan/internal/document"
	"samplan/internal/publicrequest"

	"samplan/internal/httpapi/wire"
)

func (r reader) myDataExtractRow(q publicrequest.Request) wire.MyDataExtractRow {
	u := r.unit(q.Unit)
	return wire.MyDataExtractRow{
		Id: q.ID.UUID(), State: wire.PublicRequestState(q.State.String()), Own: q.Subject.IsOwn, ChildId: q.Subject.Child.UUID(), Unit: u.Name, Principal: u.Principal,
		Text: q.Text.Reveal(), Contact: reveal(q.Requester), AskedOn: day(q.ReceivedOn), AnswerBy: day(q.Subject.AnswerBy), DecidedOn: optionalDay(q.DecidedOn),
		ExtendedOn: optionalDay(q.Subject.Extension.On), ExtensionReason: reveal(q.Subject.Extension.Reason),
		Etag: etag(extractTag(q)),
	}
}

// myDataExtract maps what is stored of an extract; plans, consents and the holder come from where they are read.
func myDataExtract(q publicrequest.Request) wire.MyDataExtract {
	return wire.MyDataExtract{
		Id: q.ID.UUID(), State: wire.PublicRequestState(q.State.String()), Own: q.Subject.IsOwn, ChildId: q.Subject.Child.UUID(),
		Text: q.Text.Reveal(), Contact: reveal(q.Requester), AskedOn: day(q.ReceivedOn), AnswerBy: day(q.Subject.AnswerBy), DecidedOn: optionalDay(q.DecidedOn),
		ExtendedOn: optionalDay(q.Subject.Extension.On), ExtensionReason: reveal(q.Subject.Extension.Reason),
		GivenItems: each(q.Listed, myGivenItem), LogExtractAt: "/v1/my/log-extract", Etag: etag(extractTag(q)),
	}
}

func myGivenItem(l publicrequest.Listed) wire.MyGivenItem {
	return wire.MyGivenItem{
		Kind: wire.PublicItemKind(l.Given.Kind), WrittenOn: day(l.Given.WrittenOn), Parts: each(l.Given.Parts, publicPart), Reservation: reveal(l.Reservation),
	}
}

// myDataHolder says of a unit why it keeps data, by which law, and for how long.
func (a *API) myDataHolder(r reader, h publicrequest.Holder) wire.MyDataHolder {
	v, _ := r.labels.Unit(h.Unit) // one that the directory does not hold has no class
	p, _ := a.Public.Terms().PurposeOf(v.Class.String())
	clock := a.Disposals.ClockOf(v.Class)
	years := clock.Years
	if years == 0 {
		years = h.KeptYears
	}
	return wire.MyDataHolder{
		UnitId: h.Unit.UUID(), Unit: v.Name, Authority: optional(v.AuthorityName), Principal: v.Principal.Name,
		Purpose: wire.DataPurpose(p.Code), Law: p.Law, Ground: p.Ground, KeptYears: optional(years), Kept: clock.Paragraph,
	}
}

func publicSubject(q publicrequest.Request) *wire.PublicRequestSubject {
	if !q.IsExtract() {
		return nil
	}
	x := q.Subject.Extension
	return &wire.PublicRequestSubject{
		ChildId: q.Subject.Child.UUID(), Own: q.Subject.IsOwn, AnswerBy: day(q.Subject.AnswerBy), ExtendedOn: optionalDay(x.On), ExtensionReason: reveal(x.Reason),
	}
}

// dataExtract writes the extract. Whether something is withheld changes nothing in it: what the law can keep back is said to everybody.
func (s *paper) dataExtract(e wire.MyDataExtract) {
	h := e.Holder
	s.Title, s.About = s.say("extract.title"), s.say("extract.about")
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say("extract.facts"), Facts: []document.Fact{
		s.fact("extract.unit", quoted(h.Unit+", "+h.Principal)), s.fact("extract.asked", figures(e.AskedOn.String())), s.fact("extract.wish", quoted(e.Text)),
		s.fact("extract.answer-by", figures(e.AnswerBy.String())), s.fact("extract.extended", onDay(e.ExtendedOn)),
		s.fact("extract.extension-reason", quoted(given(e.ExtensionReason))), s.fact("extract.decided", onDay(e.DecidedOn)),
	}}, document.Block{Level: 2, Heading: s.say("extract.why"), Facts: []document.Fact{
		s.fact("extract.purpose", inWords(s.Language, h.Purpose)), s.fact("extract.law", quoted(h.Law)), s.fact("extract.ground", quoted(h.Ground)),
		s.fact("extract.kept", s.keptFor(h)), s.fact("extract.kept-rule", quoted(h.Kept)),
	}})
	for _, p := range e.Plans {
		s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say("extract.seen", "{plan}", inWords(s.Language, p.Kind)), Text: s.say("extract.seen-about")})
		s.myPlanContent(p)
	}
	s.chapter("extract.consents", each(e.Consents, s.heldConsent)...)
	s.chapter("extract.given", each(e.GivenItems, s.givenItem)...)
	if e.State == wire.PublicRequestStateOpen {
		s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say("extract.tested"), Text: s.say("extract.waits")})
	}
	s.Blocks = append(s.Blocks,
		document.Block{Level: 2, Heading: s.say("extract.read"), Text: s.say("extract.log")},
		document.Block{Level: 2, Heading: s.say("extract.rights"), Text: s.say("extract.rights-about")},
		document.Block{Level: 2, Heading: s.say("extract.kept-back"), Text: s.say("extract.not-told")},
	)
}

func (s *paper) keptFor(h wire.MyDataHolder) string {
	if h.KeptYears == nil {
		return s.say("extract.undecided")
	}
	return s.say("extract.years", "{number}", number(*h.KeptYears))
}

func (s *paper) heldConsent(c wire.MyConsent) document.Block {
	return document.Block{Level: 3, Heading: quoted(c.Purpose), Facts: []document.Fact{
		s.fact("plan.status", inWords(s.Language, c.State)), s.fact("plan.time", s.say("words.period", "{from}", figures(c.ValidFrom.String()), "{to}", figures(c.ValidTo.String()))),
	}}
}

func (s *paper) givenItem(i wire.MyGivenItem) document.Block {
	b := document.Block{Level: 3, Heading: s.say("extract.item", "{kind}", s.say(publicKinds[string(i.Kind)]), "{day}", figures(i.WrittenOn.String()))}
	for _, p := range i.Parts {
		b.Facts = append(b.Facts, document.Fact{Name: s.say(publicParts[p.Name]), Value: quoted(p.Text)})
	}
	b.Facts = append(b.Facts, s.fact("public.reservation", quoted(given(i.Reservation))))
	return b
}
