package audit_test

import (
	"fmt"
	"strings"
	"testing"

	"samplan/internal/audit"
)

func TestKeysAsFiles(t *testing.T) {
	t.Parallel()
	secret, public, err := audit.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	s, err := audit.ReadSigner(secret)
	if err != nil || s.ID != public.ID {
		t.Fatalf("read back %v, %v", s, err)
	}
	text, err := public.PEM()
	if err != nil {
		t.Fatal(err)
	}
	both, err := audit.ReadPublicKeys(append(text, "# a word between\n"+string(text)...))
	if err != nil || len(both) != 2 || both[1].ID != public.ID {
		t.Errorf("got %v, %v", both, err)
	}
	for _, wrong := range []string{"", "x", string(text), string(secret) + string(secret), strings.Replace(string(secret), "M", "N", 1)} {
		if _, err := audit.ReadSigner([]byte(wrong)); err == nil {
			t.Errorf("%q was taken for a private key", wrong)
		} else if strings.Contains(err.Error(), "BEGIN") {
			t.Error("the error tells the key")
		}
	}
	for _, wrong := range []string{"", "x", string(secret)} {
		if _, err := audit.ReadPublicKeys([]byte(wrong)); err == nil {
			t.Errorf("%q was taken for a public key", wrong)
		}
	}
	half := strings.Split(string(secret), "\n")[1]
	if printed := fmt.Sprintf("%v %+v %#v", s, s, *s); strings.Contains(printed, half) {
		t.Error("the private key prints itself")
	}
}
