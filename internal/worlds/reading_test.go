package worlds

import (
	"maps"
	"net/http"
)

func init() { maps.Copy(table, ofReading) }

// ofReading are the rows of the table about what the family has read.
var ofReading = map[string]operation{
	"ListReadings":     listOf("/plans/{}/readings", plans),
	"ListMyReadings":   listOf("/my/plans/{}/readings", plans),
	"ConfirmMyReading": {writes, confirmReading},
}

func confirmReading(q *asking) []request {
	return each("/my/plans/{}", plans(q), func(at string, _ ID) []request {
		to := at + "/readings"
		return []request{
			{method: http.MethodPut, path: to, body: `{}`},
			{method: http.MethodPut, path: to, body: `{}`, tag: `"0"`},
			{method: http.MethodPut, path: to, body: `{"a":1}`, tag: "@" + at},
			{method: http.MethodPut, path: to, body: `{}`, tag: "@" + at},
		}
	})
}

// ofReadings: the family knows its own days; the leading unit also who, by the name that it knows, and of which version.
func (k *known) ofReadings() {
	for _, d := range k.Readings {
		switch {
		case !k.SeesReading(k.Reader, d):
		case k.IsCitizen():
			k.add("reading", d.Plan, d.On)
		default:
			child := k.Plan(d.Plan).Child
			k.add("reading", d, where(k.Relations, func(r Relation) bool { return r.Child == child && r.Person == d.Person && r.Unit == k.Unit }), k.caseOf(k.Unit, child))
		}
	}
}

// inReadings are mutants of them.
var inReadings = []func(*maker){
	func(m *maker) { m.anyPlan(m.reading) },
	func(m *maker) { remove(m.dice, &m.Readings) },
	func(m *maker) { alter(m.dice, m.Readings, func(d *Reading) { d.Number += 7 }) },
}
