package job

import (
	"context"
	"time"

	"samplan/internal/civil"
	"samplan/internal/id"
)

// Handlers do the jobs.
type Handlers struct {
	Daily    func(context.Context, Daily) error
	Digest   func(context.Context, Digest) error
	Greeting func(context.Context, Greeting) error
	Discard  func(context.Context, Discard) error
}

// Letter names one mail: of each kind one goes to an address a day.
type Letter struct {
	Address id.Address
	Day     civil.Date
	kind    string
}

// Kind tells what the mail is for; it reads the same whichever.
func (l Letter) Kind() string { return l.kind }

// State is what became of a mail.
type State struct{ name string }

// String gives the name.
func (s State) String() string { return s.name }

// The states that a mail ends in.
var (
	Sent    = State{"sent"}
	Refused = State{"refused"} // for certain it has not left
	Unknown = State{"unknown"} // it may have left
)

// Book keeps what has left.
type Book interface {
	// AskAll puts a digest in for each address that may be mailed, once of that day, and tells how many there are.
	AskAll(context.Context, civil.Date) (int, error)
	// Untold leaves out what a mail to the address has told of before.
	Untold(context.Context, id.Address, []id.Notification) ([]id.Notification, error)
	// Begin keeps that a mail is on its way, and gives where to. There is none when it may have left before, or may not go.
	Begin(context.Context, Letter) (email string, err error)
	// End keeps what became of it, and of what it has told.
	End(context.Context, Letter, State, []id.Notification) error
}

// Inbox names what the person of an address would find unread now.
type Inbox interface {
	Unread(context.Context, id.Address, time.Time) ([]id.Notification, error)
}

// Mailer sends the one mail there is. Its errors are codes.
type Mailer interface {
	Send(ctx context.Context, to string) error
}

// Post does the jobs.
type Post struct {
	book   Book
	inbox  Inbox
	mailer Mailer
	files  Files
	now    func() time.Time
}

// Files throws files of attachments away, by the names of their items.
type Files interface {
	Remove(ctx context.Context, name string) error
}

// NewPost makes it. f is nil where files lie in the database alone.
func NewPost(b Book, i Inbox, m Mailer, f Files, now func() time.Time) Post {
	return Post{b, i, m, f, now}
}

// Handlers gives what it does.
func (p Post) Handlers() Handlers { return Handlers{p.daily, p.digest, p.greet, p.discard} }

func (p Post) daily(ctx context.Context, d Daily) error {
	if d.Day != p.today() { // the day's own job has its turn
		return nil
	}
	_, err := p.book.AskAll(ctx, d.Day)
	return err
}

func (p Post) digest(ctx context.Context, d Digest) error {
	if d.Day != p.today() {
		return nil
	}
	unread, err := p.inbox.Unread(ctx, d.Address, p.now())
	if err != nil || len(unread) == 0 {
		return err
	}
	news, err := p.book.Untold(ctx, d.Address, unread)
	if err != nil || len(news) == 0 {
		return err
	}
	return p.send(ctx, Letter{d.Address, d.Day, "digest"}, news)
}

func (p Post) greet(ctx context.Context, g Greeting) error {
	return p.send(ctx, Letter{g.Address, p.today(), "greeting"}, nil)
}

func (p Post) discard(ctx context.Context, d Discard) error {
	if p.files == nil || p.files.Remove(ctx, d.Item.String()) != nil {
		return CodeBucket
	}
	return nil
}

// endTime is for what must still be kept when the worker is told to stop.
const endTime = 5 * time.Second

func (p Post) send(ctx context.Context, l Letter, news []id.Notification) error {
	to, err := p.book.Begin(ctx, l)
	if err != nil || to == "" {
		return err
	}
	sent := p.mailer.Send(ctx, to)
	keep, cancel := context.WithTimeout(context.WithoutCancel(ctx), endTime)
	defer cancel()
	switch {
	case sent == nil:
		return p.book.End(keep, l, Sent, news)
	case CodeOf(sent) == CodeUnsent:
		err = p.book.End(keep, l, Unknown, nil)
	default:
		err = p.book.End(keep, l, Refused, nil)
	}
	if err != nil {
		return err
	}
	return sent
}

func (p Post) today() civil.Date { return civil.Of(p.now()) }
