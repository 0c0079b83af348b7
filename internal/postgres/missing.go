package postgres

import (
	"fmt"
	"strings"
)

// MissingError says that there is no PostgreSQL to run, and what to install.
type MissingError struct {
	Major int      // the version that the data needs; 0 for any that is new enough
	Tried []string // where it was looked for, and why that would not do
}

// Error names the package of each platform.
func (e *MissingError) Error() string {
	wanted := fmt.Sprintf("ingen PostgreSQL %d eller nyare hittades (no PostgreSQL %d or newer was found)", oldest, oldest)
	if e.Major != 0 {
		wanted = fmt.Sprintf("databasen är gjord med PostgreSQL %d, som inte hittades (the data was made by PostgreSQL %d, "+
			"which was not found): install it, or start afresh with --fresh", e.Major, e.Major)
	}
	return wanted + `
Install it, or set ` + Variable + ` to a server whose user may create roles and databases:
  Debian, Ubuntu   sudo apt install postgresql
  Fedora           sudo dnf install postgresql-server
  macOS Homebrew   brew install postgresql@17
  Windows          the installer at https://www.postgresql.org/download/windows/
Tried:
  ` + strings.Join(e.Tried, "\n  ")
}
