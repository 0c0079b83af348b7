package worlds

import "samplan/internal/id"

// routines are one that is built in, and none.
func routines(*asking) []ID { return []ID{id.RoutineNamed("national", 1).UUID(), madeUp} }

// routineDocument is a profile that can be loaded once.
func routineDocument(*asking) object {
	return object{"document": `{"code": "hisingen", "version": 1, "validFrom": "2029-01-01", "base": {"code": "vastbus", "version": 1},
	  "names": {"sv": "a", "en": "b"}}`}
}
