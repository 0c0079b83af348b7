//go:build !release

package county

import (
	"context"
	"fmt"
	"net"
	"strconv"

	"samplan/internal/app"
	"samplan/internal/config"
)

// startWork connects to the queue, when there is a mail server to tell people by; Run works on it.
func (c *County) startWork(ctx context.Context, o Options) error {
	if o.Mail == "" {
		return nil
	}
	host, port, err := net.SplitHostPort(o.Mail)
	if err != nil {
		return fmt.Errorf("mail server %q: want host and port, as 127.0.0.1:1025", o.Mail)
	}
	m := config.Mail{Host: host, From: "Samplan <no-reply@samplan.example>", TLS: "none"}
	if m.Port, err = strconv.Atoi(port); err != nil {
		return fmt.Errorf("mail server %q: want a number as port", o.Mail)
	}
	mailer, err := app.Mailer(m)
	if err != nil {
		return err
	}
	c.work, err = app.OpenWork(ctx, app.WorkOptions{
		URL: c.server.URL("", database), Store: c.store, Mailer: mailer, Now: c.now, Logger: o.Logger,
		Webhooks: webhooks(), BaseURL: c.BaseURL,
	})
	return err
}
