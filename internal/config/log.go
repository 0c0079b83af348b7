package config

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/caarlos0/env/v11"

	"samplan/internal/audit"
)

// Log says how the log is sealed and weeded. A server seals the log that it writes, so the first two are not optional.
type Log struct {
	// SealerURL says where PostgreSQL is for the sealer, who is samplan_sealer there.
	SealerURL Secret `env:"DATABASE_URL"`
	// SealerURLFile names a file that holds the same.
	SealerURLFile string `env:"DATABASE_URL_FILE"`
	// KeyFile names the file with the key that signs checkpoints.
	KeyFile string `env:"KEY_FILE"`
	Key     Secret `env:"-"`
	// SealEvery and CheckpointEvery say how often; SealLimit how long an entry may wait before the service stops.
	SealEvery       time.Duration `env:"SEAL_EVERY"`
	CheckpointEvery time.Duration `env:"CHECKPOINT_EVERY"`
	SealLimit       time.Duration `env:"SEAL_LIMIT"`
	// Retention says how many years entries are kept, as audit.ParseRetention reads it.
	Retention string `env:"RETENTION"`
}

// usualLog holds when nothing is set. After four hours without a seal X-Road stops serving too.
var usualLog = Log{SealEvery: 2 * time.Second, CheckpointEvery: time.Minute, SealLimit: 4 * time.Hour}

func (l Log) withUsual() Log {
	orElse(&l.SealEvery, usualLog.SealEvery)
	orElse(&l.CheckpointEvery, usualLog.CheckpointEvery)
	orElse(&l.SealLimit, usualLog.SealLimit)
	return l
}

// readFiles fills in what stands in files.
func (l *Log) readFiles() []error {
	var faults []error
	if err := orFile(&l.SealerURL, l.SealerURLFile, "SAMPLAN_LOG_DATABASE_URL"); err != nil {
		faults = append(faults, err)
	}
	return append(faults, readKey(&l.Key, l.KeyFile, "SAMPLAN_LOG_KEY_FILE")...)
}

// orFile takes a secret from its file, where one is named.
func orFile(s *Secret, file, variable string) error {
	if file == "" {
		return nil
	}
	if !s.IsZero() {
		return fmt.Errorf("%s and %s_FILE: give one of them", variable, variable)
	}
	text, err := readFile(file)
	if err != nil {
		return fmt.Errorf("%s_FILE: %w", variable, err)
	}
	*s = NewSecret(strings.TrimRight(string(text), "\r\n"))
	return nil
}

func (l Log) problems() []error {
	var faults []error
	no := func(wrong bool, text string) {
		if wrong {
			faults = append(faults, errors.New(text))
		}
	}
	no(l.SealerURL.IsZero(), "SAMPLAN_LOG_DATABASE_URL or SAMPLAN_LOG_DATABASE_URL_FILE: missing; the log would not be sealed")
	no(!l.SealerURL.IsZero() && !isDatabaseURL(l.SealerURL.Reveal()), "SAMPLAN_LOG_DATABASE_URL: must look like postgres://samplan_sealer@host/database")
	faults = append(faults, keyProblems(l.Key, l.KeyFile, "SAMPLAN_LOG_KEY_FILE", "samplan audit key")...)
	_, err := audit.ParseRetention(l.Retention)
	no(err != nil, "SAMPLAN_LOG_RETENTION: must be years, as 5 or 5,caseworker=10,citizen=7: at least 5, at most 100, each name once")
	for field, value := range map[string]time.Duration{"SealEvery": l.SealEvery, "CheckpointEvery": l.CheckpointEvery, "SealLimit": l.SealLimit} {
		no(value < 0, variableOf(field)+": must not be negative")
	}
	// A pass that is later than the alarm would be late by rule.
	no(l.SealEvery > time.Minute, "SAMPLAN_LOG_SEAL_EVERY: at most 1m0s")
	no(l.SealLimit >= 0 && l.SealLimit < 2*time.Minute, "SAMPLAN_LOG_SEAL_LIMIT: at least 2m0s")
	return faults
}

// LoadSealerURL reads SAMPLAN_LOG_DATABASE_URL or its file alone, for a command that takes the log out.
func LoadSealerURL(environ []string) (Secret, error) {
	given := env.ToMap(environ)
	l := Log{SealerURLFile: given[prefix+"LOG_DATABASE_URL_FILE"]}
	if url := strings.TrimSpace(given[prefix+"LOG_DATABASE_URL"]); url != "" {
		l.SealerURL = NewSecret(url)
	}
	if faults := l.readFiles(); len(faults) > 0 {
		return Secret{}, fmt.Errorf("settings are not usable:\n%w", errors.Join(faults...))
	}
	if l.SealerURL.IsZero() {
		return Secret{}, errors.New("set SAMPLAN_LOG_DATABASE_URL, or SAMPLAN_LOG_DATABASE_URL_FILE")
	}
	return l.SealerURL, nil
}

// LoadRetention reads SAMPLAN_LOG_RETENTION alone.
func LoadRetention(environ []string) (audit.Retention, error) {
	r, err := audit.ParseRetention(env.ToMap(environ)[prefix+"LOG_RETENTION"])
	if err != nil {
		return r, fmt.Errorf("SAMPLAN_LOG_RETENTION: %w", err)
	}
	return r, nil
}
