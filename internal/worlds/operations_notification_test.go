package worlds

import (
	"crypto/md5" //nolint:gosec // G501: as the database makes these ids; no secret rests on it
	"fmt"
)

func notices(q *asking) []ID { return q.told }

// noticesOf are ids of notifications that there may be in a world, for the reader or for somebody else: of the first
// consents, calls and openings.
func noticesOf(w *World) []ID {
	var all []ID
	add := func(kind string, about ID, since fmt.Stringer) { all = append(all, notice(kind, about, since)) }
	for n := range w.Consents {
		c := &w.Consents[n]
		if !w.Day.After(c.Valid.To) && len(all) < 3 {
			add("consent-ends-soon", c.ID, c.Valid.To.AddDays(-30))
		}
	}
	for _, y := range w.Parties {
		if y.State == "called" && len(all) < 5 {
			add("call-waits", y.ID, y.Added)
		}
	}
	for n := range w.Minutes {
		if v := &w.Minutes[n]; v.isAsked() && len(all) < 7 {
			add("decision-waits", v.Item, v.Settled)
		}
	}
	for _, v := range w.Transitions {
		if v.State == "planned" && len(all) < 8 {
			add("transition-due", v.ID, w.toldOf(v))
		}
	}
	return all
}

func notice(kind string, about ID, since fmt.Stringer) ID {
	sum := ID(md5.Sum([]byte(kind + ":" + about.String() + ":" + since.String()))) //nolint:gosec // G401: as above
	sum[6], sum[8] = 0x80|sum[6]&0x0f, 0x80|sum[8]&0x0f                            // of version 8
	return sum
}

// ofNotices: whoever may know of a consent or of a call knows the id of what is told of it, which follows from it.
func (k *known) ofNotices() {
	for n := range k.Consents {
		if c := &k.Consents[n]; k.SeesConsent(k.Reader, c) {
			k.add("told", notice("consent-ends-soon", c.ID, c.Valid.To.AddDays(-30)), notice("consent-expired", c.ID, c.Valid.To.AddDays(1)))
		}
	}
	for _, y := range k.Parties {
		if !k.IsCitizen() && k.SeesCall(k.Reader, y) {
			k.add("told", notice("call-waits", y.ID, y.Added), notice("call-unanswered", y.ID, y.Added))
		}
	}
}
