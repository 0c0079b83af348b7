//go:build !release

package bench

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"sync"
	"testing"

	"samplan/internal/access"
)

// smallTown is enough to compare the two servers and to count.
const smallTown = 100

var (
	once  sync.Once
	small *town
	fails error
	where string
)

// theTown starts one town for all tests of the package.
func theTown(t *testing.T) *town {
	t.Helper()
	once.Do(func() {
		if where, fails = newDir(); fails == nil {
			small, fails = open(t.Context(), where, smallTown, nil)
		}
	})
	if fails != nil {
		t.Fatal(fails)
	}
	return small
}

func TestMain(m *testing.M) {
	code := m.Run()
	if small != nil {
		if err := small.close(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	_ = os.RemoveAll(where) // in the folder for temporary files
	os.Exit(code)
}

// answerOf sends an order to one of the servers and gives the body of the answer.
func answerOf(t *testing.T, s *target, o order) string {
	t.Helper()
	r, err := o.request(s.base, s.authorize)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := s.client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }() // read to its end
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != o.want {
		t.Fatalf("%s %s: %d %s (%v)", o.method, o.path, answer.StatusCode, body, err)
	}
	return string(body)
}

func readOf(t *town, plan int) order {
	return order{method: http.MethodGet, path: "/v1/plans/" + benchID(planID, plan).String(), worker: plan % t.workers, want: http.StatusOK}
}

// The floor is honest: the same bytes out for the same data.
func TestFloorAnswersTheSameBytes(t *testing.T) { //nolint:paralleltest // counts the statements of one server
	w := theTown(t)
	product, floor, err := w.targets()
	if err != nil {
		t.Fatal(err)
	}
	orders := []order{{method: http.MethodGet, path: "/v1/plans?limit=50", worker: 1, want: http.StatusOK}}
	for plan := range 12 {
		orders = append(orders, readOf(w, plan))
	}
	for _, o := range orders {
		got, want := answerOf(t, product, o), answerOf(t, floor, o)
		if got != want {
			t.Errorf("%s:\nproduct %s\nfloor   %s", o.path, got, want)
		}
		if len(want) < 5000 {
			t.Errorf("%s: a body of %d bytes compares nothing", o.path, len(want))
		}
	}
}

// P6: statements per request are few, exact, and the same however many items there are. P13: a warm read asks the policy
// nothing anew.
func TestP6StatementsPerRequest(t *testing.T) { //nolint:paralleltest // counts the statements of one server
	w := theTown(t)
	product, _, err := w.targets()
	if err != nil {
		t.Fatal(err)
	}
	read, list := readOf(w, thePlan), order{method: http.MethodGet, path: "/v1/plans?limit=50", worker: 0, want: http.StatusOK}
	answerOf(t, product, list) // the directory of units is read once in a while
	create := createDeck(w, 0)(numbers())
	evaluations := access.Evaluations()
	for _, c := range []struct {
		name  string
		order order
		items int
		want  float64
	}{
		{"read, 30 items", read, 30, 4},
		{"read, 10 items", read, 10, 4},
		{"read, 100 items", read, 100, 4},
		{"list", list, 30, 3},
		{"create", create, 30, 8},
		{"replay", create, 30, 3},
	} {
		w.holdItems(t, c.items)
		w.product.statementsPerRequest()
		answerOf(t, product, c.order)
		if got := w.product.statementsPerRequest(); got != c.want {
			t.Errorf("%s took %v statements, want %v", c.name, got, c.want)
		}
	}
	if now := access.Evaluations(); now != evaluations {
		t.Errorf("requests put %d questions to the policy", now-evaluations)
	}
}

// thePlan is one that no consent keeps items of back.
const thePlan = 1

// holdItems gives it so many items of the leading unit.
func (t *town) holdItems(test *testing.T, n int) {
	test.Helper()
	plan := benchID(planID, thePlan)
	for _, s := range []string{
		`DELETE FROM item WHERE plan_id = $1 AND $2 > 0`,
		`INSERT INTO item (id, plan_id, kind, owner_unit_id, category, visibility, body, horizon, author_id, author_kind, created_on)
		   SELECT gen_random_uuid(), p.id, 'goal', p.lead_unit_id, 'goals', 'parties', 'Mål', 'long', a.person_id, 'staff', current_date
		   FROM plan p JOIN assignment a ON a.unit_id = p.lead_unit_id AND a.id = '` + benchID(assignmentID, thePlan%t.workers).String() + `', generate_series(1, $2) WHERE p.id = $1`,
	} {
		if _, err := t.owner.ExecContext(test.Context(), s, plan, n); err != nil {
			test.Fatal(err)
		}
	}
}
