package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

const root = "../.."

// source is one Go file of the repository.
type source struct {
	path  string // from the top of the repository, with slashes
	set   *token.FileSet
	file  *ast.File
	lines int
}

func (s source) dir() string          { return s.path[:strings.LastIndex(s.path, "/")] }
func (s source) isTest() bool         { return strings.HasSuffix(s.path, "_test.go") }
func (s source) line(p token.Pos) int { return s.set.Position(p).Line }

// parse reads one Go file from text.
func parse(t *testing.T, path, text string) source {
	t.Helper()
	s, err := parsed(path, text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func parsed(path, text string) (source, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, text, parser.ParseComments)
	return source{path, set, file, strings.Count(text, "\n")}, err
}

// sources gives every Go file that people write.
func sources(t *testing.T) []source {
	t.Helper()
	all, err := tree()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 100 {
		t.Fatalf("only %d files found", len(all))
	}
	return slices.Clone(all)
}

// tree is read once for all tests: they only look.
var tree = sync.OnceValues(func() (all []source, err error) {
	for _, top := range []string{"cmd", "internal", "migrations", "openapi", "policy"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil || isGenerated(path, text) {
				return err
			}
			name, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			s, err := parsed(filepath.ToSlash(name), string(text))
			all = append(all, s)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
})

// isGenerated reads the head alone: the largest files are those that no people write.
func isGenerated(path string, text []byte) bool {
	file, err := parser.ParseFile(token.NewFileSet(), path, text, parser.ParseComments|parser.PackageClauseOnly)
	return err == nil && ast.IsGenerated(file)
}

// tracked lists the files that git keeps; a copy without git is taken as it lies there.
func tracked(t *testing.T) []string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "git", "-C", root, "ls-files", "-z", "--cached").Output()
	if files := strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00"); err == nil && len(files) > 1 {
		return files
	}
	var files []string
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(root, path)
		files = append(files, filepath.ToSlash(name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// report tells every break of a rule.
func report(t *testing.T, breaks []string) {
	t.Helper()
	for _, b := range breaks {
		t.Error(b)
	}
}

// wantBreaks asks that a planted input is found out, with these words in this order.
func wantBreaks(t *testing.T, got []string, words ...string) {
	t.Helper()
	if len(got) != len(words) {
		t.Fatalf("got %q, want %d breaks", got, len(words))
	}
	for i, w := range words {
		if !strings.Contains(got[i], w) {
			t.Errorf("break %d is %q, want %q in it", i, got[i], w)
		}
	}
}
