package audit

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

const (
	alarmAfter = time.Minute // entries that wait longer are told of
	alarmEvery = time.Minute
	lastPass   = 5 * time.Second // for the pass at the end
)

// Order is what one pass of the sealer is to do.
type Order struct {
	Now             time.Time
	Origin          string
	Signer          *Signer       // nil: seals are not signed
	CheckpointEvery time.Duration // at most one in this time; 0: whenever something is new
}

// Pass is what one pass did.
type Pass struct {
	Busy       bool      // another server is sealing
	More       bool      // there is more to seal at once
	Seal       *Seal     // what was sealed, if anything
	Checkpoint *Signed   // what was signed, if anything
	Oldest     time.Time // the oldest entry that is not sealed, or zero
}

// Book is the log where it is kept.
type Book interface {
	Pass(ctx context.Context, o Order) (Pass, error)
}

// JobOptions say how the job goes about.
type JobOptions struct {
	Book            Book
	Signer          *Signer
	Origin          string
	Every           time.Duration // between passes; 2 s when zero
	CheckpointEvery time.Duration // 1 min when zero
	Limit           time.Duration // entries that wait longer stop the service; 0: they do not
	Now             func() time.Time
	Logger          *slog.Logger
}

// Job seals in the background.
type Job struct {
	o       JobOptions
	mu      sync.Mutex
	through time.Time // everything before is sealed
	alarmed time.Time
}

// NewJob begins with nothing to be late with.
func NewJob(o JobOptions) *Job {
	if o.Every == 0 {
		o.Every = 2 * time.Second
	}
	if o.CheckpointEvery == 0 {
		o.CheckpointEvery = time.Minute
	}
	return &Job{o: o, through: o.Now()}
}

// Run seals until ctx ends, and once more then, so that what was answered until the end is sealed and signed.
func (j *Job) Run(ctx context.Context) {
	t := time.NewTicker(j.o.Every)
	defer t.Stop()
	for {
		j.passes(ctx, j.o.CheckpointEvery)
		select {
		case <-ctx.Done():
			end, cancel := context.WithTimeout(context.WithoutCancel(ctx), lastPass)
			defer cancel()
			j.passes(end, 0)
			return
		case <-t.C:
		}
	}
}

// Start runs the job beside the server. The function that it gives ends the job, after its last pass; what ends ctx does
// not, since requests are still answered then.
func (j *Job) Start(ctx context.Context) (stop func()) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		j.Run(ctx)
	}()
	return func() {
		cancel()
		<-ended
	}
}

// passes goes on as long as more waits.
func (j *Job) passes(ctx context.Context, checkpointEvery time.Duration) {
	for more := true; more && ctx.Err() == nil; {
		now := j.o.Now()
		p, err := j.o.Book.Pass(ctx, Order{Now: now, Origin: j.o.Origin, Signer: j.o.Signer, CheckpointEvery: checkpointEvery})
		if err == nil {
			j.note(now, p)
		}
		j.tell(ctx, p, err)
		more = err == nil && p.More
	}
}

// note remembers until when everything is sealed. A pass that failed changes nothing, so the lag grows by itself.
func (j *Job) note(now time.Time, p Pass) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.through = now
	if !p.Oldest.IsZero() && p.Oldest.Before(now) {
		j.through = p.Oldest
	}
}

// tell logs what went out of the machine's hands: each checkpoint whole, so that the place where the server's own log is
// gathered holds what the database cannot take back; and that entries wait, once a minute.
func (j *Job) tell(ctx context.Context, p Pass, err error) {
	if p.Checkpoint != nil {
		line := CheckpointLine(*p.Checkpoint)
		j.o.Logger.LogAttrs(ctx, slog.LevelInfo, "log checkpoint", slog.String("checkpoint", string(trim(line.Text()))))
	}
	if p.Seal != nil && p.Seal.Begins != "" && p.Seal.Begins != BeginsLog {
		j.o.Logger.LogAttrs(ctx, slog.LevelWarn, "log epoch begins", slog.Int64("epoch", p.Seal.Epoch), slog.String("begins", p.Seal.Begins))
	}
	lag := j.Lag()
	if (err == nil || ctx.Err() != nil) && lag < alarmAfter || !j.isAlarmDue() {
		return
	}
	attrs := []slog.Attr{slog.Float64("lagSeconds", lag.Seconds())}
	if err != nil {
		attrs = append(attrs, slog.String("cause", err.Error()))
	}
	j.o.Logger.LogAttrs(ctx, slog.LevelError, "log is not sealed", attrs...)
}

func (j *Job) isAlarmDue() bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	now := j.o.Now()
	if !j.alarmed.IsZero() && now.Sub(j.alarmed) < alarmEvery {
		return false
	}
	j.alarmed = now
	return true
}

// Lag is how long the oldest entry has waited for its seal, or could have without our knowing.
func (j *Job) Lag() time.Duration {
	j.mu.Lock()
	defer j.mu.Unlock()
	return max(0, j.o.Now().Sub(j.through))
}

// IsOverdue tells whether the service has to stop.
func (j *Job) IsOverdue() bool { return j.o.Limit > 0 && j.Lag() > j.o.Limit }
