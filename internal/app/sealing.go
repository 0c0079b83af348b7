package app

import (
	"context"
	"errors"

	"samplan/internal/access"
	"samplan/internal/audit"
	"samplan/internal/fault"
	"samplan/internal/session"
)

// sealedDoor is the door as long as the log is sealed in time. Nobody is served on a log that could be changed without
// trace for hours; refusals are still written.
type sealedDoor struct {
	session.Door
	sealing *audit.Job
}

var errUnsealed = errors.New("the log has not been sealed for longer than SAMPLAN_LOG_SEAL_LIMIT")

func door(o Options) session.Door {
	var d session.Door = o.Store
	if o.Certificates != nil {
		d = &certifiedDoor{Door: d, book: *o.Certificates, done: o.Store.CertifiedDisposals}
	}
	if o.Sealing == nil {
		return d
	}
	return sealedDoor{d, o.Sealing}
}

// Serve implements session.Door.
func (d sealedDoor) Serve(ctx context.Context, r session.Request, work func(context.Context, access.Actor) (session.Answer, error)) (session.Answer, error) {
	if err := d.check(); err != nil {
		return session.Answer{}, err
	}
	return d.Door.Serve(ctx, r, work)
}

// Ready implements session.Door.
func (d sealedDoor) Ready(ctx context.Context) error {
	if err := d.check(); err != nil {
		return err
	}
	return d.Door.Ready(ctx)
}

func (d sealedDoor) check() error {
	if d.sealing.IsOverdue() {
		return fault.Wrap(fault.CodeUnavailable, errUnsealed)
	}
	return nil
}
