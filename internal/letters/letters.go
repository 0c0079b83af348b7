package letters

import (
	"errors"

	"golang.org/x/text/unicode/norm"
)

// The reasons to refuse a text; their words are the rules' codes.
var (
	ErrControl   = errors.New("control-character")
	ErrDirection = errors.New("text-direction")
)

// Read gives a text in NFC, or tells why it is none that may come in. It is valid UTF-8.
func Read(s string) (string, error) {
	if isPlain(s) {
		return s, nil
	}
	for _, c := range s {
		switch {
		case c == '\n' || c == '\t':
		case c < ' ' || c >= 0x7f && c <= 0x9f:
			return "", ErrControl
		case turnsText(c):
			return "", ErrDirection
		}
	}
	return norm.NFC.String(s), nil
}

func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < ' ' || c > '~') && c != '\n' && c != '\t' {
			return false
		}
	}
	return true
}

// turnsText finds the characters that show a text in another order than it is stored (Trojan Source).
func turnsText(c rune) bool {
	return c == 0x061c || c == 0x200e || c == 0x200f || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069
}
