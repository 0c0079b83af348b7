package notice

import (
	"net/mail"
	"strconv"
	"strings"
	"time"

	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Address is where somebody wants to be told that there is something new. Without e-mail nobody is told by mail.
type Address struct {
	ID        id.Address
	Email     person.Text
	ChangedAt time.Time
	Version   int // 0 before it was first set
}

// Tag names this version of the address.
func (a Address) Tag() string { return strconv.Itoa(a.Version) }

// longestAddress is what SMTP can carry (RFC 5321, 4.5.3.1.3).
const longestAddress = 254

// change sets the e-mail. A bare address and nothing beside it: no name, no list, no second line.
func (a *Address) change(email person.Text, now time.Time) error {
	text := email.Reveal()
	if !email.IsZero() {
		parsed, err := mail.ParseAddress(text)
		if err != nil || parsed.Address != text || len(text) > longestAddress || strings.ContainsAny(text, `"<>,;: `) {
			return fault.At(fault.CodeInvalid, "/email", "format")
		}
	}
	if a.Version == 0 {
		a.ID = id.NewAddress()
	}
	a.Email, a.ChangedAt, a.Version = email, now, a.Version+1
	return nil
}
