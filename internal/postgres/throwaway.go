package postgres

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
)

// throwawaySettings trade everything that a crash would cost for speed: what is lost was to be thrown away. Without
// autovacuum nothing holds a template database while it is copied; who measures plans runs ANALYZE, or sets it on.
var throwawaySettings = map[string]string{
	"fsync":              "off",
	"synchronous_commit": "off",
	"full_page_writes":   "off",
	"wal_level":          "minimal",
	"max_wal_senders":    "0",
	"autovacuum":         "off",
	"shared_buffers":     "64MB",
	"max_connections":    "200",
	"max_wal_size":       "256MB", // it may lie in memory
	"jit":                "off",   // compiling a statement costs more than small tables can give back

	"max_parallel_workers_per_gather": "0", // nor does starting processes for one
}

// startThrowaway serves a new cluster in a temporary folder.
func (h host) startThrowaway(ctx context.Context, o Options) (*Server, error) {
	b, err := h.finder.find(ctx, 0)
	if err != nil {
		return nil, err
	}
	s, err := h.newScratch(ctx, b.dir, h.quickest(ctx, b.dir))
	if err != nil {
		return nil, err
	}
	if err := h.initThrowaway(ctx, b, s.data()); err != nil {
		return nil, errors.Join(err, s.remove())
	}
	settings := maps.Clone(throwawaySettings)
	maps.Copy(settings, o.Settings)
	return h.launch(ctx, &cluster{scratch: s}, launch{
		binaries: b, data: s.data(), log: filepath.Join(s.dir, "postgres.log"), settings: settings, way: immediate,
	})
}

// quickest gives the folders for temporary files with one in memory first, if it has room: on disk most of the time of
// many small tests goes into making a database's 300 files.
func (h host) quickest(ctx context.Context, tools string) []string {
	if h.memory == "" {
		return h.temps
	}
	sweep(ctx, tools, h.memory) // first: what is left there takes its room
	if !isRoomy(h.memory) {
		return h.temps
	}
	return append([]string{h.memory}, h.temps...)
}
