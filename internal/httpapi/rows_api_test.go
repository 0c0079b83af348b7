package httpapi_test

import "strings"

// rows fingerprints the content of every table but the log.
func (w *town) rows() map[string]string {
	all := map[string]string{}
	var tables []string
	r, err := w.Owner.Query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner = 'samplan_owner' AND tablename <> 'audit_entry'`)
	if err != nil {
		panic(err)
	}
	defer r.Close()
	for r.Next() {
		var s string
		if err := r.Scan(&s); err != nil {
			panic(err)
		}
		tables = append(tables, s)
	}
	for _, s := range tables {
		var n string
		if err := w.Owner.QueryRow(`SELECT count(*) || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM ` + s + ` t`).Scan(&n); err != nil {
			panic(strings.Join(tables, " ") + err.Error())
		}
		all[s] = n
	}
	return all
}
