package mail_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"math/big"
	"net"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"

	"samplan/internal/job"
	"samplan/internal/mail"
)

// server is a mail server on this machine, with a certificate of its own.
type server struct {
	mu    sync.Mutex
	to    []string
	texts []string
	fails map[string]error // by step
	roots *x509.CertPool
	port  int
}

func (s *server) NewSession(*smtp.Conn) (smtp.Session, error) { return session{s}, nil }

type session struct{ *server }

func (session) Reset()                                 {}
func (session) Logout() error                          { return nil }
func (s session) Mail(string, *smtp.MailOptions) error { return s.fails["mail"] }
func (s session) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.to = append(s.to, to)
	return s.fails["rcpt"]
}

func (s session) Data(r io.Reader) error {
	text, err := io.ReadAll(r)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.texts = append(s.texts, string(text))
	return errors.Join(err, s.fails["data"])
}

func serve(t *testing.T, hasTLS bool) *server {
	t.Helper()
	s := &server{fails: map[string]error{}, roots: x509.NewCertPool()}
	at := smtp.NewServer(s)
	at.Domain = "localhost"
	if hasTLS {
		at.TLSConfig = &tls.Config{Certificates: []tls.Certificate{s.certificate(t)}}
	}
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = at.Serve(l) }() // until it is closed
	t.Cleanup(func() { _ = at.Close() })
	s.port = l.Addr().(*net.TCPAddr).Port
	return s
}

func (s *server) certificate(t *testing.T) tls.Certificate {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{
		SerialNumber: big.NewInt(1), DNSNames: []string{"localhost"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, c, c, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	s.roots.AddCert(leaf)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

func sender(t *testing.T, s *server, change func(*mail.Options)) *mail.Sender {
	t.Helper()
	o := mail.Options{Host: "localhost", Port: s.port, From: "Samplan <no-reply@samplan.example>", TLS: "starttls", Roots: s.roots, Timeout: 5 * time.Second}
	if change != nil {
		change(&o)
	}
	m, err := mail.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

var differs = regexp.MustCompile(`(?m)^(Date|Message-ID|To):.*\r\n`)

// TestEveryMailReadsTheSame: but for when and to whom.
func TestEveryMailReadsTheSame(t *testing.T) {
	t.Parallel()
	s := serve(t, true)
	m := sender(t, s, nil)
	for _, to := range []string{"amir@hem.example", "karin@socialnamnden.example"} {
		if err := m.Send(t.Context(), to); err != nil {
			t.Fatal(err)
		}
	}
	one, two := differs.ReplaceAllString(s.texts[0], ""), differs.ReplaceAllString(s.texts[1], "")
	if one != two {
		t.Errorf("two mails differ:\n%s\n%s", one, two)
	}
	for _, banned := range []string{"amir", "karin", "http", "Mailer", "User-Agent"} {
		if strings.Contains(one, banned) {
			t.Errorf("%q is in %s", banned, one)
		}
	}
	for _, wanted := range []string{"Auto-Submitted: auto-generated", "Subject: Nytt i Samplan"} {
		if !strings.Contains(one, wanted) {
			t.Errorf("%q is missing in %s", wanted, one)
		}
	}
	if !bytes.Contains([]byte(s.texts[0]), []byte("@samplan.example>")) {
		t.Errorf("the id is of another place: %s", s.texts[0])
	}
}

// TestFailuresAreCodes: what the server says, which quotes addresses, goes no further; nothing goes without TLS.
func TestFailuresAreCodes(t *testing.T) {
	t.Parallel()
	unknown := &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "amir@hem.example is unknown"}
	later := &smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 7, 1}, Message: "amir@hem.example: later"}
	for name, c := range map[string]struct {
		step   string
		fails  error
		change func(*mail.Options)
		plain  bool
		want   job.Code
	}{
		"the address is unknown":  {step: "rcpt", fails: unknown, want: job.CodeRefused},
		"later":                   {step: "rcpt", fails: later, want: job.CodeLater},
		"the mail is refused":     {step: "data", fails: unknown, want: job.CodeRefused},
		"the sender is refused":   {step: "mail", fails: later, want: job.CodeLater},
		"nobody there":            {change: func(o *mail.Options) { o.Port = 1 }, want: job.CodeUnreachable},
		"another's certificate":   {change: func(o *mail.Options) { o.Roots = x509.NewCertPool() }, want: job.CodeUnreachable},
		"no TLS":                  {plain: true, want: job.CodeUnreachable},
		"a password without auth": {change: func(o *mail.Options) { o.Username, o.Password = "a", "b" }, want: job.CodeUnreachable},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := serve(t, !c.plain)
			s.fails[c.step] = c.fails
			err := sender(t, s, c.change).Send(t.Context(), "amir@hem.example")
			if job.CodeOf(err) != c.want || err == nil || strings.Contains(err.Error(), "amir") {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if c.plain && len(s.to) > 0 {
				t.Error("it was told to whom without TLS")
			}
		})
	}
}

// TestAMailThatMayHaveLeft: the connection breaks when the whole mail is there and before the server has said so.
func TestAMailThatMayHaveLeft(t *testing.T) {
	t.Parallel()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go breaksAfterData(l)
	m, err := mail.New(mail.Options{
		Host: "127.0.0.1", Port: l.Addr().(*net.TCPAddr).Port, From: "a@b.example", TLS: "none", Timeout: 5 * time.Second,
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	if err := m.Send(ctx, "amir@hem.example"); job.CodeOf(err) != job.CodeUnsent {
		t.Errorf("got %v", err)
	}
}

func breaksAfterData(l net.Listener) {
	c, err := l.Accept()
	if err != nil {
		return
	}
	say := func(text string) { _, _ = c.Write([]byte(text + "\r\n")) } // the other side tells
	say("220 x")
	buffer, all := make([]byte, 4096), ""
	for {
		n, err := c.Read(buffer)
		if err != nil {
			return
		}
		all += string(buffer[:n])
		switch {
		case strings.HasSuffix(all, "\r\n.\r\n"):
			_ = c.Close()
			return
		case strings.HasPrefix(string(buffer[:n]), "DATA"):
			say("354 go on")
		case !strings.Contains(all, "DATA"):
			say("250 x")
		}
	}
}
