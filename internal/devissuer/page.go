//go:build !release

package devissuer

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"net/http"
	"net/url"

	"samplan/internal/session"
)

const style = `body{font:1.125rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
ul{list-style:none;padding:0}li{margin:.5rem 0}
button{font:inherit;width:100%;text-align:left;padding:.75rem 1rem;border:2px solid #1a4f8b;border-radius:.25rem;background:#fff;color:#1a1a1a;cursor:pointer}
button:hover,button:focus-visible{background:#e8f0fa;outline:3px solid #1a4f8b;outline-offset:2px}
small{display:block;color:#4a4a4a}`

// The form posts to the address it stands on, so the request travels along unchanged.
var page = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Utvecklingsinloggning</title>
<style>` + style + `</style>
</head>
<body>
<main>
<h1>Utvecklingsinloggning</h1>
<p>Välj den {{if .Staff}}medarbetare{{else}}invånare{{end}} som du vill logga in som. Alla är påhittade.</p>
<p lang="en">Choose whom to sign in as. Everybody here is invented.</p>
<form method="post">
<ul>
{{range .People}}<li><button name="person" value="{{.Key}}">{{.Name}}<small>{{.ACR}}</small></button></li>
{{end}}</ul>
</form>
</main>
</body>
</html>
`))

func (p *Provider) writePage(w http.ResponseWriter, a authRequest) {
	var out bytes.Buffer
	view := map[string]any{"Staff": p.kind == session.Staff, "People": p.people}
	if err := page.Execute(&out, view); err != nil {
		http.Error(w, "page", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", policy(a.redirect))
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	_, _ = out.WriteTo(w) // a reader that has gone needs no page
}

// policy lets the page show its own style and send its form, and nothing else. Browsers hold form-action also against
// the redirect that follows the form, so the client's own origin has to stand there.
func policy(redirect string) string {
	sum := sha256.Sum256([]byte(style))
	target := "'self'"
	if u, err := url.Parse(redirect); err == nil {
		target += " " + u.Scheme + "://" + u.Host
	}
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; form-action " + target + "; frame-ancestors 'none'; base-uri 'none'"
}
