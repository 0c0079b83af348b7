// Package migrations holds the schema of Samplan as goose steps. SQL owns the schema; Go never alters it (README.md).
package migrations

import "embed"

// FS holds the numbered steps.
//
//go:embed 0*.sql
var FS embed.FS
