package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"text/tabwriter"

	"github.com/go-jose/go-jose/v4"

	"samplan/openapi/client"
)

const clientUsage = `usage: samplan client info                     what answers at the address
       samplan client whoami                   whom the service takes you for
       samplan client routine list             the routine profiles, and which one counts
       samplan client routine check FILE       tell everything that is wrong with a profile; loads nothing
       samplan client routine load FILE        load a profile
       samplan client keys list                the keys of the registered client that you are
       samplan client keys add --out FILE      make a key, register it and write it to FILE
       samplan client keys remove KID          stop a key at once
       samplan client events [CURSOR]          what that client is told has happened, from the beginning or since
       samplan client info -h tells the flags of all of them`

// caller says which service an operator calls, and as whom.
type caller struct {
	address, tokenFile, clientID, keyFile, assignment string
	out, kid                                          string // of keys add
}

// readCaller reads the flags, for which the environment has a value where they are not given.
func readCaller(args []string, out io.Writer) (caller, []string, error) {
	var c caller
	s := flag.NewFlagSet("samplan client", flag.ContinueOnError)
	for name, v := range map[string]struct {
		to              *string
		variable, about string
	}{
		"address":    {&c.address, "SAMPLAN_CLIENT_ADDRESS", "where people reach the service, as https://api.samplan.example"},
		"token-file": {&c.tokenFile, "SAMPLAN_CLIENT_TOKEN_FILE", "file with the access token of a person who is signed in"},
		"client":     {&c.clientID, "SAMPLAN_CLIENT_ID", "client_id of a registered client, which calls for itself"},
		"key-file":   {&c.keyFile, "SAMPLAN_CLIENT_KEY_FILE", "file with that client's private key, as JWK"},
		"assignment": {&c.assignment, "SAMPLAN_CLIENT_ASSIGNMENT", "assignment to act in, for a person with several"},
	} {
		s.StringVar(v.to, name, os.Getenv(v.variable), v.about+" ("+v.variable+")")
	}
	s.StringVar(&c.out, "out", "", "keys add: file to write the private key to; it must not be there yet")
	s.StringVar(&c.kid, "kid", "", "keys add: name of the new key (default one that is made up)")
	others, err := parseAll(s, args, out)
	return c, others, err
}

// callService is all that operators do over the API, as anybody else would.
func callService(ctx context.Context, args []string, out io.Writer) error {
	if isHelp(args) || len(args) == 0 {
		return tellUsage(args, out)
	}
	c, words, err := readCaller(args, out)
	if err != nil {
		return err
	}
	api, err := c.open()
	if err != nil {
		return err
	}
	word := func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	}
	switch {
	case len(words) == 1 && word(0) == "info":
		return tellService(ctx, api, out)
	case len(words) == 1 && word(0) == "whoami":
		return c.tellCaller(ctx, api, out)
	case len(words) == 2 && word(0) == "routine" && word(1) == "list":
		return listRoutines(ctx, api, out)
	case len(words) == 3 && word(0) == "routine" && word(1) == "check":
		return checkRoutine(ctx, api, word(2), out)
	case len(words) == 3 && word(0) == "routine" && word(1) == "load":
		return loadRoutine(ctx, api, word(2), out)
	case (len(words) == 1 || len(words) == 2) && word(0) == "events":
		return listEvents(ctx, api, word(1), out)
	case len(words) == 2 && word(0) == "keys" && word(1) == "list":
		return listKeys(ctx, api, out)
	case len(words) == 2 && word(0) == "keys" && word(1) == "add":
		return c.addKey(ctx, api, out)
	case len(words) == 3 && word(0) == "keys" && word(1) == "remove":
		return c.removeKey(ctx, api, word(2), out)
	}
	return errors.New(clientUsage)
}

func tellUsage(args []string, out io.Writer) error {
	if len(args) == 0 {
		return errors.New(clientUsage)
	}
	_, err := fmt.Fprintln(out, clientUsage)
	return err
}

var errTwoCallers = errors.New("give either --token-file, or both of --client and --key-file")

// open makes the client. Without a token and a key it may ask for what is open to anyone.
func (c caller) open() (*client.API, error) {
	if c.address == "" {
		return nil, errors.New("--address: name the service, as https://api.samplan.example (samplan client info -h tells the flags)")
	}
	tokens, err := c.tokens()
	if err != nil {
		return nil, err
	}
	api, err := client.New(client.Options{Address: c.address, Tokens: tokens})
	if err != nil {
		return nil, fmt.Errorf("--address: %w", err)
	}
	api.RequestEditors = append(api.RequestEditors, func(_ context.Context, r *http.Request) error {
		if c.assignment != "" {
			r.Header.Set("Samplan-Assignment", c.assignment)
		}
		return nil
	})
	return api, nil
}

func (c caller) tokens() (client.TokenSource, error) {
	switch {
	case c.tokenFile != "" && (c.clientID != "" || c.keyFile != ""), (c.clientID == "") != (c.keyFile == ""):
		return nil, errTwoCallers
	case c.tokenFile != "":
		text, err := os.ReadFile(c.tokenFile)
		if err != nil {
			return nil, fmt.Errorf("--token-file: %w", err)
		}
		return client.Bearer(string(bytes.TrimSpace(text))), nil
	case c.keyFile == "":
		return nil, nil
	}
	key, err := c.key()
	if err != nil {
		return nil, err
	}
	tokens, err := client.OwnToken(c.address, client.Credentials{ClientID: c.clientID, Key: key})
	if err != nil {
		return nil, fmt.Errorf("--address and --key-file: %w", err)
	}
	return tokens, nil
}

// key reads the private key.
func (c caller) key() (key jose.JSONWebKey, err error) {
	text, err := os.ReadFile(c.keyFile)
	if err != nil {
		return key, fmt.Errorf("--key-file: %w", err)
	}
	if err := key.UnmarshalJSON(text); err != nil { // its words could quote the key
		return key, errors.New("--key-file: the file holds no key as JWK (RFC 7517)")
	}
	return key, nil
}

func tellService(ctx context.Context, api *client.API, out io.Writer) error {
	i, err := client.Read[client.ApiInfo](api.GetApiInfo(ctx, nil))
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s %s of %s, %s.\nDocumentation: %s\n", i.ApiName, i.ApiVersion, i.ApiReleased, i.ApiStatus, i.ApiDocumentation)
	return err
}

// tellCaller tells who a token is for: a registered client, or a person with assignments.
func (c caller) tellCaller(ctx context.Context, api *client.API, out io.Writer) error {
	if c.clientID != "" {
		own, err := client.Read[client.RegisteredClient](api.GetOwnClient(ctx, nil))
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(out, "The registered client %s of %s, for %v.\n", own.Name, own.Principal, own.Scopes)
		return err
	}
	me, err := client.Read[client.Me](api.GetMe(ctx, nil))
	if err != nil {
		return err
	}
	name := "Somebody whom nobody here needs to know by name" // citizens
	if me.Name != nil {
		name = *me.Name
	}
	if _, err := fmt.Fprintf(out, "%s, %s.\n", name, me.Kind); err != nil {
		return err
	}
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, a := range me.Assignments {
		_, _ = fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", a.Id, a.Role, a.Unit.Name, cmp.Or(map[bool]string{true: "chosen"}[a.Chosen], "-")) // Flush tells
	}
	return w.Flush()
}
