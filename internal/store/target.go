package store

import (
	"github.com/jackc/pgx/v5/pgtype"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/id"
)

// The targets of hot reads. pgx fills them from its binary form; as plain sql.Scanner each value would go by way of its
// text, which was more than a third of the server's work in a list.

type idTarget[K any] struct{ into *id.ID[K] }

// asID reads a uuid; NULL is the id that names nothing.
func asID[K any](into *id.ID[K]) idTarget[K] { return idTarget[K]{into} }

// ScanUUID implements pgtype.UUIDScanner.
func (t idTarget[K]) ScanUUID(v pgtype.UUID) error {
	*t.into = id.ID[K]{}
	if v.Valid {
		*t.into = id.From[K](v.Bytes)
	}
	return nil
}

type enumTarget[K any] struct{ into *enum.Value[K] }

// asEnum reads a name of a closed set; NULL is none.
func asEnum[K any](into *enum.Value[K]) enumTarget[K] { return enumTarget[K]{into} }

// ScanText implements pgtype.TextScanner.
func (t enumTarget[K]) ScanText(v pgtype.Text) error {
	if !v.Valid {
		return t.into.Scan(nil)
	}
	return t.into.Scan(v.String)
}

type dayTarget struct{ into *civil.Date }

// asDay reads a date; NULL is no day.
func asDay(into *civil.Date) dayTarget { return dayTarget{into} }

// ScanDate implements pgtype.DateScanner.
func (t dayTarget) ScanDate(v pgtype.Date) error {
	*t.into = civil.Date{}
	if v.Valid {
		*t.into = civil.FromUTC(v.Time)
	}
	return nil
}
