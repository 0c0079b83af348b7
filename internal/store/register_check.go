package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/register"
)

// unitDigest is the SHA-256 of all that messages are held against: the own unit's cases, relations, records of protection and the
// messages that it has taken.
const unitDigest = `SELECT sha256(convert_to(coalesce(string_agg(x.t, E'\n' ORDER BY x.t), ''), 'UTF8')) FROM (
    SELECT ROW(f.id, f.valid, app_today() <@ f.valid)::text t FROM case_file f WHERE f.unit_id = app_unit()
    UNION ALL SELECT ROW(r.id, r.valid, r.version)::text FROM relation r WHERE r.unit_id = app_unit()
    UNION ALL SELECT ROW(p.id)::text FROM protection_record p WHERE p.unit_id = app_unit()
    UNION ALL SELECT ROW(m.message_id)::text FROM register_message m WHERE m.unit_id = app_unit()) x`

// CheckRegisterImport implements register.Store. The digest is read first, as in CheckUnitImport.
func (s *Store) CheckRegisterImport(ctx context.Context, g access.Grant[access.ReadRegister], i id.RegisterImport, do func(*register.Import) error,
	rowsOf func(*register.Import, register.Knowledge) []register.Row,
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
	k, digest, err := u.registerKnowledge(ctx, childScope(g.Reaches()))
	if err != nil {
		return register.Import{}, err
	}
	rows := rowsOf(&v, k)
	steps := make([]step, 0, len(rows)+1)
	for n := range rows {
		steps = append(steps, insertRegisterRow(v.ID, n+1, &rows[n]))
	}
	return v, u.pipeline(ctx, append(steps, triedStep("register_import", "digest", v.ID.UUID(), v.Intake, digest, v.Counts[:]))...)
}

func insertRegisterRow(of id.RegisterImport, position int, r *register.Row) step {
	var kind, number, level any
	if r.Outcome.String() == "added" {
		kind, number = r.Guardian.Type(), r.Guardian.Reveal()
	}
	name := person.Name{}
	if number != nil {
		name = r.Name
	}
	if r.Level != (person.Protection{}) {
		level = r.Level.String()
	}
	var key []byte
	if !r.Child.IsZero() {
		key = r.GuardianKey()
	}
	return step{
		sql: `INSERT INTO register_import_row (import_id, position, number, outcome, message_id, child_id, kind, effective_on, custody, level, guardian_key, relation_id,
		        last_day, record_id, guardian_type, guardian_number, given_name, family_name, fault_column, rule)
		      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
		args: []any{
			of, position, r.Number, r.Outcome, nullable(r.Message.ID), r.Child, r.Kind, r.On, r.Custody, level, key, r.Relation, r.Last, r.Record, kind, number,
			name.Given, name.Family, nullable(r.Column), nullable(r.Rule),
		},
	}
}

// registerKnowledge reads what messages are held against, and the digest of it.
func (u *unit) registerKnowledge(ctx context.Context, scope string) (register.Knowledge, []byte, error) {
	k := register.Knowledge{Cases: map[person.Identifier]*register.Case{}, Read: map[string]bool{}}
	byChild := map[id.Person]*register.Case{}
	var digest []byte
	err := u.pipeline(ctx, step{sql: unitDigest, row: func(r pgx.Rows) error { return r.Scan(&digest) }}, step{
		sql: `SELECT f.child_id, f.birth_date, n.type, n.value FROM case_file f JOIN person_identifier n ON n.person_id = f.child_id WHERE ` + scope,
		row: func(r pgx.Rows) error { return scanCase(r, byChild, k.Cases) },
	}, step{
		sql: `SELECT t.id, t.child_id, t.kind, lower(t.valid), upper(t.valid) - 1, k.guardian_key FROM relation t JOIN app_register_relations() k ON k.relation_id = t.id
		      WHERE t.unit_id = app_unit()`,
		row: func(r pgx.Rows) error {
			var v register.Relation
			var key []byte
			err := r.Scan(&v.ID, &v.Child, &v.Kind, &v.Span.From, &v.Span.To, &key)
			v.Key = register.Key(key)
			if c := byChild[v.Child]; c != nil {
				c.Relations = append(c.Relations, v)
			}
			return err
		},
	}, step{
		sql: `SELECT DISTINCT ON (p.child_id) p.child_id, p.level, m.message_id IS NOT NULL, m.effective_on FROM protection_record p
		      LEFT JOIN register_message m ON m.record_id = p.id WHERE p.unit_id = app_unit() ORDER BY p.child_id, p.created_at DESC, p.id DESC`,
		row: func(r pgx.Rows) error {
			var child id.Person
			var c register.Case
			err := r.Scan(&child, &c.Level, &c.IsRegister, &c.LevelFrom)
			if of := byChild[child]; of != nil {
				of.Level, of.IsRegister, of.LevelFrom = c.Level, c.IsRegister, c.LevelFrom
			}
			return err
		},
	}, step{
		sql: `SELECT m.message_id, m.child_id, m.effective_on, m.kind, m.guardian_key FROM register_message m WHERE m.unit_id = app_unit()`,
		row: func(r pgx.Rows) error {
			var message string
			var child id.Person
			var on civil.Date
			var kind register.Kind
			var key []byte
			err := r.Scan(&message, &child, &on, &kind, &key)
			k.Read[message] = true
			if c := byChild[child]; c != nil && err == nil {
				c.Tell(kind, register.Key(key), on)
			}
			return err
		},
	})
	return k, digest, err
}

// scanCase reads a case with one of the child's numbers; a child may have several.
func scanCase(r pgx.Rows, byChild map[id.Person]*register.Case, byNumber map[person.Identifier]*register.Case) error {
	var c person.Child
	var kind person.IdentifierType
	var value string
	if err := r.Scan(&c.ID, &c.BirthDate, &kind, &value); err != nil {
		return err
	}
	number, err := person.RestoreIdentifier(kind, value)
	if byChild[c.ID] == nil {
		byChild[c.ID] = &register.Case{Child: c}
	}
	byNumber[number] = byChild[c.ID]
	return err
}
