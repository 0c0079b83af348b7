package store_test

import (
	"bytes"
	"context"
	"testing"
	"time"

	"samplan/internal/audit"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/session"
	"samplan/internal/store"
	"samplan/internal/testkit"
)

// sealed is a database with a sealer.
type sealed struct {
	testkit.Database
	*store.Sealer
	t      *testing.T
	signer *audit.Signer
}

func newSealed(t *testing.T) sealed {
	t.Helper()
	return sealedOn(t, testkit.NewDatabase(t, store.Options{MaxConnections: 20}))
}

func sealedOn(t *testing.T, d testkit.Database) sealed {
	t.Helper()
	s := sealed{Database: d, t: t, signer: newSigner(t)}
	s.Sealer = s.another()
	return s
}

// another is the sealer of one more server.
func (s sealed) another() *store.Sealer {
	s.t.Helper()
	sealer, err := store.OpenSealer(s.t.Context(), s.URL)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = sealer.Close() })
	return sealer
}

func newSigner(t *testing.T) *audit.Signer {
	t.Helper()
	secret, _, err := audit.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	signer, err := audit.ReadSigner(secret)
	if err != nil {
		t.Fatal(err)
	}
	return signer
}

func (s sealed) order() audit.Order {
	return audit.Order{Now: time.Now(), Origin: "https://samplan.example", Signer: s.signer}
}

// all seals until nothing waits. Transactions of other tests on the same server can hold it up.
func (s sealed) all() {
	s.t.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		p, err := s.Pass(s.t.Context(), s.order())
		if err != nil {
			s.t.Fatal(err)
		}
		if p.Oldest.IsZero() && !p.More && !p.Busy {
			return
		}
		if time.Now().After(end) {
			s.t.Fatal("entries wait for their seal")
		}
	}
}

// ask leaves one entry, as the server does for a request that it refuses.
func (s sealed) ask(ctx context.Context) error {
	q := session.Request{ID: id.NewRequest(), Operation: "GetPlan", Now: time.Now()}
	return s.Store.Refuse(ctx, q, fault.New(fault.CodeUnauthenticated))
}

// write leaves entries of a moment, in one transaction.
func (s sealed) write(n int, at, kind, role string) {
	s.t.Helper()
	s.exec(`INSERT INTO audit_entry (id, at, request_id, operation, outcome, actor_kind, role)
	  SELECT gen_random_uuid(), $2::timestamptz, gen_random_uuid(), 'GetPlan', 'done', $3, nullif($4, '') FROM generate_series(1, $1::int)`, n, at, kind, role)
}

func (s sealed) exec(sql string, args ...any) {
	s.t.Helper()
	if _, err := s.Owner.ExecContext(s.t.Context(), sql, args...); err != nil {
		s.t.Fatal(err)
	}
}

func (s sealed) count(sql string, args ...any) (n int) {
	s.t.Helper()
	if err := s.Owner.QueryRowContext(s.t.Context(), sql, args...).Scan(&n); err != nil {
		s.t.Fatal(err)
	}
	return n
}

// export gives the log as a file.
func (s sealed) export(x audit.Export) ([]byte, audit.Export) {
	s.t.Helper()
	var b bytes.Buffer
	x, err := s.Export(s.t.Context(), x, time.Now(), func(l audit.Line) error { b.Write(l.Text()); return nil })
	if err != nil {
		s.t.Fatal(err)
	}
	return b.Bytes(), x
}

// proves exports the whole log and verifies it.
func (s sealed) proves() audit.Report {
	s.t.Helper()
	text, _ := s.export(audit.Export{})
	r := s.verify(text, audit.VerifyOptions{})
	for _, f := range r.Findings {
		s.t.Error(f)
	}
	return r
}

func (s sealed) verify(text []byte, o audit.VerifyOptions) audit.Report {
	s.t.Helper()
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	v := audit.NewVerifier(o)
	if err := v.Read("log.jsonl", bytes.NewReader(text)); err != nil {
		s.t.Fatal(err)
	}
	return v.Finish()
}
