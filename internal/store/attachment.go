package store

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"
)

// fileColumn reads what the file of an item (alias i) is; of other kinds nothing is looked up.
const fileColumn = `CASE WHEN i.kind = 'attachment' THEN (SELECT concat_ws(' ', a.state, a.media_type, a.size, a.meant_for, a.key_id)
  FROM attachment a WHERE a.item_id = i.id) END`

type fileTarget struct{ into *plan.File }

// ScanBytes implements pgtype.BytesScanner.
func (t fileTarget) ScanBytes(v []byte) (err error) {
	*t.into = plan.File{}
	words := append(strings.SplitN(string(v), " ", 5), "", "", "", "", "")
	if words[0] == "" {
		return nil
	}
	if t.into.State, err = plan.FileStates.Parse(words[0]); err != nil {
		return fmt.Errorf("read state of file: %w", err)
	}
	t.into.MediaType, t.into.Key = words[1], words[4]
	if t.into.Size, err = strconv.ParseInt(words[2], 10, 64); err != nil {
		return fmt.Errorf("read size of file: %w", err)
	}
	if t.into.MeantFor, err = plan.Visibilities.Parse(words[3]); err != nil {
		return fmt.Errorf("read visibility of file: %w", err)
	}
	return nil
}

func insertFile(i plan.Item) step {
	return step{
		sql:  "INSERT INTO attachment (item_id, media_type, meant_for, state) VALUES ($1, $2, $3, $4)",
		args: []any{i.ID, i.File.MediaType, i.File.MeantFor, i.File.State},
	}
}

// changeFile locks an attachment of the own unit, lets do change it, and stores it.
func changeFile(ctx context.Context, g access.Grant[access.EditItem], i id.Item, reason person.Text, do func(*unit, *plan.Item) error) (plan.Item, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.Item{}, err
	}
	item, err := u.readItem(ctx, step{
		sql: `SELECT p.child_id, ` + itemColumns + ` FROM item i JOIN plan p ON p.id = i.plan_id
		      WHERE i.id = $1 AND i.owner_unit_id = app_unit() AND ` + itemScope(g.Reaches(), "i.plan_id") + ` FOR UPDATE OF i`,
		args: []any{i},
	})
	if err == nil {
		err = do(u, &item)
	}
	if err != nil {
		return plan.Item{}, err
	}
	u.log.opened(i.UUID(), g.Reaches()[0])
	f := item.File
	return item, u.pipeline(ctx, saveItem(item), step{
		sql:  "UPDATE attachment SET state = $2, size = $3, key_id = $4, reason = $5 WHERE item_id = $1",
		args: []any{i, f.State, f.Size, nullable(f.Key), reason},
	}, dropConfirmations(i))
}

// ReceiveFile implements plan.Store.
func (s *Store) ReceiveFile(ctx context.Context, g access.Grant[access.EditItem], i id.Item, from io.ReadSeeker, do func(*plan.Item) error) (plan.Item, error) {
	return changeFile(ctx, g, i, person.Text{}, func(u *unit, item *plan.Item) error {
		if err := do(item); err != nil || item.File.State != plan.ReadyFile {
			return err
		}
		return u.keepFile(ctx, i, from)
	})
}

// WithdrawFile implements plan.Store.
func (s *Store) WithdrawFile(ctx context.Context, g access.Grant[access.EditItem], i id.Item, reason person.Text, do func(*plan.Item) error) (plan.Item, error) {
	return changeFile(ctx, g, i, reason, func(u *unit, item *plan.Item) error {
		if err := do(item); err != nil {
			return err
		}
		return u.destroyFile(ctx, i)
	})
}

// OpenFile implements plan.Store. It is read as the item is: behind the walls of its plan.
func (s *Store) OpenFile(ctx context.Context, g access.Grant[access.ReadItem], i id.Item, room func(plan.Item) (io.Writer, error)) (plan.Item, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.Item{}, err
	}
	found, open, err := u.item(ctx, i, g.Reaches(), "")
	if err != nil {
		return plan.Item{}, err
	}
	into, err := room(found)
	if err != nil {
		return plan.Item{}, err
	}
	u.logItem(g.Reaches(), &found, open)
	if err := u.fetchFile(ctx, i, into); err != nil {
		return plan.Item{}, err
	}
	return found, nil
}
