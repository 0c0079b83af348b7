package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"time"

	"samplan/internal/access"
	"samplan/internal/config"
	"samplan/internal/event"
	"samplan/internal/fault"
	"samplan/internal/hook"
	"samplan/internal/httpapi"
	"samplan/internal/id"
	"samplan/internal/job"
	"samplan/internal/mail"
	"samplan/internal/notice"
	"samplan/internal/plan"
	"samplan/internal/routine"
	"samplan/internal/store"
)

// Work is the queue and who works on it.
type Work struct {
	Handlers job.Handlers // what it does
	queue    *store.Queue
	inbox    inbox
	courier  *event.Courier
	log      *slog.Logger
}

// WorkOptions are what differs from one place to another.
type WorkOptions struct {
	URL    string // of the database, as samplan_worker
	Store  *store.Store
	Mailer job.Mailer
	Files  job.Files // the bucket of attachments, or nil
	// Webhooks says whether events are delivered, and BaseURL where they say that they come from.
	Webhooks event.Options
	BaseURL  string
	Sender   event.Sender // the usual one when nil
	Now      func() time.Time
	Logger   *slog.Logger
	Queue    store.QueueOptions // what is usual, but for handlers, clock and log
}

// OpenWork connects to the queue.
func OpenWork(ctx context.Context, o WorkOptions) (*Work, error) {
	policy, err := access.Load()
	if err != nil {
		return nil, fmt.Errorf("load policy: %w", err)
	}
	routines, plans := routine.NewService(o.Store, policy, o.Now), plan.NewService(o.Store, o.Store, o.Store, policy, o.Now)
	info, err := httpapi.ContractInfo(o.BaseURL)
	if err != nil {
		return nil, fmt.Errorf("describe the API: %w", err)
	}
	if o.Sender == nil {
		o.Sender = hook.New(hook.Options{IsLocal: o.Webhooks.IsLocal})
	}
	w := &Work{courier: event.NewCourier(o.Store, o.Store, policy, o.Sender, o.Webhooks.Key, info.Events, o.Now), log: o.Logger, inbox: inbox{o.Store, notice.NewService(o.Store, routines, plans, policy, o.Now)}}
	o.Queue.Now, o.Queue.Logger = o.Now, o.Logger
	o.Queue.Handlers = func(b job.Book) job.Handlers {
		w.Handlers = job.NewPost(b, w.inbox, o.Mailer, o.Files, o.Now).Handlers()
		return w.Handlers
	}
	w.queue, err = store.OpenQueue(ctx, o.URL, o.Queue)
	return w, err
}

// Mailer makes the mailer that the settings name.
func Mailer(m config.Mail) (job.Mailer, error) {
	return mail.New(mail.Options{
		Host: m.Host, Port: m.Port, From: m.From, TLS: m.TLS, Username: m.Username, Password: m.Password.Reveal(), Roots: m.Roots,
	})
}

// Book and Inbox are what the handlers work with.
func (w *Work) Book() job.Book { return w.queue }

// Inbox looks into somebody's inbox.
func (w *Work) Inbox() job.Inbox { return w.inbox }

// Run works until ctx ends, and gives running jobs time to finish.
func (w *Work) Run(ctx context.Context) error {
	background, stop := context.WithCancel(ctx)
	var wait sync.WaitGroup
	wait.Go(func() { w.carry(background) })
	defer wait.Wait()
	defer stop()
	return w.queue.Run(ctx)
}

// carryEvery is how often it is looked whether events are to be delivered to webhooks. They have a table of their own and no jobs:
// what waits, when and how often it was tried is the client's to see.
const carryEvery = 5 * time.Second

// carry delivers them. Several workers may: each delivery is one's. A failure is told and tried again next time.
func (w *Work) carry(ctx context.Context) {
	tick := time.NewTicker(carryEvery)
	defer tick.Stop()
	for {
		if err := w.courier.Round(ctx); err != nil && ctx.Err() == nil && w.log != nil {
			w.log.LogAttrs(ctx, slog.LevelWarn, "events are not delivered", slog.String("error", err.Error()))
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Beside works in the background until ctx ends or stop is called, which waits for running jobs and closes.
func (w *Work) Beside(ctx context.Context, log *slog.Logger) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := w.Run(ctx); err != nil {
			log.Error("the queue is not worked on", slog.String("cause", err.Error()))
		}
	}()
	return func() {
		cancel()
		<-done
		_ = w.Close() // every job has ended
	}
}

// Close lets go of the connections.
func (w *Work) Close() error { return w.queue.Close() }

// inbox looks into the inbox of whoever an address belongs to.
type inbox struct {
	store   *store.Store
	notices *notice.Service
}

// Unread implements job.Inbox. Roles that are never told anything have nothing unread.
func (i inbox) Unread(ctx context.Context, a id.Address, now time.Time) ([]id.Notification, error) {
	var all []id.Notification
	err := i.store.StandIn(ctx, a, now, func(ctx context.Context, actor access.Actor) error {
		some, err := i.notices.Unread(ctx, actor)
		if fault.Is(err, fault.Denied) {
			return nil
		}
		all = append(all, some...)
		return err
	})
	if err != nil {
		return nil, errors.Join(job.CodeDatabase, err)
	}
	slices.SortFunc(all, func(a, b id.Notification) int { return strings.Compare(a.String(), b.String()) })
	return slices.Compact(all), nil
}
