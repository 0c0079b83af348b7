package worlds

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/demo"
	"samplan/internal/id"
	"samplan/internal/testkit"
	"samplan/openapi"
)

func TestMain(m *testing.M) { testkit.Main(m, nil) }

// usual is how many worlds are tried when nothing else is said.
const usual = 4

// TestTwoWorlds is the test of confidentiality.md 2: two databases that differ only in what a reader may not see; every
// answer that this reader can get is the same, byte for byte, whatever operation of the contract is asked; and what is
// asked with a hidden id is answered as if nothing had it.
// SAMPLAN_WORLDS_FOR=30s goes on with new worlds for so long, SAMPLAN_WORLDS_SEED=7 repeats one.
func TestTwoWorlds(t *testing.T) {
	t.Parallel()
	covered := coverage(t)
	p := newPair(t)
	worlds, differences, began := 0, 0, time.Now()
	for _, seed := range seeds(t) {
		worlds++
		differences += p.try(t, seed)
	}
	if until := duration(t); until > 0 && os.Getenv("SAMPLAN_WORLDS_SEED") == "" {
		for time.Since(began) < until && differences == 0 {
			worlds++
			differences += p.try(t, rand.Uint64()) //nolint:gosec // G404: chance is wanted, not secrecy
		}
	}
	if p.hidden == 0 {
		t.Error("no world was another one")
	}
	t.Logf("operations %d of %d, worlds %d, differences %d", covered, len(access.Operations), worlds, differences)
}

// coverage fails for an operation of the contract that the table lacks, and tells how many it has.
func coverage(t *testing.T) int {
	t.Helper()
	ids := operationsOf(string(openapi.Document))
	for _, id := range uncovered(ids, table) {
		t.Errorf("operation %s is not in the table", id)
	}
	if len(ids) != len(access.Operations) {
		t.Errorf("the contract has %d operations, the program knows %d", len(ids), len(access.Operations))
	}
	return len(ids) - len(uncovered(ids, table))
}

func operationsOf(contract string) []string {
	var ids []string
	for _, found := range regexp.MustCompile(`operationId: (\w+)`).FindAllStringSubmatch(contract, -1) {
		ids = append(ids, found[1])
	}
	return ids
}

func uncovered(ids []string, table map[string]operation) []string {
	return where(ids, func(id string) bool { return table[id].requests == nil })
}

func TestUncoveredOperationsAreFound(t *testing.T) {
	t.Parallel()
	lacking := maps.Clone(table)
	delete(lacking, "GetPlan")
	if got := uncovered(operationsOf(string(openapi.Document)), lacking); !slices.Equal(got, []string{"GetPlan"}) {
		t.Errorf("a table without GetPlan lacks %v", got)
	}
}

func duration(t *testing.T) time.Duration {
	t.Helper()
	text := os.Getenv("SAMPLAN_WORLDS_FOR")
	if text == "" {
		return 0
	}
	d, err := time.ParseDuration(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func seeds(t *testing.T) []uint64 {
	t.Helper()
	if text := os.Getenv("SAMPLAN_WORLDS_SEED"); text != "" {
		seed, err := strconv.ParseUint(text, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		return []uint64{seed}
	}
	var all []uint64
	for n := range uint64(usual) {
		all = append(all, n+1)
	}
	return all
}

// pair is two worlds side by side; hidden counts in how many facts they have differed without their readers' knowledge.
type pair struct {
	a, b   *side
	hidden int
}

func newPair(t *testing.T) *pair {
	t.Helper()
	return &pair{a: newSide(t), b: newSide(t)}
}

// difference is an answer that tells the two worlds apart, or what is hidden from what does not exist.
type difference struct {
	request
	inA, inB string
}

// try draws a world, a reader and another world for the reader, asks everything of both, and tells how many answers differ: the
// first one ends it.
func (p *pair) try(t *testing.T, seed uint64) int {
	t.Helper()
	f := p.draw(t, seed)
	found, at := p.differs(t, f)
	if at < 0 {
		return 0
	}
	small, d := p.shrink(t, f)
	t.Errorf("SAMPLAN_WORLDS_SEED=%d, %s on %s\n%s %s %s %s\none answer: %s\nthe other: %s\n\nLess is enough: %s %s %s\none world: %s\nits answer: %s\nthe other: %s\nits answer: %s",
		seed, f.r.Key, f.a.Day, found.operation, found.method, found.path, found.body, found.inA, found.inB,
		d.method, d.path, d.body, small.a, d.inA, small.b, d.inB)
	return 1
}

// draw draws two worlds that are the same to a reader, and what the reader asks: everything, or only some operations.
func (p *pair) draw(t *testing.T, seed uint64, only ...string) failing {
	t.Helper()
	dice := Seed(seed)
	a := New(dice, fmt.Sprint("seed ", seed))
	r := through(drawReader(dice, a), seed)
	if !a.isPossible() {
		t.Fatalf("world %d cannot be", seed)
	}
	b, kept := a.other(dice, r, fmt.Sprint("seed ", seed))
	b.otherClients(r)
	b.otherUnitImports(r)
	b.otherRegisterImports(r)
	p.hidden += kept
	return failing{a, b, r, requestsOf(newAsking(a, b, r, dice), only...), nil}
}

// ask asks both sides at once.
func (p *pair) ask(t *testing.T, r Reader, q request, key string) (inA, inB string) {
	t.Helper()
	answered := make(chan string)
	go func() { answered <- p.b.ask(t.Context(), r, q, key) }()
	inA = p.a.ask(t.Context(), r, q, key)
	return inA, <-answered
}

// bare is an answer without the name that the server gave this very request.
func bare(answer string) string { return instance.ReplaceAllString(answer, "") }

var instance = regexp.MustCompile(`"instance":"[^"]*",?`)

// drawReader draws somebody who sees something, mostly; now and then somebody of whom nobody has told.
func drawReader(dice Dice, w *World) Reader {
	all := w.Readers()
	if chance(dice, 8) {
		return Reader{Key: "a stranger", Person: madeUp, Number: "199001019802"}
	}
	some := where(all, func(r Reader) bool {
		return w.asksInDanger(r) || slices.ContainsFunc(w.Plans, func(p Plan) bool { return w.SeesPlan(r, p) })
	})
	if len(some) > 0 && chance(dice, 80) {
		return oneOf(dice, some...)
	}
	return oneOf(dice, all...)
}

// sharedIDs are those that the reader may know, and those of the county.
func sharedIDs(w *World, r Reader) map[string]bool {
	shared := map[string]bool{madeUp.String(): true}
	for _, line := range w.known(r) {
		for _, id := range anID.FindAllString(line, -1) {
			shared[id] = true
		}
	}
	for _, s := range Staff() {
		shared[s.Person.String()], shared[s.Assignment.String()] = true, true
	}
	for _, u := range demo.UnitKeys() {
		shared[demo.UnitID(u).String()] = true
		for _, day := range days {
			branch, _ := demo.PlaceOn(u, day)
			shared[demo.BranchID(branch).String()] = true
		}
	}
	for _, g := range demo.Groups {
		shared[demo.GroupID(g.Key).String()] = true
		for _, s := range g.Seats {
			shared[g.MemberID(s).String()] = true
		}
	}
	for _, key := range []string{"goteborg", "vgr", "uph"} {
		shared[demo.PrincipalID(key).String()] = true
	}
	for _, code := range []string{"national", "vastbus", "att-vaxa-upp", "kronobarn", "gotland"} {
		shared[id.RoutineNamed(code, 1).String()] = true
	}
	return shared
}

// late are the operations that open most; they come last, in this order.
var late = []string{"AssignCaseWorker", "NameWhereaboutsReader", "RecordProtection", "AnswerParty", "AnswerCall", "AnswerInterventionOffer", "AssessPlanRequest", "RegisterChild", "AnswerHandOver"}

// requestsOf puts the requests in order: reads, writes, the same reads again, and at last what lets the reader into more. When
// operations are named, only theirs.
func requestsOf(q *asking, only ...string) []request {
	var by [3][]request
	for _, id := range slices.SortedFunc(maps.Keys(table), func(a, b string) int {
		return strings.Compare(fmt.Sprint(slices.Index(late, a)+1, a), fmt.Sprint(slices.Index(late, b)+1, b))
	}) {
		if len(only) > 0 && !slices.Contains(only, id) {
			continue
		}
		for _, r := range table[id].requests(q) {
			r.operation = id
			by[table[id].phase] = append(by[table[id].phase], r)
		}
	}
	return slices.Concat(by[reads], by[writes], by[reads], by[gains])
}
