//go:build !release

package devissuer_test

import (
	"crypto/rand"
	"crypto/rsa"
	"testing"

	"samplan/internal/devissuer"
	"samplan/internal/session"
)

func TestNewRefusesAddressesThatAreNotThisMachine(t *testing.T) {
	t.Parallel()
	b := &bench{t: t, clock: &clock{}, client: newECKey(t)}
	for issuer, want := range map[string]bool{
		"http://127.0.0.1:8080/staff": true, "http://127.9.9.9:1": true, "http://[::1]:8080/staff": true,
		"http://localhost:8080": true, "http://[::ffff:127.0.0.1]:1/a": true,
		"http://0.0.0.0:8080": false, "http://[::]:8080": false, "http://example.se": false, "http://10.0.0.1:80": false,
		"http://127.0.0.1.example.se": false, "http://localhost.example.se": false, "http://localhost.": false,
		"http://2130706433": false, "http://127.1": false, "http://0x7f.0.0.1": false, "http://[::1%25eth0]:1": false,
		"http://169.254.169.254": false, "http://:8080": false, "": false, "127.0.0.1:8080": false,
		"https://127.0.0.1": false, "http://example.se@127.0.0.1": false, "http://127.0.0.1@example.se": false,
		"http://127.0.0.1/": false, "http://127.0.0.1/a/": false, "http://127.0.0.1/a?b": false, "http://127.0.0.1/a#b": false,
		"http://127.0.0.1/{a}": false, "http://127.0.0.1/a b": false, "http://127.0.0.1/a/../b": false, "http://127.0.0.1/%61": false,
	} {
		_, err := devissuer.New(options(issuer, b))
		if (err == nil) != want {
			t.Errorf("issuer %q: error %v, want accepted %v", issuer, err, want)
		}
	}
}

func TestNewRefusesWrongOptions(t *testing.T) {
	t.Parallel()
	small, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Fatal(err)
	}
	person := func(o *devissuer.Options) *devissuer.Person { return &o.People[0] }
	for name, change := range map[string]func(o *devissuer.Options){
		"a kind that has no issuer":      func(o *devissuer.Options) { o.Kind = session.System },
		"no kind":                        func(o *devissuer.Options) { o.Kind = session.Kind{} },
		"no audience":                    func(o *devissuer.Options) { o.Audience = "" },
		"short key":                      func(o *devissuer.Options) { o.Key = small },
		"person without level":           func(o *devissuer.Options) { person(o).ACR = "" },
		"person without subject":         func(o *devissuer.Options) { person(o).Subject = "" },
		"person without name":            func(o *devissuer.Options) { person(o).Name = "" },
		"person without key":             func(o *devissuer.Options) { person(o).Key = "" },
		"two people with one key":        func(o *devissuer.Options) { o.People[1].Key = "amir" },
		"two people with one subject":    func(o *devissuer.Options) { o.People[1].Subject = "s-amir" },
		"person with a reserved claim":   func(o *devissuer.Options) { person(o).Claims["aud"] = "x" },
		"citizen without number":         func(o *devissuer.Options) { delete(person(o).Claims, devissuer.ClaimPersonnummer) },
		"citizen with two numbers":       func(o *devissuer.Options) { person(o).Claims[devissuer.ClaimSamordningsnummer] = "1" },
		"staff with a personal number":   func(o *devissuer.Options) { o.Kind = session.Staff },
		"client without id":              func(o *devissuer.Options) { o.Clients[0].ID = "" },
		"two clients with one id":        func(o *devissuer.Options) { o.Clients[1].ID = "web" },
		"client elsewhere":               func(o *devissuer.Options) { o.Clients[0].RedirectURIs[0] = "https://example.se/callback" },
		"client with a fragment":         func(o *devissuer.Options) { o.Clients[0].RedirectURIs[0] = "http://127.0.0.1/#a" },
		"client with a strange scheme":   func(o *devissuer.Options) { o.Clients[0].RedirectURIs[0] = "javascript://127.0.0.1/a" },
		"client with a relative address": func(o *devissuer.Options) { o.Clients[0].RedirectURIs[0] = "/callback" },
	} {
		b := &bench{t: t, clock: &clock{}, client: newECKey(t)}
		o := options("http://127.0.0.1:8080", b)
		change(&o)
		if _, err := devissuer.New(o); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestNewMakesAKeyAndKeepsAGivenOne(t *testing.T) {
	t.Parallel()
	kid := func(key *rsa.PrivateKey) any {
		o := options("http://127.0.0.1:8080", &bench{t: t, clock: &clock{}, client: newECKey(t)})
		o.Key, o.Now = key, nil
		p, err := devissuer.New(o)
		if err != nil {
			t.Fatal(err)
		}
		token, err := p.Token("amir")
		if err != nil {
			t.Fatal(err)
		}
		return part(t, token, 0)["kid"]
	}
	if kid(keyOnce()) != kid(keyOnce()) || kid(nil) == kid(nil) {
		t.Error("the key id must follow the key")
	}
}
