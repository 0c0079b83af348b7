package httpapi_test

import "testing"

// rows fingerprints the content of every table but the log.
func (w *town) rows() map[string]string {
	list, err := w.Owner.QueryContext(w.t.Context(), `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner = 'samplan_owner' AND tablename <> 'audit_entry'`)
	if err != nil {
		w.t.Fatal(err)
	}
	defer func() { _ = list.Close() }() // read to its end
	all := map[string]string{}
	for list.Next() {
		var table string
		if err := list.Scan(&table); err != nil {
			w.t.Fatal(err)
		}
		all[table] = ""
	}
	if err := list.Err(); err != nil {
		w.t.Fatal(err)
	}
	for table := range all {
		var content string
		query := `SELECT count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM ` + table + ` t`
		if err := w.Owner.QueryRowContext(w.t.Context(), query).Scan(&content); err != nil {
			w.t.Fatal(err)
		}
		all[table] = content
	}
	return all
}

// wantRows fails if anything has been stored since.
func (w *town) wantRows(t *testing.T, since map[string]string) {
	t.Helper()
	for table, now := range w.rows() {
		if now != since[table] {
			t.Errorf("%s was %s and is %s", table, since[table], now)
		}
	}
}
