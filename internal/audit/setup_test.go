package audit_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"samplan/internal/audit"
)

var (
	began = time.Date(2020, 12, 31, 9, 0, 0, 0, time.UTC)
	today = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
)

func signer(t testing.TB) *audit.Signer {
	t.Helper()
	secret, _, err := audit.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	s, err := audit.ReadSigner(secret)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// book is a log in memory.
type book struct {
	lines  []string // of one file, each with its end
	head   audit.Seal
	note   audit.Checkpoint
	signer *audit.Signer
	told   map[string]bool
	place  audit.Place
	n      int
	weeded map[int]bool // the entries, counted from 1, of which only a stub is left
}

func newBook(s *audit.Signer) *book {
	return &book{signer: s, told: map[string]bool{}, place: audit.Place{Cluster: "7", Timeline: "00000001", Xmax: 1 << 40}, weeded: map[int]bool{}}
}

func entry(n int) audit.Entry {
	person, purpose, ground := fmt.Sprintf("00000000-0000-4000-8000-%012d", n%3), "därför att <å> \u2028 \"x\"\\u2028", "g"
	e := audit.Entry{
		ActorKind: "staff", At: audit.At(began.Add(time.Duration(n) * time.Second)), ID: fmt.Sprintf("01900000-0000-7000-8000-%012d", n),
		Objects: []string{"a", "b"}, Reaches: []string{"unit", "consent"}, Grounds: []*string{nil, &ground}, Operation: "GetPlan",
		Outcome: "done", Request: fmt.Sprintf("01900000-0000-7000-9000-%012d", n), Xid: fmt.Sprint(1000 + n),
	}
	if n%2 == 0 {
		e.Person, e.Purpose = &person, &purpose
	}
	return e
}

// seal closes a batch of so many entries.
func (b *book) seal(entries int) {
	s, _ := audit.Next(b.head, b.place, b.signer.ID, began.Add(time.Hour))
	var leaves []audit.Leaf
	var lines []audit.Line
	for i := range entries {
		b.n++
		e := entry(b.n)
		leaves = append(leaves, e.Leaf())
		l := audit.EntryLine(s.Number, int64(i+1), e, e.Leaf())
		if b.weeded[b.n] {
			l = audit.StubLine(s.Number, int64(i+1), e.Leaf())
		}
		lines = append(lines, l)
	}
	s.Close(leaves, uint64(1001+b.n)) //nolint:gosec // G115: small
	if !b.told[s.Key] {
		b.told[s.Key] = true
		b.write(audit.KeyLine(b.signer.PublicKey))
	}
	b.write(audit.SealLine(s))
	b.write(lines...)
	b.head = s
}

func (b *book) check() audit.Signed {
	c := b.signer.Check(b.note, b.head, "https://samplan.example", began.Add(time.Hour))
	b.note = c.Checkpoint
	b.write(audit.CheckpointLine(c))
	return c
}

func (b *book) write(lines ...audit.Line) {
	for _, l := range lines {
		b.lines = append(b.lines, string(l.Text()))
	}
}

// usual is a log with all that a log has: seals with and without checkpoint, an epoch, another key, weeded entries.
func usual(t testing.TB) *book {
	t.Helper()
	b := newBook(signer(t))
	b.weeded[2] = true
	b.seal(4)
	b.seal(1)
	b.check()
	b.place.Cluster = "8"
	b.seal(0)
	b.seal(7)
	b.check()
	b.place.Timeline = "00000002"
	b.signer = signer(t)
	b.seal(3)
	b.check()
	return b
}

func verify(t testing.TB, lines []string, o audit.VerifyOptions) audit.Report {
	t.Helper()
	if o.Now.IsZero() {
		o.Now = today
	}
	v := audit.NewVerifier(o)
	if err := v.Read("log.jsonl", strings.NewReader(strings.Join(lines, ""))); err != nil {
		t.Fatal(err)
	}
	return v.Finish()
}

// wantFinding asks for a finding with these words.
func wantFinding(t testing.TB, r audit.Report, words string) {
	t.Helper()
	var all bytes.Buffer
	for _, f := range r.Findings {
		_, _ = fmt.Fprintln(&all, f)
	}
	if words == "" && r.IsProved() || words != "" && strings.Contains(all.String(), words) {
		return
	}
	t.Errorf("want %q, got\n%s", words, &all)
}

// at finds the line that holds a word.
func (b *book) at(t testing.TB, word string) int {
	t.Helper()
	for i, l := range b.lines {
		if strings.Contains(l, word) {
			return i
		}
	}
	t.Fatalf("no line holds %s", word)
	return 0
}
