package letters_test

import (
	"errors"
	"testing"

	"samplan/internal/letters"
)

func TestRead(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"": "", "Barn och unga 1": "Barn och unga 1", "rad 1\nrad 2\tslut": "rad 1\nrad 2\tslut", "Förskolan": "Förskolan", "e\u0301": "é", "مدرسة": "مدرسة",
	} {
		if got, err := letters.Read(text); got != want || err != nil {
			t.Errorf("%q: got %q, %v", text, got, err)
		}
	}
	for text, want := range map[string]error{
		"\x00": letters.ErrControl, "a\r": letters.ErrControl, "\x1b[2J": letters.ErrControl, "\u0085": letters.ErrControl, "\x7f": letters.ErrControl,
		"\u202eabc": letters.ErrDirection, "a\u2066": letters.ErrDirection, "\u200f": letters.ErrDirection,
	} {
		if got, err := letters.Read(text); !errors.Is(err, want) || got != "" {
			t.Errorf("%q: got %q, %v", text, got, err)
		}
	}
}
