package httpapi_test

import (
	"context"
	"log/slog"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"samplan/internal/app"
	"samplan/internal/attachment"
	"samplan/internal/store"
	"samplan/internal/testkit"
)

// cupboard is a bucket at a server that others made, which can be shut.
type cupboard struct {
	*attachment.Bucket
	*httptest.Server
	kept gofakes3.Backend
}

func newCupboard(t *testing.T) cupboard {
	t.Helper()
	kept := s3mem.New()
	if err := kept.CreateBucket("files"); err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(gofakes3.New(kept).Server())
	t.Cleanup(s.Close)
	b, err := attachment.NewBucket(attachment.BucketOptions{
		Endpoint: strings.TrimPrefix(s.URL, "http://"), Name: "files", Region: "local", AccessKey: "a", SecretKey: "b", Plain: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	return cupboard{b, s, kept}
}

// holds tells how many files lie there; none of them is open.
func (c cupboard) holds(t *testing.T, text string) int {
	t.Helper()
	all, err := c.kept.ListBucket("files", nil, gofakes3.ListBucketPage{})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range all.Contents {
		var b strings.Builder
		if err := c.Get(t.Context(), o.Key, &b); err != nil || strings.Contains(b.String(), text) {
			t.Errorf("a file lies open in the bucket, or does not come out: %v", err)
		}
	}
	return len(all.Contents)
}

// TestFilesLieInTheBucket: where there is a bucket a file lies there, encrypted, and not in the database; those for whom it is
// meant get it and others do not; what is taken back is thrown away
// after the commit; and a bucket that is shut loses nothing.
func TestFilesLieInTheBucket(t *testing.T) {
	t.Parallel()
	c := newCupboard(t)
	w := guardedBy(testkit.NewAPIKeeping(t, before, c))
	const text = "Utlåtande från läkaren"
	add := func() string {
		body := object{"fileName": "a.txt", "mediaType": "text/plain", "category": "interventions", "visibility": "family"}
		return "/attachments/" + w.karin.Post(w.plan+"/attachments", body).Want(201).Text("id")
	}
	at := add()
	sendFile(w.karin, at, "<html>").Refused(422, "file-type-differs")
	if n := c.holds(t, text); n != 0 {
		t.Errorf("%d files of a refused one", n)
	}
	sendFile(w.karin, at, text).Want(200).Shows(`"ready"`)
	if in, beside := rowsOf(t, w, "SELECT count(*) FROM attachment_content"), c.holds(t, text); in != 0 || beside != 1 {
		t.Errorf("%d pieces in the database, %d files in the bucket", in, beside)
	}
	for _, reader := range []testkit.Client{w.karin, w.bea} {
		if got := reader.Get(at + "/content").Want(200); got.Body != text {
			t.Errorf("got %q", got.Body)
		}
	}
	w.As("liv").Get(at+"/content").Refused(404, "not-found")
	w.karin.Post(at+"/withdrawals", object{"reason": "Fel fil"}).Want(200)
	w.karin.Get(at+"/content").Refused(404, "not-found")
	w.throwsAway(t, c)
	if n := c.holds(t, text); n != 0 {
		t.Errorf("%d files are left", n)
	}

	next := add()
	c.Close()
	sendFile(w.karin, next, text).Refused(503, "unavailable").Hides(c.URL, "files", next)
	w.karin.Get(next).Want(200).Shows(`"awaiting"`)
}

// throwsAway works on the queue until it is empty.
func (w *guarded) throwsAway(t *testing.T, c cupboard) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	work, err := app.OpenWork(ctx, app.WorkOptions{
		URL: w.URL, Store: w.Store, Files: c, Now: w.Now, Logger: slog.New(slog.NewTextHandler(t.Output(), nil)), Queue: store.QueueOptions{},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer work.Beside(ctx, slog.New(slog.DiscardHandler))()
	defer stop()
	const waiting = "SELECT count(*) FROM job.river_job WHERE kind = 'discard' AND state NOT IN ('completed')"
	if rowsOf(t, w, "SELECT count(*) FROM job.river_job WHERE kind = 'discard'") != 1 {
		t.Error("nobody is told to throw it away")
	}
	for range 200 {
		if rowsOf(t, w, waiting) == 0 {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Error("it was not thrown away")
}
