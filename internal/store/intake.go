package store

import (
	"github.com/google/uuid"

	"samplan/internal/sheet"
)

// intakeColumns are those that every table of files on their way in has (alias i).
const intakeColumns = `i.format, i.encoding, i.status, i.created_at, i.checked_at, i.applied_at, coalesce(encode(i.checksum, 'hex'), ''), i.unknown_columns, i.version`

func intakeTargets(s *sheet.Source, i *sheet.Intake) []any {
	return []any{asEnum(&s.Format), asEnum(&s.Encoding), asEnum(&i.Status), &i.CreatedAt, &i.CheckedAt, &i.AppliedAt, &i.Checksum, &i.Unknown, &i.Version}
}

// triedStep keeps that a file of a table was tried, on what, and with how many rows of each outcome.
func triedStep(table, digestColumn string, of uuid.UUID, i sheet.Intake, digest []byte, counts []int) step {
	return step{
		sql: `UPDATE ` + table + ` SET status = $2, checked_at = $3, checksum = decode($4, 'hex'), ` + digestColumn + ` = $5, unknown_columns = $6, counts = $7,
		        version = $8 WHERE id = $1 AND version = $8 - 1`,
		args:     []any{of, i.Status, i.CheckedAt, i.Checksum, digest, i.Unknown, counts, i.Version},
		affected: unmoved,
	}
}

// appliedStep keeps that it was applied.
func appliedStep(table string, of uuid.UUID, i sheet.Intake) step {
	return step{
		sql:  `UPDATE ` + table + ` SET status = $2, applied_at = $3, applied_by = app_person(), version = $4 WHERE id = $1 AND version = $4 - 1`,
		args: []any{of, i.Status, i.AppliedAt, i.Version}, affected: unmoved,
	}
}
