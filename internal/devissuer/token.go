//go:build !release

package devissuer

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"net/http"
	"net/url"
)

// exchange is the token endpoint: a code becomes an ID token for the client and an access token for the API.
func (p *Provider) exchange(w http.ResponseWriter, r *http.Request) {
	form, no := readForm(r)
	if no != nil {
		writeRefusal(w, http.StatusBadRequest, no)
		return
	}
	client, err := p.authenticate(form)
	if err != nil {
		writeRefusal(w, http.StatusUnauthorized, &refusal{"invalid_client", err.Error()})
		return
	}
	if form.Get("grant_type") != "authorization_code" {
		writeRefusal(w, http.StatusBadRequest, &refusal{"unsupported_grant_type", "only authorization_code"})
		return
	}
	g, ok := p.codes.take(form.Get("code"), p.now()) // gone after one try, right or wrong
	if !ok || g.client != client.ID || g.redirect != form.Get("redirect_uri") || !g.isProvedBy(form.Get("code_verifier")) {
		writeRefusal(w, http.StatusBadRequest, &refusal{"invalid_grant", "code, redirect_uri or code_verifier"})
		return
	}
	p.writeTokens(w, g.signIn)
}

func readForm(r *http.Request) (url.Values, *refusal) {
	if err := r.ParseForm(); err != nil {
		return nil, &refusal{"invalid_request", "the form cannot be read"}
	}
	for name, values := range r.PostForm {
		if len(values) != 1 {
			return nil, &refusal{"invalid_request", name + " is given twice"}
		}
	}
	return r.PostForm, nil
}

// isProvedBy checks PKCE: who exchanges the code is who asked for it.
func (g grant) isProvedBy(verifier string) bool {
	sum := sha256.Sum256([]byte(verifier))
	challenge := base64.RawURLEncoding.EncodeToString(sum[:])
	return verifierShape.MatchString(verifier) && subtle.ConstantTimeCompare([]byte(challenge), []byte(g.challenge)) == 1
}

func (p *Provider) writeTokens(w http.ResponseWriter, s signIn) {
	access, err := p.Mint(typeAccess, p.accessClaims(s))
	if err != nil {
		writeRefusal(w, http.StatusInternalServerError, &refusal{"server_error", "access token"})
		return
	}
	id, err := p.Mint(typeID, p.idClaims(s))
	if err != nil {
		writeRefusal(w, http.StatusInternalServerError, &refusal{"server_error", "ID token"})
		return
	}
	writeJSON(w, http.StatusOK, map[string]any{
		"access_token": access, "id_token": id, "token_type": "Bearer",
		"expires_in": int(tokenLife.Seconds()), "scope": "openid",
	})
}

func writeRefusal(w http.ResponseWriter, status int, no *refusal) {
	writeJSON(w, status, map[string]string{"error": no.code, "error_description": no.words})
}
