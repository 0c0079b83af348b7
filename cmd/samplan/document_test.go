package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/document"
)

// TestDocumentFromTheCommandLine takes a document through its life as somebody does who has nothing but the file.
func TestDocumentFromTheCommandLine(t *testing.T) {
	t.Parallel()
	private := filepath.Join(t.TempDir(), "document.pem")
	made := run(t, "document", "key", "--out", private)
	wantSaid(t, made, 0, "-----BEGIN PUBLIC KEY-----", "")
	wantSaid(t, run(t, "document", "key", "--out", private), 1, "", "exists")
	signer, public := keyFiles(t, "own")
	_, other := keyFiles(t, "other")
	page, err := document.NewMaker(signer).HTML(document.Document{
		ID: "01995c3e-7a10-7c41-9a52-3f0b6d1e0d01", Title: "Plan", Made: civil.MustParse("2026-03-02"),
		Blocks: []document.Block{{Level: 3, Heading: "Insats", Text: "hemligt"}, {Level: 3, Heading: "Mål"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	file, copied := fileWith(t, string(page)), filepath.Join(t.TempDir(), "copy.html")
	wantSaid(t, run(t, "document", "verify", file), 0, "The key comes from the document itself", "")
	wantSaid(t, run(t, "document", "verify", file, "--key", public), 0, "Proved: nothing was changed", "")
	wantSaid(t, run(t, "document", "verify", file, "--key", other), 3, "WRONG  it is signed with key", "a document is not proved")
	wantSaid(t, run(t, "document", "redact", file), 0, "   2  Insats hemligt", "")
	wantSaid(t, run(t, "document", "redact", file, "--leave-out", "2", "--out", copied), 0, "", "")
	wantSaid(t, run(t, "document", "verify", "--key", public, file, copied), 0, "1 parts are left out", "")
	text, err := os.ReadFile(copied)
	if err != nil || strings.Contains(string(text), "hemligt") {
		t.Errorf("the copy: %v\n%s", err, text)
	}
	changed := fileWith(t, strings.Replace(string(page), "hemligt", "öppet", 1))
	wantSaid(t, run(t, "document", "verify", "--key", public, changed), 3, "WRONG  part 2 was changed", "a document is not proved")
	for _, c := range [][]string{
		{},
		{"prove"},
		{"verify"},
		{"verify", "/nowhere/at/all"},
		{"verify", fileWith(t, "x")},
		{"redact"},
		{"redact", file, "--leave-out", "2"},
		{"redact", file, "--leave-out", "two", "--out", copied + "2"},
		{"redact", changed},
		{"key"},
	} {
		if got := run(t, append([]string{"document"}, c...)...); got.code != 1 || got.complaints == "" {
			t.Errorf("%q: got %+v", c, got)
		}
	}
	wantSaid(t, run(t, "document", "verify", "-h"), 0, "Exit code:", "")
}
