package consent

import (
	"testing"
	"time"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/person/persontest"
)

var unsigned Signature

// TestSignaturesOfAnswers: a signature comes from an e-service alone, after the question and not from the future, and names nobody.
func TestSignaturesOfAnswers(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	asked := now.Add(-time.Hour)
	good := Signature{"https://eid.example", "http://id.elegnamnden.se/loa/1.0/loa3", now.Add(-time.Minute), "9b1c2f5e-0f0a-4a5e-8c39-2f6f0d1f7a10"}
	number := persontest.TestNumber(civil.MustParse("1984-05-06"), 1)
	coordination := persontest.TestCoordinationNumber(civil.MustParse("1984-05-06"), 1)
	with := func(do func(*Signature)) Signature {
		s := good
		do(&s)
		return s
	}
	at := func(moment time.Time) Signature { return with(func(s *Signature) { s.SignedAt = moment }) }
	refers := func(to string) Signature { return with(func(s *Signature) { s.Reference = to }) }
	for what, c := range map[string]struct {
		signed    Signature
		isThrough bool
		pointer   string
	}{
		"good": {good, true, ""}, "none": {unsigned, true, ""}, "none, and no e-service": {unsigned, false, ""},
		"no e-service": {good, false, "/signature"}, "from the future": {at(now.Add(2 * time.Minute)), true, "/signature/signedAt"},
		"a clock that is a little ahead": {at(now.Add(30 * time.Second)), true, ""},
		"before the question":            {at(asked.Add(-2 * time.Minute)), true, "/signature/signedAt"},
		"a number":                       {refers(number), true, "/signature/reference"},
		"a number among words":           {refers("BankID (" + number[2:8] + "-" + number[8:] + ") 1"), true, "/signature/reference"},
		"a number with a space":          {refers(number[:8] + " " + number[8:] + "/a"), true, "/signature/reference"},
		"a coordination number":          {refers("x" + coordination), true, "/signature/reference"},
		"a longer number":                {refers("4" + number), true, ""}, "a number of another check digit": {refers(number[:11] + string('0'+(number[11]-'0'+1)%10)), true, ""},
		"an issuer that is a person": {with(func(s *Signature) { s.Issuer = "urn:" + number }), true, "/signature/issuer"},
		"a level that is a person":   {with(func(s *Signature) { s.Assurance = number }), true, "/signature/assurance"},
	} {
		err := c.signed.check(&Consent{CreatedAt: asked}, c.isThrough, now)
		if (err == nil) != (c.pointer == "") || err != nil && fault.Of(err).Fields[0].Pointer != c.pointer {
			t.Errorf("%s: %v, want %q", what, err, c.pointer)
		}
	}
}
