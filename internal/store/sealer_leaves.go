package store

import (
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/audit"
)

// leafReader hands out the leaves of one seal after another, from one stream that is sorted by them.
type leafReader struct {
	rows pgx.Rows
	next audit.Line
	held bool
}

// of gives the next leaf of a seal; not ok when it has no more.
func (r *leafReader) of(seal int64) (l audit.Line, ok bool, err error) {
	if !r.held {
		if r.held = r.rows.Next(); !r.held {
			return l, false, nil
		}
		if r.next, err = r.read(); err != nil {
			return l, false, err
		}
	}
	if r.next.In != seal {
		return l, false, nil
	}
	r.held = false
	return r.next, true, nil
}

func (r *leafReader) read() (audit.Line, error) {
	var seal, position int64
	var leaf audit.Leaf
	var at time.Time
	var digest []byte
	var e scannedEntry
	if err := r.rows.Scan(append([]any{&seal, &position, &leaf.ID, &at, &digest}, e.columns()...)...); err != nil {
		return audit.Line{}, fmt.Errorf("read entry: %w", err)
	}
	leaf.At = audit.At(at)
	var err error
	if leaf.Digest, err = audit.HashOf(digest); err != nil {
		return audit.Line{}, err
	}
	if entry, ok := e.entry(); ok {
		return audit.EntryLine(seal, position, entry, leaf), nil
	}
	return audit.StubLine(seal, position, leaf), nil
}

// end tells whether the stream ended as it should.
func (r *leafReader) end() error {
	if err := r.rows.Err(); err != nil {
		return fmt.Errorf("read entries: %w", err)
	}
	return nil
}
