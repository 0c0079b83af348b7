package store

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivertype"

	"samplan/internal/job"
)

const (
	workerRole   = "samplan_worker"
	mostAttempts = 10          // with River's pauses, some seven hours: after that the next day's mail has its turn
	jobTime      = time.Minute // for one job; a mail server that hangs is cut off sooner
	look         = time.Minute // how often it is looked whether the day's jobs are there
	keptDone     = 7 * 24 * time.Hour
	keptDead     = 90 * 24 * time.Hour // dead letters wait for an operator
)

// Queue works on the jobs, as samplan_worker, who sees the queue, the addresses that may be mailed and which mails have
// left, and nothing that a mail could be about. It has a few connections of its own.
type Queue struct {
	pool   *pgxpool.Pool
	client *river.Client[pgx.Tx]
}

// QueueOptions say how a queue works.
type QueueOptions struct {
	Handlers func(job.Book) job.Handlers // none for an operator, who looks
	Now      func() time.Time
	Logger   *slog.Logger
	Workers  int           // jobs at once; 4 when zero
	Stuck    time.Duration // after which a job of a worker that is gone is taken over; five minutes when zero
	Stop     time.Duration // for running jobs when the worker ends; 20 seconds when zero
}

// OpenQueue connects.
func OpenQueue(ctx context.Context, url string, o QueueOptions) (*Queue, error) {
	cfg, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("read database address: %w", err)
	}
	o = o.withUsual()
	for name, value := range map[string]string{"application_name": workerRole, "role": workerRole, "timezone": "UTC"} {
		cfg.ConnConfig.RuntimeParams[name] = value
	}
	cfg.MaxConns = int32(o.Workers) + 3 //nolint:gosec // G115: a handful; three for River itself
	pool, err := pgxpool.NewWithConfig(ctx, cfg)
	if err != nil {
		return nil, fmt.Errorf("open queue: %w", err)
	}
	q := &Queue{pool: pool}
	if err := q.pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, fmt.Errorf("work as %s: %w", workerRole, err)
	}
	if q.client, err = river.NewClient(riverpgxv5.New(pool), q.config(o)); err != nil {
		pool.Close()
		return nil, fmt.Errorf("make queue: %w", err)
	}
	return q, nil
}

func (o QueueOptions) withUsual() QueueOptions {
	if o.Workers == 0 {
		o.Workers = 4
	}
	if o.Stuck == 0 {
		o.Stuck = 5 * time.Minute
	}
	if o.Stop == 0 {
		o.Stop = 20 * time.Second
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	return o
}

func (q *Queue) config(o QueueOptions) *river.Config {
	c := &river.Config{
		Schema: queueSchema, MaxAttempts: mostAttempts, JobTimeout: min(jobTime, o.Stuck/2), RescueStuckJobsAfter: o.Stuck,
		SoftStopTimeout: o.Stop, CompletedJobRetentionPeriod: keptDone, CancelledJobRetentionPeriod: keptDead,
		DiscardedJobRetentionPeriod: keptDead, ReindexerIndexNames: []string{}, // the worker owns no index
		Logger: slog.New(quiet{o.Logger.Handler()}),
	}
	if o.Handlers != nil {
		c.Workers, c.Queues = o.workers(o.Handlers(q)), map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: o.Workers}}
		c.PeriodicJobs = []*river.PeriodicJob{river.NewPeriodicJob(river.PeriodicInterval(look), o.daily, &river.PeriodicJobOpts{RunOnStart: true})}
	}
	return c
}

// daily gives the job of the day, from its hour on. It is put in again and again, and is there once: of that day there can
// be one. The day is the Swedish one, by the clock that the server has too.
func (o QueueOptions) daily() (river.JobArgs, *river.InsertOpts) {
	day, isTime := job.DayOf(o.Now())
	if !isTime {
		return nil, nil
	}
	return job.Daily{Day: day}, &river.InsertOpts{UniqueOpts: once}
}

// once: of a kind with the same arguments there is one job, also when that one is done or dead.
var once = river.UniqueOpts{ByArgs: true, ByState: rivertype.JobStates()}

// Run works until ctx ends, and gives running jobs time to finish.
func (q *Queue) Run(ctx context.Context) error {
	if err := q.client.Start(ctx); err != nil {
		return fmt.Errorf("start queue: %w", err)
	}
	<-q.client.Stopped()
	return nil
}

// Close lets go of the connections.
func (q *Queue) Close() error {
	q.pool.Close()
	return nil
}
