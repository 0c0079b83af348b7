//go:build !release

package county

import (
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"strings"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/postgres"
)

// Greet tells a newcomer where everything is.
func (c *County) Greet(w io.Writer) {
	say := func(format string, args ...any) { // a closed terminal stops nothing
		_, _ = fmt.Fprintln(w, strings.TrimRight(fmt.Sprintf(format, args...), " "))
	}
	say("")
	say("Samplan: demonstrationslänet Hisingen, %s / the demonstration county of Hisingen", civil.Of(c.now()))
	say("  API            %s/v1", c.BaseURL)
	say("  Dokumentation  %s/docs", c.BaseURL)
	say("  Inloggning     %s (personal/staff)  %s (medborgare/citizens)", c.Staff, c.Citizen)
	say("")
	say("Personer att logga in som / people to sign in as:")
	for _, p := range demo.People() {
		if len(p.Posts) == 0 {
			say("  %-8s %-16s %s", p.Key, p.Name, p.Kind)
		}
		for i, post := range p.Posts { // who has several chooses one with the header Samplan-Assignment
			key, name := p.Key, p.Name
			if i > 0 {
				key, name = "", ""
			}
			say("  %-8s %-16s %-24s %s", key, name, post.Role, demo.UnitName(post.Unit))
		}
	}
	say("")
	say("Prova i en annan terminal / try in another terminal:")
	for _, try := range [][2]string{{"karin", "/me"}, {"karin", "/plans"}, {"amir", "/my/plans"}} {
		say(`  curl -s -H "Authorization: Bearer $(%s)" %s/v1%s`, c.tokenCommand(try[0]), c.BaseURL, try[1])
	}
	say("")
	say("Ctrl-C avslutar / stops.")
}

// plain is what a shell takes as it stands.
var plain = regexp.MustCompile(`^[A-Za-z0-9/._-]+$`)

// tokenCommand is how to ask this county for a token, wherever its data lies.
func (c *County) tokenCommand(key string) string {
	command := "go run ./cmd/samplan dev token " + key
	usual, err := postgres.DefaultDir()
	dir, absErr := filepath.Abs(c.dir)
	switch {
	case c.dir == "" || absErr != nil || (err == nil && dir == usual):
		return command
	case plain.MatchString(dir):
		return command + " --data " + dir
	}
	return command + " --data '" + strings.ReplaceAll(dir, "'", `'\''`) + "'"
}
