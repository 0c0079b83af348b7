package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"samplan/internal/config"
	"samplan/internal/store"
)

// production lists the commands of every build.
func production() map[string]command {
	return map[string]command{
		"document": {"document key, verify, redact: documents that prove themselves", documents},
		"serve":    {"serve the API with the settings of the environment (SAMPLAN_...)", serve},
		"worker":   {"tell people by mail that there is something new; with the settings of the environment", worker},
		"jobs":     {"jobs list, retry, discard: the queue of jobs, without content", jobs},
		"migrate":  {"migrate up: bring the database to the schema of this program", migrate},
		"policy":   {"policy shadow: try a candidate policy on the log", policyShadow},
		"audit":    {"audit key, export, verify, weed: the log that proves itself", auditLog},
		"disposal": {"disposal carry-out | reapply: weed what two people decided on, and again after a restore", disposals},
		"client":   {"client info, whoami, routine, keys: call a service over its API", callService},
		"config":   {"config check: tell everything that is wrong with the settings", configCheck},
	}
}

// migrate brings the schema up. It runs as the migrating role, never as the server's.
func migrate(ctx context.Context, args []string, out io.Writer) error {
	if len(args) != 1 || args[0] != "up" {
		return errors.New("usage: samplan migrate up")
	}
	url, err := config.LoadDatabaseURL(os.Environ())
	if err != nil {
		return err
	}
	if err := store.Migrate(ctx, url.Reveal()); err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, "The schema is that of this program.")
	return err
}

func configCheck(_ context.Context, args []string, out io.Writer) error {
	if len(args) != 1 || args[0] != "check" {
		return errors.New("usage: samplan config check")
	}
	if _, err := config.Load(os.Environ()); err != nil {
		return err
	}
	_, err := fmt.Fprintln(out, "The settings are usable.")
	return err
}
