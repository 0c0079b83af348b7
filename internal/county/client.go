//go:build !release

package county

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"samplan/internal/demo"
)

// ClientToken gets a token for a client of the county as the client itself would: from the token endpoint, for itself or for a
// person whose own token it shows.
func (c *County) ClientToken(ctx context.Context, client demo.Client, person string) (string, error) {
	shown := ""
	if person != "" {
		var err error
		if shown, err = c.Token(person); err != nil {
			return "", err
		}
	}
	form := client.TokenForm(client.Assertion(c.BaseURL, rand.Text(), c.now()), shown)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.BaseURL+"/oauth/token", strings.NewReader(form.Encode()))
	if err != nil {
		return "", fmt.Errorf("ask for token: %w", err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	asker := http.Client{Timeout: 5 * time.Second}
	answer, err := asker.Do(req) //nolint:gosec // G704: the county's own address
	if err != nil {
		return "", fmt.Errorf("ask for token: %w", err)
	}
	defer func() { _ = answer.Body.Close() }() // read to its end
	var token struct {
		AccessToken string `json:"access_token"`
		Error       string `json:"error"`
	}
	if err := json.NewDecoder(answer.Body).Decode(&token); err != nil || token.AccessToken == "" {
		return "", fmt.Errorf("no token for client %s: %d %s", client.Key, answer.StatusCode, token.Error)
	}
	return token.AccessToken, nil
}

// tokenFor gives a token for a person, for a client, or for a client that acts for a person.
func (c *County) tokenFor(ctx context.Context, key, client string) (string, error) {
	if alone, found := demo.FindClient(key); found && client == "" {
		return c.ClientToken(ctx, alone, "")
	}
	if client == "" {
		return c.Token(key)
	}
	through, found := demo.FindClient(client)
	if !found {
		return "", errNobody(client)
	}
	return c.ClientToken(ctx, through, key)
}
