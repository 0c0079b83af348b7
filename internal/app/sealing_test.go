package app

import (
	"context"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/audit"
	"samplan/internal/fault"
	"samplan/internal/session"
)

// openDoor serves everybody.
type openDoor struct{ refused int }

func (*openDoor) Serve(context.Context, session.Request, func(context.Context, access.Actor) (session.Answer, error)) (session.Answer, error) {
	return session.Answer{Status: 200}, nil
}

func (d *openDoor) Refuse(context.Context, session.Request, *fault.Error) error {
	d.refused++
	return nil
}
func (*openDoor) Ready(context.Context) error { return nil }

// TestF12NobodyIsServedOnAnUnsealedLog: after the limit requests are refused, readiness too, and refusals still written.
func TestF12NobodyIsServedOnAnUnsealedLog(t *testing.T) {
	t.Parallel()
	for limit, serves := range map[time.Duration]bool{4 * time.Hour: false, 6 * time.Hour: true, 0: true} {
		now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
		job := audit.NewJob(audit.JobOptions{Limit: limit, Now: func() time.Time { return now }})
		inner := &openDoor{}
		d := sealedDoor{inner, job}
		ask := func() error {
			_, err := d.Serve(t.Context(), session.Request{}, nil)
			return err
		}
		if err := ask(); err != nil {
			t.Errorf("refused at once: %v", err)
		}
		now = now.Add(5 * time.Hour)
		for what, err := range map[string]error{"serves": ask(), "is ready": d.Ready(t.Context())} {
			if (err == nil) != serves || err != nil && !fault.Has(err, fault.CodeUnavailable) {
				t.Errorf("limit %s: %s: %v", limit, what, err)
			}
		}
		if err := d.Refuse(t.Context(), session.Request{}, nil); err != nil || inner.refused != 1 {
			t.Errorf("the refusal was not written: %v", err)
		}
	}
}
