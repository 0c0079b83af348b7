package store

import (
	"os"
	"testing"

	"samplan/internal/access"
)

func TestZZPrint(t *testing.T) {
	r := []access.Reach{access.OwnCase}
	m := []access.Reach{access.OwnCase, access.ReleasedCase}
	os.WriteFile("/tmp/bench/frame.sql", []byte(viewFrame(planScope(r))), 0o644)
	os.WriteFile("/tmp/bench/items.sql", []byte(`SELECT ` + itemColumns + `, a.staff_name FROM item i JOIN plan p ON p.id = i.plan_id LEFT JOIN person a ON a.id = i.author_id
		      WHERE i.plan_id = $1 AND ` + itemScope(m, "$1") + ` ORDER BY i.created_on, i.id`), 0o644)
	os.WriteFile("/tmp/bench/list.sql", []byte(`SELECT count(*) OVER (), ` + planColumns + `, f.given_name, f.family_name, coalesce(ch.protection, 'assumed-identity')
		      FROM plan p ` + nameOf + `
		      WHERE ($1::text IS NULL OR p.status = $1) AND ` + planScope(r) + `
		      ORDER BY p.created_at DESC, p.id DESC LIMIT $2 OFFSET $3`), 0o644)
}
