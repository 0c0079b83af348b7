//go:build !release

package bench

import (
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	openapitypes "github.com/oapi-codegen/runtime/types"

	"samplan/internal/httpapi/wire"
)

// itemRow is an item as it lies in its table.
type itemRow struct {
	id, plan, owner                                uuid.UUID
	kind, category, visibility                     string
	title, text, horizon, outside, contact, status *string
	goal                                           *uuid.UUID
	starts, ends                                   *time.Time
	created                                        time.Time
	version                                        int
}

func scanItem(row pgx.CollectableRow) (i itemRow, err error) {
	return i, row.Scan(&i.id, &i.plan, &i.kind, &i.owner, &i.category, &i.visibility, &i.title, &i.text, &i.horizon, &i.goal,
		&i.outside, &i.contact, &i.starts, &i.ends, &i.status, &i.created, &i.version)
}

func (f *floor) label(owner uuid.UUID, c caller) wire.SecrecyLabel {
	return f.secrecy[[2]string{f.units[owner].class, f.units[c.unit].class}]
}

func (f *floor) goal(i *itemRow, c caller) wire.Goal {
	return wire.Goal{
		Id: i.id, PlanId: i.plan, Owner: new(f.units[i.owner].ref), Own: i.owner == c.unit, Secrecy: f.label(i.owner, c),
		Category: wire.Category(i.category), Visibility: wire.Visibility(i.visibility), CreatedOn: openapitypes.Date{Time: i.created},
		Etag: quoted(i.version), Text: textOf(i.text), Horizon: wire.Horizon(textOf(i.horizon)), PartOfGoalId: i.goal,
	}
}

func (f *floor) intervention(i *itemRow, c caller) wire.Intervention {
	responsible := f.units[i.owner].ref.Name
	if i.outside != nil {
		responsible = *i.outside
	}
	return wire.Intervention{
		Id: i.id, PlanId: i.plan, Owner: new(f.units[i.owner].ref), Own: i.owner == c.unit, Secrecy: f.label(i.owner, c),
		Category: wire.Category(i.category), Visibility: wire.Visibility(i.visibility), CreatedOn: openapitypes.Date{Time: i.created},
		Etag: quoted(i.version), Title: textOf(i.title), Text: i.text, GoalId: i.goal, Status: wire.InterventionStatus(textOf(i.status)),
		OutsideActor: i.outside, ContactName: i.contact, Responsible: &responsible, StartsOn: dayOf(i.starts), EndsOn: dayOf(i.ends),
	}
}

func (f *floor) note(i *itemRow, c caller) wire.Note {
	return wire.Note{
		Id: i.id, PlanId: i.plan, Owner: f.units[i.owner].ref, Own: i.owner == c.unit, Secrecy: f.label(i.owner, c),
		Category: wire.Category(i.category), Visibility: wire.Visibility(i.visibility), CreatedOn: openapitypes.Date{Time: i.created},
		Etag: quoted(i.version), Text: textOf(i.text),
	}
}

func textOf(t *string) string {
	if t == nil {
		return ""
	}
	return *t
}

func timeOf(d *openapitypes.Date) *time.Time {
	if d == nil {
		return nil
	}
	return &d.Time
}
