package arch

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// top is the whole top level of the repository, dot-files apart.
const top = "Dockerfile README.md cmd go.mod go.sum internal migrations openapi policy"

func topBreaks(files []string) []string {
	var out, found []string
	for _, f := range files {
		name, _, _ := strings.Cut(f, "/")
		if strings.HasPrefix(name, ".") || slices.Contains(found, name) {
			continue
		}
		found = append(found, name)
		if !has(top, name) {
			out = append(out, name+" does not belong at the top")
		}
	}
	for _, name := range strings.Fields(top) {
		if !slices.Contains(found, name) {
			out = append(out, name+" is missing at the top")
		}
	}
	return out
}

func TestTopLevel(t *testing.T) {
	t.Parallel()
	report(t, topBreaks(tracked(t)))
	files := []string{".gitignore", ".ci/run", "cmd/samplan/main.go", "docs/adr.md", "go.mod", "go.sum", "internal/a/a.go", "migrations/a.sql", "openapi/a", "policy/a", "README.md"}
	wantBreaks(t, topBreaks(files), "docs does not belong", "Dockerfile is missing")
}

// machine finds what is only true on somebody's own machine.
var machine = regexp.MustCompile(`(^|[^\w./:-])(/(` + `home|Users|root|work|mnt|media)/[\w.-]+|/tmp/[a-z]\w*/|[A-Z]:\\Users\\)`)

// mayName tells whether machine can find anything: looking for a word in the whole tree is cheap, trying an expression is not.
func mayName(text []byte) bool {
	for _, folder := range strings.Fields("home Users root work mnt media tmp") {
		if bytes.Contains(text, []byte("/"+folder+"/")) {
			return true
		}
	}
	return bytes.Contains(text, []byte(`:\Users\`))
}

// machineBreaks finds such paths in one text.
func machineBreaks(path string, text []byte) []string {
	if !mayName(text) {
		return nil
	}
	var out []string
	for i, line := range bytes.Split(text, []byte("\n")) {
		if !mayName(line) {
			continue
		}
		// Homebrew's own place is the same on every machine.
		if m := machine.Find(bytes.ReplaceAll(line, []byte("/home/linuxbrew/"), nil)); m != nil {
			out = append(out, fmt.Sprintf("%s:%d names a place on one machine: %s", path, i+1, bytes.TrimSpace(m)))
		}
	}
	return out
}

func TestNoPathsOfOneMachine(t *testing.T) {
	t.Parallel()
	for _, f := range tracked(t) {
		text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(f)))
		if os.IsNotExist(err) { // removed, and not yet told to git
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		report(t, machineBreaks(f, text))
	}
	planted := strings.ReplaceAll("see #home#karin/notes\nC:\\Users\\karin\n#tmp#plan#x\nGET #v1#work/plans\nhttps:##home#x\n`#root#go`\n", "#", "/")
	wantBreaks(t, machineBreaks("a.md", []byte(planted)), "a.md:1", "a.md:2", "a.md:3", "a.md:6")
}
