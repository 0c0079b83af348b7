package client

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"samplan/internal/fault"
	"samplan/internal/id"
)

// mostKeys are enough to change keys at leisure, and few enough to look through.
const mostKeys = 5

// Public is a public key as RFC 7517 writes it. What makes a key private has no field.
type Public struct {
	Kid string `json:"kid"`
	Kty string `json:"kty"`
	Use string `json:"use,omitempty"`
	Alg string `json:"alg,omitempty"`
	Crv string `json:"crv,omitempty"`
	N   string `json:"n,omitempty"`
	E   string `json:"e,omitempty"`
	X   string `json:"x,omitempty"`
	Y   string `json:"y,omitempty"`
}

// Key is one of a client.
type Key struct {
	ID id.ClientKey
	Public
	AddedAt time.Time
}

// JWK gives the key as a document.
func (p Public) JWK() []byte {
	text, err := json.Marshal(p)
	if err != nil {
		panic(fmt.Errorf("write key: %w", err)) // texts alone
	}
	return text
}

// ReadJWK reads what JWK writes.
func ReadJWK(text []byte) (p Public, err error) {
	if err = json.Unmarshal(text, &p); err != nil {
		err = fmt.Errorf("read key: %w", err)
	}
	return p, err
}

// AddKey adds a key.
func (c *Client) AddKey(p Public, now time.Time) (Key, error) {
	if len(c.Keys) >= mostKeys {
		return Key{}, fault.New(fault.CodeTooManyKeys)
	}
	k := Key{ID: id.NewClientKey(), Public: p, AddedAt: now}
	c.Keys = append(c.Keys, k)
	return k, nil
}

// RemoveKey removes a key. One stays: without any the client could not come back.
func (c *Client) RemoveKey(k id.ClientKey) error {
	i := slices.IndexFunc(c.Keys, func(o Key) bool { return o.ID == k })
	switch {
	case i < 0:
		return fault.New(fault.CodeNotFound)
	case len(c.Keys) == 1:
		return fault.New(fault.CodeLastKey)
	}
	c.Keys = slices.Delete(c.Keys, i, i+1)
	return nil
}
