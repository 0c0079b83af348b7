//go:build !release

package county_test

import "slices"

// first gives a text of the first row of a list.
func (a answer) first(list, field string) string {
	a.t.Helper()
	rows, _ := a.json[list].([]any)
	if len(rows) == 0 {
		a.t.Fatalf("no %s in %s", list, a.body)
	}
	m, _ := rows[0].(map[string]any)
	s, _ := m[field].(string)
	return s
}

// field gives a text of the row of a list that has a field with a value.
func (a answer) field(list, field, value, want string) string {
	a.t.Helper()
	rows, _ := a.json[list].([]any)
	i := slices.IndexFunc(rows, func(row any) bool { m, _ := row.(map[string]any); return m[field] == value })
	if i < 0 {
		a.t.Fatalf("no %s with %s %q in %s", list, field, value, a.body)
	}
	m, _ := rows[i].(map[string]any)
	s, _ := m[want].(string)
	return s
}

// rows gives the objects of a list.
func (a answer) rows(list string) (all []map[string]any) {
	rows, _ := a.json[list].([]any)
	for _, r := range rows {
		m, _ := r.(map[string]any)
		all = append(all, m)
	}
	return all
}
