package worlds

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"samplan/internal/app"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/job"
)

// counted takes mails and counts them; what they say is the same for everybody (package mail).
type counted struct{ mails int }

func (c *counted) Send(context.Context, string) error {
	c.mails++
	return nil
}

// TestTwoWorldsTheSameMails: in two worlds that are the same to somebody, the same number of mails goes there.
func TestTwoWorldsTheSameMails(t *testing.T) {
	t.Parallel()
	p := newPair(t)
	told, asked := 0, 0
	for seed := uint64(1); asked < 12 && seed < 60; seed++ {
		f := p.draw(t, seed, "GetMe")
		if f.r.IsCitizen() || postsOf(f.r) != 1 { // under another assignment somebody may know of the difference
			continue
		}
		asked++
		shared := sharedIDs(f.a, f.r)
		inA, inB := p.a.mails(t, f.a, f.r, shared), p.b.mails(t, f.b, f.r, shared)
		if inA != inB {
			t.Errorf("seed %d: %s gets %d mails in one world and %d in the other", seed, f.r.Key, inA, inB)
		}
		told += inA
	}
	if told == 0 || told == asked {
		t.Errorf("%d of %d are told: nothing is shown by that", told, asked)
	}
}

func postsOf(r Reader) int {
	return len(where(Staff(), func(s Reader) bool { return s.Person == r.Person }))
}

// mails counts the mails of the day to a reader.
func (s *side) mails(t *testing.T, w *World, r Reader, shared map[string]bool) int {
	t.Helper()
	s.live(t, w, shared)
	a := id.NewAddress()
	if _, err := s.Owner.ExecContext(t.Context(), `INSERT INTO contact_address (id, person_id, capacity, email, changed_at)
	  VALUES ($1, $2, 'staff', 'a@b.example', now())`, a.String(), r.Person.String()); err != nil {
		t.Fatal(err)
	}
	var c counted
	work, err := app.OpenWork(t.Context(), app.WorkOptions{
		URL: s.URL, Store: s.Store, Mailer: &c, Now: func() time.Time { return s.now }, Logger: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = work.Close() }()
	if err := work.Handlers.Digest(t.Context(), job.Digest{Address: a, Day: civil.Of(s.now)}); err != nil {
		t.Fatal(err)
	}
	return c.mails
}
