package main

import (
	"cmp"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"text/tabwriter"
	"time"

	"github.com/go-jose/go-jose/v4"

	"samplan/openapi/client"
)

func listKeys(ctx context.Context, api *client.API, out io.Writer) error {
	own, err := client.Read[client.RegisteredClient](api.GetOwnClient(ctx, nil))
	if err != nil {
		return err
	}
	return tellKeys(own, out)
}

func tellKeys(own client.RegisteredClient, out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, k := range own.Keys {
		_, _ = fmt.Fprintf(w, "%s\t%s\tsince %s\n", k.Kid, k.Kty, k.AddedAt.UTC().Format(time.RFC3339)) // Flush tells
	}
	return w.Flush()
}

// addKey makes a key and registers its public part. The private one is written first: a key that is registered and lost helps nobody.
func (c caller) addKey(ctx context.Context, api *client.API, out io.Writer) error {
	if c.out == "" {
		return errors.New("--out: name the file for the private key")
	}
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return fmt.Errorf("make key: %w", err)
	}
	key := jose.JSONWebKey{Key: private, KeyID: cmp.Or(c.kid, "key-"+rand.Text()[:12]), Use: "sig", Algorithm: string(jose.EdDSA)}
	text, err := key.MarshalJSON()
	if err != nil {
		return fmt.Errorf("make key: %w", err)
	}
	public, err := key.Public().MarshalJSON()
	if err != nil {
		return fmt.Errorf("make key: %w", err)
	}
	var wanted client.NewClientKey
	if err := json.Unmarshal(public, &wanted); err != nil {
		return fmt.Errorf("make key: %w", err)
	}
	if err := writeNew(c.out, append(text, '\n')); err != nil {
		return err
	}
	own, err := client.Read[client.RegisteredClient](api.AddOwnClientKey(ctx, &client.AddOwnClientKeyParams{}, wanted))
	var refused *client.ProblemError
	var stranger *client.TokenError
	if errors.As(err, &refused) || errors.As(err, &stranger) {
		return errors.Join(err, os.Remove(c.out)) // nobody knows the key
	}
	if err != nil {
		return fmt.Errorf("it is not known whether the key in %s is registered (samplan client keys list tells): %w", c.out, err)
	}
	if _, err := fmt.Fprintf(out, "The key %s counts from now on; its private half is in %s. Keys:\n", key.KeyID, c.out); err != nil {
		return err
	}
	return tellKeys(own, out)
}

var errOwnKey = errors.New("this key signs the request itself: call with the key that stays")

// removeKey stops a key, and the tokens that it asked for.
func (c caller) removeKey(ctx context.Context, api *client.API, kid string, out io.Writer) error {
	if c.keyFile != "" {
		key, err := c.key()
		if err != nil {
			return err
		}
		if key.KeyID == kid {
			return errOwnKey
		}
	}
	own, err := client.Read[client.RegisteredClient](api.GetOwnClient(ctx, nil))
	if err != nil {
		return err
	}
	for _, k := range own.Keys {
		if k.Kid != kid {
			continue
		}
		own, err = client.Read[client.RegisteredClient](api.RemoveOwnClientKey(ctx, k.Id, &client.RemoveOwnClientKeyParams{}, client.NewClientKeyRemoval{}))
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(out, "The key %s no longer counts. Keys:\n", kid); err != nil {
			return err
		}
		return tellKeys(own, out)
	}
	return fmt.Errorf("no key is called %q (samplan client keys list tells them)", kid)
}
