//go:build !release

package devissuer_test

import (
	"net/http"
	"net/url"
	"testing"
)

func TestUnknownTargetIsNeverRedirectedTo(t *testing.T) {
	t.Parallel()
	b := setup(t)
	twice := request()
	twice.Add("redirect_uri", callback)
	for name, q := range map[string]url.Values{
		"unknown client":         request("client_id", "nobody"),
		"no client":              request("client_id", ""),
		"other address":          request("redirect_uri", "http://127.0.0.1:9/other"),
		"longer address":         request("redirect_uri", callback+"&a=b"),
		"address without query":  request("redirect_uri", "http://127.0.0.1:9/callback"),
		"address in other case":  request("redirect_uri", "http://127.0.0.1:9/Callback?from=dev"),
		"no address":             request("redirect_uri", ""),
		"the address twice":      twice,
		"address on other ports": request("redirect_uri", "http://127.0.0.1:10/callback?from=dev"),
	} {
		res, err := b.http.Get(b.p.URL() + "/authorize?" + q.Encode())
		if err != nil {
			t.Fatal(err)
		}
		_ = res.Body.Close() // only the head matters
		status, back := b.choose("amir", q)
		if res.StatusCode != 400 || status != 400 || back.Has("code") || res.Header.Get("Location") != "" {
			t.Errorf("%s: %d and %d %v, want 400", name, res.StatusCode, status, back)
		}
	}
}

func TestWrongRequestGoesBackWithAnError(t *testing.T) {
	t.Parallel()
	b := setup(t)
	twice := request()
	twice.Add("nonce", "n2")
	for _, c := range []struct {
		name string
		q    url.Values
		want string
	}{
		{"token in the address", request("response_type", "token"), "unsupported_response_type"},
		{"hybrid flow", request("response_type", "code id_token"), "unsupported_response_type"},
		{"no PKCE", request("code_challenge", "", "code_challenge_method", ""), "invalid_request"},
		{"plain PKCE", request("code_challenge_method", "plain"), "invalid_request"},
		{"PKCE without method", request("code_challenge_method", ""), "invalid_request"},
		{"short challenge", request("code_challenge", "abc"), "invalid_request"},
		{"a parameter twice", twice, "invalid_request"},
		{"not OpenID", request("scope", "profile"), "invalid_scope"},
		{"response in a form", request("response_mode", "form_post"), "invalid_request"},
		{"silent", request("prompt", "none"), "login_required"},
		{"request object", request("request", "e30."), "request_not_supported"},
		{"request object elsewhere", request("request_uri", "http://127.0.0.1/r"), "request_uri_not_supported"},
		{"claims that are no JSON", request("claims", "{"), "invalid_request"},
		{"nobody chosen", request(), "access_denied"},
		{"level that Eva lacks", request("acr_values", loa3), "unmet_authentication_requirements"},
		{"essential level that Eva lacks", request("claims", `{"id_token":{"acr":{"essential":true,"values":["`+loa3+`"]}}}`), "unmet_authentication_requirements"},
		{"essential single level", request("claims", `{"id_token":{"acr":{"essential":true,"value":"`+loa3+`"}}}`), "unmet_authentication_requirements"},
		{"levels that exclude each other", request("acr_values", loa2, "claims", `{"id_token":{"acr":{"essential":true,"value":"`+loa3+`"}}}`), "unmet_authentication_requirements"},
	} {
		who := map[bool]string{true: "nobody", false: "eva"}[c.want == "access_denied"]
		status, back := b.choose(who, c.q)
		if status != http.StatusSeeOther || back.Get("error") != c.want || back.Has("code") {
			t.Errorf("%s: %d %v, want %s", c.name, status, back, c.want)
		}
		if back.Get("state") != "s1" || back.Get("iss") != b.p.URL() || back.Get("from") != "dev" {
			t.Errorf("%s: state, iss or the client's own parameter is missing: %v", c.name, back)
		}
	}
}

func TestLevelThatIsMetGoesThrough(t *testing.T) {
	t.Parallel()
	b := setup(t)
	for name, q := range map[string]url.Values{
		"none asked":             request(),
		"one of two":             request("acr_values", loa3+" "+loa2),
		"essential":              request("claims", `{"id_token":{"acr":{"essential":true,"values":["`+loa2+`"]}}}`),
		"essential, any":         request("claims", `{"id_token":{"acr":{"essential":true}}}`),
		"wished":                 request("claims", `{"id_token":{"acr":{"values":["`+loa3+`"]}}}`),
		"wished of another sort": request("claims", `{"id_token":{"name":null}}`),
		"without state":          request("state", ""),
	} {
		status, back := b.choose("eva", q)
		if status != http.StatusSeeOther || back.Get("code") == "" || back.Get("iss") != b.p.URL() || back.Has("state") != q.Has("state") {
			t.Errorf("%s: %d %v", name, status, back)
		}
	}
}
