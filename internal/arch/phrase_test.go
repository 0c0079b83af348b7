package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"samplan/internal/phrase"
)

// saying are the functions whose first argument is a phrase's key.
var saying = []string{"Say", "say", "fact", "chapter"}

// said finds the texts that a file of Go has, and which of them it says.
func said(t *testing.T, name string, source any) (texts, keys []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			if text, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING {
				texts = append(texts, text)
			}
		case *ast.CallExpr:
			if key := saidBy(n); key != "" {
				keys = append(keys, key)
			}
		}
		return true
	})
	return texts, keys
}

func saidBy(c *ast.CallExpr) string {
	of, isMethod := c.Fun.(*ast.SelectorExpr)
	if !isMethod || !slices.Contains(saying, of.Sel.Name) || len(c.Args) == 0 {
		return ""
	}
	key, isText := c.Args[0].(*ast.BasicLit)
	if !isText {
		return ""
	}
	text, _ := strconv.Unquote(key.Value) // the parser has taken it for a string
	return text
}

// phraseBreaks finds what is said and is no phrase, and phrases that nothing says.
func phraseBreaks(known, texts, keys []string) []string {
	var out []string
	for _, k := range keys {
		if !slices.Contains(known, k) {
			out = append(out, k+" is said and is no phrase")
		}
	}
	for _, k := range known {
		if !slices.Contains(texts, k) {
			out = append(out, k+" is a phrase that nothing says")
		}
	}
	return out
}

// TestPhrases: the program says no phrase that is not there, and a translator translates none in vain.
func TestPhrases(t *testing.T) {
	t.Parallel()
	var known, texts, keys []string
	for _, k := range phrase.Swedish.Keys() {
		known = append(known, string(k))
	}
	for _, f := range tracked(t) {
		if strings.HasPrefix(f, "internal/") && strings.HasSuffix(f, ".go") && !strings.HasSuffix(f, "_test.go") && !strings.HasSuffix(f, ".gen.go") {
			has, says := said(t, root+"/"+f, nil)
			texts, keys = append(texts, has...), append(keys, says...)
		}
	}
	if len(keys) < 50 {
		t.Errorf("only %d phrases are said: where are the others?", len(keys))
	}
	report(t, phraseBreaks(known, texts, keys))
}

func TestPhraseBreaksAreFound(t *testing.T) {
	t.Parallel()
	texts, keys := said(t, "planted.go", `package x
func f() { s.say("plan.goal"); s.fact("plan.gaol", "not said"); other("nor this"); m["log.read"] = 1; s.say(key) }`)
	wantBreaks(t, phraseBreaks([]string{"plan.goal", "log.read", "plan.old"}, texts, keys), "plan.gaol is said", "plan.old is a phrase that nothing says")
}
