package httpapi

import (
	"samplan/internal/absence"
	"samplan/internal/civil"
	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

func absenceOf(v absence.Absence, today civil.Date) wire.Absence {
	return wire.Absence{
		Id: v.ID.UUID(), PersonId: v.Person.UUID(), Person: v.PersonName, SubstituteId: v.Substitute.UUID(), Substitute: v.SubstituteName,
		StartsOn: day(v.From), EndsOn: day(v.To), BackOn: optionalDay(v.BackOn), IsAway: v.IsAway(today), Etag: etag(v.Tag(today)),
	}
}

func absenceDraft(b wire.NewAbsence) absence.Draft {
	return absence.Draft{
		Person: id.PersonOf(given(b.PersonId)), Substitute: id.PersonOf(b.SubstituteId), From: civil.FromUTC(b.StartsOn.Time), To: civil.FromUTC(b.EndsOn.Time),
	}
}
