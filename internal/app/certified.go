package app

import (
	"context"
	"fmt"
	"sync"

	"samplan/internal/access"
	"samplan/internal/disposal"
	"samplan/internal/fault"
	"samplan/internal/session"
)

// certifiedDoor is the door as long as the database has carried out every disposal of which the file outside has a certificate. One that was
// restored from before has words again that were disposed of: nobody is served before samplan disposal reapply has been there.
type certifiedDoor struct {
	session.Door
	book    disposal.Book
	done    func(context.Context) ([]disposal.Mention, error)
	mu      sync.Mutex
	isWhole bool
}

// Serve implements session.Door. Once it was whole it stays so until Ready finds otherwise: a restore goes with a restart, or is found by
// whoever asks whether the service is ready.
func (d *certifiedDoor) Serve(ctx context.Context, r session.Request, work func(context.Context, access.Actor) (session.Answer, error)) (session.Answer, error) {
	d.mu.Lock()
	isWhole := d.isWhole
	d.mu.Unlock()
	if !isWhole {
		if err := d.check(ctx); err != nil {
			return session.Answer{}, err
		}
	}
	return d.Door.Serve(ctx, r, work)
}

// Ready implements session.Door.
func (d *certifiedDoor) Ready(ctx context.Context) error {
	if err := d.Door.Ready(ctx); err != nil {
		return err
	}
	return d.check(ctx)
}

// check compares file and database.
func (d *certifiedDoor) check(ctx context.Context) error {
	err := d.compare(ctx)
	d.mu.Lock()
	d.isWhole = err == nil
	d.mu.Unlock()
	if err != nil {
		return fault.Wrap(fault.CodeUnavailable, err)
	}
	return nil
}

func (d *certifiedDoor) compare(ctx context.Context) error {
	all, err := d.book.Read()
	if err != nil {
		return err
	}
	done, err := d.done(ctx)
	if err != nil {
		return err
	}
	waiting, err := all.Waiting(done)
	if err == nil && len(waiting) > 0 {
		err = fmt.Errorf("%d lists of disposal have a certificate and are not carried out in this database, the first of %s: run samplan disposal reapply",
			len(waiting), waiting[0].Run)
	}
	return err
}
