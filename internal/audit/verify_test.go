package audit_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"samplan/internal/audit"
)

func TestR36WholeLogIsProved(t *testing.T) {
	t.Parallel()
	b := usual(t)
	r := verify(t, b.lines, audit.VerifyOptions{})
	wantFinding(t, r, "")
	if r.First != 1 || r.Last != 5 || r.Entries != 14 || r.Stubs != 1 || r.Size != 15 || r.Checkpoints != 3 || r.Signed != 5 || len(r.Keys) != 2 || r.Pinned {
		t.Errorf("got %+v", r)
	}
	if len(r.Epochs) != 3 || r.Epochs[1] != (audit.Epoch{Number: 2, Seal: 3, Begins: audit.BeginsCluster}) || r.Epochs[2].Begins != audit.BeginsTimeline {
		t.Errorf("got epochs %+v", r.Epochs)
	}
}

// TestR36VerifierNames: each kind of tampering is found, and the finding says where.
func TestR36VerifierNames(t *testing.T) {
	t.Parallel()
	for name, c := range tamperings {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := usual(t)
			if strings.HasPrefix(name, "a changed") || strings.HasPrefix(name, "a swapped") {
				if name != "a changed stub" { // the second entry is whole here
					s := newBook(b.signer)
					s.seal(4)
					s.seal(1)
					s.check()
					b = s
				}
			}
			wantFinding(t, verify(t, c.tamper(t, b), audit.VerifyOptions{}), c.want)
		})
	}
}

// TestR36AnyMutationIsFound: whatever is done to one line, the log is no longer proved.
func TestR36AnyMutationIsFound(t *testing.T) {
	t.Parallel()
	b := usual(t)
	keys := []audit.PublicKey{b.signer.PublicKey}
	first, err := audit.ReadPublicKeys(publicPEM(t, b))
	if err != nil {
		t.Fatal(err)
	}
	keys = append(keys, first...)
	rapid.Check(t, func(t *rapid.T) {
		lines := slices.Clone(b.lines)
		i := rapid.IntRange(0, len(lines)-1).Draw(t, "line")
		switch rapid.SampledFrom([]string{"byte", "insert", "drop", "remove", "repeat", "swap", "move"}).Draw(t, "what") {
		case "byte":
			text := []byte(lines[i])
			text[rapid.IntRange(0, len(text)-1).Draw(t, "at")] ^= byte(rapid.IntRange(1, 255).Draw(t, "bits")) //nolint:gosec // G115: a byte
			lines[i] = string(text)
		case "insert":
			at := rapid.IntRange(0, len(lines[i])).Draw(t, "at")
			lines[i] = lines[i][:at] + string(rapid.Byte().Draw(t, "new")) + lines[i][at:]
		case "drop":
			at := rapid.IntRange(0, len(lines[i])-1).Draw(t, "at")
			lines[i] = lines[i][:at] + lines[i][at+1:]
		case "remove":
			lines = slices.Delete(lines, i, i+1)
		case "repeat":
			lines = slices.Insert(lines, rapid.IntRange(0, len(lines)).Draw(t, "to"), lines[i])
		case "swap":
			j := rapid.IntRange(0, len(lines)-1).Filter(func(j int) bool { return j != i }).Draw(t, "with")
			lines[i], lines[j] = lines[j], lines[i]
		case "move":
			line := lines[i]
			lines = slices.Delete(lines, i, i+1)
			j := rapid.IntRange(0, len(lines)).Filter(func(j int) bool { return j != i }).Draw(t, "to")
			lines = slices.Insert(lines, j, line)
		}
		v := audit.NewVerifier(audit.VerifyOptions{Keys: keys, Now: today})
		if err := v.Read("log", strings.NewReader(strings.Join(lines, ""))); err != nil {
			t.Fatal(err)
		}
		if v.Finish().IsProved() {
			t.Errorf("proved:\n%s", strings.Join(lines, ""))
		}
	})
}

// publicPEM is the key that the first line of the file tells, as an operator would have kept it.
func publicPEM(t *testing.T, b *book) []byte {
	t.Helper()
	var l audit.Line
	if err := json.Unmarshal([]byte(b.lines[0]), &l); err != nil {
		t.Fatal(err)
	}
	text, err := l.Key.PEM()
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestR36PinnedKey: a log that somebody made anew, whole and signed, is not the log of the one whose key we know.
func TestR36PinnedKey(t *testing.T) {
	t.Parallel()
	forged := newBook(signer(t))
	forged.seal(2)
	forged.check()
	wantFinding(t, verify(t, forged.lines, audit.VerifyOptions{}), "")
	mine := signer(t)
	wantFinding(t, verify(t, forged.lines, audit.VerifyOptions{Keys: []audit.PublicKey{mine.PublicKey}}), "which is not among those given")
	wantFinding(t, verify(t, forged.lines, audit.VerifyOptions{Keys: []audit.PublicKey{mine.PublicKey, forged.signer.PublicKey}}), "")
}

// TestR36PinnedCheckpoint: what was kept elsewhere shows a tail that was cut off at a checkpoint, and a log made anew.
func TestR36PinnedCheckpoint(t *testing.T) {
	t.Parallel()
	b := newBook(signer(t))
	b.seal(2)
	early := b.check()
	cut := len(b.lines)
	b.seal(3)
	late := b.check()
	pins := func(all ...audit.Signed) audit.VerifyOptions { return audit.VerifyOptions{Pins: all} }
	wantFinding(t, verify(t, b.lines, pins(early, late)), "")
	wantFinding(t, verify(t, b.lines[:cut], audit.VerifyOptions{}), "")
	wantFinding(t, verify(t, b.lines[:cut], pins(late)), "a checkpoint counts 5 entries in seals up to 2, and the files end with seal 1 and 2 entries")

	anew := newBook(b.signer)
	anew.n = 50
	anew.seal(2)
	anew.check()
	wantFinding(t, verify(t, anew.lines, pins(early)), "the checkpoint given is of another seal 1")

	part := append([]string{b.lines[0]}, b.lines[cut:]...)
	from := audit.VerifyOptions{From: 2}
	wantFinding(t, verify(t, part, from), "")
	from.Pins = []audit.Signed{early}
	wantFinding(t, verify(t, part, from), "")
	from.Pins = []audit.Signed{anewCheck(anew)}
	wantFinding(t, verify(t, part, from), "the files do not follow the checkpoint given, of seal 1")
	forged := late
	forged.Signature = bytes.Clone(late.Signature)
	forged.Signature[0] ^= 1
	wantFinding(t, verify(t, b.lines, pins(forged)), "the checkpoint given, of seal 2, is not signed by key")
}

func anewCheck(b *book) audit.Signed {
	return b.signer.Check(audit.Checkpoint{}, b.head, "x", began)
}

func TestR36WeedingTooEarlyIsFound(t *testing.T) {
	t.Parallel()
	b := usual(t)
	wantFinding(t, verify(t, b.lines, audit.VerifyOptions{Now: began.AddDate(5, 0, 1)}), "")
	wantFinding(t, verify(t, b.lines, audit.VerifyOptions{Now: began.AddDate(4, 11, 0)}), "position 2: entry 01900000-0000-7000-8000-000000000002: it is of 2020-12-31T09:00:02.000000Z and was removed before its 5 years had passed")
	wantFinding(t, verify(t, b.lines, audit.VerifyOptions{Now: began.AddDate(6, 0, 0), Retention: 7}), "before its 7 years")
}

// TestR36SeveralFiles: exports follow each other, and each tells its keys.
func TestR36SeveralFiles(t *testing.T) {
	t.Parallel()
	b := newBook(signer(t))
	b.seal(2)
	b.check()
	cut := len(b.lines)
	b.told = map[string]bool{}
	b.seal(2)
	b.check()
	read := func(parts ...[]string) audit.Report {
		v := audit.NewVerifier(audit.VerifyOptions{Now: time.Now()})
		for _, p := range parts {
			if err := v.Read("part", strings.NewReader(strings.Join(p, ""))); err != nil {
				t.Fatal(err)
			}
		}
		return v.Finish()
	}
	wantFinding(t, read(b.lines[:cut], b.lines[cut:]), "")
	wantFinding(t, read(b.lines[cut:], b.lines[:cut]), "seal 1: it comes after seal 2: out of order")
	wantFinding(t, read(b.lines[:cut], b.lines[:cut]), "or twice")
}

func TestReadCheckpoint(t *testing.T) {
	t.Parallel()
	b := newBook(signer(t))
	b.seal(1)
	want := b.check()
	line := b.lines[len(b.lines)-1]
	logged, err := json.Marshal(map[string]string{"level": "INFO", "msg": "log checkpoint", "checkpoint": strings.TrimSpace(line)})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{line, strings.TrimSpace(line), string(logged)} {
		if got, err := audit.ReadCheckpoint([]byte(text)); err != nil || got.Checkpoint != want.Checkpoint || !got.IsSignedBy(b.signer.PublicKey) {
			t.Errorf("%s: %v", text, err)
		}
	}
	for _, text := range []string{"", "{}", b.lines[0], line + line, strings.Replace(line, ",", ", ", 1)} {
		if _, err := audit.ReadCheckpoint([]byte(text)); err == nil {
			t.Errorf("%q is no checkpoint", text)
		}
	}
}
