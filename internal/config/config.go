package config

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/caarlos0/env/v11"
)

// Config is everything that can be set. Load makes it; the zero value does not validate.
type Config struct {
	// DatabaseURL says where PostgreSQL is and who the service is there.
	DatabaseURL Secret `env:"DATABASE_URL"`
	// DatabaseURLFile names a file that holds the same.
	DatabaseURLFile string `env:"DATABASE_URL_FILE"`
	// Listen is the address and port to serve on; only this machine unless told otherwise.
	Listen string `env:"LISTEN" envDefault:"127.0.0.1:8080"`
	// BaseURL is where people reach the service, without a path.
	BaseURL string `env:"BASE_URL"`
	// IssuersFile names the file that lists whose tokens are accepted.
	IssuersFile string   `env:"ISSUERS_FILE"`
	Issuers     []Issuer `env:"-"`
	Limits      Limits   `envPrefix:"LIMIT_"`
	Log         Log      `envPrefix:"LOG_"`
	Jobs        Jobs     `envPrefix:"JOB_"`
	Mail        Mail     `envPrefix:"MAIL_"`
	Document    Document `envPrefix:"DOCUMENT_"`
	Events      Events   `envPrefix:"EVENT_"`
	// Chromium is the browser that makes PDFs: a program, or the DevTools address of one that runs already.
	Chromium    string      `env:"CHROMIUM"`
	Attachments Attachments `envPrefix:"ATTACHMENT_"`
	Disposal    Disposal    `envPrefix:"DISPOSAL_"`
}

// Limits bound what the service takes on. Zero means the usual limit, never none.
type Limits struct {
	Connections int           `env:"CONNECTIONS"`     // to the database
	InFlight    int           `env:"IN_FLIGHT"`       // operations worked on at once
	Rate        float64       `env:"RATE"`            // operations per second and caller
	Burst       int           `env:"BURST"`           // of them at once
	BodyBytes   int64         `env:"BODY_BYTES"`      // of one request
	RowsBytes   int64         `env:"ROWS_BYTES"`      // of a file with rows that is read in
	Work        time.Duration `env:"WORK"`            // time for one operation
	Shutdown    time.Duration `env:"SHUTDOWN"`        // time for running requests when the service ends
	TokenLife   time.Duration `env:"TOKEN_LIFE"`      // longest life of an access token
	TokenCache  time.Duration `env:"TOKEN_CACHE_FOR"` // how long a verified token is remembered
}

// usual are the limits that hold when nothing is set.
var usual = Limits{
	Connections: 16, InFlight: 48, Rate: 50, Burst: 100, BodyBytes: 1 << 20, RowsBytes: 8 << 20, Work: 5 * time.Second,
	Shutdown: 20 * time.Second, TokenLife: 15 * time.Minute, TokenCache: time.Minute,
}

// Load reads the environment, given as os.Environ gives it, and the files that it names. The error tells everything that
// is wrong at once, by the variables' names and without any secret.
func Load(environ []string) (Config, error) {
	given := env.ToMap(environ)
	c := Config{}
	faults := unknownNames(given)
	faults = append(faults, parse(&c, given)...)
	faults = append(faults, c.readFiles()...)
	c.Limits, c.Log, c.Mail = c.Limits.withUsual(), c.Log.withUsual(), c.Mail.withUsual()
	c.Attachments = c.Attachments.withUsual()
	faults = append(faults, c.problems()...)
	if len(faults) > 0 {
		return Config{}, fmt.Errorf("settings are not usable:\n%w", errors.Join(faults...))
	}
	return c, nil
}

// Validate tells everything that is wrong with c at once.
func (c Config) Validate() error { return errors.Join(c.problems()...) }

func parse(c *Config, given map[string]string) []error {
	err := env.ParseWithOptions(c, env.Options{Environment: given, Prefix: prefix})
	var all env.AggregateError
	if !errors.As(err, &all) {
		if err != nil {
			return []error{err}
		}
		return nil
	}
	var faults []error
	for _, e := range all.Errors {
		var p env.ParseError
		if !errors.As(e, &p) {
			faults = append(faults, e)
			continue
		}
		// The library's own text quotes the value.
		faults = append(faults, fmt.Errorf("%s is not a %s", variableOf(p.Name), kindOf(p.Type)))
	}
	return faults
}

// withUsual fills in what is not set. A negative limit stays, to be refused.
func (l Limits) withUsual() Limits {
	orElse(&l.Connections, usual.Connections)
	orElse(&l.InFlight, 3*l.Connections) // more would only wait for a connection
	orElse(&l.Rate, usual.Rate)
	orElse(&l.Burst, usual.Burst)
	orElse(&l.BodyBytes, usual.BodyBytes)
	orElse(&l.RowsBytes, usual.RowsBytes)
	orElse(&l.Work, usual.Work)
	orElse(&l.Shutdown, usual.Shutdown)
	orElse(&l.TokenLife, usual.TokenLife)
	orElse(&l.TokenCache, usual.TokenCache)
	return l
}

func orElse[V comparable](v *V, usual V) {
	var zero V
	if *v == zero {
		*v = usual
	}
}

// Names lists every variable that can be set, for help texts.
func Names() []string { return slices.Sorted(maps.Keys(variables)) }
