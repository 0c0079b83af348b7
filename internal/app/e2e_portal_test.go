//go:build e2e

package app_test

import (
	"bufio"
	"context"
	"crypto/rand"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"samplan/internal/demo"
	"samplan/internal/printer"
)

// portal is the example portal in a process of its own.
type portal struct {
	*service
	url string
}

func newPortal(t *testing.T) *portal {
	t.Helper()
	folder, err := filepath.Abs("../../openapi/portal")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(folder, "dist", "portal.js")); err != nil {
		t.Fatal("the example portal is not built: npm ci --prefix openapi/portal && npm run build --prefix openapi/portal")
	}
	s := newService(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &portal{service: s, url: "http://" + l.Addr().String()}
	_, port, _ := net.SplitHostPort(l.Addr().String())
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	s.citizen.stop()
	s.citizen.settings["portal"] = p.url
	s.citizen.start("first")
	c := exec.CommandContext(context.WithoutCancel(t.Context()), "node", "dist/portal.js")
	c.Dir, c.Stderr = folder, t.Output()
	c.Env = append(os.Environ(), "PORT="+port, "SAMPLAN="+s.url, "ISSUER="+s.citizen.url, "CLIENT_ID=example-portal", "AUDIENCE="+audience)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = c.Process.Kill(), c.Wait() })
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "ready\n" {
		t.Fatalf("the portal says %q: %v", line, err)
	}
	return p
}

func newBrowser(t *testing.T) context.Context {
	t.Helper()
	where, err := printer.Find(os.Getenv(printer.Variable))
	if err != nil {
		t.Fatal(err)
	}
	flags := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(where), chromedp.NoSandbox, chromedp.Flag("disable-quic", true))
	alloc, stop := chromedp.NewExecAllocator(context.WithoutCancel(t.Context()), flags...)
	ctx, end := chromedp.NewContext(alloc)
	t.Cleanup(func() { end(); stop() })
	if err := chromedp.Run(ctx); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// visitor is somebody at the portal, with a browser of their own.
type visitor struct {
	*portal
	tab context.Context //nolint:containedctx // what chromedp works in
}

// visit signs somebody in.
func (p *portal) visit(subject string) visitor {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(newBrowser(p.t), time.Minute)
	p.t.Cleanup(cancel)
	v := visitor{p, ctx}
	if text := v.read("/"); !strings.Contains(text, "Logga in med e-legitimation") {
		p.t.Errorf("before signing in: %s", text)
	}
	v.read("/login?hint=" + subject + "%7Cloa3")
	return v
}

// read looks at a page.
func (v visitor) read(path string) (text string) {
	v.t.Helper()
	if err := chromedp.Run(v.tab, chromedp.Navigate(v.url+path), chromedp.Text("main", &text)); err != nil {
		v.t.Fatalf("%s: %v", path, err)
	}
	return text
}

// press presses the button of the consent with a purpose.
func (v visitor) press(purpose, button string) {
	v.t.Helper()
	v.read("/consents")
	at := `//li[contains(., "` + purpose + `")]//button[text()="` + button + `"]`
	if _, err := chromedp.RunResponse(v.tab, chromedp.Click(at)); err != nil { // until the next page is there
		v.t.Fatalf("%s: %v", button, err)
	}
}

func (v visitor) wants(path string, shows, hides []string) {
	v.t.Helper()
	text := v.read(path)
	for _, s := range shows {
		if !strings.Contains(text, s) {
			v.t.Errorf("%s: %q is missing in %s", path, s, text)
		}
	}
	for _, s := range hides {
		if strings.Contains(text, s) {
			v.t.Errorf("%s: %q is shown", path, s)
		}
	}
}

// post commands as a member of staff.
func (s *service) post(path, token string, body any) map[string]any {
	s.t.Helper()
	text, err := json.Marshal(body)
	if err != nil {
		s.t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, s.url+path, strings.NewReader(string(text)))
	if err != nil {
		s.t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+token)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Idempotency-Key", rand.Text())
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	got, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode >= http.StatusMultipleChoices {
		s.t.Fatalf("%s: %s %s %v", path, res.Status, got, err)
	}
	var o map[string]any
	if err := json.Unmarshal(got, &o); err != nil {
		s.t.Fatal(err)
	}
	return o
}

// What social services write in Lo's plan: for the family, for the parties, and for themselves.
const treatment, inquiry, note = "Familjebehandling", "Utredning av familjens situation", "Mamma vill bli ringd"

// TestE2EPortal: guardians give a limited consent in the example portal, in a real browser, and the school sees exactly that;
// one of them thinks better of it, and it is gone; the log extract tells it; and each of the family sees a view of their own.
func TestE2EPortal(t *testing.T) {
	t.Parallel()
	p := newPortal(t)
	const purpose = "Skolan behöver känna till utredningen"
	karin := p.staff.browser().signIn(demo.Find("karin").Subject(), "loa3").access
	lena := p.staff.browser().signIn(demo.Find("lena").Subject(), "loa3").access
	at, child := p.lo(lena)
	schoolSees := func(want bool) {
		t.Helper()
		if _, text := p.get("/v1"+at, lena); strings.Contains(text, inquiry) != want || strings.Contains(text, note) {
			t.Errorf("the school sees the inquiry: want %v, got %s", want, text)
		}
	}
	schoolSees(false)
	p.post("/v1/children/"+child+"/consents", karin, map[string]any{
		"kind": "share", "purpose": purpose, "form": "e-identification", "validFrom": "2020-12-15", "validTo": "2021-06-30",
		"scopes": []any{map[string]any{"fromBranchId": demo.BranchID("vh-social"), "toBranchId": demo.BranchID("vh-school"), "categories": []string{"family-situation"}}},
	})
	amir, eva, lo := p.visit("a-pairwise-subject"), p.visit("eva"), p.visit("lo")
	amir.wants("/", []string{"Lo Haddad"}, nil)
	amir.wants(at, []string{treatment, "Korttidsvistelse", "någon att vara med på rasten"}, []string{inquiry})
	amir.wants("/consents", []string{purpose, "familjens situation", "2021-06-30"}, nil)
	amir.press(purpose, "Jag samtycker")
	schoolSees(false)
	eva.press(purpose, "Jag samtycker")
	schoolSees(true)
	amir.press(purpose, "Jag ångrar mig")
	schoolSees(false)
	amir.wants("/log", []string{"Herrgårdsskolan", "Barn och unga 1"}, []string{"Karin", inquiry})

	p.withhold(karin, at, child)
	amir.wants(at, []string{"Korttidsvistelse"}, []string{treatment})
	eva.wants(at, []string{"Korttidsvistelse", treatment}, nil)
	lo.wants(at, []string{"Korttidsvistelse", treatment}, nil)
	lo.wants("/consents", nil, []string{purpose}) // is not asked at that age
	amir.wants("/out", []string{"Logga in med e-legitimation"}, nil)
	amir.wants(at, []string{"Logga in med e-legitimation"}, []string{"Korttidsvistelse"})
}

// row gives the object of a list that has a field with a value.
func (s *service) row(path, token, list, field, value string) map[string]any {
	s.t.Helper()
	_, text := s.get(path, token)
	var all map[string]any
	if err := json.Unmarshal([]byte(text), &all); err != nil {
		s.t.Fatal(err)
	}
	rows, _ := all[list].([]any)
	for _, r := range rows {
		if row, _ := r.(map[string]any); row[field] == value {
			return row
		}
	}
	s.t.Fatalf("no %s with %s %q in %s", list, field, value, text)
	return nil
}

// lo finds Lo's plan, and what the school calls the child.
func (p *portal) lo(lena string) (at, child string) {
	p.t.Helper()
	row := p.row("/v1/plans", lena, "plans", "childName", "Lo Haddad")
	plan, _ := row["id"].(string)
	child, _ = row["childId"].(string)
	return "/plans/" + plan, child
}

// withhold keeps the treatment from Amir.
func (p *portal) withhold(karin, at, child string) {
	p.t.Helper()
	item, _ := p.row("/v1"+at, karin, "interventions", "title", treatment)["id"].(string)
	amir := p.row("/v1/children/"+child+"/relations", karin, "relations", "givenName", "Amir")["personId"]
	p.post("/v1/items/"+item+"/withholdings", karin, map[string]any{"personId": amir, "reason": "Bedömning"})
}
