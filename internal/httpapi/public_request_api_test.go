package httpapi_test

import (
	"regexp"
	"testing"

	"samplan/internal/testkit"
)

// made are what two documents of one day differ in whatever they say: their own names and signatures.
var made = regexp.MustCompile(`(?s)[0-9a-f]{8}-[0-9a-f-]{27}|<script.*?</script>|<pre.*?</pre>|[A-Za-z0-9+/_=-]{40,}`)

// harmful is why something is not handed out.
var harmful = object{"refusal": object{"paragraph": "OSL 26:1", "reason": "Det kan vara till men."}}

func askedOf(c testkit.Client) string {
	return "/public-requests/" + c.Post("/public-requests", object{"text": "Allt om ett barn", "receivedOn": day}).Want(201).Hides("requester").Text("id")
}

// wantOnlyTheirs fails unless the request is there for its unit alone.
func (k *kept) wantOnlyTheirs(at string) {
	for _, who := range []string{"lena", "bea", "liv"} {
		k.As(who).Get(at).Refused(404, "not-found")
		k.As(who).Get("/public-requests").Want(200).Hides("Allt om ett barn")
	}
	k.As("amir").Get(at).Refused(403, "denied")
}

// TestR59APublicDocumentRequest: what leaves is what was decided to leave, without what was masked, and nothing of the rest; what is
// refused is told in the same words whether or not there is anything; and nobody outside the unit learns of the request.
func TestR59APublicDocumentRequest(t *testing.T) {
	t.Parallel()
	k := newKept(t)
	const shown, name, kept = "Familjen får stöd av", "Okänd Okändsson", "Det här är hemligt"
	kim := k.As("kim")
	item := func(text string) string {
		return k.karin.Post(k.plan+"/interventions", object{"title": text, "text": text + " enligt " + name, "visibility": "family"}).Want(201).Text("id")
	}
	out, masked, refused := item("=HYPERLINK(1)"), item(shown+" "+name), item(kept)
	k.As("lo").Post("/my/items/"+out+"/objections", object{"text": "Det är fel", "keepFromGuardians": true}).Want(201)
	k.As("amir").Post("/my/items/"+out+"/objections", object{"text": "Stämmer inte"}).Want(201)

	at := askedOf(k.karin)
	theirs := k.karin.Get(k.plan).ID("interventions", "title", "Anpassad studiegång")
	k.karin.Post(at+"/items", object{"itemId": theirs}).Refused(403, "denied")
	k.karin.Post(at+"/items", object{"itemId": madeUp}).Refused(404, "not-found")
	for _, i := range []string{out, masked, refused} {
		k.karin.Post(at+"/items", object{"itemId": i}).Want(200)
	}
	k.karin.Post(at+"/items", object{"itemId": out}).Refused(409, "duplicate")
	k.wantOnlyTheirs(at)
	k.karin.Post(at+"/decisions", harmful).Refused(403, "denied")
	kim.Post(at+"/decisions", harmful).Refused(422, "invalid-value", "/items")
	k.karin.Get(at+"/document?language=sv").Refused(409, "not-decided")
	test := func(i, outcome string, more object) {
		o := object{"itemId": i, "outcome": outcome, "paragraph": "OSL 26:1", "reason": "KANARIE-skadeprövning"}
		for f, v := range more {
			o[f] = v
		}
		k.karin.Post(at+"/assessments", o).Want(200)
	}
	test(out, "out", object{"reservation": "Får inte lämnas vidare"})
	test(masked, "masked", object{"maskedTexts": []any{name}})
	test(refused, "refused", nil)
	k.karin.Put("/interventions/"+out, k.karin.Get("/interventions/"+out).ETag(), object{"title": "=HYPERLINK(2)", "status": "ongoing", "category": "interventions", "visibility": "family"}).Want(200)
	kim.Post(at+"/decisions", harmful).Refused(422, "invalid-value", "/items") // it is another text than the one that was tested
	test(out, "out", object{"reservation": "Får inte lämnas vidare"})
	kim.Post(at+"/decisions", harmful).Want(200).Shows(`"state":"decided"`)
	kim.Post(at+"/decisions", harmful).Refused(409, "already-answered")
	k.karin.Post(at+"/assessments", object{"itemId": refused, "outcome": "out"}).Refused(409, "already-answered")
	k.karin.Post(at+"/items", object{"itemId": theirs}).Refused(403, "denied")

	hidden := []string{name, kept, "KANARIE-skadeprövning", "Det är fel", "Karin", out, masked, refused, "Lo Haddad"}
	k.karin.Get(at+"/document?language=sv").Want(200).Shows(shown, "[maskat]", "HYPERLINK(2)", "Stämmer inte", "Får inte lämnas vidare", "kammarrätten").Hides(hidden...)
	k.karin.Get(at+"/export").Want(200).Shows("'=HYPERLINK(2)", shown+" [maskat]", "Stämmer inte").Hides(hidden...)
	k.karin.Put("/interventions/"+out, k.karin.Get("/interventions/"+out).ETag(), object{"title": "Senare", "status": "ongoing", "category": "interventions", "visibility": "unit"}).Want(200)
	kim.Get(at + "/document?language=sv").Want(200).Shows("HYPERLINK(2)").Hides("Senare") // an answer does not change
}

// TestR59NothingIsToldOfNothing: what is refused is told in the same words whether or not there is anything.
func TestR59NothingIsToldOfNothing(t *testing.T) {
	t.Parallel()
	k := newKept(t)
	kim := k.As("kim")
	none, nothing := askedOf(k.karin), askedOf(k.karin)
	k.karin.Post(none+"/items", object{"itemId": k.item}).Want(200)
	k.karin.Post(none+"/assessments", object{"itemId": k.item, "outcome": "refused", "paragraph": "OSL 25:1", "reason": "KANARIE-skadeprövning"}).Want(200)
	kim.Post(none+"/decisions", harmful).Want(200)
	kim.Post(nothing+"/decisions", harmful).Want(200)
	for _, copied := range []string{"/document?language=sv", "/document?language=en", "/export"} {
		one, other := k.karin.Get(none+copied).Want(200), k.karin.Get(nothing+copied).Want(200)
		if made.ReplaceAllString(one.Body, "") != made.ReplaceAllString(other.Body, "") {
			t.Errorf("%s tells whether there was anything:\n%s\n%s", copied, one.Body, other.Body)
		}
	}
}
