package identity

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

const (
	fetchTimeout = 5 * time.Second
	fetchLimit   = 1 << 20
)

// fetcher gets an issuer's documents.
type fetcher struct{ client http.Client }

// newFetcher takes over a client without its readiness to follow redirects: keys come from where discovery says.
func newFetcher(given *http.Client) fetcher {
	f := fetcher{}
	if given != nil {
		f.client = *given
	}
	f.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return f
}

// discover finds the address of an issuer's keys (OpenID Connect Discovery, 4).
func (f *fetcher) discover(ctx context.Context, issuer string) (string, error) {
	body, err := f.get(ctx, strings.TrimSuffix(issuer, "/")+"/.well-known/openid-configuration")
	if err != nil {
		return "", fmt.Errorf("discover: %w", err)
	}
	var document struct {
		Issuer string `json:"issuer"`
		Keys   string `json:"jwks_uri"`
	}
	if err := json.Unmarshal(body, &document); err != nil {
		return "", errors.New("discover: not a discovery document")
	}
	if document.Issuer != issuer {
		return "", errors.New("discover: the document is another issuer's")
	}
	if !isSecure(document.Keys) || strings.HasPrefix(issuer, "https:") && !strings.HasPrefix(document.Keys, "https:") {
		return "", errors.New("discover: the address of the keys is not https")
	}
	return document.Keys, nil
}

// keys fetches and reads a key set.
func (f *fetcher) keys(ctx context.Context, address string) (map[string]publicKey, error) {
	body, err := f.get(ctx, address)
	if err != nil {
		return nil, fmt.Errorf("fetch keys: %w", err)
	}
	return readKeys(body)
}

func (f *fetcher) get(ctx context.Context, address string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, fetchTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, fmt.Errorf("make request: %w", err)
	}
	req.Header.Set("Accept", "application/json")
	req.Header.Set("Cache-Control", "no-cache")
	res, err := f.client.Do(req)
	if err != nil {
		return nil, fmt.Errorf("get: %w", err)
	}
	defer func() { _ = res.Body.Close() }() // read to its end or given up
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("get: status %d", res.StatusCode)
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, fetchLimit+1))
	if err != nil {
		return nil, fmt.Errorf("read answer: %w", err)
	}
	if len(body) > fetchLimit {
		return nil, errors.New("read answer: too large")
	}
	return body, nil
}
