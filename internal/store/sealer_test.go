package store_test

import (
	"context"
	"sync"
	"testing"
	"time"
)

const unsealed = `SELECT count(*) FROM audit_entry e LEFT JOIN seal_leaf l ON l.entry_id = e.id WHERE l.entry_id IS NULL`

// TestF12EveryEntryHasOneSeal: 16 writers, two sealers that run all the time, and a transaction that was begun first, wrote
// first and commits last. Nothing is passed by, nothing is sealed twice, and all roots recompute.
func TestF12EveryEntryHasOneSeal(t *testing.T) {
	t.Parallel()
	s := newSealed(t)
	long, err := s.Owner.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = long.Rollback() }() // committed below
	const insert = `INSERT INTO audit_entry (id, at, request_id, operation, outcome, actor_kind)
	  VALUES (gen_random_uuid(), now(), gen_random_uuid(), 'Late', 'done', 'system')`
	if _, err := long.ExecContext(t.Context(), insert); err != nil {
		t.Fatal(err)
	}
	stop := s.sealersAtWork(2)
	s.writersAtWork(16, 20)
	if n := s.count("SELECT count(*) FROM seal_leaf"); n > 0 {
		t.Errorf("%d entries were sealed over an open transaction that is older", n)
	}
	if err := long.Commit(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(50 * time.Millisecond) // both sealers at work
	stop()
	s.all()
	if n := s.count(unsealed); n > 0 {
		t.Errorf("%d entries without seal", n)
	}
	if n := s.count("SELECT count(*) FROM seal_leaf"); n != 16*20+1 {
		t.Errorf("%d leaves, want one of each of %d entries", n, 16*20+1)
	}
	if r := s.proves(); r.Entries != 16*20+1 || r.Size != r.Entries {
		t.Errorf("proved %d entries of %d", r.Entries, r.Size)
	}
}

// sealersAtWork seals without a pause, until stopped.
func (s sealed) sealersAtWork(n int) (stop func()) {
	ctx, cancel := context.WithCancel(s.t.Context())
	var all sync.WaitGroup
	for range n {
		other := s.another()
		all.Go(func() {
			for ctx.Err() == nil {
				if _, err := other.Pass(s.t.Context(), s.order()); err != nil {
					s.t.Error(err)
				}
			}
		})
	}
	return func() { cancel(); all.Wait() }
}

// writersAtWork leaves entries side by side, and waits for them.
func (s sealed) writersAtWork(writers, each int) {
	var all sync.WaitGroup
	for range writers {
		all.Go(func() {
			for range each {
				if err := s.ask(s.t.Context()); err != nil {
					s.t.Error(err)
				}
			}
		})
	}
	all.Wait()
}

// TestF12CrashInMidSeal: a seal is there whole or not at all, and the next pass makes it.
func TestF12CrashInMidSeal(t *testing.T) {
	t.Parallel()
	for _, crash := range []string{"RAISE EXCEPTION 'planted'", "PERFORM pg_terminate_backend(pg_backend_pid())"} {
		s := newSealed(t)
		s.write(3, "2026-01-01", "staff", "")
		s.all()
		s.write(4, "2026-01-02", "staff", "")
		s.exec("CREATE FUNCTION crash() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.position = 3 THEN " + crash + "; END IF; RETURN NEW; END $$")
		s.exec("CREATE TRIGGER crash AFTER INSERT ON seal_leaf FOR EACH ROW EXECUTE FUNCTION crash()")
		for range 50 { // until no other test holds the entries back
			if _, err := s.Pass(t.Context(), s.order()); err != nil {
				break
			}
			time.Sleep(10 * time.Millisecond)
		}
		if seals, leaves := s.count("SELECT count(*) FROM seal"), s.count("SELECT count(*) FROM seal_leaf"); seals != 1 || leaves != 3 {
			t.Errorf("%s left %d seals, %d leaves", crash, seals, leaves)
		}
		s.exec("DROP TRIGGER crash ON seal_leaf")
		s.all()
		if r := s.proves(); r.Entries != 7 {
			t.Errorf("after %s: %+v", crash, r)
		}
	}
}

// TestR36ReadersDoNotWait: a request is answered while a sealer is in the middle of a seal, and so is a second sealer.
func TestR36ReadersDoNotWait(t *testing.T) {
	t.Parallel()
	s := newSealed(t)
	tx, err := s.Owner.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was to be kept
	run(t, tx, "SET LOCAL ROLE samplan_sealer")
	run(t, tx, "SELECT pg_advisory_xact_lock(7265774)")
	run(t, tx, `INSERT INTO seal (before, begins, cluster, count, epoch, key_id, number, previous, root, sealed_at, size)
	  VALUES ('0', 'first', 'x', 0, 1, '', 1, sha256(''), sha256(''), now(), 0)`)
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
	defer cancel()
	if err := s.ask(ctx); err != nil {
		t.Errorf("a request waited: %v", err)
	}
	p, err := s.Pass(ctx, s.order())
	if err != nil || !p.Busy || p.Seal != nil || p.Oldest.IsZero() {
		t.Errorf("a second sealer got %+v, %v", p, err)
	}
}

// TestF12LargeBatches: what one seal does not take, the next one does, also of one transaction.
func TestF12LargeBatches(t *testing.T) {
	t.Parallel()
	s := newSealed(t)
	s.write(5_003, "2026-01-01", "staff", "")
	s.all()
	if n := s.count("SELECT count(*) FROM seal"); n != 2 {
		t.Errorf("%d seals", n)
	}
	if r := s.proves(); r.Entries != 5_003 {
		t.Errorf("%+v", r)
	}
}
