package httpapi

import (
	"samplan/internal/httpapi/wire"
	"samplan/internal/person"
)

func caseWorkerWire(w person.CaseWorker) wire.CaseWorker {
	return wire.CaseWorker{
		Id: w.ID.UUID(), PersonId: w.Person.UUID(), Name: w.Name, ValidFrom: day(w.Span.From), ValidTo: optionalDay(w.Span.To),
	}
}
