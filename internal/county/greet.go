//go:build !release

package county

import (
	"fmt"
	"io"

	"samplan/internal/civil"
)

// Greet tells a newcomer where everything is.
func (c *County) Greet(w io.Writer) {
	say := func(format string, args ...any) { _, _ = fmt.Fprintf(w, format+"\n", args...) } // a closed terminal stops nothing
	say("")
	say("Samplan: demonstrationslänet Hisingen, %s / the demonstration county of Hisingen", civil.Of(c.now()))
	say("  API            %s/v1", c.BaseURL)
	say("  Dokumentation  %s/docs", c.BaseURL)
	say("  Inloggning     %s (personal/staff)  %s (medborgare/citizens)", c.Staff, c.Citizen)
	say("")
	say("Personer att logga in som / people to sign in as:")
	for _, p := range everybody() {
		say("  %-8s %-16s %-24s %s", p.Key, p.Name, p.Role, p.Unit)
	}
	say("")
	say("Prova / try, in another terminal:")
	say(`  curl -s -H "Authorization: Bearer $(go run ./cmd/samplan dev token karin)" %s/v1/me`, c.BaseURL)
	say(`  curl -s -H "Authorization: Bearer $(go run ./cmd/samplan dev token karin)" %s/v1/plans`, c.BaseURL)
	say(`  curl -s -H "Authorization: Bearer $(go run ./cmd/samplan dev token amir)" %s/v1/my/plans`, c.BaseURL)
	say("")
	say("Ctrl-C avslutar / stops.")
}
