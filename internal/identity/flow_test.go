//go:build !release

package identity_test

import (
	"context"
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"samplan/internal/session"
)

// signIn goes through the whole code flow as a careful client does, and gives the access token and the raw ID token.
func (b *bench) signIn(s *issuerStub, person string) (access, id string) {
	b.t.Helper()
	ctx := context.Background()
	provider, err := oidc.NewProvider(ctx, s.url)
	if err != nil {
		b.t.Fatal(err)
	}
	config := oauth2.Config{ClientID: "web", Endpoint: provider.Endpoint(), RedirectURL: callback, Scopes: []string{"openid"}}
	config.Endpoint.AuthStyle = oauth2.AuthStyleInParams
	verifier := oauth2.GenerateVerifier()
	page := config.AuthCodeURL("state-1", oauth2.S256ChallengeOption(verifier), oidc.Nonce("nonce-1"),
		oauth2.SetAuthURLParam("acr_values", loa3))
	browser := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := browser.PostForm(page, url.Values{"person": {person}})
	if err != nil {
		b.t.Fatal(err)
	}
	_ = res.Body.Close() // the address is the answer
	back, err := url.Parse(res.Header.Get("Location"))
	if err != nil || back.Query().Get("state") != "state-1" || back.Query().Get("iss") != s.url {
		b.t.Fatalf("sent back to %v: %v", back, err)
	}
	assertion, err := s.p.Assertion("web", "RS256", otherKey())
	if err != nil {
		b.t.Fatal(err)
	}
	token, err := config.Exchange(ctx, back.Query().Get("code"), oauth2.VerifierOption(verifier),
		oauth2.SetAuthURLParam("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
		oauth2.SetAuthURLParam("client_assertion", assertion))
	if err != nil {
		b.t.Fatal(err)
	}
	raw, _ := token.Extra("id_token").(string)
	idToken, err := provider.Verifier(&oidc.Config{ClientID: "web", Now: b.clock.now}).Verify(ctx, raw)
	if err != nil || idToken.Nonce != "nonce-1" {
		b.t.Fatalf("ID token %v: %v", idToken, err)
	}
	return token.AccessToken, raw
}

func TestWholeFlowYieldsTheKindOfTheIssuer(t *testing.T) {
	t.Parallel()
	b := setup(t)
	access, id := b.signIn(b.staff, "karin")
	got := b.accept("Karin", access)
	if got.TokenID == "" || got.Identifier.Reveal() != "" {
		t.Errorf("Karin: %+v", got)
	}
	got.TokenID = ""
	if want := (session.Credentials{Kind: session.Staff, Issuer: b.staff.url, Subject: "s-karin", Expires: start.Add(5 * time.Minute), Parties: [2]string{"", "web"}}); got != want {
		t.Errorf("Karin is %+v, want %+v", got, want)
	}
	b.refuse("Karin's ID token", id, "not an access token")

	access, id = b.signIn(b.citizen, "amir")
	got = b.accept("Amir", access)
	if got.Kind != session.Citizen || got.IdentifierType != "personnummer" || got.Identifier.Reveal() != number || got.Subject != "" {
		t.Errorf("Amir is %+v", got)
	}
	b.refuse("Amir's ID token", id, "not an access token")
}

func TestCitizenWithSamordningsnummer(t *testing.T) {
	t.Parallel()
	b := setup(t)
	got := b.accept("Eva", b.citizen.token("eva"))
	if got.IdentifierType != "samordningsnummer" || got.Identifier.Reveal() != "198001619801" || got.Kind != session.Citizen {
		t.Errorf("Eva is %+v", got)
	}
}
