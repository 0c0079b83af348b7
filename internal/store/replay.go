package store

import (
	"context"
	"encoding/json"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/fault"
	"samplan/internal/session"
)

// keyLife is how long an answer is kept for a retry.
const keyLife = 24 * time.Hour

// kept is what is known of the key of a request: the hash under which its answer is kept, and the answer first given.
type kept struct {
	hash, bodyHash, headers []byte
	status                  *int
	body                    []byte
}

// replayStep finds the answer first given under the request's key. Retries that arrive together wait for one another on
// a lock. It goes with the statement that says who asks: a round trip of its own costs as much as the look.
func (u *unit) replayStep() step {
	return step{
		sql:  "SELECT key_hash, body_hash, status, headers, answer FROM app_replay($1, $2, $3)",
		args: []any{u.request.Operation, u.request.Key, u.request.Now.Add(-keyLife)},
		row: func(r pgx.Rows) error {
			return r.Scan(&u.kept.hash, &u.kept.bodyHash, &u.kept.status, &u.kept.headers, &u.kept.body)
		},
	}
}

// replay gives the answer that was found, when there is one.
func (u *unit) replay(ctx context.Context) (session.Answer, bool, error) {
	if u.kept.bodyHash == nil {
		return session.Answer{}, false, nil
	}
	if string(u.kept.bodyHash) != string(u.request.BodyHash[:]) {
		return session.Answer{}, true, fault.At(fault.CodeKeyReused, "Idempotency-Key", "reused")
	}
	a := session.Answer{Status: *u.kept.status, Body: u.kept.body}
	if err := json.Unmarshal(u.kept.headers, &a.Header); err != nil {
		return session.Answer{}, true, fault.Wrap(fault.CodeInternal, err)
	}
	// The log row makes this answer wait for its own commit, so it stands behind the first one (quality D8).
	u.log.outcome = "replayed"
	return a, true, u.pipeline(ctx, u.logStep(), u.commitStep())
}

// keepStep stores the answer beside what it tells of, in the same transaction.
func (u *unit) keepStep(a session.Answer) step {
	headers, err := json.Marshal(a.Header)
	if err != nil || a.Header == nil {
		headers = []byte(`{}`) // a map of strings always marshals
	}
	if u.kept.hash == nil { // nobody who is known
		return step{sql: "SELECT 1"}
	}
	body := a.Body
	if a.Kept != nil {
		body = a.Kept
	}
	return step{
		sql: `INSERT INTO idempotency_key (key_hash, person_id, body_hash, status, headers, answer, created_at, client_id)
		      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
		      ON CONFLICT (key_hash) DO UPDATE SET body_hash = excluded.body_hash, status = excluded.status,
		        headers = excluded.headers, answer = excluded.answer, created_at = excluded.created_at`,
		args: []any{u.kept.hash, u.who(), u.request.BodyHash[:], a.Status, headers, body, u.request.Now, u.actor.Client()},
	}
}
