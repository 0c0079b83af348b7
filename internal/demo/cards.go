package demo

import (
	"context"
	"database/sql"
	"fmt"

	"samplan/internal/access"
	"samplan/internal/card"
	"samplan/internal/civil"
)

// contactCards are those of the units in Lo's plan: whose manager publishes it, who owns it, and what it says. The telephone numbers
// are of those that the Swedish authority PTS keeps free for invented persons.
var contactCards = []struct {
	manager, unit, owner, purpose, phone, hours string
}{
	{"rolf", "hs", "lena", "Frågor om skolgången och om planen", "031-390 06 01", "Vardagar 8–16"},
	{"kim", "bou1", "karin", "Stöd till barn och familjer", "031-390 06 02", "Vardagar 9–12 och 13–15"},
	{"fia", "fs", "bo", "Stöd enligt LSS", "031-390 06 03", "Vardagar 9–12"},
	{"bibi", "bup", "bea", "Pågående kontakter på BUP", "031-390 06 04", "Vardagar 8–16"},
	{"mats", "sos", "moa", "Mötesledning", "031-390 06 05", "Vardagar 9–16"},
}

// LoadCards lets units that have no contact card yet publish one, today: a card of the autumn of 2020 would long be outdated.
func LoadCards(ctx context.Context, owner *sql.DB, w World, today civil.Date) error {
	t := &teller{ctx: ctx, w: w, day: today}
	for _, c := range contactCards {
		isDue, err := isNew(ctx, owner, "contact_card", c.manager, c.unit, today)
		if err != nil {
			return err
		}
		if isDue {
			t.as(c.manager, "PublishContactCard", func(ctx context.Context, a access.Actor) error {
				_, err := t.w.Cards.Publish(ctx, a, card.Draft{
					Words: card.Words{Purpose: c.purpose, Phone: c.phone, Hours: c.hours, Languages: []string{"sv", "en"}}, Owner: Find(c.owner).PersonID(),
				})
				return err
			})
		}
	}
	return t.err
}

// isNew tells whether a unit has no row yet in a table, and somebody works there on a day who can write one.
func isNew(ctx context.Context, owner *sql.DB, table, who, unit string, day civil.Date) (isNew bool, err error) {
	err = owner.QueryRowContext(ctx, `SELECT NOT EXISTS (SELECT FROM `+table+` WHERE unit_id = $1) AND EXISTS (
	    SELECT FROM assignment a JOIN unit_place u ON u.unit_id = a.unit_id AND u.valid @> $3::date
	     WHERE a.unit_id = $1 AND a.person_id = $2 AND a.valid @> $3::date)`, UnitID(unit), Find(who).PersonID(), day.String()).Scan(&isNew)
	if err != nil {
		return false, fmt.Errorf("look at %s of %s: %w", table, unit, err)
	}
	return isNew, nil
}
