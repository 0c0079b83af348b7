package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/session"
)

// enterClient lets a client in that acts for nobody.
func (u *unit) enterClient(ctx context.Context, c session.Credentials, then []step) error {
	var through []access.Scopes
	err := u.pipeline(ctx, append([]step{{sql: begin}, throughStep(c, u.request, &through)}, then...)...)
	if err != nil {
		return err
	}
	u.actor = access.NewSystem(u.request.Today, u.request.ID)
	return u.through(c, through)
}

// throughStep says through which client is asked. A client that is not let in any longer is nobody.
func throughStep(c session.Credentials, r session.Request, into *[]access.Scopes) step {
	return step{
		sql: "SELECT scopes FROM app_enter_client($1, $2, $3)", args: []any{c.Client, c.Kind == session.Client, r.Today},
		row: func(row pgx.Rows) error {
			var names []string
			err := row.Scan(&names)
			*into = append(*into, scopesKept(names))
			return err
		},
	}
}

// through bounds the actor by what both the token and the client may be used for.
func (u *unit) through(c session.Credentials, found []access.Scopes) error {
	if c.Client.IsZero() && c.Kind != session.Client {
		return nil
	}
	if len(found) == 0 {
		u.actor = access.NewCitizen(id.Person{}, u.request.Today, u.request.ID)
		return fault.New(fault.CodeUnauthenticated)
	}
	u.actor = u.actor.Through(c.Client, c.Scopes&found[0])
	return nil
}

// after puts the client between who asks and what follows, when there is one.
func (u *unit) after(c session.Credentials, into *[]access.Scopes, then []step) []step {
	if c.Client.IsZero() {
		return then
	}
	return append([]step{throughStep(c, u.request, into)}, then...)
}
