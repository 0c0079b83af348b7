package session

import (
	"context"
	"io"
	"net/http"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// Request is what the door is told of one request before anything is done.
type Request struct {
	ID          id.Request
	Operation   string // operationId of the contract
	Credentials Credentials
	Assignment  id.Assignment // the assignment named by the caller, or zero
	Key         string        // Idempotency-Key of a command, or empty
	BodyHash    [32]byte      // of method, path and body, to tell a retry from another request
	Now         time.Time
	Today       civil.Date
}

// Answer is what goes back to the one who asked, once everything is committed.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
	Kept   []byte    // what a retry gets in the place of Body, when that holds what is shown once
	Stream io.Reader // a file, in the place of Body; it is read after the commit
}

// Door runs one request in one transaction: identify, work, write the log, commit. No record, no answer.
type Door interface {
	// Serve identifies the caller, runs work and commits. The answer of a retried command is the one first given.
	// An error of work undoes everything; the caller then calls Refuse.
	Serve(ctx context.Context, r Request, work func(context.Context, access.Actor) (Answer, error)) (Answer, error)
	// Refuse writes the log entry of a refused request in a transaction of its own.
	Refuse(ctx context.Context, r Request, f *fault.Error) error
	// Ready tells whether the database answers and is new enough.
	Ready(ctx context.Context) error
}
