package session_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"samplan/internal/session"
)

const number = "198001019802"

func TestIdentifierTakesTwelveDigitsOnly(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		number: true, "000000000000": true,
		"": false, "8001019802": false, "1980010198022": false, "19800101-980": false, "19800101980x": false,
		" 9800101980 ": false, "１９８０": false, "+19800101980": false,
	} {
		got, err := session.NewIdentifier(text)
		if (err == nil) != want {
			t.Errorf("NewIdentifier(%q) error %v, want accepted %v", text, err, want)
		}
		if want && got.Reveal() != text || !want && !got.IsZero() {
			t.Errorf("NewIdentifier(%q) reveals %q", text, got.Reveal())
		}
		if err != nil && text != "" && strings.Contains(err.Error(), text) {
			t.Errorf("the error tells the text %q", text)
		}
	}
}

func TestIdentifierComparesByNumber(t *testing.T) {
	t.Parallel()
	a, b, c := identifier(t, number), identifier(t, strings.Clone(number)), identifier(t, "198001019803")
	if a != b || a == c || (session.Identifier{}).Reveal() != "" {
		t.Error("equal numbers must be equal, others not, and no number reveals nothing")
	}
}

func TestCredentialsNeverPrintTheNumber(t *testing.T) {
	t.Parallel()
	c := session.Credentials{Kind: session.Citizen, Identifier: identifier(t, number)}
	hidden := struct{ inner session.Credentials }{c}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%p"} {
		for _, v := range []any{c.Identifier, &c.Identifier, c, &c, hidden, &hidden, []any{c}, map[string]any{"a": hidden}} {
			deny(t, verb, fmt.Sprintf(verb, v))
		}
	}
	text, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	deny(t, "json", string(text))
	var out bytes.Buffer
	log := slog.New(slog.NewJSONHandler(&out, nil))
	log.Info("who", "identifier", c.Identifier, "credentials", c, "hidden", hidden)
	slog.New(slog.NewTextHandler(&out, nil)).Info("who", "identifier", c.Identifier, "credentials", c, "hidden", hidden)
	deny(t, "slog", out.String())
	if got := fmt.Sprint(c.Identifier); got != "[masked]" {
		t.Errorf("prints %q", got)
	}
}

func TestKindsHaveNames(t *testing.T) {
	t.Parallel()
	for k, want := range map[session.Kind]string{session.Staff: "staff", session.Citizen: "citizen", session.System: "system", {}: ""} {
		if k.String() != want {
			t.Errorf("kind %q, want %q", k, want)
		}
	}
}

func identifier(t *testing.T, text string) session.Identifier {
	t.Helper()
	i, err := session.NewIdentifier(text)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

func deny(t *testing.T, how, text string) {
	t.Helper()
	for _, leak := range []string{number, number[2:], fmt.Sprintf("%x", number), fmt.Sprintf("%X", number), "0x31, 0x39"} {
		if strings.Contains(text, leak) {
			t.Errorf("%s shows the number: %s", how, text)
		}
	}
}
