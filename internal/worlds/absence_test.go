package worlds

import "maps"

func init() { maps.Copy(table, ofAbsences) }

// ofAbsences are the rows of the table about who is away, and about the routines of units.
var ofAbsences = map[string]operation{
	"ListInformationRoutines":   list("/information-routines"),
	"PublishInformationRoutine": post(writes, "/information-routines", none, body(object{"text": "a"})),
	"ListAbsences":              list("/absences"),
	"EnterAbsence":              post(writes, "/absences", none, standsIn(0, 1), standsIn(1, 0), standsIn(1, 2)),
	"EndAbsence":                post(writes, "/absences/{}/endings", absences, body(object{})),
}

func absences(q *asking) []ID { return q.absences }

func standsIn(person, substitute int) func(*asking) object {
	return func(q *asking) object {
		return object{
			"personId": q.colleagues[person%len(q.colleagues)], "substituteId": q.colleagues[substitute%len(q.colleagues)], "startsOn": q.day, "endsOn": q.day,
		}
	}
}

// ofAbsences: managers know who is away, others of themselves and where they stand in; the unit knows its routine.
func (k *known) ofAbsences() {
	for _, a := range k.Absences {
		if k.SeesAbsence(k.Reader, a) {
			a.By = ID{}
			k.add("absence", a)
		}
	}
	for _, r := range k.InformationRoutines {
		if k.SeesInformationRoutine(k.Reader, r) {
			r.By = ID{}
			k.add("information routine", r)
		}
	}
}

// inAbsences are mutants of absences and routines.
var inAbsences = []func(*maker){
	(*maker).absence, (*maker).informationRoutine,
	func(m *maker) { remove(m.dice, &m.Absences) },
	func(m *maker) { remove(m.dice, &m.InformationRoutines) },
	func(m *maker) {
		alter(m.dice, m.Absences, func(a *Absence) {
			if a.Back.IsZero() {
				a.Back, a.Version = a.From.AddDays(m.dice.Roll(2)), a.Version+1
			}
			if a.Back.After(a.To) {
				a.Back = a.To
			}
		})
	},
	func(m *maker) {
		alter(m.dice, m.InformationRoutines, func(r *InformationRoutine) { r.Words += " ändrat" })
	},
}
