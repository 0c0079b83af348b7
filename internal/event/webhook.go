package event

import (
	"slices"
	"strconv"
	"time"

	"samplan/internal/fault"
	"samplan/internal/id"
)

// Bounds of webhooks.
const (
	mostWebhooks = 10                 // of one client
	usualOverlap = 24 * time.Hour     // for which the old secret is signed with, too
	mostOverlap  = 7 * 24 * time.Hour // at most
)

// Draft is what a client says of where it listens.
type Draft struct {
	Address  string
	Kinds    []Kind // all when there are none
	IsPaused bool
}

// Webhook is where a client listens.
type Webhook struct {
	ID          id.Webhook
	Address     string
	Kinds       []Kind
	IsPaused    bool
	Generation  int // of the secret
	SecretSince time.Time
	OldUntil    *time.Time // until when the secret before is signed with, too
	CreatedAt   time.Time
	StoppedAt   *time.Time // when the receiver said that nobody is there any more
	EndedAt     *time.Time
	Version     int
}

// Tag names this version.
func (w *Webhook) Tag() string { return strconv.Itoa(w.Version) }

// change says anew what a client says. One that was stopped goes on.
func (w *Webhook) change(d Draft) {
	w.Address, w.Kinds, w.IsPaused, w.StoppedAt = d.Address, d.Kinds, d.IsPaused, nil
	w.Version++
}

// rotate changes the secret; what is sent until the end of the overlap is signed with both.
func (w *Webhook) rotate(overlap *time.Duration, now time.Time) error {
	keep := usualOverlap
	if overlap != nil {
		keep = *overlap
	}
	if keep < 0 || keep > mostOverlap {
		return fault.At(fault.CodeInvalid, "/overlapHours", "range")
	}
	until := now.Add(keep)
	w.Generation, w.SecretSince, w.OldUntil = w.Generation+1, now, &until
	w.Version++
	return nil
}

// end ends it.
func (w *Webhook) end(now time.Time) {
	w.EndedAt = &now
	w.Version++
}

// Wants tells whether it is for events of a kind.
func (w *Webhook) Wants(k Kind) bool { return len(w.Kinds) == 0 || slices.Contains(w.Kinds, k) }

// secrets gives what is signed with now: the secret, and the one before while both count.
func (w *Webhook) secrets(k MasterKey, now time.Time) []Secret {
	all := []Secret{k.secret(w.ID, w.Generation)}
	if w.OldUntil != nil && now.Before(*w.OldUntil) {
		all = append(all, k.secret(w.ID, w.Generation-1))
	}
	return all
}
