package consent

import (
	"time"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/person"
)

// Signature is what an e-service tells of how somebody signed an answer there with an e-identification. The zero value is none:
// who answers without an e-service has signed in here, and the log tells that.
type Signature struct {
	Issuer    string // of the e-identification
	Assurance string // the level of assurance, as the issuer writes it
	SignedAt  time.Time
	Reference string // of the transaction at the issuer
}

// leeway is how far the clock of an e-service may be from ours.
const leeway = time.Minute

// IsZero tells whether there is no signature.
func (s Signature) IsZero() bool { return s == Signature{} }

// check judges a signature of an answer to a consent: only an e-service has one to tell of, it is no older than the question,
// and it names nobody.
func (s Signature) check(c *Consent, isThrough bool, now time.Time) error {
	if s.IsZero() {
		return nil
	}
	switch {
	case !isThrough:
		return fault.At(fault.CodeInvalid, "/signature", "only-e-service")
	case s.SignedAt.After(now.Add(leeway)):
		return fault.At(fault.CodeDates, "/signature/signedAt", "future")
	case s.SignedAt.Before(c.CreatedAt.Add(-leeway)):
		return fault.At(fault.CodeDates, "/signature/signedAt", "before-asked")
	}
	for _, part := range []struct{ pointer, text string }{
		{"/signature/issuer", s.Issuer}, {"/signature/assurance", s.Assurance}, {"/signature/reference", s.Reference},
	} {
		if person.HoldsNumber(part.text, civil.Of(now)) {
			return fault.At(fault.CodeInvalid, part.pointer, "personal-identifier")
		}
	}
	return nil
}
