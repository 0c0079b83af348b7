package identity

import (
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"
)

// Whatever the strict reader takes, encoding/json reads with the same names and as many of them.
func FuzzReadObject(f *testing.F) {
	for _, s := range []string{`{}`, `{"a":1}`, `{"a":1,"A":2}`, `{"a":1,"a":2}`, `{"K":1,"k":2}`, `{"a":{"b":[]}} `, `{"a":1}x`, `[`, "{\"\xff\":1}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		o, err := readObject([]byte(text))
		if err != nil {
			return
		}
		var plain map[string]json.RawMessage
		if err := json.Unmarshal([]byte(text), &plain); err != nil || len(plain) != len(o) {
			t.Errorf("%q: %d names, encoding/json finds %d (%v)", text, len(o), len(plain), err)
		}
		for name := range o {
			for other := range o {
				if name != other && strings.EqualFold(name, other) {
					t.Errorf("%q and %q are both there", name, other)
				}
			}
		}
	})
}

// Whatever is taken apart has one spelling only.
func FuzzSplit(f *testing.F) {
	for _, s := range []string{"e30.e30.AA", "e30.e30.AB", "e30.e30.", "e30.e3\n0.AA", "e30.e30.AA=="} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		raw, err := split(text)
		if err != nil {
			return
		}
		again := base64.RawURLEncoding.EncodeToString(raw.header) + "." + base64.RawURLEncoding.EncodeToString(raw.payload) + "."
		if !strings.HasPrefix(text, again) || len(text) > maxToken {
			t.Errorf("%q is another spelling of %q", text, again)
		}
	})
}
