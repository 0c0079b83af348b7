package httpapi

import (
	"samplan/internal/document"
	"samplan/internal/fhir"
	"samplan/internal/objection"
	"samplan/internal/person"
	"samplan/internal/phrase"

	"samplan/internal/httpapi/wire"
)

// myObjected gives an objection as it stands beside an item.
func myObjected(o objection.Objection) wire.MyObjection {
	return wire.MyObjection{
		Id: o.ID.UUID(), ItemId: o.Item.UUID(), Speaker: wire.ObjectionSpeaker(o.Speaker.String()), ByStaff: o.ByStaff, Text: o.Text.Reveal(),
		MadeOn: day(o.MadeOn), KeptFromGuardians: optional(o.Kept), Outcome: optional(wire.ObjectionOutcome(o.Outcome.String())),
		Correction: reveal(o.Correction), Reason: reveal(o.Reason), DecidedOn: optionalDay(o.DecidedOn),
	}
}

// objected gives it to staff, and to those of the domain that holds the item why guardians are told or not.
func objected(o objection.Objection) wire.Objection {
	m := myObjected(o)
	w := wire.Objection{
		Id: m.Id, ItemId: m.ItemId, Speaker: m.Speaker, ByStaff: m.ByStaff, Text: m.Text, MadeOn: m.MadeOn, KeptFromGuardians: m.KeptFromGuardians,
		Outcome: m.Outcome, Correction: m.Correction, Reason: m.Reason, DecidedOn: m.DecidedOn,
	}
	if k := o.Keeping; !k.ID.IsZero() {
		w.Keeping = &wire.ObjectionKeeping{Kept: k.Kept, Reason: k.Reason.Reveal(), DecidedOn: day(k.On)}
		if !k.Name.IsZero() { // the child has none, when it asked
			w.Keeping.DecidedBy = optionalStaff(k.By, k.Name)
		}
	}
	return w
}

func newObjection(b wire.NewObjection) (objection.Draft, error) {
	var r reading
	d := objection.Draft{
		Speaker: word(&r, objection.Speakers, &b.Speaker, "/speaker"), Text: person.NewText(b.Text), Keep: given(b.KeepFromGuardians), Why: hide(b.Why),
	}
	return d, r.err()
}

func newMyObjection(b wire.NewMyObjection) objection.Draft {
	return objection.Draft{Text: person.NewText(b.Text), Keep: given(b.KeepFromGuardians), Why: hide(b.Why)}
}

func objectionDecision(b wire.NewObjectionDecision) (objection.Decision, error) {
	var r reading
	d := objection.Decision{
		Outcome: word(&r, objection.Outcomes, &b.Outcome, "/outcome"), Correction: hide(b.Correction), Reason: person.NewText(b.Reason),
	}
	return d, r.err()
}

// objections writes what stands beside an item into the item's own block: no copy has the one without the other (R60).
func (s *paper) objections(all []wire.Objection) []document.Fact {
	var facts []document.Fact
	for _, o := range all {
		facts = append(facts, s.objection(o.Speaker, o.MadeOn.String(), o.Text, given(o.Outcome), dayOf(o.DecidedOn), given(o.Correction), given(o.Reason))...)
		if given(o.KeptFromGuardians) {
			facts = append(facts, s.fact("staff.note-well", s.say("staff.objection-kept")))
		}
	}
	return facts
}

func (s *paper) myObjections(all []wire.MyObjection) []document.Fact {
	var facts []document.Fact
	for _, o := range all {
		facts = append(facts, s.objection(o.Speaker, o.MadeOn.String(), o.Text, given(o.Outcome), dayOf(o.DecidedOn), given(o.Correction), given(o.Reason))...)
	}
	return facts
}

func (s *paper) objection(by wire.ObjectionSpeaker, on, text string, outcome wire.ObjectionOutcome, decided, correction, reason string) []document.Fact {
	facts := []document.Fact{{Name: s.say("objection.said", "{who}", inWords(s.Language, by), "{day}", figures(on)), Value: quoted(text)}}
	if outcome == "" {
		return append(facts, s.fact("objection.decision", s.say("objection.waits")))
	}
	return append(facts, document.Fact{Name: s.say("objection.decided", "{day}", figures(decided)), Value: inWords(s.Language, outcome)},
		s.fact("objection.correction", quoted(correction)), s.fact("objection.reason", quoted(reason)))
}

// objectionNotes give what stands beside an item to record systems, as notes of the same resource.
func objectionNotes(all []wire.Objection) []fhir.Annotation {
	return each(all, func(o wire.Objection) fhir.Annotation {
		return objectionNote(o.Speaker, o.MadeOn.String(), o.Text, given(o.Outcome), given(o.Correction), given(o.Reason))
	})
}

func myObjectionNotes(all []wire.MyObjection) []fhir.Annotation {
	return each(all, func(o wire.MyObjection) fhir.Annotation {
		return objectionNote(o.Speaker, o.MadeOn.String(), o.Text, given(o.Outcome), given(o.Correction), given(o.Reason))
	})
}

func objectionNote(by wire.ObjectionSpeaker, on, text string, outcome wire.ObjectionOutcome, correction, reason string) fhir.Annotation {
	n := fhir.Annotation{Author: inWords(phrase.Swedish, by), Time: on, Text: "Uppgift felaktig: " + text}
	if outcome == "" {
		return n
	}
	n.Text += "\nBeslut: " + inWords(phrase.Swedish, outcome)
	if correction != "" {
		n.Text += "\nRätt uppgift: " + correction
	}
	n.Text += "\nSkäl: " + reason
	return n
}
