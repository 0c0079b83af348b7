package audit_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"samplan/internal/audit"
)

// again writes the line anew after a change, as a careful forger would.
func again(t *testing.T, line string, change func(l *audit.Line)) string {
	t.Helper()
	var l audit.Line
	if err := json.Unmarshal([]byte(line), &l); err != nil {
		t.Fatal(err)
	}
	change(&l)
	return string(l.Text())
}

// tamperings are the ways to change a file, and what is said of each.
var tamperings = map[string]struct {
	tamper func(t *testing.T, b *book) []string
	want   string
}{
	"a changed byte": {func(t *testing.T, b *book) []string {
		b.lines[3] = strings.Replace(b.lines[3], `"outcome":"done"`, `"outcome":"dune"`, 1)
		return b.lines
	}, "log.jsonl:4: seal 1: position 2: entry 01900000-0000-7000-8000-000000000002: the entry was changed"},
	"a changed entry with a leaf that fits": {func(t *testing.T, b *book) []string {
		b.lines[3] = again(t, b.lines[3], func(l *audit.Line) { l.Entry.Outcome = "dune"; h := l.Entry.Leaf().Hash(); l.Leaf = &h })
		return b.lines
	}, "log.jsonl:2: seal 1: its entries are not those that were sealed"},
	"a changed space": {func(_ *testing.T, b *book) []string {
		b.lines[3] = strings.Replace(b.lines[3], `,"in"`, `, "in"`, 1)
		return b.lines
	}, "log.jsonl:4: seal 1: position 2: the line cannot be taken: it is not as the log writes lines"},
	"a removed entry": {
		func(_ *testing.T, b *book) []string { return slices.Delete(b.lines, 3, 4) },
		"log.jsonl:2: seal 1: position 2: the entry at this position is missing: it was removed",
	},
	"removed entries at the end": {
		func(_ *testing.T, b *book) []string { return slices.Delete(b.lines, 4, 6) },
		"seal 1: position 3: the entries from here to position 4 are missing",
	},
	"a swapped pair": {
		func(_ *testing.T, b *book) []string { b.lines[3], b.lines[4] = b.lines[4], b.lines[3]; return b.lines },
		"log.jsonl:5: seal 1: position 2: entry 01900000-0000-7000-8000-000000000002: it comes after position 3: the entries were moved",
	},
	"a swapped pair with new positions": {func(t *testing.T, b *book) []string {
		three := again(t, b.lines[4], func(l *audit.Line) { l.Position = 2 })
		b.lines[4], b.lines[3] = again(t, b.lines[3], func(l *audit.Line) { l.Position = 3 }), three
		return b.lines
	}, "log.jsonl:5: seal 1: position 3: entry 01900000-0000-7000-8000-000000000002: its transaction is older"},
	"an inserted entry": {func(t *testing.T, b *book) []string {
		e := entry(99)
		return slices.Insert(b.lines, 6, string(audit.EntryLine(1, 5, e, e.Leaf()).Text()))
	}, "log.jsonl:7: seal 1: position 5: entry 01900000-0000-7000-8000-000000000099: the seal has 4 entries: this one was added"},
	"an entry twice": {
		func(_ *testing.T, b *book) []string { return slices.Insert(b.lines, 4, b.lines[3]) },
		"log.jsonl:5: seal 1: position 2: entry 01900000-0000-7000-8000-000000000002: there is already an entry at this position",
	},
	"a removed seal": {
		func(t *testing.T, b *book) []string {
			i := b.at(t, `"number":2,`)
			return slices.Delete(b.lines, i, i+2)
		},
		"seal 3: seals 2 to 2 are missing before it",
	},
	"a changed seal": {func(_ *testing.T, b *book) []string {
		b.lines[1] = strings.Replace(b.lines[1], `"sealedAt":"2020`, `"sealedAt":"2019`, 1)
		return b.lines
	}, "seal 1: the seal was changed: seal 2 remembers another one before it"},
	"a changed stub": {func(t *testing.T, b *book) []string {
		i := b.at(t, `"kind":"stub"`)
		b.lines[i] = strings.Replace(b.lines[i], `"at":"2020`, `"at":"2019`, 1)
		return b.lines
	}, "seal 1: position 2: entry 01900000-0000-7000-8000-000000000002: the stub was changed"},
	"a tail without its checkpoint": {
		func(_ *testing.T, b *book) []string { return b.lines[:len(b.lines)-1] },
		"seal 5: the seals after 4 are not signed, or the checkpoint that signs them is cut off",
	},
	"a tail before the last checkpoint": {func(t *testing.T, b *book) []string {
		i := b.at(t, `"number":5,`)
		return slices.Delete(b.lines, i, len(b.lines)-1)
	}, "the log is cut off: a checkpoint counts 15 entries in seals up to 5, and the files end with seal 4 and 12 entries"},
	"a tail in the middle of a line": {func(_ *testing.T, b *book) []string {
		last := len(b.lines) - 1
		b.lines[last] = b.lines[last][:40]
		return b.lines
	}, "the file ends in the middle of this line"},
	"a beginning cut off": {
		func(t *testing.T, b *book) []string { return b.lines[b.at(t, `"number":2,`):] },
		"seal 2: seals 1 to 1 are missing: the log was cut off in front",
	},
	"a forged signature": {func(t *testing.T, b *book) []string {
		i := b.at(t, `"kind":"checkpoint"`)
		b.lines[i] = again(t, b.lines[i], func(l *audit.Line) { l.Signature[7] ^= 1 })
		return b.lines
	}, "seal 2: checkpoint 1 is not signed by key"},
	"a changed checkpoint": {func(t *testing.T, b *book) []string {
		i := b.at(t, `"kind":"checkpoint"`)
		b.lines[i] = again(t, b.lines[i], func(l *audit.Line) { l.Checkpoint.Size++ })
		return b.lines
	}, "seal 2: checkpoint 1 is not signed by key"},
	"a removed checkpoint": {
		func(t *testing.T, b *book) []string {
			i := b.at(t, `"kind":"checkpoint"`)
			return slices.Delete(b.lines, i, i+1)
		},
		"checkpoint 2 is the first here: those before it were removed",
	},
	"a key of another name": {func(t *testing.T, b *book) []string {
		b.lines[0] = again(t, b.lines[0], func(l *audit.Line) { l.Key.Bytes[3] ^= 1 })
		return b.lines
	}, "is not the key of that id"},
	"no key":  {func(_ *testing.T, b *book) []string { return b.lines[1:] }, "is named here, and the file does not tell it"},
	"nothing": {func(_ *testing.T, b *book) []string { return nil }, "there is no seal in the files"},
}
