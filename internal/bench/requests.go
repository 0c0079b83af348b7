//go:build !release

package bench

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	mathrand "math/rand/v2"
	"net/http"
	"strconv"
	"strings"

	"github.com/google/uuid"
)

// order is one request that is to be made, and what is to be known of it when it is answered.
type order struct {
	method, path, body string
	header             map[string]string
	worker             int
	want               int    // status
	answered           func() // nil if nothing is to be learnt
}

// deck makes the requests of one kind, for one connection.
type deck func(r *mathrand.Rand) order

// kind is one kind of request that is measured.
type kind struct {
	name string
	gate float64 // least ratio to the floor, P1 to P3; 0 when there is none
	deck func(t *town, connection int) deck
}

// kinds are what is measured, in the order of the report.
var kinds = []kind{
	{"read", 0.60, readDeck},
	{"list", 0.60, listDeck},
	{"create", 0.60, createDeck},
	{"update", 0, updateDeck},
}

func readDeck(t *town, _ int) deck {
	return func(r *mathrand.Rand) order {
		c := r.IntN(t.plans)
		return order{method: http.MethodGet, path: "/v1/plans/" + benchID(planID, c).String(), worker: c % t.workers, want: http.StatusOK}
	}
}

func listDeck(t *town, _ int) deck {
	return func(r *mathrand.Rand) order {
		return order{method: http.MethodGet, path: "/v1/plans?limit=50", worker: r.IntN(t.workers), want: http.StatusOK}
	}
}

func createDeck(t *town, _ int) deck {
	return func(r *mathrand.Rand) order {
		c := r.IntN(t.plans)
		return order{
			method: http.MethodPost, path: "/v1/plans", body: newPlan(benchID(childID, c)), worker: c % t.workers, want: http.StatusCreated,
			header: map[string]string{"Idempotency-Key": rand.Text()},
		}
	}
}

// newPlan is a need with two goals and three interventions.
func newPlan(child uuid.UUID) string {
	text := "Barnet ska få stöd i vardagen så att skolgången fungerar, och de vuxna ska veta vem de kan vända sig till."
	goal := map[string]any{"text": text, "horizon": "long", "visibility": "parties"}
	does := map[string]any{"title": "Stödsamtal varje vecka", "text": text, "contactName": "Kontaktperson", "visibility": "family"}
	body, err := json.Marshal(map[string]any{
		"childId": child, "kind": "sip", "goals": []any{goal, goal}, "interventions": []any{does, does, does},
	})
	if err != nil {
		panic(err) // texts always marshal
	}
	return string(body)
}

// updateDeck changes interventions. Each connection has plans of its own and remembers what version it has made, so that
// none waits for another and none is stale.
func updateDeck(t *town, connection int) deck {
	versions := t.versions[connection]
	return func(r *mathrand.Rand) order {
		c := r.IntN(t.plans/connections)*connections + connection
		item := benchID(itemID, itemsPerPlan*c+ownInterventions[r.IntN(len(ownInterventions))])
		version := max(1, versions[item])
		return order{
			method: http.MethodPut, path: "/v1/interventions/" + item.String(), body: changed(version), worker: c % t.workers, want: http.StatusOK,
			header:   map[string]string{"If-Match": `"` + strconv.Itoa(version) + `"`},
			answered: func() { versions[item] = version + 1 },
		}
	}
}

// ownInterventions are the places of the interventions that the leading unit holds (load_statements.go).
var ownInterventions = []int{1, 2, 4, 5, 7, 8, 10, 11}

func changed(version int) string {
	return fmt.Sprintf(`{"title":"Stödsamtal varje vecka","text":"Ändrad för %d:e gången","category":"interventions","visibility":"parties","status":"ongoing","contactName":"Kontaktperson"}`, version)
}

// send makes the HTTP request for one of the two servers.
func (o order) request(base string, authorize func(*http.Request, int)) (*http.Request, error) {
	r, err := http.NewRequest(o.method, base+o.path, strings.NewReader(o.body)) //nolint:noctx // the client has a timeout
	if err != nil {
		return nil, fmt.Errorf("make request: %w", err)
	}
	if o.body == "" {
		r.Body, r.ContentLength = http.NoBody, 0
	} else {
		r.Header.Set("Content-Type", "application/json")
	}
	for name, value := range o.header {
		r.Header.Set(name, value)
	}
	authorize(r, o.worker)
	return r, nil
}
