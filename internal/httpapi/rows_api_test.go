package httpapi_test

import "testing"

// fingerprints gives the question for every row of every table but the log, in one. A row is where it stands and who wrote
// it: whatever is written again, even as it was, is another one; and no content has to be read.
const fingerprints = `SELECT string_agg(format($q$
  SELECT %L, count(*) || ' rows ' || coalesce(md5(string_agg(t.ctid || ' ' || t.xmin, '|' ORDER BY t.ctid)), '') FROM %I t$q$, tablename, tablename), ' UNION ALL ')
  FROM pg_tables WHERE schemaname = 'public' AND tableowner = 'samplan_owner' AND tablename <> 'audit_entry'`

// rows fingerprints every table but the log.
func (w *town) rows() map[string]string {
	if w.everyTable == "" {
		if err := w.Owner.QueryRowContext(w.t.Context(), fingerprints).Scan(&w.everyTable); err != nil {
			w.t.Fatal(err)
		}
	}
	found, err := w.Owner.QueryContext(w.t.Context(), w.everyTable)
	if err != nil {
		w.t.Fatal(err)
	}
	defer func() { _ = found.Close() }() // read to its end
	all := map[string]string{}
	for found.Next() {
		var table, content string
		if err := found.Scan(&table, &content); err != nil {
			w.t.Fatal(err)
		}
		all[table] = content
	}
	if err := found.Err(); err != nil {
		w.t.Fatal(err)
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
