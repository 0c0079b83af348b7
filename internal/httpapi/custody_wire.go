package httpapi

import (
	"strconv"

	"samplan/internal/consent"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

func newCustody(b wire.NewCustodyDecision) (consent.CustodyDraft, error) {
	var r reading
	d := consent.CustodyDraft{DecidedOn: civilDay(&b.DecidedOn), Appeal: word(&r, consent.Appeals, b.Appeal, "/appeal"), Reason: person.NewText(b.Reason)}
	for n := range b.Measures {
		d.Measures = append(d.Measures, word(&r, consent.Measures, &b.Measures[n], "/measures/"+strconv.Itoa(n)))
	}
	return d, r.err()
}

func custody(d consent.CustodyDecision) wire.CustodyDecision {
	return wire.CustodyDecision{
		Id: d.ID.UUID(), ChildId: d.Child.UUID(), DecidedOn: day(d.DecidedOn), Appeal: wire.CustodyAppeal(d.Appeal.String()),
		Measures: each(d.Measures, func(m consent.Measure) wire.CustodyMeasure { return wire.CustodyMeasure(m.String()) }),
		Reason:   d.Reason.Reveal(), EndsOn: optionalDay(d.EndsOn), EndReason: reveal(d.EndReason), Etag: etag(d.Tag()),
	}
}
