//go:build e2e

package httpapi_test

import (
	"bufio"
	"context"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"samplan/internal/app"
	"samplan/internal/civil"
	"samplan/internal/store"
)

// hanging says that it sends, and hangs.
type hanging struct{}

func (hanging) Send(ctx context.Context, _ string) error {
	fmt.Println("sending")
	<-ctx.Done()
	return ctx.Err()
}

// TestE2EHangingWorker is the process that TestE2EWorkerIsKilled kills.
func TestE2EHangingWorker(t *testing.T) {
	address := os.Getenv("SAMPLAN_TEST_WORKER")
	if address == "" {
		t.Skip("is run by TestE2EWorkerIsKilled")
	}
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	u.User = url.User("samplan_app")
	s, err := store.Open(t.Context(), u.String(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	w, err := app.OpenWork(t.Context(), app.WorkOptions{
		URL: address, Store: s, Mailer: hanging{}, Now: func() time.Time { return civil.MustParse(after).Start().Add(10 * time.Hour) },
		Logger: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Error(w.Run(t.Context()))
}

// TestE2EWorkerIsKilled: a worker is killed (-9) while the mail server has the mail. Another worker takes the job over; the
// mail, which may have left, is not sent again, and the next day's is.
func TestE2EWorkerIsKilled(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.wants(o.lena, "/contact-address", "lena@a.example")
	o.exec("DELETE FROM job.river_job") // no first mail
	o.given()
	child := exec.CommandContext(t.Context(), os.Args[0], "-test.run", "^TestE2EHangingWorker$", "-test.v") //nolint:gosec // this very program
	child.Env = append(os.Environ(), "SAMPLAN_TEST_WORKER="+o.URL)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(out); lines.Scan() && !strings.Contains(lines.Text(), "sending"); {
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = child.Wait() // killed
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- o.work.Run(ctx) }()
	o.wait("SELECT count(*) = 1 FROM job.river_job WHERE kind = 'digest' AND state = 'completed' AND attempt > 1")
	o.wantMails()
	o.wait("SELECT count(*) = 1 FROM mail WHERE state = 'unknown'")
	o.On("2021-01-05")
	a := o.addressOf("lena@a.example")
	if err := o.digest(a); err != nil {
		t.Error(err)
	}
	o.wantMails("lena@a.example")
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
