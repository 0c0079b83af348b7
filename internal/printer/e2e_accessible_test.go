//go:build e2e

package printer

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"samplan/internal/audit"
	"samplan/internal/civil"
	"samplan/internal/document"
)

// axe is the checker of accessibility, in the version that these tests are green with.
const axe = "axe-core@4.14.1"

// rules are those of WCAG 2.2 AA, and what axe itself holds to be good.
const rules = `axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(r =>
  JSON.stringify({passes: r.passes.length, violations: r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' '))}))`

func checker(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	cmd := exec.CommandContext(t.Context(), "npm", "install", "--no-audit", "--no-fund", "--prefix", dir, axe)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("npm: %v\n%s", err, out)
	}
	text, err := os.ReadFile(filepath.Join(dir, "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// sample is a document with one of everything that the layout knows, and a copy of it with a part left out.
func sample(t *testing.T) [][]byte {
	t.Helper()
	secret, _, err := audit.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	signer, err := audit.ReadSigner(secret)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := document.NewMaker(signer).HTML(document.Document{
		ID: "01995c3e-7a10-7c41-9a52-3f0b6d1e0d01", Title: "Plan", About: "Om dokumentet.", Made: civil.MustParse("2026-03-02"),
		Blocks: []document.Block{
			{Level: 2, Heading: "Om planen", Facts: []document.Fact{{Name: "Barn", Value: "Lo Exempelsson"}}},
			{Level: 2, Heading: "Deltagare", Text: "Nämnden", Table: &document.Table{Head: []string{"Verksamhet", "Läge"}, Rows: [][]string{{"Barn och unga 1", "Deltar"}}}},
			{Level: 2, Heading: "Mål"},
			{Level: 3, Heading: "Mål 1", Text: "En rad\noch en till", Facts: []document.Fact{{Name: "Slag", Value: "På lång sikt"}}},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	redacted, err := document.Redact(whole, []int{5})
	if err != nil {
		t.Fatal(err)
	}
	return [][]byte{whole, redacted}
}

// TestE2EDocumentsAreAccessible: the layout that all documents share breaks no rule of WCAG 2.2 AA that a program can check.
func TestE2EDocumentsAreAccessible(t *testing.T) {
	t.Parallel()
	where, err := Find(os.Getenv(Variable))
	if err != nil {
		t.Fatal(err)
	}
	b, err := start(t.Context(), where)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.close() })
	script := checker(t)
	for _, text := range append(sample(t), []byte("<!doctype html><title>x</title><img src='data:,'>")) {
		var found string
		tab, closeTab := chromedp.NewContext(b.line)
		err := chromedp.Run(tab,
			chromedp.ActionFunc(func(ctx context.Context) error {
				frame, err := page.GetFrameTree().Do(ctx)
				if err != nil {
					return err
				}
				return page.SetDocumentContent(frame.Frame.ID, string(text)).Do(ctx)
			}),
			chromedp.Evaluate(script+"; 0", nil),
			chromedp.Evaluate(rules, &found, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
		closeTab()
		if err != nil {
			t.Fatal(err)
		}
		isOurs := strings.Contains(string(text), "samplan part")
		if isFine := strings.Contains(found, `"violations":[]`); isFine != isOurs {
			t.Errorf("ours: %t, fine: %t, %s", isOurs, isFine, found)
		}
	}
}
