package store

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/session"
)

// ClientKey implements session.Clients.
func (s *Store) ClientKey(ctx context.Context, c id.Client, kid string, today civil.Date) (session.ClientKey, error) {
	var k session.ClientKey
	var names []string
	err := s.outside(ctx, step{
		sql: "SELECT id, jwk, scopes, sign_in_ids FROM app_client_key($1, $2, $3)", args: []any{c, kid, today},
		row: func(r pgx.Rows) error { return r.Scan(asID(&k.ID), &k.JWK, &names, &k.SignIn) },
	})
	if err == nil && k.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	k.Scopes = scopesKept(names)
	return k, err
}

// KeepToken implements session.Clients.
func (s *Store) KeepToken(ctx context.Context, t session.Token) (bool, error) {
	var used [][]byte
	until := pgtype.FlatArray[pgtype.Timestamptz]{}
	for _, o := range t.Used {
		used = append(used, o.Hash[:])
		until = append(until, pgtype.Timestamptz{Time: o.Until, Valid: true})
	}
	var isKept bool
	err := s.outside(ctx, step{
		sql: "SELECT app_issue_token($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
		args: []any{
			t.Hash[:], t.Client, t.Key, t.Scopes.Names(), t.Who.Kind.String(), nullable(t.Who.Issuer), nullable(t.Who.Subject), nullable(t.Who.IdentifierType),
			nullable(t.Who.Identifier.Reveal()), nullable(t.Thumbprint), t.Expires, used, until, id.NewEntry(), t.Request, t.Now,
		},
		row: func(r pgx.Rows) error { return r.Scan(&isKept) },
	})
	return isKept, err
}

var kinds = map[string]session.Kind{
	session.Client.String(): session.Client, session.Staff.String(): session.Staff, session.Citizen.String(): session.Citizen,
}

// UseToken implements session.Clients.
func (s *Store) UseToken(ctx context.Context, t session.Shown) (session.Credentials, error) {
	var c session.Credentials
	var names []string
	var kind string
	var issuer, subject, identifierType, identifier *string
	var proof []byte
	if t.Thumbprint != "" {
		proof = t.Proof.Hash[:]
	}
	err := s.outside(ctx, step{
		sql: `SELECT client_id, rate_class, scopes, kind, issuer, subject, identifier_type, identifier, expires_at
		        FROM app_use_token($1, $2, $3, $4, $5, $6)`,
		args: []any{t.Hash[:], nullable(t.Thumbprint), proof, t.Proof.Until, t.Now, t.Today},
		row: func(r pgx.Rows) error {
			return r.Scan(asID(&c.Client), &c.Rate, &names, &kind, &issuer, &subject, &identifierType, &identifier, &c.Expires)
		},
	})
	if err != nil {
		return session.Credentials{}, err
	}
	if c.Client.IsZero() {
		return session.Credentials{}, fault.New(fault.CodeUnauthenticated)
	}
	c.Kind, c.Scopes = kinds[kind], scopesKept(names)
	c.Issuer, c.Subject, c.IdentifierType = orEmpty(issuer), orEmpty(subject), orEmpty(identifierType)
	if identifier != nil {
		if c.Identifier, err = session.NewIdentifier(*identifier); err != nil {
			return session.Credentials{}, fault.Wrap(fault.CodeInternal, err)
		}
	}
	return c, nil
}

// outside runs one statement before anybody has come through the door.
func (s *Store) outside(ctx context.Context, one step) error {
	u, err := s.open(ctx, session.Request{})
	if err != nil {
		return err
	}
	defer u.close()
	return u.pipeline(ctx, step{sql: begin}, one, u.commitStep())
}

// scopesKept reads scopes as they are kept. One that the list no longer has opens nothing.
func scopesKept(names []string) access.Scopes {
	var all access.Scopes
	for _, name := range names {
		if one, err := access.ScopesNamed([]string{name}); err == nil {
			all |= one
		}
	}
	return all
}

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
