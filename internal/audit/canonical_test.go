package audit_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"pgregory.net/rapid"

	"samplan/internal/audit"
)

// TestCanonicalIsRFC8785: what is hashed is what any other program makes of the same JSON.
func TestCanonicalIsRFC8785(t *testing.T) {
	t.Parallel()
	text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"\u2028\u2029", `\u2028`, `\\u2029`, "\\\u2028", "\x7f\b\f\n\r\t\x01", "<&>", "😀\uFFFD"}))
	rapid.Check(t, func(t *rapid.T) {
		e := entry(2)
		purpose, role := text.Draw(t, "purpose"), text.Draw(t, "role")
		if rapid.Bool().Draw(t, "through a client") {
			client := text.Draw(t, "client")
			e.Client = &client
		}
		e.Purpose, e.Role, e.Outcome = &purpose, &role, text.Draw(t, "outcome")
		got := e.Canonical()
		plain, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		want := jsontext.Value(plain)
		if err := want.Canonicalize(); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	})
}

// TestLinesAreRFC8785: the other lines too, whose keys the types hold in order.
func TestLinesAreRFC8785(t *testing.T) {
	t.Parallel()
	for _, l := range usual(t).lines {
		want := jsontext.Value(bytes.TrimSpace([]byte(l)))
		if err := want.Canonicalize(); err != nil {
			t.Fatal(err)
		}
		if string(want)+"\n" != l {
			t.Errorf("got  %swant %s", l, want)
		}
	}
}

// TestKnownHashes holds the format; the hashes were made by another program, from doc.go alone. Were one of them to change, no verifier of before could read the log.
func TestKnownHashes(t *testing.T) {
	t.Parallel()
	e := entry(2)
	through, client := entry(2), "01995c3e-7a10-7c41-9a52-3f0b6d1e5401"
	through.Client = &client
	var s audit.Seal
	s.Close([]audit.Leaf{e.Leaf()}, 7)
	for name, c := range map[string]struct{ got, want string }{
		"digest":     {e.Leaf().Digest.String(), "34a5b3dbf37d4c38559499352c45b62d5f903543d9cb088b7d777b890c538c97"},
		"client":     {through.Leaf().Digest.String(), "579dff462f72973cf2f916249ba8c0b77074f82d1364ec4f3cba2ed32198a5a6"},
		"leaf":       {e.Leaf().Hash().String(), "8d37c37da99fa8b4ea9e59befb86ce50cb1b98e736ce9f02dbc61e18fc3dfa36"},
		"seal":       {s.Hash().String(), "e87c8da3030dda1294f63dc4711c9ec7302292cbae6534ba682215014fc147b2"},
		"checkpoint": {audit.Checkpoint{}.Hash().String(), "dd3b88b6578a4742edb142fb77005bb4606030affc43c13de4493acc19a3bdfa"},
		"key":        {audit.NewPublicKey(make([]byte, 32)).ID, "a733f0d3daaa2a53f1734abaf0b1037a"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %s, want %s", name, c.got, c.want)
		}
	}
}
