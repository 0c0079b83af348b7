package event

import (
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/fault"
)

func TestEveryKindIsAboutSomething(t *testing.T) {
	t.Parallel()
	for _, k := range Kinds.Values() {
		if (Event{Kind: k}).Resource().IsZero() {
			t.Errorf("%s is about nothing", k)
		}
	}
	if len(resources) != len(Kinds.Values()) {
		t.Errorf("%d kinds have a resource, of %d", len(resources), len(Kinds.Values()))
	}
}

// TestCursorsTellNothing: a cursor comes back to its own client alone, and what is made up does not.
func TestCursorsTellNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var mine, other Key
		copy(mine[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "mine"))
		copy(other[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "other"))
		at := rapid.Uint64Range(1, 1<<40).Draw(t, "position")
		c, err := ParseCursor(mine.Cursor(at).String())
		if err != nil || c != mine.Cursor(at) || c.IsZero() {
			t.Fatalf("%v, %v", c, err)
		}
		if got, err := mine.Position(c); err != nil || got != at {
			t.Errorf("position %d, %v; want %d", got, err, at)
		}
		if _, err := other.Position(c); mine != other && !fault.Has(err, fault.CodeMalformed) {
			t.Errorf("a cursor counts for another client: %v", err)
		}
		c.block[rapid.IntRange(0, 15).Draw(t, "byte")] ^= rapid.ByteRange(1, 255).Draw(t, "bits")
		if _, err := mine.Position(c); !fault.Has(err, fault.CodeMalformed) && !c.IsZero() {
			t.Errorf("a cursor that was changed counts: %v", err)
		}
	})
	for _, text := range []string{"", "a", "7BD9755C-9EAC-5E00-A284-702E231D128F", "{7bd9755c-9eac-5e00-a284-702e231d128f}", "urn:uuid:7bd9755c-9eac-5e00-a284-702e231d128f"} {
		if _, err := ParseCursor(text); !fault.Has(err, fault.CodeMalformed) {
			t.Errorf("%q is a cursor: %v", text, err)
		}
	}
	if at, err := (Key{1}).Position(Cursor{}); at != 0 || err != nil {
		t.Errorf("before everything is %d, %v", at, err)
	}
}
