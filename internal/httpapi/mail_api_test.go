package httpapi_test

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"samplan/internal/app"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/job"
	"samplan/internal/store"
	"samplan/internal/testkit"
)

// postbox takes mails; a code that waits refuses the next one.
type postbox struct {
	mu    sync.Mutex
	to    []string
	codes []error
}

func (p *postbox) Send(_ context.Context, to string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.codes) > 0 {
		err := p.codes[0]
		p.codes = p.codes[1:]
		return err
	}
	p.to = append(p.to, to)
	return nil
}

func (p *postbox) got() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	all := slices.Clone(p.to)
	slices.Sort(all)
	return all
}

// forget lets the mails be that have come.
func (p *postbox) forget() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.to = nil
}

// office is the worker of a test, which works by hand until it is run.
type office struct {
	*walls
	*postbox
	work *app.Work
}

func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{walls: newWalls(t), postbox: &postbox{}}
	var err error
	o.work, err = app.OpenWork(t.Context(), app.WorkOptions{
		URL: o.URL, Store: o.Store, Mailer: o.postbox, Now: o.Now, Logger: slog.New(slog.NewTextHandler(t.Output(), nil)),
		Queue: store.QueueOptions{Stuck: 4 * time.Second},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = o.work.Close() })
	return o
}

// wants gives somebody an address.
func (o *office) wants(who testkit.Client, at, email string) id.Address {
	o.T().Helper()
	before := who.Get(at).Want(200)
	who.Put(at, before.ETag(), object{"email": email}).Want(200)
	return o.addressOf(email)
}

func (o *office) addressOf(email string) id.Address {
	o.T().Helper()
	var a string
	if err := o.Owner.QueryRowContext(o.T().Context(), "SELECT id FROM contact_address WHERE email = $1", email).Scan(&a); err != nil {
		o.T().Fatal(err)
	}
	return id.AddressOf(uuid.MustParse(a))
}

// digest does the job of a day by hand.
func (o *office) digest(a id.Address) error {
	return o.work.Handlers.Digest(o.T().Context(), job.Digest{Address: a, Day: civil.Of(o.Now())})
}

func (o *office) wantMails(want ...string) {
	o.T().Helper()
	if got := o.got(); !slices.Equal(got, want) {
		o.T().Errorf("mails went to %q, want %q", got, want)
	}
}

func (o *office) exec(sql string, args ...any) {
	o.T().Helper()
	if _, err := o.Owner.ExecContext(o.T().Context(), sql, args...); err != nil {
		o.T().Fatal(err)
	}
}

// TestR18R33R34AMailGoesWhenSomethingIsNew: one a day to each who has something new, of which the last mail did not tell;
// none to a family of which a child is protected, from that very moment.
func TestR18R33R34AMailGoesWhenSomethingIsNew(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.exec("UPDATE plan SET next_follow_up_on = '2021-12-31' WHERE next_follow_up_on IS NOT NULL") // nothing else is new
	lena, karin := o.wants(o.lena, "/contact-address", "lena@a.example"), o.wants(o.karin, "/contact-address", "karin@a.example")
	amir, eva := o.wants(o.amir, "/my/contact-address", "amir@a.example"), o.wants(o.eva, "/my/contact-address", "eva@a.example")
	everybody := func() {
		for _, a := range []id.Address{lena, karin, amir, eva} {
			if err := o.digest(a); err != nil {
				t.Error(err)
			}
		}
	}
	o.On("2021-01-03")
	everybody()
	o.wantMails("karin@a.example", "lena@a.example") // of deadlines that were broken before
	o.forget()
	o.On(after)
	everybody()
	o.wantMails() // nothing is new
	consent := o.given()
	o.exec("UPDATE person SET protection = 'confidentiality-marking' WHERE id = $1", o.child)
	everybody()
	o.wantMails("lena@a.example") // Lo is protected: neither parent is mailed
	everybody()
	o.wantMails("lena@a.example") // one a day
	o.exec("UPDATE person SET protection = 'none'")
	everybody()
	o.wantMails("amir@a.example", "eva@a.example", "lena@a.example")
	o.On("2021-01-05")
	everybody()
	o.wantMails("amir@a.example", "eva@a.example", "lena@a.example") // it was told of yesterday
	o.On("2021-02-02")                                               // it has expired
	o.lena.Get("/notifications").Want(200).Shows("consent-expired", consent)
	n, _ := o.eva.Get("/my/notifications").Want(200).Row("notifications", "resourceId", consent)["id"].(string)
	o.eva.Post("/my/notifications/"+n+"/readings", object{}).Want(200)
	everybody()
	o.wantMails("amir@a.example", "amir@a.example", "eva@a.example", "lena@a.example", "lena@a.example") // Eva has read it
	if err := o.work.Handlers.Digest(t.Context(), job.Digest{Address: karin, Day: civil.MustParse("2021-02-01")}); err != nil {
		t.Error(err) // yesterday's is dropped
	}
}

// faulty fails at one step, before or after it was done.
type faulty struct {
	job.Book
	step string
}

var errPlanted = errors.New("planted")

func (f *faulty) trip(step string) error {
	if f.step != step {
		return nil
	}
	f.step = ""
	return errPlanted
}

func (f *faulty) Untold(ctx context.Context, a id.Address, all []id.Notification) ([]id.Notification, error) {
	if err := f.trip("before untold"); err != nil {
		return nil, err
	}
	return f.Book.Untold(ctx, a, all)
}

func (f *faulty) Begin(ctx context.Context, l job.Letter) (string, error) {
	if err := f.trip("before begin"); err != nil {
		return "", err
	}
	to, err := f.Book.Begin(ctx, l)
	return to, errors.Join(err, f.trip("after begin"))
}

func (f *faulty) End(ctx context.Context, l job.Letter, s job.State, told []id.Notification) error {
	if err := f.trip("before end"); err != nil {
		return err
	}
	return errors.Join(f.Book.End(ctx, l, s, told), f.trip("after end"))
}

// TestF7F11NoMailLeavesTwice: whatever step fails, and however often the job is done then, at most one mail leaves; what
// was not sent for certain is sent, and what may have been is not.
func TestF7F11NoMailLeavesTwice(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	o.given()
	for n, c := range []struct {
		step  string
		codes []error
		mails int
		state string
	}{
		{"", nil, 1, "sent"},
		{"before untold", nil, 1, "sent"},
		{"before begin", nil, 1, "sent"},
		{"after begin", nil, 0, "unknown"}, // as when a worker is killed there
		{"before end", nil, 1, "unknown"},
		{"after end", nil, 1, "sent"},
		{"", []error{job.CodeUnreachable, job.CodeLater}, 1, "sent"},
		{"before end", []error{job.CodeUnreachable}, 0, "unknown"},
		{"", []error{job.CodeUnsent}, 0, "unknown"},
	} {
		o.On(civil.MustParse(after).AddDays(n).String())
		o.exec("DELETE FROM mail_told")
		a := o.wants(o.lena, "/contact-address", "lena@a.example")
		o.to, o.codes = nil, slices.Clone(c.codes)
		b := &faulty{Book: o.work.Book(), step: c.step}
		p := job.NewPost(b, o.work.Inbox(), o.postbox, nil, o.Now).Handlers()
		for range 4 {
			_ = p.Digest(t.Context(), job.Digest{Address: a, Day: civil.Of(o.Now())}) // fails as planted
		}
		var state string
		err := o.Owner.QueryRowContext(t.Context(), "SELECT state FROM mail WHERE address_id = $1 AND on_day = $2 AND kind = 'digest'", a.String(), civil.Of(o.Now()).String()).Scan(&state)
		if err != nil || state != c.state || len(o.got()) != c.mails {
			t.Errorf("%+v: %d mails, state %q, %v", c, len(o.got()), state, err)
		}
	}
}
