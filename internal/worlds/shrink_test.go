package worlds

import (
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// failing is two worlds, a reader who should not know them apart, and the requests by which the reader does.
type failing struct {
	a, b  *World
	r     Reader
	asked []request // the last one differs
	leak  *leak
}

// mostTries bounds how long a failure is shrunk.
const mostTries = 150

// differs asks everything again of fresh databases and gives the first difference.
func (p *pair) differs(t *testing.T, f failing) (found difference, at int) {
	t.Helper()
	shared := sharedIDs(f.a, f.r)
	p.a.live(t, f.a, shared)
	p.b.live(t, f.b, shared)
	return p.compare(t, f, shared)
}

// compare asks everything of the worlds that are there and gives the first difference.
func (p *pair) compare(t *testing.T, f failing, shared map[string]bool) (found difference, at int) {
	t.Helper()
	if f.leak != nil {
		defer f.leak.before(t, p.a)()
		defer f.leak.before(t, p.b)()
	}
	nothings := refusals{}
	for n, q := range f.asked {
		key := fmt.Sprintf("request-%06d-%s", n, q.operation)
		inA, inB := p.ask(t, f.r, q, key)
		d := difference{q, inA, inB}
		if nothing, is := q.asIfNothing(shared); is && inA == inB && (f.leak == nil || f.leak.hasNothing) {
			d.inA, d.inB = bare(inA), nothings.of(nothing, func() string { return p.a.aside(t.Context(), f.r, nothing, key+"-nothing") })
		}
		if q.method != http.MethodGet && !isRefused(inA) {
			clear(nothings)
		}
		if d.inA != d.inB {
			return d, n
		}
	}
	return difference{}, -1
}

// refusals are the answers to what was asked with ids that nothing has. Asked again of the same world such a request is answered
// the same way, so an answer holds until something has been done.
type refusals map[request]string

func (all refusals) of(q request, ask func() string) string {
	answer, is := all[q]
	if !is {
		answer = bare(ask())
		if q.method != http.MethodGet && !isRefused(answer) {
			clear(all)
			return answer
		}
		all[q] = answer
	}
	return answer
}

// isRefused tells whether an answer, as it is written down, says that nothing was done.
func isRefused(answer string) bool { return strings.HasPrefix(answer, "4") }

// shrink takes away requests and facts for as long as the reader still knows the worlds apart.
func (p *pair) shrink(t *testing.T, f failing) (failing, difference) {
	t.Helper()
	found, at := p.differs(t, f)
	if at < 0 {
		return f, found // it does not fail again: whoever reads has the seed
	}
	f.asked = f.asked[:at+1]
	tries := 1
	keep := func(g failing) bool {
		tries++
		if tries > mostTries || !slices.Equal(g.a.known(g.r), g.b.known(g.r)) || !g.a.isPossible() || !g.b.isPossible() {
			return false
		}
		d, n := p.differs(t, g)
		if n < 0 {
			return false
		}
		g.asked, found = g.asked[:n+1], d
		f = g
		return true
	}
	alone := f
	alone.asked = f.asked[len(f.asked)-1:]
	keep(alone)
	for size := len(f.ids()); size > 0; { // many facts at a time, then fewer, until none can go any longer
		before := len(f.ids())
		for some := range slices.Chunk(f.ids(), size) {
			g := f
			g.a, g.b = f.a.without(some), f.b.without(some)
			if len(g.ids()) < len(f.ids()) {
				keep(g)
			}
		}
		if size > 1 || len(f.ids()) == before {
			size /= 2
		}
	}
	return f, found
}

// ids names the facts of both worlds, each once.
func (f failing) ids() []ID {
	all := f.a.ids()
	in := map[ID]bool{}
	for _, i := range all {
		in[i] = true
	}
	return append(all, where(f.b.ids(), func(i ID) bool { return !in[i] })...)
}

// slicesOf gives every list of facts of a world that have an id of their own.
func slicesOf(w *World) []reflect.Value {
	var all []reflect.Value
	v := reflect.ValueOf(w).Elem()
	for n := range v.NumField() {
		list := v.Field(n)
		if list.Kind() == reflect.Slice && list.Type().Elem().Kind() == reflect.Struct && list.Type().Elem().Name() != "Human" {
			if id, ok := list.Type().Elem().FieldByName("ID"); ok && id.Type == reflect.TypeFor[ID]() {
				all = append(all, list)
			}
		}
	}
	return all
}

// ids names all facts of a world; people stay.
func (w *World) ids() []ID {
	var all []ID
	for _, list := range slicesOf(w) {
		for n := range list.Len() {
			all = append(all, list.Index(n).FieldByName("ID").Interface().(ID))
		}
	}
	return all
}

// without gives the world without some facts, and without what hangs on them.
func (w *World) without(some []ID) *World {
	c := w.Clone()
	for _, list := range slicesOf(c) {
		kept := reflect.MakeSlice(list.Type(), 0, list.Len())
		for n := range list.Len() {
			if !slices.Contains(some, list.Index(n).FieldByName("ID").Interface().(ID)) {
				kept = reflect.Append(kept, list.Index(n))
			}
		}
		list.Set(kept)
	}
	c.sweep()
	return c
}

// String lists the facts of a world, a line each.
func (w *World) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, ages %+v\n", w.Day, w.Ages)
	for _, list := range slicesOf(w) {
		for n := range list.Len() {
			fmt.Fprintf(&b, "  %s %+v\n", list.Type().Elem().Name(), list.Index(n))
		}
	}
	return b.String()
}

// TestFailuresAreShrunk: what is left of a world in which a count leaks is the leak and little else.
func TestFailuresAreShrunk(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	for seed := uint64(1); seed <= 15; seed++ {
		f := p.draw(t, seed, leaks[0].operation)
		f.leak = &leaks[0]
		if _, at := p.differs(t, f); at < 0 {
			continue
		}
		before := len(f.a.ids()) + len(f.b.ids())
		small, d := p.shrink(t, f)
		after := len(small.a.ids()) + len(small.b.ids())
		if d.inA == d.inB || len(small.asked) != 1 {
			t.Fatalf("what is left no longer fails, or asks too much: %d requests", len(small.asked))
		}
		if after > before/2 {
			t.Errorf("of %d facts %d are left:\n%s\n%s", before, after, small.a, small.b)
		}
		t.Logf("of %d facts %d are left", before, after)
		return
	}
	t.Fatal("the leak was not met")
}
