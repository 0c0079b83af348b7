package config

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"os"
	"slices"
	"strings"
)

// maxFile is more than any settings file needs.
const maxFile = 1 << 20

var errFile = errors.New("is empty or too large")

// readFiles fills in what stands in files.
func (c *Config) readFiles() []error {
	var faults []error
	if err := orFile(&c.DatabaseURL, c.DatabaseURLFile, "SAMPLAN_DATABASE_URL"); err != nil {
		faults = append(faults, err)
	}
	if c.IssuersFile != "" {
		text, err := readFile(c.IssuersFile)
		if err == nil {
			c.Issuers, err = issuersOf(text)
		}
		if err != nil {
			faults = append(faults, fmt.Errorf("SAMPLAN_ISSUERS_FILE: %w", err))
		}
	}
	return slices.Concat(faults, c.Log.readFiles(), c.Document.readFiles(), c.Events.readFiles(), c.Attachments.readFiles(), c.Attachments.S3.readFiles(), c.Disposal.readFiles(), c.readWorkFiles())
}

func readFile(name string) ([]byte, error) {
	text, err := os.ReadFile(name) //nolint:gosec // the operator names the file
	if err != nil {
		return nil, fmt.Errorf("read file: %w", err)
	}
	if len(text) == 0 || len(text) > maxFile {
		return nil, fmt.Errorf("%s %w", name, errFile)
	}
	return text, nil
}

// problems tells everything that is wrong, each with the variable's name and without its value.
func (c Config) problems() []error {
	var faults []error
	no := func(wrong bool, text string) {
		if wrong {
			faults = append(faults, errors.New(text))
		}
	}
	no(c.Attachments.Bytes < 0 || c.Attachments.AtOnce < 0 || c.Attachments.Time < 0, "SAMPLAN_ATTACHMENT_…: a limit is negative")
	no(!isAddress(c.Listen), "SAMPLAN_LISTEN: must look like 127.0.0.1:8080")
	no(!isBaseURL(c.BaseURL), "SAMPLAN_BASE_URL: must be https (http on this machine alone) and have no path")
	no(c.IssuersFile == "" && len(c.Issuers) == 0, "SAMPLAN_ISSUERS_FILE: missing")
	no(c.IssuersFile != "" && len(c.Issuers) == 0, "SAMPLAN_ISSUERS_FILE: lists no issuer")
	if c.Jobs.InServer {
		faults = append(faults, c.workProblems()...)
	}
	return slices.Concat(c.databaseProblems(), faults, c.issuerProblems(), c.Limits.problems(), c.Log.problems(),
		c.Document.problems(), c.Events.problems(), c.Attachments.S3.problems(), c.Disposal.problems(), chromiumProblems(c.Chromium))
}

func (c Config) databaseProblems() []error {
	switch {
	case c.DatabaseURL.IsZero():
		return []error{errors.New("SAMPLAN_DATABASE_URL or SAMPLAN_DATABASE_URL_FILE: missing")}
	case !isDatabaseURL(c.DatabaseURL.Reveal()):
		return []error{errors.New("SAMPLAN_DATABASE_URL: must look like postgres://user@host/database")}
	}
	return nil
}

func (c Config) issuerProblems() []error {
	var faults []error
	seen := make(map[string]bool)
	for n, i := range c.Issuers {
		for _, text := range i.problems() {
			faults = append(faults, fmt.Errorf("SAMPLAN_ISSUERS_FILE: issuer %d: %s", n+1, text))
		}
		if seen[i.URL] {
			faults = append(faults, fmt.Errorf("SAMPLAN_ISSUERS_FILE: issuer %d: the url is listed twice", n+1))
		}
		seen[i.URL] = true
	}
	return faults
}

// problems refuses limits that mean nothing. Zero is not among them: it means the usual limit.
func (l Limits) problems() []error {
	var faults []error
	for field, value := range map[string]float64{
		"Connections": float64(l.Connections), "InFlight": float64(l.InFlight), "Rate": l.Rate, "Burst": float64(l.Burst),
		"BodyBytes": float64(l.BodyBytes), "RowsBytes": float64(l.RowsBytes), "Work": float64(l.Work), "Shutdown": float64(l.Shutdown),
		"TokenLife": float64(l.TokenLife), "TokenCache": float64(l.TokenCache),
	} {
		if !(value >= 0 && value < 1e15) { // NaN is neither
			faults = append(faults, fmt.Errorf("%s: must not be negative or without bounds", variableOf(field)))
		}
	}
	if l.TokenCache > usual.TokenCache { // a revoked token may live that long
		faults = append(faults, fmt.Errorf("%s: at most %s", variableOf("TokenCache"), usual.TokenCache))
	}
	return faults
}

func isDatabaseURL(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "postgres" || u.Scheme == "postgresql") && strings.Trim(u.Path, "/") != ""
}

func isAddress(text string) bool {
	_, port, err := net.SplitHostPort(text)
	if err != nil {
		return false
	}
	_, err = net.DefaultResolver.LookupPort(context.Background(), "tcp", port) // names of ports are looked up in a file
	return err == nil && port != ""
}

func isBaseURL(text string) bool {
	u, err := url.Parse(text)
	return err == nil && isSafeURL(text) && u.Path == ""
}

// isSafeURL accepts https, and http where nobody can listen in between: on this machine.
func isSafeURL(text string) bool {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return false
	}
	return u.Scheme == "https" || u.Scheme == "http" && isThisMachine(u.Hostname())
}

func isThisMachine(host string) bool {
	if host == "localhost" {
		return true
	}
	a, err := netip.ParseAddr(host)
	return err == nil && a.IsLoopback()
}
