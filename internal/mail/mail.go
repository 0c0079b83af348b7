package mail

import (
	"context"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net/textproto"
	"strings"
	"time"

	"github.com/wneessen/go-mail"

	"samplan/internal/job"
)

// Options say which server takes the mail.
type Options struct {
	Host, From         string
	Port               int
	Username, Password string
	// TLS is "starttls", which is the usual one, "implicit", or "none" for a server on this machine.
	TLS string
	// Roots are the authorities that the server's certificate may come from; those of the system when nil.
	Roots   *x509.CertPool
	Timeout time.Duration // of each step; 20 seconds when zero
}

// Sender sends mail.
type Sender struct {
	o Options
}

// New makes a sender. It does not connect.
func New(o Options) (*Sender, error) {
	if o.Timeout == 0 {
		o.Timeout = 20 * time.Second
	}
	s := &Sender{o}
	if _, err := s.client(); err != nil {
		return nil, err
	}
	_, err := s.message(o.From)
	return s, err
}

// What every mail says.
const (
	subject = "Nytt i Samplan / News in Samplan"
	text    = "Det finns något nytt för dig i Samplan. Logga in som du brukar för att läsa det.\r\n" +
		"Det går inte att svara på det här meddelandet.\r\n\r\n" +
		"There is something new for you in Samplan. Sign in as usual to read it.\r\n" +
		"This message cannot be answered.\r\n"
)

// Send implements job.Mailer. Its errors are codes: what the server says may quote the address.
func (s *Sender) Send(ctx context.Context, to string) error {
	m, err := s.message(to)
	if err != nil {
		return job.CodeRefused
	}
	c, err := s.client()
	if err != nil {
		return job.CodeUnreachable
	}
	if err := c.DialWithContext(ctx); err != nil {
		return job.CodeUnreachable
	}
	defer func() { _ = c.Close() }() // the mail has been taken, or not
	err = c.Send(m)
	if m.IsDelivered() {
		return nil
	}
	return codeOf(err)
}

// codeOf tells what a failure means. Only what was said before the whole mail was there, or by the server itself, is
// certain.
func codeOf(err error) job.Code {
	var failed *mail.SendError
	if !errors.As(err, &failed) {
		return job.CodeUnsent
	}
	var answer *textproto.Error
	said := failed.ErrorCode() >= 400 || errors.As(err, &answer)
	switch {
	case said && failed.IsTemp():
		return job.CodeLater
	case said:
		return job.CodeRefused
	case failed.Reason == mail.ErrSMTPDataClose, failed.Reason == mail.ErrAmbiguous:
		return job.CodeUnsent
	}
	return job.CodeUnreachable
}

func (s *Sender) message(to string) (*mail.Msg, error) {
	m := mail.NewMsg(mail.WithNoDefaultUserAgent())
	if err := errors.Join(m.From(s.o.From), m.To(to)); err != nil {
		return nil, fmt.Errorf("address a mail: %w", err)
	}
	m.Subject(subject)
	m.SetBodyString(mail.TypeTextPlain, text)
	m.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834: no absence note answers it
	m.SetDate()
	_, domain, _ := strings.Cut(s.o.From, "@") // not the name of this machine
	m.SetMessageIDWithValue(rand.Text() + "@" + strings.TrimSuffix(domain, ">"))
	return m, nil
}

func (s *Sender) client() (*mail.Client, error) {
	options := []mail.Option{
		mail.WithPort(s.o.Port), mail.WithTimeout(s.o.Timeout),
		mail.WithTLSConfig(&tls.Config{ServerName: s.o.Host, RootCAs: s.o.Roots, MinVersion: tls.VersionTLS12}),
	}
	switch s.o.TLS {
	case "implicit":
		options = append(options, mail.WithSSL())
	case "none":
		options = append(options, mail.WithTLSPolicy(mail.NoTLS))
	default:
		options = append(options, mail.WithTLSPolicy(mail.TLSMandatory))
	}
	if s.o.Username != "" {
		options = append(options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(s.o.Username), mail.WithPassword(s.o.Password))
	}
	c, err := mail.NewClient(s.o.Host, options...)
	if err != nil {
		return nil, fmt.Errorf("set up mail: %w", err)
	}
	return c, nil
}
