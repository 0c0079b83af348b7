//go:build !release

package bench

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime/debug"
	"runtime/pprof"
	"slices"
	"strconv"
	"time"

	"github.com/google/uuid"
)

// Options say how much is measured.
type Options struct {
	Plans    int
	For      time.Duration // measuring time per kind of request, product and floor together
	Progress io.Writer     // told of what takes long; nil is silence
	Profile  string        // beginning of the files for CPU profiles, one per kind; empty is none
}

const (
	rounds     = 5
	quietShare = 0.25 // of the floor's capacity, for the latency that P7 compares
	halfShare  = 0.5  // the same for P8
	imageGOGC  = 400  // as the Dockerfile sets it (quality D15)
)

// Run loads the data, measures, and takes everything away again.
func Run(ctx context.Context, o Options) (_ Report, err error) {
	dir, err := newDir()
	if err != nil {
		return Report{}, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	defer debug.SetGCPercent(debug.SetGCPercent(imageGOGC))
	t, err := open(ctx, dir, o.Plans, o.Progress)
	if err != nil {
		return Report{}, err
	}
	defer func() { err = errors.Join(err, t.close()) }()
	report := Report{Plans: o.Plans}
	for _, k := range kinds {
		row, err := t.measure(ctx, k, o)
		if err != nil {
			return Report{}, fmt.Errorf("measure %s: %w", k.name, err)
		}
		report.Rows = append(report.Rows, row)
	}
	return report, nil
}

// newDir makes a folder for the data.
func newDir() (string, error) {
	dir, err := os.MkdirTemp("", "samplan-bench-")
	if err != nil {
		return "", fmt.Errorf("make folder: %w", err)
	}
	if err := os.Chmod(dir, 0o711); err != nil { //nolint:gosec // G302: started as root, Postgres runs as somebody else
		return "", fmt.Errorf("make folder: %w", err)
	}
	return dir, nil
}

// measure alternates rounds of floor and product, then asks both for less than they can give.
func (t *town) measure(ctx context.Context, k kind, o Options) (Row, error) {
	product, floor, err := t.targets()
	if err != nil {
		return Row{}, err
	}
	t.versions = newVersions(t.versions)
	decks := make([]deck, connections)
	for n := range decks {
		decks[n] = k.deck(t, n)
	}
	tell(o.Progress, "%s …\n", k.name)
	for _, target := range []*target{floor, product} {
		if err := target.warm(ctx, decks); err != nil {
			return Row{}, err
		}
	}
	t.product.statementsPerRequest()
	length := o.For * 6 / 100
	var ours, theirs []sample
	for range rounds {
		a, err := floor.drive(ctx, decks, length, 0)
		if err != nil {
			return Row{}, fmt.Errorf("floor: %w", err)
		}
		b, err := product.drive(ctx, decks, length, 0)
		if err != nil {
			return Row{}, fmt.Errorf("product: %w", err)
		}
		theirs, ours = append(theirs, a), append(ours, b)
	}
	asking, err := t.askingCost(ctx, product, decks[0], o.For*4/100)
	if err != nil {
		return Row{}, fmt.Errorf("asking alone: %w", err)
	}
	row := newRow(k, ours, theirs, asking)
	row.RoundTrips = t.product.statementsPerRequest()
	if row.quiet, err = measureLatency(ctx, decks, product, floor, quietShare*row.FloorRPS, o.For*9/100); err != nil {
		return Row{}, err
	}
	if row.half, err = measureLatency(ctx, decks, product, floor, halfShare*row.FloorRPS, o.For*9/100); err != nil {
		return Row{}, err
	}
	if o.Profile != "" {
		return row, profile(o.Profile+"-"+k.name+".pprof", func() error {
			_, err := product.drive(ctx, decks, o.For/5, 0)
			return err
		})
	}
	return row, nil
}

// profile writes a CPU profile of what do does.
func profile(path string, do func() error) error {
	f, err := os.Create(path) //nolint:gosec // G304: the caller's own file
	if err != nil {
		return fmt.Errorf("make profile: %w", err)
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return errors.Join(fmt.Errorf("profile: %w", err), f.Close())
	}
	err = do()
	pprof.StopCPUProfile()
	return errors.Join(err, f.Close())
}

// measureLatency asks both at a fixed rate.
func measureLatency(ctx context.Context, decks []deck, product, floor *target, rate float64, length time.Duration) (latency, error) {
	a, err := floor.drive(ctx, decks, length, rate)
	if err != nil {
		return latency{}, fmt.Errorf("floor: %w", err)
	}
	b, err := product.drive(ctx, decks, length, rate)
	if err != nil {
		return latency{}, fmt.Errorf("product: %w", err)
	}
	return latency{b.percentile(99), a.percentile(99)}, nil
}

func (t *town) targets() (product, floor *target, err error) {
	tokens, err := t.product.tokens(t.workers)
	if err != nil {
		return nil, nil, err
	}
	product = newTarget(t.product.url, func(r *http.Request, w int) { r.Header.Set("Authorization", tokens[w]) })
	floor = newTarget(t.floor.url, func(r *http.Request, w int) { r.Header.Set(workerHeader, strconv.Itoa(w)) })
	return product, floor, nil
}

// newVersions makes, once, what each connection remembers of the items it has changed.
func newVersions(have []map[uuid.UUID]int) []map[uuid.UUID]int {
	if have != nil {
		return have
	}
	all := make([]map[uuid.UUID]int, connections)
	for n := range all {
		all[n] = map[uuid.UUID]int{}
	}
	return all
}

// merge puts the times of all rounds together; throughput and cost are the medians of the rounds.
func merge(all []sample) sample {
	var m sample
	for _, s := range all {
		m.times = append(m.times, s.times...)
	}
	slices.Sort(m.times)
	m.rps = median(all, func(s sample) float64 { return s.rps })
	m.cost.cpu = median(all, func(s sample) float64 { return s.cost.cpu })
	m.cost.allocs = median(all, func(s sample) float64 { return s.cost.allocs })
	return m
}

func median(all []sample, of func(sample) float64) float64 {
	values := make([]float64, 0, len(all))
	for _, s := range all {
		values = append(values, of(s))
	}
	slices.Sort(values)
	return values[len(values)/2]
}
