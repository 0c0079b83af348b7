package httpapi

import (
	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func itemSubjects(v plan.Subjects) wire.ItemSubjects {
	return wire.ItemSubjects{ItemId: v.Item.UUID(), PersonIds: each(v.Persons, id.Person.UUID), Etag: etag(v.Tag())}
}
