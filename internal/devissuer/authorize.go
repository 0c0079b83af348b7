//go:build !release

package devissuer

import (
	"net/http"
	"net/url"
	"time"
)

const codeLife = time.Minute

// grant is what a code stands for until it is exchanged.
type grant struct {
	signIn
	redirect, challenge string
}

// showPeople answers an authorization request with the page of people.
func (p *Provider) showPeople(w http.ResponseWriter, r *http.Request) {
	if a, ok := p.begin(w, r); ok {
		p.writePage(w, a)
	}
}

// choosePerson is the form of that page: somebody has picked a name.
func (p *Provider) choosePerson(w http.ResponseWriter, r *http.Request) {
	a, ok := p.begin(w, r)
	if !ok {
		return
	}
	person, known := p.person(r.PostFormValue("person"))
	switch {
	case !known:
		p.refuse(w, r, a, &refusal{"access_denied", "nobody was chosen"})
	case !a.isMetBy(person):
		p.refuse(w, r, a, &refusal{"unmet_authentication_requirements", "the person cannot reach the level asked for"})
	default:
		now, code := p.now(), newCode()
		p.codes.put(code, grant{signIn{person, a.client, a.nonce, now}, a.redirect, a.challenge}, now, now.Add(codeLife))
		p.answer(w, r, a, url.Values{"code": {code}})
	}
}

// begin checks the request in the address. When it gives false, the answer is already written.
func (p *Provider) begin(w http.ResponseWriter, r *http.Request) (authRequest, bool) {
	q, err := url.ParseQuery(r.URL.RawQuery)
	a, ok := p.parseTarget(q)
	if err != nil || !ok {
		http.Error(w, "Okänd klient eller återadress. / Unknown client or redirect address.", http.StatusBadRequest)
		return authRequest{}, false
	}
	if no := a.parse(q); no != nil {
		p.refuse(w, r, a, no)
		return authRequest{}, false
	}
	return a, true
}

func (p *Provider) refuse(w http.ResponseWriter, r *http.Request, a authRequest, no *refusal) {
	p.answer(w, r, a, url.Values{"error": {no.code}, "error_description": {no.words}})
}

// answer sends the person back to the client. It says who answers (RFC 9207), so that a client with several issuers
// cannot be made to hand one's code to another.
func (p *Provider) answer(w http.ResponseWriter, r *http.Request, a authRequest, values url.Values) {
	back, err := url.Parse(a.redirect)
	if err != nil { // New has parsed it already
		http.Error(w, "redirect", http.StatusInternalServerError)
		return
	}
	all := back.Query()
	for name, v := range values {
		all[name] = v
	}
	all.Set("iss", p.issuer)
	if a.state != "" {
		all.Set("state", a.state)
	}
	back.RawQuery = all.Encode()
	w.Header().Set("Cache-Control", "no-store")
	http.Redirect(w, r, back.String(), http.StatusSeeOther)
}
