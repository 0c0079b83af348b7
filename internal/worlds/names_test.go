package worlds

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"samplan/internal/document/documenttest"
)

// anID is how an id is written.
var anID = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)

// names replaces the ids that a server made by numbers in the order in which they come up; and, from the first one on, the
// versions that are made of ids. What the reader knew before stays as it is.
type names struct {
	shared map[string]bool
	seen   map[string]string
	order  []string // of those seen
	made   bool     // the server has made something, so versions are made of its ids
}

func (n *names) replace(text string) string {
	text = documenttest.Unsalted(text)
	text = eachPart(text, '-', idAt, func(id string) string {
		if n.shared[id] {
			return id
		}
		return n.name(id, "id of kind "+id[14:15])
	})
	if n.made {
		text = eachPart(text, '"', hashAt, func(tag string) string { return n.name(tag, "tag") })
	}
	return text
}

func (n *names) name(v, as string) string {
	if n.seen[v] == "" {
		n.seen[v] = fmt.Sprintf("<%s %d>", as, len(n.seen)+1)
		n.order = append(n.order, v)
	}
	return n.seen[v]
}

// uncount forgets all names but the first ones.
func (n *names) uncount(count int) {
	for _, v := range n.order[count:] {
		delete(n.seen, v)
	}
	n.order = n.order[:count]
}

// eachPart replaces parts of a text as regexp does, in a fraction of the time: every answer of every world comes this way. at tells
// where the part lies that belongs to a sign, if there is one.
func eachPart(text string, sign byte, at func(text string, n int) (from, to int), replace func(string) string) string {
	var b strings.Builder
	done := 0
	for n := 0; n < len(text); {
		next := strings.IndexByte(text[n:], sign)
		if next < 0 {
			break
		}
		n += next
		from, to := at(text, n)
		if to == 0 || from < done {
			n++
			continue
		}
		b.WriteString(text[done:from])
		b.WriteString(replace(text[from:to]))
		n, done = to, to
	}
	if done == 0 {
		return text
	}
	b.WriteString(text[done:])
	return b.String()
}

// idAt finds the id of which the first dash is at n.
func idAt(text string, n int) (from, to int) {
	const before, length = 8, 36
	from, to = n-before, n-before+length
	if from < 0 || to > len(text) {
		return 0, 0
	}
	for i := range length {
		c := text[from+i]
		isDash := i == 8 || i == 13 || i == 18 || i == 23
		if isDash != (c == '-') || !isDash && (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return 0, 0
		}
	}
	return from, to
}

// hashAt finds a version that is made of ids, of which the first quotation mark is at n, in a header or within JSON.
func hashAt(text string, n int) (from, to int) {
	const length = 20
	to = n + 1 + length
	if to >= len(text) {
		return 0, 0
	}
	for _, c := range []byte(text[n+1 : to]) {
		if (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' && c != '-' {
			return 0, 0
		}
	}
	if text[to] == '\\' {
		to++
	}
	if to >= len(text) || text[to] != '"' {
		return 0, 0
	}
	return n, to + 1
}

// TestPartsAreThoseOfRegexp: what is replaced is what the expression would find.
func TestPartsAreThoseOfRegexp(t *testing.T) {
	t.Parallel()
	aHash := regexp.MustCompile(`"[A-Za-z0-9_-]{20}\\?"`)
	mark := func(part string) string { return "<" + part + ">" }
	rolls := Seed(1)
	pieces := []string{madeUp.String(), madeUp.String()[1:], madeUp.String()[:30], "-", `"`, `\`, "a", "G", "0123456789abcdefghi_", "-bcdefghijklmnopqrs9", "å"}
	for range 20_000 {
		text := ""
		for range 1 + rolls.Roll(7) {
			text += oneOf(rolls, pieces...)
		}
		if got, want := eachPart(text, '-', idAt, mark), anID.ReplaceAllStringFunc(text, mark); got != want {
			t.Fatalf("ids of %q: %q, not %q", text, got, want)
		}
		if got, want := eachPart(text, '"', hashAt, mark), aHash.ReplaceAllStringFunc(text, mark); got != want {
			t.Fatalf("hashes of %q: %q, not %q", text, got, want)
		}
	}
}
