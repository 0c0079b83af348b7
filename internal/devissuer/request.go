//go:build !release

package devissuer

import (
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

var (
	challengeShape = regexp.MustCompile(`^[A-Za-z0-9_-]{43}$`)       // the base64url of a SHA-256
	verifierShape  = regexp.MustCompile(`^[A-Za-z0-9._~-]{43,128}$`) // RFC 7636, 4.1
)

// refusal is an OAuth error: a code of the standard and a few words for the developer.
type refusal struct{ code, words string }

// authRequest is a checked authorization request.
type authRequest struct {
	client, redirect, state, nonce, challenge string
	levels                                    []string // the person's level must be one of them; none: any will do
}

// parseTarget finds out where an answer may be sent. Until that is known nobody is redirected.
func (p *Provider) parseTarget(q url.Values) (authRequest, bool) {
	if len(q["client_id"]) != 1 || len(q["redirect_uri"]) != 1 || len(q["state"]) > 1 {
		return authRequest{}, false
	}
	client, known := p.clients[q.Get("client_id")]
	if !known || !slices.Contains(client.RedirectURIs, q.Get("redirect_uri")) {
		return authRequest{}, false
	}
	return authRequest{client: client.ID, redirect: q.Get("redirect_uri"), state: q.Get("state")}, true
}

// parse checks the rest of an authorization request whose target is known.
func (a *authRequest) parse(q url.Values) *refusal {
	for name, values := range q {
		if len(values) != 1 {
			return &refusal{"invalid_request", name + " is given twice"}
		}
	}
	switch {
	case q.Has("request"):
		return &refusal{"request_not_supported", "request objects are not read"}
	case q.Has("request_uri"):
		return &refusal{"request_uri_not_supported", "request objects are not read"}
	case q.Get("response_type") != "code":
		return &refusal{"unsupported_response_type", "only code"}
	case q.Has("response_mode") && q.Get("response_mode") != "query":
		return &refusal{"invalid_request", "only response_mode query"}
	case !slices.Contains(strings.Fields(q.Get("scope")), "openid"):
		return &refusal{"invalid_scope", "scope must contain openid"}
	case q.Get("code_challenge_method") != "S256" || !challengeShape.MatchString(q.Get("code_challenge")):
		return &refusal{"invalid_request", "PKCE with S256 is required"}
	case slices.Contains(strings.Fields(q.Get("prompt")), "none"):
		return &refusal{"login_required", "there is no session to go on with"}
	}
	a.nonce, a.challenge = q.Get("nonce"), q.Get("code_challenge")
	return a.parseLevels(q)
}

// parseLevels reads the levels of assurance asked for. A level in acr_values counts as a demand as much as an essential
// claim: real providers differ here, and the strict reading shows a client's mistake first.
func (a *authRequest) parseLevels(q url.Values) *refusal {
	a.levels = strings.Fields(q.Get("acr_values"))
	if !q.Has("claims") {
		return nil
	}
	var claims struct {
		IDToken struct {
			ACR *struct {
				Essential bool     `json:"essential"`
				Value     string   `json:"value"`
				Values    []string `json:"values"`
			} `json:"acr"`
		} `json:"id_token"`
	}
	if err := json.Unmarshal([]byte(q.Get("claims")), &claims); err != nil {
		return &refusal{"invalid_request", "claims cannot be read"}
	}
	acr := claims.IDToken.ACR
	if acr == nil || !acr.Essential {
		return nil
	}
	wanted := acr.Values
	if acr.Value != "" {
		wanted = append(wanted, acr.Value)
	}
	if len(a.levels) > 0 && len(wanted) > 0 {
		wanted = slices.DeleteFunc(wanted, func(level string) bool { return !slices.Contains(a.levels, level) })
		if len(wanted) == 0 {
			return &refusal{"unmet_authentication_requirements", "acr_values and claims exclude each other"}
		}
	}
	if len(wanted) > 0 {
		a.levels = wanted
	}
	return nil
}

func (a *authRequest) isMetBy(p Person) bool {
	return len(a.levels) == 0 || slices.Contains(a.levels, p.ACR)
}
