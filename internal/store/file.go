package store

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"

	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/job"
)

// Files keeps encrypted files of attachments beside the database, by the names of their items.
type Files interface {
	// Put keeps a file under a name, whatever lay there before.
	Put(ctx context.Context, name string, from io.ReadSeeker) error
	// Get writes a file to where it is wanted.
	Get(ctx context.Context, name string, into io.Writer) error
}

// piece is how much of a file is kept in one row, and held in memory.
const piece = 256 << 10

var errNoFiles = errors.New("the file lies in a bucket, and there is none in the settings")

// keepFile keeps a file: in the bucket where there is one, else in the database. A file in the bucket whose commit fails lies
// there until the next attempt takes its place: encrypted, under an id that has no file.
func (u *unit) keepFile(ctx context.Context, i id.Item, from io.ReadSeeker) error {
	if _, err := from.Seek(0, io.SeekStart); err != nil { // the door may try again
		return fault.Wrap(fault.CodeInternal, err)
	}
	if u.files == nil {
		return u.keepPieces(ctx, i, from)
	}
	if err := u.files.Put(ctx, i.String(), from); err != nil {
		return fault.Wrap(fault.CodeUnavailable, err)
	}
	return u.pipeline(ctx, step{sql: "UPDATE attachment SET kept_in = 'bucket' WHERE item_id = $1", args: []any{i}})
}

func (u *unit) keepPieces(ctx context.Context, i id.Item, from io.Reader) error {
	b := make([]byte, piece)
	for position := 0; ; position++ {
		n, err := io.ReadFull(from, b)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return fmt.Errorf("read file: %w", err)
		}
		if n == 0 {
			return nil
		}
		if err := u.pipeline(ctx, step{
			sql:  "INSERT INTO attachment_content (item_id, position, bytes) VALUES ($1, $2, $3)",
			args: []any{i, position, b[:n]},
		}); err != nil {
			return err
		}
	}
}

// isInBucket tells where a file lies: the settings may have changed since.
func (u *unit) isInBucket(ctx context.Context, i id.Item) (is bool, err error) {
	err = u.pipeline(ctx, step{
		sql: "SELECT kept_in = 'bucket' FROM attachment WHERE item_id = $1", args: []any{i},
		row: func(r pgx.Rows) error { return r.Scan(&is) },
	})
	return is, err
}

// destroyFile throws a file away. In the bucket that is a job's to do, after the commit: until then the file is there.
func (u *unit) destroyFile(ctx context.Context, i id.Item) error {
	away, err := u.isInBucket(ctx, i)
	switch {
	case err != nil:
		return err
	case away:
		return u.enqueue(ctx, job.Discard{Item: i})
	}
	return u.pipeline(ctx, step{sql: "SELECT app_destroy_file($1)", args: []any{i}})
}

// fetchFile writes a file, as it is kept, into room for it.
func (u *unit) fetchFile(ctx context.Context, i id.Item, into io.Writer) error {
	away, err := u.isInBucket(ctx, i)
	switch {
	case err != nil:
		return err
	case away && u.files == nil:
		return fault.Wrap(fault.CodeUnavailable, errNoFiles)
	case away:
		if err := u.files.Get(ctx, i.String(), into); err != nil {
			return fault.Wrap(fault.CodeUnavailable, err)
		}
		return nil
	}
	return u.fetchPieces(ctx, i, into)
}

func (u *unit) fetchPieces(ctx context.Context, i id.Item, into io.Writer) error {
	for position, more := 0, true; more; position++ {
		more = false
		if err := u.pipeline(ctx, step{
			sql:  "SELECT c.bytes FROM attachment_content c WHERE c.item_id = $1 AND c.position = $2",
			args: []any{i, position},
			row: func(r pgx.Rows) error {
				var b pgtype.DriverBytes // as it lies in the connection's buffer
				if err := r.Scan(&b); err != nil {
					return err
				}
				more = true
				_, err := into.Write(b)
				return err
			},
		}); err != nil {
			return err
		}
	}
	return nil
}
