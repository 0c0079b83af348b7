package httpapi_test

import (
	"maps"
	"regexp"
	"testing"
	"time"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/person/persontest"
	"samplan/internal/testkit"
)

// eService is Lo's plan, and the e-service through which Lo's father comes.
type eService struct {
	*walls
	portal *portalOf
}

func newEService(t *testing.T) *eService {
	w := newWalls(t)
	return &eService{w, portal(t, w.API, "portal")}
}

// signedThere is how an answer was signed in the e-service.
func (e *eService) signedThere() object {
	return object{"issuer": "https://eid.example", "assurance": "loa3", "signedAt": e.Now().UTC().Format(time.RFC3339), "reference": canary}
}

// anID is what each request has for itself.
var anID = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)

// TestApplyForAPlanThroughAnEService: nobody needs an id of ours to ask, and the answer is the same whether or not any service
// knows the child.
func TestApplyForAPlanThroughAnEService(t *testing.T) {
	t.Parallel()
	e := newEService(t)
	amir := e.portal.as("1", "amir")
	receiver := amir.Get("/my/request-receivers").Want(200).Row("requestReceivers", "principal", "Göteborgs Stad")["principalId"]
	ask := func(number string) testkit.Answer {
		o := asks("goteborg", number)
		o["principalId"] = receiver
		return amir.Post("/my/plan-requests", o).Want(201)
	}
	known := ask(demo.Find("lo").Number)
	unknown := ask(persontest.TestNumber(civil.MustParse("2010-10-10"), 19))
	if a, b := anID.ReplaceAllString(known.Body, "id"), anID.ReplaceAllString(unknown.Body, "id"); a != b {
		t.Errorf("a child that is known\n%s\none that is not\n%s", a, b)
	}
	for _, r := range []testkit.Answer{known, unknown} {
		amir.Get("/my/plan-requests/"+r.Text("id")).Want(200).Shows(`"state":"received"`, "Barn och unga 1")
	}
	at := known.Text("id")
	e.As("kim").Post("/plan-requests/"+at+"/assessments", object{"handlerId": demo.Find("karin").PersonID(), "custodyChecked": true}).Want(200)
	amir.Get("/my/plan-requests/" + at).Want(200).Shows(`"state":"assessing"`)
	e.As("eva").Get("/my/plan-requests/"+at).Refused(404, "not-found")
	e.portal.as("2", "eva").Get("/my/plan-requests/"+at).Refused(404, "not-found")
}

// TestConsentIsHandedInThroughAnEService: the answer keeps how it was signed and through which e-service; those who see the
// consent as staff are told, and the one who answered, but no other who was asked; and nothing of it is ever changed.
func TestConsentIsHandedInThroughAnEService(t *testing.T) {
	t.Parallel()
	e := newEService(t)
	id := e.ask(e.lena, "e-identification", "gn-school", "sh-social", nil).Text("id")
	amir := e.portal.as("1", "amir")
	amir.Get("/my/consents").Want(200).Shows(id, `"myAnswer":"pending"`)
	at := "/my/consents/" + id
	amir.Post(at+"/answers", object{"answer": "given", "signature": e.signedThere()}).Want(200).
		Shows(`"myAnswer":"given"`, `"myPortal":"Min plan"`, canary, `"state":"pending"`)
	amir.Post(at+"/answers", object{"answer": "refused", "signature": e.signedThere()}).Refused(409, "already-answered")
	for _, c := range []testkit.Client{e.amir, amir} {
		c.Get(at).Want(200).Shows("Min plan", canary, "https://eid.example", "loa3")
		c.Get("/my/consents").Want(200).Shows(canary)
	}
	for _, staff := range []testkit.Client{e.lena, e.karin} {
		staff.Get("/consents/"+id).Want(200).Shows(`"eService":"Min plan"`, canary, "https://eid.example", "loa3", `"signedAt":"`+after)
	}
	e.eva.Post(at+"/answers", object{"answer": "given", "signature": e.signedThere()}).Refused(422, "invalid-value", "/signature").Hides(canary)
	e.eva.Post(at+"/answers", object{"answer": "given"}).Want(200).Shows(`"state":"live"`).Hides("Min plan", canary, "Signature")
	e.eva.Get("/my/consents").Want(200).Hides("Min plan", canary)
	for _, change := range []string{"UPDATE consent_signature SET reference = 'b'", "DELETE FROM consent_signature"} {
		if _, err := e.Owner.ExecContext(t.Context(), change); err == nil {
			t.Errorf("%s is done", change)
		}
	}
	amir.Get("/my/log-extract?limit=100").Want(200).Shows("via e-tjänsten Min plan", `"client":"Min plan"`)
	amir.Post(at+"/withdrawals", object{}).Want(200).Shows(`"state":"withdrawn"`, canary)
}

// TestAnEServiceNeedTellOfNoSignature: then the answer keeps through which e-service it came, and no more.
func TestAnEServiceNeedTellOfNoSignature(t *testing.T) {
	t.Parallel()
	e := newEService(t)
	id := e.ask(e.lena, "e-identification", "gn-school", "sh-social", nil).Text("id")
	e.portal.as("1", "eva").Post("/my/consents/"+id+"/answers", object{"answer": "refused"}).Want(200).
		Shows(`"myPortal":"Min plan"`).Hides("mySignature")
	e.lena.Get("/consents/" + id).Want(200).Shows(`"eService":"Min plan"`).Hides(`"signature"`)
	e.amir.Get("/my/consents/" + id).Want(200).Hides("Min plan")
}

// TestBadSignaturesAreRefused: a signature that cannot be one, or that names somebody, stores nothing.
func TestBadSignaturesAreRefused(t *testing.T) {
	t.Parallel()
	e := newEService(t)
	id := e.ask(e.lena, "e-identification", "gn-school", "sh-social", nil).Text("id")
	amir, at := e.portal.as("1", "amir"), "/my/consents/"+id+"/answers"
	number := demo.Find("amir").Number
	for _, c := range []struct {
		field         string
		to            any
		status        int
		code, pointer string
	}{
		{"signedAt", e.Now().Add(time.Hour).UTC().Format(time.RFC3339), 422, dates, "/signature/signedAt"},
		{"signedAt", "2020-01-01T00:00:00Z", 422, dates, "/signature/signedAt"},
		{"signedAt", "yesterday", 400, "malformed-request", "/signature/signedAt"},
		{"reference", number, 422, invalid, "/signature/reference"},
		{"reference", "order " + number[2:8] + "-" + number[8:], 422, invalid, "/signature/reference"},
		{"issuer", number, 422, invalid, "/signature/issuer"},
		{"assurance", "loa3 " + number, 422, invalid, "/signature/assurance"},
		{"reference", "", 400, "malformed-request", ""},
		{"reference", nil, 400, "malformed-request", ""},
		{"personnummer", number, 400, "malformed-request", ""},
	} {
		s := maps.Clone(e.signedThere())
		if s[c.field] = c.to; c.to == nil {
			delete(s, c.field)
		}
		a := amir.Post(at, object{"answer": "given", "signature": s}).Hides(number, number[8:])
		if a.Status != c.status || a.Text("code") != c.code || c.pointer != "" && (len(a.Pointers()) != 1 || a.Pointers()[0] != c.pointer) {
			t.Errorf("%s %v: %d %s", c.field, c.to, a.Status, a.Body)
		}
	}
	amir.Get("/my/consents/" + id).Want(200).Shows(`"myAnswer":"pending"`).Hides("Min plan")
	var rows int
	if err := e.Owner.QueryRowContext(t.Context(), "SELECT count(*) FROM consent_signature").Scan(&rows); err != nil || rows != 0 {
		t.Errorf("%d signatures, %v", rows, err)
	}
}

// TestEServicesAreBounded: what the scopes leave out stays closed however far the person may go, and all of it once the client
// has ended.
func TestEServicesAreBounded(t *testing.T) {
	t.Parallel()
	e := newEService(t)
	id := e.ask(e.lena, "e-identification", "gn-school", "sh-social", nil).Text("id")
	amir, at := e.portal.as("1", "amir"), "/my/consents/"+id
	amir.Get("/me").Want(200).Shows(`"eService":"Min plan"`)
	e.portal.as("2", "karin").Get("/me").Want(200).Shows("Karin Lund", `"eService":"Min plan"`)
	e.amir.Get("/me").Want(200).Hides("eService")
	for _, path := range []string{"/my/blocks", "/children/" + e.child + "/consents", "/clients", "/system/client"} {
		amir.Get(path).Refused(403, "denied")
	}
	sam, c := e.As("sam"), "/clients/"+e.portal.id
	change := aClient()
	change["scopes"], change["validFrom"] = []any{"my-plans", "my-requests"}, "2019-01-01"
	change["keys"] = []any{object{"kid": "portal-1", "kty": "OKP", "crv": "Ed25519", "use": "sig", "x": x(e.portal.Signer())}}
	sam.Put(c, sam.Get(c).ETag(), change).Want(200)
	if status, body := e.portal.ask(e.portal.assertion("other"), "amir"); status != 400 || body["error"] != "invalid_grant" {
		t.Errorf("a token that was given to another client: %d %v", status, body)
	}
	amir.Get(at).Refused(403, "denied")
	amir.Post(at+"/answers", object{"answer": "given", "signature": e.signedThere()}).Refused(403, "denied")
	amir.Get("/my/log-extract").Refused(403, "denied")
	amir.Get("/my/plan-requests").Want(200)
	sam.Post(c+"/endings", object{}).Want(200)
	for _, path := range []string{at, "/my/plan-requests", "/my/request-receivers", "/my/plans", "/me"} {
		amir.Get(path).Refused(401, "unauthenticated")
	}
	amir.Post("/my/plan-requests", asks("goteborg", demo.Find("lo").Number)).Refused(401, "unauthenticated")
	amir.Post(at+"/answers", object{"answer": "given"}).Refused(401, "unauthenticated")
	e.amir.Get(at).Want(200).Shows(`"myAnswer":"pending"`)
}
