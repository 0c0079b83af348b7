package worlds

import (
	"context"
	"database/sql"
	"fmt"
)

// save is the last step of saving a world. It is without triggers, since a version never changes; the owner that let go of them for
// it would forget the plans of every statement and foreign key, and make them again for the next world.
func (a Ages) save(ctx context.Context, eraser *sql.DB) error {
	if _, err := eraser.ExecContext(ctx, `UPDATE routine_version SET whole = jsonb_set(jsonb_set(jsonb_set(whole, '{ages,childSeesFrom,number}', to_jsonb($1::int)),
	  '{ages,guardianSeesUntil,number}', to_jsonb($2::int)), '{consentAges}', $3::jsonb)`, a.ChildFrom, a.GuardianUntil, a.consentAges()); err != nil {
		return fmt.Errorf("save ages: %w", err)
	}
	return nil
}

func (w *World) rowsOfGrounds(add func(string, row)) {
	w.rowsOfEmergencies(add)
	for _, d := range w.Disclosures {
		r := row{
			"id": d.ID, "plan_id": w.Item(d.Item).Plan, "item_id": d.Item,
			"from_unit_id": unitID(d.From), "to_unit_id": unitID(d.To), "ground": d.Ground, "paragraph": "OSL 26:9", "reason": d.Reason, "consent_tried": d.Tried,
			"decided_by": d.DecidedBy, "recorded_by": d.RecordedBy, "decided_on": d.Valid.From, "valid_to": d.Valid.To, "created_at": w.moment(d.Order),
			"version": d.Version,
		}
		if !d.Ended.IsZero() {
			r["ended_on"], r["ended_by"], r["end_reason"] = d.Ended, d.RecordedBy, d.EndReason
		}
		add("disclosure", r)
	}
	for _, b := range w.Blocks {
		add("care_block", row{
			"id": b.ID, "child_id": b.Child, "unit_id": unitID(b.Unit), "recorded_by": b.Child, "set_on": b.Set, "lifted_on": orNull(b.Lifted),
			"created_at": w.moment(0), "version": b.Version,
		})
	}
}
