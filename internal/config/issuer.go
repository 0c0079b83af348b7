package config

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Issuer is one OpenID provider whose tokens are accepted.
type Issuer struct {
	// URL is the issuer exactly as its tokens name it.
	URL string `json:"url"`
	// Kind says who signs in there: staff or citizen. It decides what its tokens can ever become.
	Kind string `json:"kind"`
	// Audience is what its access tokens must be meant for: this service.
	Audience string `json:"audience"`
	// RequiredACR are the levels of assurance that are high enough; one of them must be met.
	RequiredACR []string `json:"requiredAcr"`
	// SubjectClaim is the claim that names a member of staff; sub if left out.
	SubjectClaim string `json:"subjectClaim,omitempty"`
	// IdentifierClaims says which claim of a citizen holds which type of number.
	IdentifierClaims map[string]string `json:"identifierClaims,omitempty"`
	// ExchangeUnnamed lets registered clients exchange tokens that do not say for which client they were issued: RFC 9068 wants
	// client_id in them. Any client could then exchange a token that a person gave to another.
	ExchangeUnnamed bool `json:"exchangeUnnamed,omitempty"`
	// Algorithms are the accepted signatures; RS256, ES256 and EdDSA if left out.
	Algorithms []string `json:"algorithms,omitempty"`
}

// The kinds of issuer.
const (
	staff   = "staff"
	citizen = "citizen"
)

var (
	signatures  = []string{"RS256", "PS256", "ES256", "EdDSA"} // those of package identity
	numberTypes = []string{"personnummer", "samordningsnummer"}
	errAfterEnd = errors.New("there is more after the end")
)

// problems tells what is wrong with an issuer.
func (i Issuer) problems() []string {
	var faults []string
	no := func(wrong bool, text string) {
		if wrong {
			faults = append(faults, text)
		}
	}
	no(!isSafeURL(i.URL), "url must be https (http on this machine alone), without query or fragment")
	no(i.Kind != staff && i.Kind != citizen, "kind must be staff or citizen")
	no(i.Audience == "", "audience is missing")
	no(len(i.RequiredACR) == 0 || slices.Contains(i.RequiredACR, ""), "requiredAcr must name at least one level of assurance")
	no(i.Kind == citizen && len(i.IdentifierClaims) == 0, "identifierClaims must say where a citizen's number is")
	no(i.Kind == citizen && i.SubjectClaim != "", "subjectClaim is for staff alone")
	no(i.Kind == staff && len(i.IdentifierClaims) > 0, "identifierClaims are for citizens alone")
	for claim, number := range i.IdentifierClaims {
		no(claim == "" || !slices.Contains(numberTypes, number), "identifierClaims must lead to personnummer or samordningsnummer")
	}
	for _, a := range i.Algorithms {
		no(!slices.Contains(signatures, a), "algorithms must be among RS256, PS256, ES256 and EdDSA")
	}
	return faults
}

// issuersOf reads the list {"issuers": [...]}. Unknown fields are refused: a misspelt requiredAcr must not open a door.
func issuersOf(text []byte) ([]Issuer, error) {
	var list struct {
		Issuers []Issuer `json:"issuers"`
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&list); err != nil {
		return nil, fmt.Errorf("read JSON: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errAfterEnd
	}
	return list.Issuers, nil
}
