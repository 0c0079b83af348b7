package client

import (
	"slices"
	"strconv"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
)

type rateSet struct{}

// Rate is how fast a client may ask.
type Rate = enum.Value[rateSet]

// Rates is the closed set, from slow to fast; what they mean is set where requests come in (httpapi).
var Rates = enum.Of[rateSet]("small", "standard", "large")

// Draft is what an administrator says of a client.
type Draft struct {
	Name, Contact      string
	Scopes             access.Scopes
	SignIn             []string  // its names at the sign-in providers
	EventUnits         []id.Unit // as which it is told of events
	Rate               Rate
	ValidFrom, ValidTo civil.Date
	Keys               []Public
}

// Client is a registered client.
type Client struct {
	ID            id.Client
	Principal     id.Principal
	PrincipalName string
	Name, Contact string
	Scopes        access.Scopes
	SignIn        []string
	EventUnits    []id.Unit
	Rate          Rate
	ValidFrom     civil.Date
	ValidTo       civil.Date // the last day, or none
	EndedAt       *time.Time
	CreatedAt     time.Time
	Keys          []Key // those that count
	Version       int   // of what an administrator says
	KeyVersion    int   // of the keys, which the client changes itself
}

// Tag names this version of the client with its keys.
func (c *Client) Tag() string { return strconv.Itoa(c.Version) + "-" + strconv.Itoa(c.KeyVersion) }

// New registers a client.
func New(d Draft, now time.Time) (Client, error) {
	c := Client{ID: id.NewClient(), CreatedAt: now}
	if err := d.check(); err != nil {
		return Client{}, err
	}
	return c, c.take(d, now)
}

// Change says anew what an administrator says of a client. Keys that are no longer named are removed.
func (c *Client) Change(d Draft, now time.Time) error {
	if err := c.mustCount(); err != nil {
		return err
	}
	if err := d.check(); err != nil {
		return err
	}
	return c.take(d, now)
}

// End ends a client at once.
func (c *Client) End(now time.Time) error {
	if err := c.mustCount(); err != nil {
		return err
	}
	c.EndedAt = &now
	c.Version++
	return nil
}

func (c *Client) mustCount() error {
	if c.EndedAt != nil {
		return fault.New(fault.CodeEnded)
	}
	return nil
}

func (d Draft) check() error {
	switch {
	case !d.ValidTo.IsZero() && d.ValidTo.Before(d.ValidFrom):
		return fault.At(fault.CodeDates, "/validTo", "before-start")
	case len(d.Keys) == 0 || len(d.Keys) > mostKeys:
		return fault.At(fault.CodeInvalid, "/keys", "length")
	}
	return nil
}

func (c *Client) take(d Draft, now time.Time) error {
	c.Name, c.Contact, c.Scopes, c.Rate, c.ValidFrom, c.ValidTo = d.Name, d.Contact, d.Scopes, d.Rate, d.ValidFrom, d.ValidTo
	c.SignIn, c.EventUnits = d.SignIn, d.EventUnits
	c.Version++
	var kept []Key
	for n, p := range d.Keys {
		pointer := "/keys/" + strconv.Itoa(n)
		if slices.ContainsFunc(d.Keys[:n], func(o Public) bool { return o.Kid == p.Kid }) {
			return fault.At(fault.CodeInvalid, pointer+"/kid", "duplicate")
		}
		if i := slices.IndexFunc(c.Keys, func(k Key) bool { return k.Public == p }); i >= 0 {
			kept = append(kept, c.Keys[i])
			continue
		}
		kept = append(kept, Key{ID: id.NewClientKey(), Public: p, AddedAt: now})
	}
	c.Keys = kept
	return nil
}
