//go:build !release

package county

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"samplan/internal/demo"
)

// Somebody one can sign in as, as scripts read it.
type somebody struct {
	Key  string `json:"key"`
	Name string `json:"name"`
	Kind string `json:"kind"`
	Role string `json:"role"`
	Unit string `json:"unit"`
}

type announcement struct {
	BaseURL string     `json:"baseUrl"`
	Issuer  string     `json:"issuer"`
	People  []somebody `json:"people"`
}

// running is what `samplan dev token` needs of the county that runs on a folder.
type running struct {
	Tokens string `json:"tokens"` // where tokens are minted
	Secret string `json:"secret"` // who may ask: whoever can read the file
}

const runningFile = "running.json"

// errNotRunning says that nobody can be asked.
func errNotRunning(dir string) error {
	return fmt.Errorf("no county runs on %s; start one with samplan dev, or name its folder with --data", dir)
}

// errNobody says who could have been meant.
func errNobody(key string) error {
	var keys []string
	for _, p := range demo.People() {
		keys = append(keys, p.Key)
	}
	for _, c := range demo.Clients {
		keys = append(keys, c.Key)
	}
	return fmt.Errorf("nobody in the county is called %q; there are %s", key, strings.Join(keys, ", "))
}

// Announce writes the ready file for scripts, and beside the data what `samplan dev token` needs. leave removes the
// latter again.
func (c *County) Announce(dir, ready string) (leave func(), err error) {
	secret := rand.Text()
	c.issuers.mux.HandleFunc("GET /token/{key}", c.mint(secret))
	if err := os.MkdirAll(dir, 0o700); err != nil { // no private server has made it when SAMPLAN_DATABASE_URL is set
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	mine := filepath.Join(dir, runningFile)
	if err := writeJSON(mine, running{Tokens: strings.TrimSuffix(c.Staff, "/staff") + "/token/", Secret: secret}); err != nil {
		return nil, err
	}
	if ready != "" {
		if err := writeJSON(ready, announcement{c.BaseURL, c.Staff, everybody()}); err != nil {
			return nil, err
		}
	}
	return func() { _ = os.Remove(mine) }, nil // a stale one is found out by the next token
}

func everybody() []somebody {
	var all []somebody
	for _, p := range demo.People() {
		s := somebody{Key: p.Key, Name: p.Name, Kind: p.Kind, Role: p.Kind}
		if len(p.Posts) > 0 {
			s.Role, s.Unit = p.Posts[0].Role, demo.UnitName(p.Posts[0].Unit)
		}
		all = append(all, s)
	}
	return all
}

// writeJSON writes a file whole or not at all, readable by its owner alone.
func writeJSON(path string, v any) error {
	text, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return fmt.Errorf("write %s: %w", filepath.Base(path), err)
	}
	if err := os.WriteFile(path+".new", append(text, '\n'), 0o600); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	return os.Rename(path+".new", path)
}

// mint gives a token to whoever knows the secret of this run.
func (c *County) mint(secret string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("Samplan-Secret")), []byte(secret)) != 1 {
			http.NotFound(w, r)
			return
		}
		token, err := c.tokenFor(r.Context(), r.PathValue("key"), r.URL.Query().Get("client"))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = io.WriteString(w, token) //nolint:gosec // G705: a token that we signed, and no page; who has gone needs none
	}
}

// AskToken asks the county that runs on a folder for an access token, through a client when one is named.
func AskToken(ctx context.Context, dir, key, client string) (string, error) {
	text, err := os.ReadFile(filepath.Join(dir, runningFile)) //nolint:gosec // G304: the user's own folder
	if err != nil {
		return "", errNotRunning(dir)
	}
	var run running
	if err := json.Unmarshal(text, &run); err != nil {
		return "", errNotRunning(dir)
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, run.Tokens+url.PathEscape(key)+"?client="+url.QueryEscape(client), http.NoBody)
	if err != nil {
		return "", fmt.Errorf("ask for token: %w", err)
	}
	req.Header.Set("Samplan-Secret", run.Secret)
	asker := http.Client{Timeout: 5 * time.Second}
	answer, err := asker.Do(req)
	if err != nil {
		return "", errNotRunning(dir)
	}
	defer func() { _ = answer.Body.Close() }() // read to its end
	token, err := io.ReadAll(io.LimitReader(answer.Body, 1<<14))
	if err != nil || answer.StatusCode != http.StatusOK {
		return "", errNobody(key)
	}
	return string(token), nil
}
