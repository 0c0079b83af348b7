package testkit

import (
	"bytes"
	"context"
	"crypto/rand"
	"database/sql"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"samplan/internal/attachment"

	"samplan/internal/access"
	"samplan/internal/app"
	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/document/documenttest"
	"samplan/internal/fault"
	"samplan/internal/httpapi"
	"samplan/internal/person"
	"samplan/internal/session"
	"samplan/internal/store"
)

// Where the county's people sign in, as far as tests are concerned.
const (
	staffIssuer   = "https://staff.test"
	citizenIssuer = "https://citizen.test"
)

// API is the server of one test, in this process, on a database with the demonstration county in it.
type API struct {
	Database
	*Clock
	App *app.App
	// Words, where set, says a request's body otherwise before it is sent.
	Words func(method, path string, body any) any
	// Chance is what the server draws from: the system's own, until a test says otherwise.
	Chance io.Reader
	t      testing.TB
}

// NewAPI starts a server that lives on a day. Its package has LoadCounty prepare the template in TestMain. Every answer
// is held against the contract.
func NewAPI(t testing.TB, day string) *API {
	t.Helper()
	return NewAPIWith(t, day, documenttest.Paper{})
}

// NewAPIWith is NewAPI with a browser that prints.
func NewAPIWith(t testing.TB, day string, b app.Browser) *API {
	t.Helper()
	return newAPI(t, day, b, NewDatabase(t, usual))
}

// NewAPIKeeping is NewAPI with a place of its own for files.
func NewAPIKeeping(t testing.TB, day string, f store.Files) *API {
	t.Helper()
	o := usual
	o.Files = f
	return newAPI(t, day, documenttest.Paper{}, NewDatabase(t, o))
}

// usual is how a test's server opens its database.
var usual = store.Options{MaxConnections: 24}

func newAPI(t testing.TB, day string, b app.Browser, d Database) *API {
	t.Helper()
	a := &API{Database: d, Clock: &Clock{}, Chance: rand.Reader, t: t}
	a.On(day)
	var err error
	causes := slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelWarn}))
	if a.App, err = newApp(a.Store, a.Now, causes, b, func(err error) { t.Error(err) }, luck{a}); err != nil {
		t.Fatal(err)
	}
	return a
}

// T is the test that the server is for.
func (a *API) T() testing.TB { return a.t }

func newApp(s *store.Store, now func() time.Time, log *slog.Logger, b app.Browser, validate func(error), chance io.Reader) (*app.App, error) {
	many := httpapi.Limits{Rate: 1e6, Burst: 1e6, RefusalRate: 1e6, RefusalBurst: 1e6}
	return app.New(app.Options{
		Store: s, Verifier: signIn{}, Now: now, Logger: log,
		BaseURL: "https://api.samplan.example", Limits: many, ValidateResponses: validate, Vault: Vault(), Browser: b,
		Webhooks: Webhooks(), Chance: chance,
	})
}

// luck draws for a test's server, as the test says at the time.
type luck struct{ of *API }

// Read implements io.Reader.
func (l luck) Read(into []byte) (int, error) { return l.of.Chance.Read(into) }

// Still draws the same each time, where two answers are compared.
type Still struct{}

// Read draws zeros.
func (Still) Read(into []byte) (int, error) {
	clear(into)
	return len(into), nil
}

// LoadCounty fills a migrated database with the demonstration county and its stories, as they are at the end of 2020.
// It is what a package gives to Main.
func LoadCounty(ctx context.Context, address string) (err error) {
	owner, err := sql.Open("pgx", address)
	if err != nil {
		return fmt.Errorf("open database: %w", err)
	}
	defer func() { _ = owner.Close() }() // the stories are committed or the error is told
	if err := demo.LoadOrganisation(ctx, owner); err != nil {
		return err
	}
	if err := demo.LoadLogins(ctx, owner, staffIssuer); err != nil {
		return err
	}
	u, err := url.Parse(address)
	if err != nil {
		return fmt.Errorf("read database address: %w", err)
	}
	u.User = url.User("samplan_app")
	s, err := store.Open(ctx, u.String(), store.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }() // as above; an open connection would keep the template from being copied
	var c Clock
	c.On("2020-12-15")
	a, err := newApp(s, c.Now, slog.New(slog.DiscardHandler), nil, nil, nil)
	if err != nil {
		return err
	}
	return demo.LoadStories(ctx, owner, demo.World{
		Door: s, Plans: a.Plans, Consents: a.Consents, Meetings: a.Meetings, Children: a.Children, Routines: a.Routines,
		StaffIssuer: staffIssuer, CitizenIssuer: citizenIssuer,
	})
}

// Clock stands still until a test moves it.
type Clock struct{ now atomic.Pointer[time.Time] }

// Now gives the present.
func (c *Clock) Now() time.Time { return *c.now.Load() }

// At moves to an instant.
func (c *Clock) At(now time.Time) { c.now.Store(&now) }

// On moves to the morning of a day.
func (c *Clock) On(day string) { c.At(civil.MustParse(day).Start().Add(10 * time.Hour)) }

// signIn believes everybody: a token is the key of a person of the county, of a client, or "lo via portal" for both. Anything
// else is no token.
type signIn struct{}

// Verify implements httpapi.Verifier.
func (signIn) Verify(_ context.Context, raw string) (session.Credentials, error) {
	key, client, isThrough := strings.Cut(raw, " via ")
	if !isThrough {
		client = raw
	}
	c, found := demo.FindClient(client)
	if !found {
		return personOf(raw)
	}
	who := session.Credentials{Kind: session.Client}
	if isThrough {
		var err error
		if who, err = personOf(key); err != nil {
			return who, err
		}
	}
	who.Client, who.Rate, who.Scopes = c.ID(), "standard", everyScope
	return who, nil
}

var everyScope, _ = access.ScopesNamed(access.ScopeNames())

// signedInWith is the client of the issuers with which everybody signs in.
var signedInWith = [2]string{"", demo.SignInIDs[0]}

func personOf(raw string) (session.Credentials, error) {
	p, found := demo.FindPerson(raw)
	if !found {
		return session.Credentials{}, fault.New(fault.CodeUnauthenticated)
	}
	if p.Number == "" {
		return session.Credentials{Kind: session.Staff, Issuer: staffIssuer, Subject: p.Subject(), Parties: signedInWith}, nil
	}
	number, err := session.NewIdentifier(p.Number)
	return session.Credentials{
		Kind: session.Citizen, Issuer: citizenIssuer, IdentifierType: person.Personnummer.String(), Identifier: number,
		Parties: signedInWith,
	}, err
}

// Vault makes one for attachments with a key that all tests share, so that a file of one server is one of another's.
func Vault() *attachment.Vault {
	text, err := attachment.WriteKeys(attachment.Key{ID: "test", Key: bytes.Repeat([]byte{7}, 32)})
	if err != nil {
		panic(err)
	}
	keys, err := attachment.ReadKeys(text)
	if err != nil {
		panic(err)
	}
	return &attachment.Vault{Keys: keys, Most: 1 << 20, Folder: os.TempDir()}
}
