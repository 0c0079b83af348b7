package worlds

import (
	"encoding/json"
	"net/http"
	"strings"

	"samplan/internal/demo"
)

// object is a body in writing.
type object = map[string]any

// phase tells when an operation is asked: reads before and after the writes; last what lets the reader into more, since
// what another world holds behind that door is another matter.
type phase int

const (
	reads phase = iota
	writes
	gains
)

// operation is a row of the table: the requests to make of one operation of the contract.
type operation struct {
	phase
	requests func(q *asking) []request
}

// get reads an address for each id; its placeholder is {}.
func get(path string, ids func(*asking) []ID) operation {
	return operation{reads, func(q *asking) []request {
		return each(path, ids(q), func(at string, _ ID) []request { return []request{{method: http.MethodGet, path: at}} })
	}}
}

// list reads a list, whole and in pages.
func list(path string, more ...string) operation {
	return operation{reads, func(*asking) []request {
		all := []request{{method: http.MethodGet, path: path}}
		for _, query := range append([]string{"?limit=1", "?limit=1&page=2", "?page=99&limit=100", "?limit=0"}, more...) {
			all = append(all, request{method: http.MethodGet, path: path + query})
		}
		return all
	}}
}

// listOf reads a list below each id.
func listOf(path string, ids func(*asking) []ID) operation {
	return operation{reads, func(q *asking) []request {
		return each(path, ids(q), func(at string, _ ID) []request {
			return []request{{method: http.MethodGet, path: at}, {method: http.MethodGet, path: at + "?limit=1&page=2"}}
		})
	}}
}

// post commands below each id, with every body, and one that is none.
func post(p phase, path string, ids func(*asking) []ID, bodies ...func(*asking) object) operation {
	return operation{p, func(q *asking) []request {
		return each(path, ids(q), func(at string, _ ID) []request {
			all := []request{{method: http.MethodPost, path: at, body: `{"unknown":1}`}}
			for _, b := range bodies {
				all = append(all, request{method: http.MethodPost, path: at, body: text(b(q))})
			}
			return all
		})
	}}
}

// put changes each id: blindly, with an old version, with the right one.
func put(path string, ids func(*asking) []ID, body func(*asking) object) operation {
	return operation{writes, func(q *asking) []request {
		return each(path, ids(q), func(at string, _ ID) []request {
			b := text(body(q))
			return []request{
				{method: http.MethodPut, path: at, body: b},
				{method: http.MethodPut, path: at, body: b, tag: `"0"`},
				{method: http.MethodPut, path: at, body: `{}`, tag: "@" + at},
				{method: http.MethodPut, path: at, body: b, tag: "@" + at},
			}
		})
	}}
}

func each(path string, ids []ID, requests func(string, ID) []request) []request {
	if !strings.Contains(path, "{}") {
		return requests(path, madeUp)
	}
	var all []request
	for _, i := range ids {
		all = append(all, requests(strings.Replace(path, "{}", i.String(), 1), i)...)
	}
	return all
}

// body is the same for every reader.
func body(o object) func(*asking) object { return func(*asking) object { return o } }

func text(o object) string {
	b, err := json.Marshal(o)
	if err != nil {
		panic(err) // bodies are made of texts and lists
	}
	return string(b)
}

func none(*asking) []ID        { return nil }
func nothing(*asking) []ID     { return []ID{madeUp} }
func items(q *asking) []ID     { return q.items }
func plans(q *asking) []ID     { return q.plans }
func parties(q *asking) []ID   { return q.parties }
func consents(q *asking) []ID  { return q.consents }
func children(q *asking) []ID  { return q.children }
func relations(q *asking) []ID { return q.relations }
func workers(q *asking) []ID   { return q.workers }

// ofKind gives items of a kind, and one of another kind.
func ofKind(kind string) func(*asking) []ID {
	return func(q *asking) []ID {
		ids := where(q.items, func(i ID) bool { return q.kindOf[i] == kind })
		return append(ids, first(1, where(q.items, func(i ID) bool { return q.kindOf[i] != kind }))...)
	}
}

func unitsOf(*asking) []ID {
	return []ID{demo.UnitID("bou1").UUID(), demo.UnitID("bup").UUID(), madeUp}
}
