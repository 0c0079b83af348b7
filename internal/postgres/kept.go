package postgres

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// startKept serves the cluster in o.Dir, made at the first start. Everything happens under the folder's lock.
func (h host) startKept(ctx context.Context, o Options) (*Server, error) {
	dir, err := h.makeDir(o.Dir)
	if err != nil {
		return nil, err
	}
	l, err := lockCluster(dir)
	if err != nil {
		return nil, err
	}
	c := &cluster{lock: l}
	run, err := h.prepareKept(ctx, o, dir)
	if err == nil {
		c.scratch, err = h.newScratch(ctx, run.binaries.dir, h.temps)
	}
	if err != nil {
		return nil, errors.Join(err, c.free())
	}
	run.settings = o.Settings
	return h.launch(ctx, c, run)
}

// prepareKept sees to it that the folder holds a cluster that nobody serves and that we have programs for.
func (h host) prepareKept(ctx context.Context, o Options, dir string) (launch, error) {
	data := filepath.Join(dir, "pg")
	made := 0
	if !o.Fresh {
		var err error
		if made, err = madeBy(data); err != nil {
			return launch{}, err
		}
	}
	b, err := h.finder.find(ctx, made)
	if err != nil {
		return launch{}, err
	}
	if err := stopOrphan(ctx, b.dir, data); err != nil {
		return launch{}, err
	}
	if made == 0 {
		if err := os.RemoveAll(data); err != nil {
			return launch{}, fmt.Errorf("throw away the old cluster: %w", err)
		}
		h.tell.say("Skapar databasen i "+dir, "creating the database")
		if err := h.initWhole(ctx, b, data); err != nil {
			return launch{}, err
		}
	}
	return launch{binaries: b, data: data, log: filepath.Join(dir, "postgres.log"), way: fast}, nil
}

// madeBy tells which major version made the cluster in a data folder; 0 when there is none.
func madeBy(data string) (int, error) {
	text, err := os.ReadFile(filepath.Join(data, "PG_VERSION")) //nolint:gosec // our own folder
	if os.IsNotExist(err) {
		return 0, emptyOrAbsent(data)
	}
	if err != nil {
		return 0, fmt.Errorf("read the cluster's version: %w", err)
	}
	major, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return 0, fmt.Errorf("%s is no cluster of PostgreSQL %d or newer; start afresh to replace it", data, oldest)
	}
	return major, nil
}

// emptyOrAbsent guards files that are no cluster of ours from being replaced by one.
func emptyOrAbsent(data string) error {
	entries, err := os.ReadDir(data)
	if err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("look into the data folder: %w", err)
	}
	if len(entries) > 0 {
		return fmt.Errorf("%s holds something that is no cluster; start afresh to replace it", data)
	}
	return nil
}
