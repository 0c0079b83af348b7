package httpapi

import (
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/withholding"

	"samplan/internal/httpapi/wire"
)

func withheld(w withholding.Withholding) wire.Withholding {
	return wire.Withholding{
		Id: w.ID.UUID(), ItemId: w.Item.UUID(), PersonId: optionalID(w.Person), Name: optional(fullName(w.Name.Given, w.Name.Family)),
		EveryGuardian: w.Person.IsZero(), Reason: w.Reason.Reveal(), AskedByChild: w.Asked, DecidedBy: staffRef(w.DecidedBy, w.Decider), DecidedOn: day(w.DecidedOn),
		AssessedOn: optionalDay(w.AssessedOn), AssessedBy: optionalStaff(w.AssessedBy, w.Assessor), Assessment: reveal(w.Why),
		EndedOn: optionalDay(w.EndedOn), EndReason: reveal(w.EndReason), Etag: etag(w.Tag()),
	}
}

func newWithholding(b wire.NewWithholding) withholding.Draft {
	return withholding.Draft{
		Person: id.PersonOf(given(b.PersonId)), EveryGuardian: given(b.EveryGuardian), Reason: person.NewText(b.Reason),
	}
}

func kept(k withholding.Kept) wire.MyKeptWords {
	return wire.MyKeptWords{
		ChildViewId: k.Item.UUID(), AskedOn: day(k.AskedOn), AssessedOn: optionalDay(k.AssessedOn), State: wire.MyKeptWordsState(k.State.String()),
	}
}
