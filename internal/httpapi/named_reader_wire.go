package httpapi

import (
	"samplan/internal/page"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func namedReaders(readers []plan.NamedReader, p page.Page, total int) wire.NamedReaderList {
	return wire.NamedReaderList{NamedReaders: each(readers, namedReader), UnderscoreMeta: metaOf(p, total, len(readers))}
}

func namedReader(r plan.NamedReader) wire.StaffRef { return staffRef(r.Person, r.Name) }
