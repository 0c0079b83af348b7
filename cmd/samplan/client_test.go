//go:build !release

package main

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"

	"samplan/internal/civil"
	"samplan/internal/county"
	"samplan/internal/demo"
)

func TestClientRefuses(t *testing.T) {
	t.Parallel()
	key, token := fileWith(t, "hemligt"), fileWith(t, "hemligt")
	for name, c := range map[string]struct{ args, want string }{
		"nothing said":        {"--address https://a.example", "usage: samplan client info"},
		"a word too many":     {"info now --address https://a.example", "usage: samplan client info"},
		"half a command":      {"keys remove --address https://a.example", "usage: samplan client info"},
		"no service":          {"info", "--address: name the service"},
		"in the open":         {"whoami --address http://a.example", "must not be sent in the open"},
		"a path":              {"whoami --address https://a.example/v1", "nothing but the host"},
		"two callers":         {"whoami --address https://a.example --client x --key-file " + key + " --token-file " + token, "either --token-file, or both"},
		"half a client":       {"whoami --address https://a.example --client x", "either --token-file, or both"},
		"a file that is none": {"whoami --address https://a.example --token-file /nowhere", "--token-file: open /nowhere"},
		"a key that is none":  {"whoami --address https://a.example --client x --key-file " + key, "holds no key as JWK"},
		"a flag that is none": {"whoami --adr x", "samplan client -h tells the flags"},
		"a key without file":  {"keys add --address https://a.example", "--out: name the file"},
	} {
		got := run(t, append([]string{"client"}, strings.Fields(c.args)...)...)
		if got.code != 1 || got.out != "" || !strings.Contains(got.complaints, c.want) || strings.Contains(got.complaints, "hemligt") {
			t.Errorf("%s: want %q, got %+v", name, c.want, got)
		}
	}
	if got := run(t, "client"); got.code != 1 || !strings.Contains(got.complaints, "usage: samplan client info") {
		t.Errorf("want to be told how, got %+v", got)
	}
	if got := run(t, "client", "--help"); got.code != 0 || !strings.Contains(got.out, "keys remove KID") {
		t.Errorf("want to be told how, got %+v", got)
	}
	if got := run(t, "client", "info", "-h"); got.code != 0 || !strings.Contains(got.out, "SAMPLAN_CLIENT_KEY_FILE") {
		t.Errorf("want the flags, got %+v", got)
	}
}

// living runs a county for as long as the test. It lives today: what clients sign is good for a minute.
func living(t *testing.T) *county.County {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	c, err := county.Start(ctx, county.Options{
		Dir: folder(t), Address: "127.0.0.1:0", Progress: io.Discard, Validate: func(err error) { t.Error(err) },
		Logger: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
	})
	if err != nil {
		cancel()
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		if err := c.Stop(context.WithoutCancel(ctx)); err != nil {
			t.Error(err)
		}
	})
	return c
}

// TestClient is an operator at work: as a person who is signed in, and as a registered client that changes its keys.
func TestClient(t *testing.T) {
	t.Parallel()
	c := living(t)
	as := func(who string) string {
		token, err := c.Token(who)
		if err != nil {
			t.Fatal(err)
		}
		return fileWith(t, token)
	}
	ask := func(code int, shows string, words ...string) said {
		t.Helper()
		got := run(t, append(append([]string{"client"}, words...), "--address", c.BaseURL)...)
		if got.code != code || !strings.Contains(got.out+got.complaints, shows) || (got.complaints == "") != (code == 0) {
			t.Errorf("%v: want %d and %q, got %+v", words, code, shows, got)
		}
		return got
	}
	ask(0, "Samplan 0.", "info")
	ask(1, "401 unauthenticated", "whoami")
	ask(0, "Karin Lund, staff.", "whoami", "--token-file", as("karin"))
	ask(1, "401 unauthenticated", "whoami", "--token-file", as("karin"), "--assignment", "00000000-0000-7000-8000-000000000000")
	ask(0, "citizen", "whoami", "--token-file", as("amir"))
	routines(t, ask, as("sam"), as("karin"))
	keys(t, ask)
	events(t, ask, as("amir"))
}

func keyFile(t *testing.T, c demo.Client) string {
	t.Helper()
	text, err := jose.JSONWebKey{Key: c.Signer(), KeyID: c.Kid()}.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	return fileWith(t, string(text))
}

func events(t *testing.T, ask func(int, string, ...string) said, amir string) {
	t.Helper()
	system, _ := demo.FindClient("case-system")
	by := func(words ...string) []string {
		return append(words, "--client", system.ID().String(), "--key-file", keyFile(t, system))
	}
	got := ask(0, "plan", by("events")...)
	_, cursor, _ := strings.Cut(strings.TrimSpace(got.out), "with the cursor ")
	if again := ask(0, cursor, by("events", cursor)...); strings.Count(again.out, "\n") != 1 {
		t.Errorf("after the end there is %s", again.out)
	}
	ask(1, "400 malformed-request", by("events", demo.PrincipalID("vgr").String())...)
	ask(1, "403 denied", "events", "--token-file", amir)
}

func routines(t *testing.T, ask func(int, string, ...string) said, sam, karin string) {
	t.Helper()
	own := `{"code": "hisingen", "version": 1, "validFrom": "` + civil.Of(time.Now()).AddDays(30).String() + `", "base": {"code": "vastbus", "version": 1},
	  "names": {"sv": "Hisingens rutin", "en": "The routine of Hisingen"}}`
	good, bad := fileWith(t, own), fileWith(t, "{}")
	ask(0, "vastbus", "routine", "list", "--token-file", sam)
	ask(1, "WRONG  /code: missing", "routine", "check", bad, "--token-file", sam)
	ask(0, "can be loaded", "routine", "check", good, "--token-file", sam)
	ask(1, "403 denied", "routine", "load", good, "--token-file", karin)
	ask(1, "/document/code: missing", "routine", "load", bad, "--token-file", sam)
	if got := ask(0, "vastbus", "routine", "list", "--token-file", sam); strings.Contains(got.out, "hisingen") {
		t.Errorf("a check or a refusal has loaded something: %s", got.out)
	}
	ask(0, "hisingen version 1 is loaded", "routine", "load", good, "--token-file", sam)
	ask(0, "Hisingens rutin", "routine", "list", "--token-file", sam)
}

func keys(t *testing.T, ask func(int, string, ...string) said) {
	t.Helper()
	portal, _ := demo.FindClient("portal")
	ended, _ := demo.FindClient("old-portal")
	file := func(c demo.Client) string { return keyFile(t, c) }
	old, next := file(portal), filepath.Join(t.TempDir(), "next.jwk")
	by := func(key string, words ...string) []string {
		return append(words, "--client", portal.ID().String(), "--key-file", key)
	}
	ask(0, "Min plan of Göteborgs Stad", by(old, "whoami")...)
	ask(1, "invalid_client", "whoami", "--client", ended.ID().String(), "--key-file", file(ended))
	ask(0, portal.Kid(), by(old, "keys", "list")...)
	ask(1, "signs the request itself", by(old, "keys", "remove", portal.Kid())...)
	ask(0, "The key next counts", by(old, "keys", "add", "--kid", "next", "--out", next)...)
	ask(1, "file exists", by(old, "keys", "add", "--out", next)...)
	again := filepath.Join(t.TempDir(), "again.jwk")
	ask(1, "409 duplicate", by(old, "keys", "add", "--kid", "next", "--out", again)...)
	if _, err := os.Stat(again); !os.IsNotExist(err) {
		t.Errorf("a key that was refused is left in its file: %v", err)
	}
	var made struct{ D, X, Kid string }
	if text, err := os.ReadFile(next); err != nil || json.Unmarshal(text, &made) != nil || made.D == "" || made.Kid != "next" {
		t.Errorf("%+v, %v", made.Kid, err)
	}
	ask(1, "no key is called", by(next, "keys", "remove", "gone")...)
	if got := ask(0, "no longer counts", by(next, "keys", "remove", portal.Kid())...); strings.Count(got.out, portal.Kid()) != 1 {
		t.Errorf("the key is still there: %s", got.out)
	}
	ask(1, "invalid_client", by(old, "keys", "add", "--out", again)...)
	if _, err := os.Stat(again); !os.IsNotExist(err) {
		t.Errorf("a key that nobody took is left in its file: %v", err)
	}
	ask(0, "Min plan", by(next, "whoami")...)
}
