//go:build !release

package devissuer

import (
	"encoding/json"
	"net/http"
)

const bodyLimit = 64 << 10

// Handler serves the issuer under the whole path of its address. It answers this machine alone.
func (p *Provider) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+p.path+"/.well-known/openid-configuration", p.discovery)
	mux.HandleFunc("GET "+p.path+"/jwks", p.jwks)
	mux.HandleFunc("GET "+p.path+"/authorize", p.showPeople)
	mux.HandleFunc("POST "+p.path+"/authorize", p.choosePerson)
	mux.HandleFunc("POST "+p.path+"/token", p.exchange)
	return guard(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		r.Body = http.MaxBytesReader(w, r.Body, bodyLimit)
		mux.ServeHTTP(w, r)
	}))
}

func (p *Provider) discovery(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, map[string]any{
		"issuer":                                           p.issuer,
		"authorization_endpoint":                           p.issuer + "/authorize",
		"token_endpoint":                                   p.tokenEndpoint(),
		"jwks_uri":                                         p.issuer + "/jwks",
		"response_types_supported":                         []string{"code"},
		"response_modes_supported":                         []string{"query"},
		"grant_types_supported":                            []string{"authorization_code"},
		"scopes_supported":                                 []string{"openid"},
		"subject_types_supported":                          []string{"public"},
		"id_token_signing_alg_values_supported":            []string{"RS256"},
		"code_challenge_methods_supported":                 []string{"S256"},
		"token_endpoint_auth_methods_supported":            []string{"private_key_jwt"},
		"token_endpoint_auth_signing_alg_values_supported": assertionAlgorithms,
		"acr_values_supported":                             p.levels(),
		"claims_parameter_supported":                       true,
		"request_parameter_supported":                      false,
		"request_uri_parameter_supported":                  false,
		"authorization_response_iss_parameter_supported":   true,
	})
}

func (p *Provider) jwks(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, p.key.public())
}

func (p *Provider) tokenEndpoint() string { return p.issuer + "/token" }

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v) // the status is sent; a reader that has gone cannot be told more
}
