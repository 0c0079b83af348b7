package luhn_test

import (
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/luhn"
)

func TestPublishedNumbers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want bool
	}{
		{"8507099805", true},
		{"7010632391", true},
		{"1212121212", true},
		{"2120001355", true},
		{"2321000131", true},
		{"2120000803", true},
		{"00", true},
		{"6408833224", false},
		{"8507099806", false},
		{"", false},
		{"0", false},
		{"850709980x", false},
		{"x507099805", false},
		{"850709-9805", false},
		{" 8507099805", false},
		{"٨٥٠٧٠٩٩٨٠٥", false},
	} {
		if got := luhn.Valid(c.text); got != c.want {
			t.Errorf("%q: want %t, got %t", c.text, c.want, got)
		}
	}
}

func TestNoDigitWithoutDigits(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", "1a", "-1", "1 "} {
		if d, ok := luhn.Digit(s); ok {
			t.Errorf("%q: got %c", s, d)
		}
	}
}

func TestOneWrongDigitIsFound(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		payload := rapid.StringMatching(`[0-9]{1,30}`).Draw(t, "payload")
		check, ok := luhn.Digit(payload)
		if !ok {
			t.Fatalf("%s has no check digit", payload)
		}
		number := []byte(payload + string(check))
		if !luhn.Valid(string(number)) {
			t.Fatalf("%s is not valid", number)
		}
		at := rapid.IntRange(0, len(number)-1).Draw(t, "at")
		by := rapid.IntRange(1, 9).Draw(t, "by")
		number[at] = '0' + (number[at]-'0'+byte(by))%10
		if luhn.Valid(string(number)) {
			t.Fatalf("%s is valid with a wrong digit at %d", number, at)
		}
	})
}
