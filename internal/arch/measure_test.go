package arch

import (
	"fmt"
	"go/ast"
	"maps"
	"slices"
	"strings"
	"testing"
)

const (
	longestFile     = 250
	longestFunction = 50
	// reasonForLength begins the comment of a file or function that is longer, followed by why.
	reasonForLength = "Long because "
)

// lengthBreaks finds files and functions that are too long without a reason beside them.
func lengthBreaks(all []source) []string {
	var out []string
	for _, s := range all {
		if s.lines > longestFile && !fileHasReason(s.file) {
			out = append(out, fmt.Sprintf("%s has %d lines", s.path, s.lines))
		}
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := s.line(f.End()) - s.line(f.Pos()) + 1; n > longestFunction && !strings.Contains(f.Doc.Text(), reasonForLength) {
				out = append(out, fmt.Sprintf("%s:%d %s has %d lines", s.path, s.line(f.Pos()), f.Name.Name, n))
			}
		}
	}
	return out
}

// fileHasReason looks at the comments before the first declaration that is not an import.
func fileHasReason(f *ast.File) bool {
	for _, c := range f.Comments {
		if c.Pos() < f.Name.Pos() && strings.Contains(c.Text(), reasonForLength) {
			return true
		}
	}
	return false
}

func TestLength(t *testing.T) {
	t.Parallel()
	report(t, lengthBreaks(sources(t)))
}

func TestLengthCanFail(t *testing.T) {
	t.Parallel()
	body := "{\n" + strings.Repeat("\t_ = 1\n", longestFunction) + "}\n"
	rows := strings.Repeat("// x\n", longestFile)
	all := []source{
		parse(t, "a.go", "package a\n\nfunc long() "+body),
		parse(t, "b.go", "package a\n\n// long is a list.\n// Long because it is one list.\nfunc long() "+body),
		parse(t, "c.go", "package a\n\n"+rows),
		parse(t, "d.go", "// Long because it is a table.\n\npackage a\n\n"+rows),
		parse(t, "e.go", "package a\n\nfunc (x T) long() "+body),
	}
	wantBreaks(t, lengthBreaks(all), "a.go:3 long has 52", "c.go has 252", "e.go:3 long")
}

// commentBreaks finds packages without a comment that says what they are for.
func commentBreaks(all []source) []string {
	has := map[string]bool{}
	for _, s := range all {
		if !s.isTest() {
			has[s.dir()] = has[s.dir()] || len(s.file.Doc.Text()) > 20
		}
	}
	var out []string
	for _, dir := range slices.Sorted(maps.Keys(has)) {
		if !has[dir] {
			out = append(out, dir+" has no package comment")
		}
	}
	return out
}

func TestPackageComments(t *testing.T) {
	t.Parallel()
	report(t, commentBreaks(sources(t)))
	wantBreaks(t, commentBreaks([]source{
		parse(t, "internal/a/a.go", "package a\n"),
		parse(t, "internal/a/a_test.go", "// Package a is described in its tests only.\npackage a\n"),
		parse(t, "internal/b/doc.go", "// Package b is for showing that this is found.\npackage b\n"),
		parse(t, "internal/b/b.go", "package b\n"),
	}), "internal/a has no")
}
