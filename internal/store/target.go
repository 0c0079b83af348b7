package store

import (
	"database/sql"
	"slices"

	"github.com/jackc/pgx/v5/pgtype"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"
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

// wordTarget reads a name of a closed set. The names are few and known, so a row that holds one makes no new text.
type wordTarget struct{ into sql.Scanner }

// asEnum reads a name of a closed set; NULL is none.
func asEnum[K any](into *enum.Value[K]) wordTarget { return wordTarget{into} }

// asLevel reads a level of protection; NULL is refused.
func asLevel(into *person.Protection) wordTarget { return wordTarget{into} }

// ScanBytes implements pgtype.BytesScanner.
func (t wordTarget) ScanBytes(v []byte) error {
	if v == nil {
		return t.into.Scan(nil)
	}
	if known, ok := words[string(v)]; ok {
		return t.into.Scan(known)
	}
	return t.into.Scan(string(v))
}

// words holds the names that hot reads meet, each ready to be given to a Scanner.
var words = wordsOf(
	namesOf(plan.Kinds), namesOf(plan.Statuses), namesOf(plan.LegalBases), namesOf(plan.Participations), namesOf(plan.Modes),
	namesOf(plan.PartyStates), namesOf(plan.ItemKinds), namesOf(plan.Categories), namesOf(plan.Visibilities), namesOf(plan.AuthorKinds),
	namesOf(plan.Horizons), namesOf(plan.InterventionStatuses), namesOf(plan.Forms), namesOf(plan.Sorts), []string{person.NoProtection.String()})

func namesOf[K any](s enum.Set[K]) []string {
	var names []string
	for _, v := range s.Values() {
		names = append(names, v.String())
	}
	return names
}

func wordsOf(sets ...[]string) map[string]any {
	all := map[string]any{}
	for _, name := range slices.Concat(sets...) {
		all[name] = name
	}
	return all
}

type textTarget struct{ into *person.Text }

// asText reads a text about a person; NULL is none.
func asText(into *person.Text) textTarget { return textTarget{into} }

// ScanBytes implements pgtype.BytesScanner.
func (t textTarget) ScanBytes(v []byte) error {
	*t.into = person.NewText(string(v))
	return nil
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
