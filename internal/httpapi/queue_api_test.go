package httpapi_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"samplan/internal/demo"
	"samplan/internal/job"
	"samplan/internal/store"
)

// TestF11TheQueueTellsEverybodyOnce runs the real queue: the day's job is there once however often it is put in, a first
// mail goes to a new address, a job that a killed worker left running is taken over, and a failure leaves a code alone.
func TestF11TheQueueTellsEverybodyOnce(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.wants(o.lena, "/contact-address", "lena@a.example")
	o.given()
	o.exec(`UPDATE job.river_job SET state = 'running', attempt = 0, attempted_at = now() - interval '1 minute', attempted_by = '{gone}'`)
	o.codes = []error{errors.New("550 lena@a.example is unknown")}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- o.work.Run(ctx) }()
	o.wait("SELECT count(*) = 2 FROM mail WHERE state = 'sent'")
	o.wait("SELECT count(*) = 3 FROM job.river_job WHERE state = 'completed'")
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	o.wantMails("lena@a.example", "lena@a.example") // the greeting and the day's
	var text string
	if err := o.Owner.QueryRowContext(t.Context(), "SELECT string_agg(j::text, ' ') FROM job.river_job j").Scan(&text); err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"lena@", "550 ", "Lo", "Haddad", demo.Find("lo").Number, o.child} {
		if strings.Contains(text, secret) {
			t.Errorf("the queue tells %q: %s", secret, text)
		}
	}
	if !strings.Contains(text, job.CodeOther.Error()) {
		t.Errorf("no code is kept: %s", text)
	}
}

// wait asks until the answer is yes.
func (o *office) wait(question string) {
	o.T().Helper()
	for until := time.Now().Add(40 * time.Second); ; time.Sleep(100 * time.Millisecond) {
		yes := false
		if err := o.Owner.QueryRowContext(o.T().Context(), question).Scan(&yes); err != nil {
			o.T().Fatal(err)
		}
		if yes {
			return
		}
		if time.Now().After(until) {
			o.T().Fatalf("never so: %s", question)
		}
	}
}

// TestJobsHoldIDsAlone: whatever a program tries to put in, the database takes ids and days; and the server puts in nothing
// about somebody else.
func TestJobsHoldIDsAlone(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	for args, isTaken := range map[string]bool{
		`{"addressId": "0190163d-8694-739b-aea5-966c26f8ad90", "day": "2021-01-04"}`: true,
		`{"name": "Lo Haddad"}`:                    false,
		`{"number": "201201019803"}`:               false,
		`{"n": 201201019803}`:                      false,
		`{"a": {"day": "2021-01-04"}}`:             false,
		`["0190163d-8694-739b-aea5-966c26f8ad90"]`: false,
		`{"email": "amir@a.example"}`:              false,
	} {
		_, err := w.Owner.ExecContext(t.Context(), "INSERT INTO job.river_job (kind, args) VALUES ('digest', $1)", args)
		if (err == nil) != isTaken {
			t.Errorf("%s: %v", args, err)
		}
	}
}

// TestAnOperatorSeesCodesAlone: kinds, numbers and codes, whatever stands in the queue; and can try again or throw away.
func TestAnOperatorSeesCodesAlone(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	for _, text := range []string{"JobCancelError: mail-refused", "amir@a.example: mail-later, he said"} {
		o.exec(`INSERT INTO job.river_job (kind, args, state, finalized_at, attempt, max_attempts, errors)
		  VALUES ('digest', '{}', 'discarded', now(), 10, 10, ARRAY[jsonb_build_object('error', $1::text, 'attempt', 10, 'at', now(), 'trace', '')])`, text)
	}
	q, err := store.OpenQueue(t.Context(), o.URL, store.QueueOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = q.Close() }()
	rows, err := q.List(t.Context(), []string{"discarded"}, 10)
	if err != nil || len(rows) != 2 || rows[1].Code != "mail-refused" || rows[0].Code != "other" || rows[0].Attempt != 10 {
		t.Fatalf("%+v, %v", rows, err)
	}
	if err := errors.Join(q.Retry(t.Context(), rows[0].ID), q.Discard(t.Context(), rows[1].ID)); err != nil {
		t.Error(err)
	}
	if err := q.Retry(t.Context(), rows[1].ID); !errors.Is(err, store.ErrNoJob) {
		t.Errorf("a job that is gone: %v", err)
	}
	counts, err := q.Counts(t.Context())
	if want := []job.Count{{Kind: "digest", State: "available", Number: 1}}; err != nil || !slices.Equal(counts, want) {
		t.Errorf("%+v, %v", counts, err)
	}
}
