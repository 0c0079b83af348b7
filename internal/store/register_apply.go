package store

import (
	"bytes"
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/register"
)

// ApplyRegisterImport implements register.Store. Two at once would each see the unit without the other. Numbers and names of guardians
// are with the relations then, and leave the rows.
func (s *Store) ApplyRegisterImport(
	ctx context.Context, g access.Grant[access.ReadRegister], i id.RegisterImport, why person.Text, do func(*register.Import) error,
) (register.Import, error) {
	u, err := within(ctx, g)
	if err != nil {
		return register.Import{}, err
	}
	v, err := u.findRegisterImport(ctx, i, g.Reaches(), " FOR UPDATE OF i")
	if err != nil {
		return v, err
	}
	if err := do(&v); err != nil {
		return register.Import{}, err
	}
	if err := u.wantsRegister(ctx, i); err != nil {
		return register.Import{}, err
	}
	rows, err := u.registerRows(ctx, i)
	if err != nil {
		return register.Import{}, err
	}
	var steps []step
	for n := range rows {
		r := &rows[n]
		u.log.opened(r.Child.UUID(), g.Reaches()[0])
		steps = append(steps, u.registerSteps(i, r, why)...)
	}
	steps = append(steps, step{sql: takeMessages, args: []any{i, u.request.Now}}, step{
		sql:  `UPDATE register_import_row SET guardian_type = NULL, guardian_number = NULL, given_name = NULL, family_name = NULL WHERE import_id = $1 AND guardian_number IS NOT NULL`,
		args: []any{i},
	})
	return v, u.pipeline(ctx, append(steps, appliedStep("register_import", v.ID.UUID(), v.Intake))...)
}

// takeMessages remembers the messages that have been taken; what is left to a person is told again when it comes again.
const takeMessages = `INSERT INTO register_message (unit_id, message_id, child_id, kind, effective_on, guardian_key, record_id, read_at)
  SELECT app_unit(), r.message_id, r.child_id, r.kind, r.effective_on, r.guardian_key, r.record_id, $2 FROM register_import_row r
   WHERE r.import_id = $1 AND r.outcome IN ('added', 'ended', 'protected', 'unchanged')`

// wantsRegister refuses to apply an import to a unit that knows something else by now.
func (u *unit) wantsRegister(ctx context.Context, i id.RegisterImport) error {
	var now, then []byte
	err := u.pipeline(ctx, step{sql: "SELECT pg_advisory_xact_lock(hashtextextended(app_unit()::text, 5428))"},
		step{sql: unitDigest, row: func(r pgx.Rows) error { return r.Scan(&now) }},
		step{sql: "SELECT digest FROM register_import WHERE id = $1", args: []any{i}, row: func(r pgx.Rows) error { return r.Scan(&then) }})
	if err == nil && !bytes.Equal(now, then) {
		err = fault.New(fault.CodeImportOutdated)
	}
	return err
}

// registerRows reads the rows that change something, in the order in which they are applied.
func (u *unit) registerRows(ctx context.Context, i id.RegisterImport) ([]register.Row, error) {
	var rows []register.Row
	err := u.pipeline(ctx, step{
		sql:  `SELECT ` + registerRowColumns + ` FROM register_import_row r WHERE r.import_id = $1 AND r.outcome IN ('added', 'ended', 'protected') ORDER BY r.position`,
		args: []any{i},
		row: func(r pgx.Rows) error {
			v, err := scanRegisterRow(r)
			rows = append(rows, v)
			return err
		},
	})
	return rows, err
}

func (u *unit) registerSteps(i id.RegisterImport, r *register.Row, why person.Text) []step {
	switch r.Outcome.String() {
	case "added":
		return []step{{
			sql: `INSERT INTO relation (id, child_id, person_id, unit_id, kind, given_name, family_name, valid)
			      SELECT r.relation_id, r.child_id, app_person_for(r.guardian_type, r.guardian_number, NULL, NULL, $3), app_unit(), r.custody, r.given_name, r.family_name,
			        daterange(r.effective_on, r.last_day, '[]')
			      FROM register_import_row r WHERE r.import_id = $1 AND r.relation_id = $2 AND r.outcome = 'added'`,
			args: []any{i, r.Relation, id.NewPerson()},
		}}
	case "ended":
		return []step{{
			sql:  `UPDATE relation SET valid = daterange(lower(valid), $2, '[]'), end_reason = $3, version = version + 1 WHERE id = $1`,
			args: []any{r.Relation, r.Last, why}, affected: unmoved,
		}}
	}
	return []step{insertProtection(person.ProtectionRecord{ID: r.Record, Child: r.Child, Level: r.Level, Reason: why, RecordedOn: u.today(), CreatedAt: u.request.Now})}
}
