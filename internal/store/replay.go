package store

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/fault"
	"samplan/internal/session"
)

// keyLife is how long an answer is kept for a retry.
const keyLife = 24 * time.Hour

// keyHash scopes an Idempotency-Key to the caller, the assignment and the operation: nobody meets another's key.
func (u *unit) keyHash() []byte {
	h := sha256.New()
	for _, part := range []string{u.actor.Person().String(), u.actor.Assignment().String(), u.request.Operation, u.request.Key} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return h.Sum(nil)
}

// replay finds the answer first given under this key. Retries that arrive together wait for one another on a lock.
func (u *unit) replay(ctx context.Context) (session.Answer, bool, error) {
	if u.actor.Person().IsZero() {
		return session.Answer{}, false, nil
	}
	key := u.keyHash()
	var a session.Answer
	var bodyHash, headers []byte
	err := u.pipeline(ctx, step{
		sql:  "SELECT body_hash, status, headers, answer FROM app_replay($1, $2)",
		args: []any{key, u.request.Now.Add(-keyLife)},
		row:  func(r pgx.Rows) error { return r.Scan(&bodyHash, &a.Status, &headers, &a.Body) },
	})
	if err != nil || bodyHash == nil {
		return session.Answer{}, false, err
	}
	if string(bodyHash) != string(u.request.BodyHash[:]) {
		return session.Answer{}, true, fault.At(fault.CodeKeyReused, "Idempotency-Key", "reused")
	}
	if err := json.Unmarshal(headers, &a.Header); err != nil {
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
	if u.actor.Person().IsZero() {
		return step{sql: "SELECT 1"}
	}
	return step{
		sql: `INSERT INTO idempotency_key (key_hash, person_id, body_hash, status, headers, answer, created_at)
		      VALUES ($1, $2, $3, $4, $5, $6, $7)
		      ON CONFLICT (key_hash) DO UPDATE SET body_hash = excluded.body_hash, status = excluded.status,
		        headers = excluded.headers, answer = excluded.answer, created_at = excluded.created_at`,
		args: []any{u.keyHash(), u.actor.Person(), u.request.BodyHash[:], a.Status, headers, a.Body, u.request.Now},
	}
}
