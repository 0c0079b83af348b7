package config

import (
	"crypto/x509"
	"errors"
	"fmt"
	"net/mail"
	"slices"
	"strings"

	"github.com/caarlos0/env/v11"
)

// Jobs says who works on the queue.
type Jobs struct {
	// WorkerURL says where PostgreSQL is for the worker, who is samplan_worker there.
	WorkerURL Secret `env:"DATABASE_URL"`
	// WorkerURLFile names a file that holds the same.
	WorkerURLFile string `env:"DATABASE_URL_FILE"`
	// InServer lets samplan serve work on the queue too; else samplan worker does.
	InServer bool `env:"IN_SERVER"`
	// Workers is how many jobs are worked on at once.
	Workers int `env:"WORKERS"`
}

// Mail says which server takes the mails.
type Mail struct {
	Host string `env:"HOST"`
	Port int    `env:"PORT"`
	// From is whom mails come from: an address, or a name and an address.
	From string `env:"FROM"`
	// TLS is starttls, implicit, or none for a server on this machine.
	TLS      string `env:"TLS"`
	Username string `env:"USERNAME"`
	// PasswordFile names the file with the password.
	PasswordFile string `env:"PASSWORD_FILE"`
	Password     Secret `env:"-"`
	// RootsFile names the file with the authorities of the server's certificate, as PEM; those of the system when empty.
	RootsFile string         `env:"CA_FILE"`
	Roots     *x509.CertPool `env:"-"`
}

var tlsModes = []string{"starttls", "implicit", "none"}

func (m Mail) withUsual() Mail {
	orElse(&m.TLS, tlsModes[0])
	if m.TLS == "implicit" {
		orElse(&m.Port, 465)
	}
	orElse(&m.Port, 587)
	return m
}

// LoadWorker reads what samplan worker needs: the database as the server and as the worker, and the mail server.
func LoadWorker(environ []string) (Config, error) {
	given := env.ToMap(environ)
	c := Config{}
	faults := append(unknownNames(given), parse(&c, given)...)
	faults = append(faults, c.readFiles()...)
	c.Limits, c.Mail = c.Limits.withUsual(), c.Mail.withUsual()
	faults = slices.Concat(faults, c.databaseProblems(), c.workProblems(), c.Attachments.S3.problems())
	if len(faults) > 0 {
		return Config{}, fmt.Errorf("settings are not usable:\n%w", errors.Join(faults...))
	}
	return c, nil
}

// LoadWorkerURL reads SAMPLAN_JOB_DATABASE_URL or its file alone, for an operator who looks at the queue.
func LoadWorkerURL(environ []string) (Secret, error) {
	given := env.ToMap(environ)
	j := Jobs{WorkerURLFile: given[prefix+"JOB_DATABASE_URL_FILE"]}
	if url := strings.TrimSpace(given[prefix+"JOB_DATABASE_URL"]); url != "" {
		j.WorkerURL = NewSecret(url)
	}
	if err := orFile(&j.WorkerURL, j.WorkerURLFile, "SAMPLAN_JOB_DATABASE_URL"); err != nil {
		return Secret{}, fmt.Errorf("settings are not usable:\n%w", err)
	}
	if j.WorkerURL.IsZero() {
		return Secret{}, errors.New("set SAMPLAN_JOB_DATABASE_URL, or SAMPLAN_JOB_DATABASE_URL_FILE")
	}
	return j.WorkerURL, nil
}

// readWorkFiles fills in what stands in files.
func (c *Config) readWorkFiles() []error {
	var faults []error
	if err := orFile(&c.Jobs.WorkerURL, c.Jobs.WorkerURLFile, "SAMPLAN_JOB_DATABASE_URL"); err != nil {
		faults = append(faults, err)
	}
	if err := orFile(&c.Mail.Password, c.Mail.PasswordFile, "SAMPLAN_MAIL_PASSWORD"); err != nil {
		faults = append(faults, err)
	}
	if c.Mail.RootsFile == "" {
		return faults
	}
	text, err := readFile(c.Mail.RootsFile)
	if err != nil {
		return append(faults, fmt.Errorf("SAMPLAN_MAIL_CA_FILE: %w", err))
	}
	c.Mail.Roots = x509.NewCertPool()
	if !c.Mail.Roots.AppendCertsFromPEM(text) {
		faults = append(faults, errors.New("SAMPLAN_MAIL_CA_FILE: holds no certificate as PEM"))
	}
	return faults
}

// workProblems tells what is wrong for whoever works on the queue.
func (c Config) workProblems() []error {
	var faults []error
	no := func(wrong bool, text string) {
		if wrong {
			faults = append(faults, errors.New(text))
		}
	}
	j, m := c.Jobs, c.Mail
	no(j.WorkerURL.IsZero(), "SAMPLAN_JOB_DATABASE_URL or SAMPLAN_JOB_DATABASE_URL_FILE: missing")
	no(!j.WorkerURL.IsZero() && !isDatabaseURL(j.WorkerURL.Reveal()), "SAMPLAN_JOB_DATABASE_URL: must look like postgres://samplan_worker@host/database")
	no(j.Workers < 0 || j.Workers > 64, "SAMPLAN_JOB_WORKERS: at most 64")
	no(m.Host == "" || strings.ContainsAny(m.Host, ":/ "), "SAMPLAN_MAIL_HOST: must name the mail server")
	no(m.Port < 1 || m.Port > 65535, "SAMPLAN_MAIL_PORT: must be a port")
	_, err := mail.ParseAddress(m.From)
	no(err != nil, "SAMPLAN_MAIL_FROM: must be an address, as Samplan <no-reply@samplan.example>")
	no(!slices.Contains(tlsModes, m.TLS), "SAMPLAN_MAIL_TLS: must be starttls, implicit or none")
	no(m.TLS == "none" && !isThisMachine(m.Host), "SAMPLAN_MAIL_TLS: none is for a mail server on this machine alone")
	no((m.Username == "") != m.Password.IsZero(), "SAMPLAN_MAIL_USERNAME and SAMPLAN_MAIL_PASSWORD_FILE: give both or neither")
	return faults
}
