package httpapi_test

import (
	"strings"
	"testing"

	"samplan/internal/testkit"
)

// TestFamilyDocumentsInEveryLanguage: what the documents say is in the language asked for; what people have written stays.
// Long because it is one table.
func TestFamilyDocumentsInEveryLanguage(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	plan, _ := planOf(w.As("lena"), "Lo Haddad")
	w.As("amir").Post("/my/plans/"+plan+"/disagreements", object{"text": "أريد شيئا آخر"}).Want(201)
	document := "/my/plans/" + plan + "/document?language="
	followUp := "/my/plans/" + plan + "/follow-up-document?language="
	const log = "/my/log-extract/page?from=" + before + "&language="
	for _, c := range []struct {
		path         string
		shows, hides []string
	}{
		{document + "sv-simple", []string{`<html lang="sv-simple">`, "<h2>Hjälp: det här gör vi</h2>", "Familjebehandling", "Gemensam plan (SIP)"}, []string{"<h2>Insatser</h2>"}},
		{
			document + "ar",
			[]string{
				`<html lang="ar" dir="rtl">`, "<h2>إجراءات الدعم</h2>", `<h3><bdi lang="sv">Familjebehandling</bdi></h3>`, `<bdi lang="sv">Lo Haddad</bdi>`,
				`<p class="text" dir="auto">أريد شيئا آخر</p>`, "<title>خطة فردية منسَّقة (SIP)</title>", `lang="sv">Den här delen`,
			},
			[]string{"Insatser", "Interventions", "Ansvarar", "\u2068"},
		},
		{document + "en", []string{`<html lang="en">`, "<h2>Interventions</h2>", `<bdi lang="sv">Familjebehandling</bdi>`}, []string{"Insatser"}},
		{followUp + "ar", []string{`dir="rtl"`, "<h1>متابعة الخطة</h1>"}, []string{"Uppföljning"}},
		{followUp + "sv-simple", []string{"<h1>Hur går det?</h1>"}, nil},
		{log + "ar", []string{`dir="rtl"`, "<h1>كشف سجل الاطلاع</h1>", `<bdi lang="sv">Lo Haddad</bdi>`}, []string{"Läste", "Read "}},
		{log + "sv-simple", []string{"<h1>Vem har läst om barnet?</h1>"}, []string{"Loggutdrag"}},
	} {
		proved(t, w.As("amir").Get(c.path).Want(200).Shows(c.shows...).Hides(c.hides...))
		proved(t, w.As("amir").Get(c.path+"&format=pdf").Want(200))
	}
	for _, path := range []string{document, followUp, log} {
		for _, unknown := range []string{"fi", "AR", "sv-SE", "sv_simple", "ar,en", "", "../sv", "%00", strings.Repeat("a", 300)} {
			w.As("amir").Get(path + unknown).Want(400).Hides("<html")
		}
	}
	for _, unknown := range []string{"ar", "sv-simple"} {
		w.As("lena").Get("/plans/" + plan + "/document?language=" + unknown).Want(400)
	}
	w.As("samira").Get(document+"ar").Refused(404, "not-found")
}

// TestPhrases: anyone gets the words of codes, in each language, and not again while they are the same.
func TestPhrases(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	tags := map[string]bool{}
	for language, want := range map[string][]string{
		"sv": {`"direction":"ltr"`, `"established":"Fastställd"`}, "sv-simple": {`"established":"Planen är klar"`, "Lätt svenska"},
		"en": {`"established":"Established"`}, "ar": {`"direction":"rtl"`, `"guardian":"ولي الأمر"`},
	} {
		path := "/phrases?language=" + language
		a := w.As("").Get(path).Want(200).Shows(want...).Shows(`"language":"` + language + `"`)
		if a.Header.Get("Cache-Control") != "public, max-age=3600" || tags[a.ETag()] {
			t.Errorf("%s: %q, tag %s", language, a.Header.Get("Cache-Control"), a.ETag())
		}
		tags[a.ETag()] = true
		for _, held := range []string{a.ETag(), "W/" + a.ETag(), `"other", ` + a.ETag(), "*"} {
			again := w.As("").Send("GET", path, nil, "If-None-Match", held).Want(304)
			if again.Body != "" || again.ETag() != a.ETag() {
				t.Errorf("%s for %s: %q %s", language, held, again.Body, again.ETag())
			}
		}
		for _, held := range []string{`"other"`, "", a.ETag() + "x", strings.Trim(a.ETag(), `"`)} {
			w.As("").Send("GET", path, nil, "If-None-Match", held).Want(200)
		}
	}
	for _, who := range []string{"amir", "karin", "lo"} {
		w.As(who).Get("/phrases").Want(200).Shows(`"language":"sv"`)
	}
	for _, unknown := range []string{"fi", "AR", "", "../staff/sv", "sv,en"} {
		w.As("").Get("/phrases?language="+unknown).Refused(400, "malformed-request")
	}
	w.As("").Send("GET", "/phrases", nil, "If-None-Match", strings.Repeat("a", 201)).Refused(400, "malformed-request")
}
