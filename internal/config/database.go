package config

import (
	"errors"
	"fmt"
	"strings"

	"github.com/caarlos0/env/v11"
)

// LoadDatabaseURL reads SAMPLAN_DATABASE_URL or its file alone, for commands that touch nothing but the database.
func LoadDatabaseURL(environ []string) (Secret, error) {
	given := env.ToMap(environ)
	c := Config{DatabaseURLFile: given[prefix+"DATABASE_URL_FILE"]}
	if url := strings.TrimSpace(given[prefix+"DATABASE_URL"]); url != "" {
		c.DatabaseURL = NewSecret(url)
	}
	if faults := c.readFiles(); len(faults) > 0 {
		return Secret{}, fmt.Errorf("settings are not usable:\n%w", errors.Join(faults...))
	}
	if c.DatabaseURL.IsZero() {
		return Secret{}, errors.New("set SAMPLAN_DATABASE_URL, or SAMPLAN_DATABASE_URL_FILE")
	}
	return c.DatabaseURL, nil
}
