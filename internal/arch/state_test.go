package arch

import (
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"slices"
	"strings"
	"testing"
)

// kept says which package variables change while the program runs, and why that is right.
var kept = map[string]string{
	"internal/access.evaluations": "a counter that only a test reads (P13)",
	"internal/fault.codes":        "each code enters itself while the package begins; afterwards it is only read",
	"internal/httpapi.buffers":    "memory for bodies, emptied before it is used again",
	"internal/testkit.once":       "one private server for all tests of a program",
	"internal/testkit.shared":     "the same",
	"internal/testkit.broken":     "the same",
	"internal/testkit.template":   "the same",
}

// stateBreaks finds init functions, and package variables that hold state: of a kind made to change, declared without a
// value, or written by some function. Tests are left out. It reads syntax and not types, so an alias could escape it;
// review sees the rest.
func stateBreaks(all []source, kept map[string]string) []string {
	var out []string
	byDir := map[string][]source{}
	for _, s := range all {
		if s.isTest() {
			continue
		}
		byDir[s.dir()] = append(byDir[s.dir()], s)
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				out = append(out, s.path+" has an init function")
			}
		}
	}
	used := map[string]bool{}
	for _, dir := range slices.Sorted(maps.Keys(byDir)) {
		state := stateOf(byDir[dir])
		for _, name := range slices.Sorted(maps.Keys(state)) {
			used[dir+"."+name] = true
			if kept[dir+"."+name] == "" {
				out = append(out, fmt.Sprintf("%s.%s %s", dir, name, state[name]))
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(kept)) {
		if !used[name] {
			out = append(out, name+" needs no exception")
		}
	}
	return out
}

// stateOf finds the variables of one package that hold state, and how that shows.
func stateOf(files []source) map[string]string {
	state, specs := map[string]string{}, map[string]*ast.ValueSpec{}
	for _, s := range files {
		for _, d := range s.file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, spec := range g.Specs {
				v := spec.(*ast.ValueSpec) // a var declaration holds nothing else
				embedded := strings.Contains(text(g.Doc)+text(v.Doc), "//go:embed ")
				for _, n := range v.Names {
					if n.Name == "_" { // holds nothing: it asks the compiler something
						continue
					}
					specs[n.Name] = v
					if why := declared(v); why != "" && !embedded {
						state[n.Name] = why
					}
				}
			}
		}
	}
	for _, s := range files {
		writes(s, specs, func(name string) {
			if state[name] == "" {
				state[name] = "is written in " + s.path
			}
		})
	}
	return state
}

func text(c *ast.CommentGroup) string {
	var b strings.Builder
	if c != nil {
		for _, l := range c.List {
			b.WriteString(l.Text + "\n")
		}
	}
	return b.String()
}

// declared tells whether a declaration shows that the variable is there to change.
func declared(v *ast.ValueSpec) string {
	why := ""
	ast.Inspect(v, func(n ast.Node) bool {
		if _, isFunction := n.(*ast.FuncLit); isFunction {
			return false
		}
		if sel, ok := n.(*ast.SelectorExpr); ok {
			// sync.OnceValue and its kin are values that are made late.
			if x, ok := sel.X.(*ast.Ident); ok && (x.Name == "atomic" || x.Name == "sync" && !strings.HasPrefix(sel.Sel.Name, "OnceValue")) {
				why = "is of a kind made to change"
			}
		}
		return true
	})
	if why == "" && len(v.Values) == 0 {
		why = "has no value"
	}
	return why
}

// writes tells the package variables that the functions of a file assign to, delete from, count or point at.
func writes(s source, specs map[string]*ast.ValueSpec, found func(string)) {
	written := func(e ast.Expr) {
		if i := base(e); i != nil && specs[i.Name] != nil && (i.Obj == nil || i.Obj.Decl == any(specs[i.Name])) {
			found(i.Name)
		}
	}
	for _, d := range s.file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Body == nil {
			continue
		}
		ast.Inspect(f.Body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, l := range n.Lhs {
					if n.Tok != token.DEFINE {
						written(l)
					}
				}
			case *ast.IncDecStmt:
				written(n.X)
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					written(n.X)
				}
			case *ast.CallExpr:
				if fn, ok := n.Fun.(*ast.Ident); ok && slices.Contains([]string{"delete", "clear", "copy"}, fn.Name) && len(n.Args) > 0 {
					written(n.Args[0])
				}
			}
			return true
		})
	}
}

// base is the variable under fields, indices and pointers.
func base(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		default:
			return nil
		}
	}
}

func TestNoHiddenState(t *testing.T) {
	t.Parallel()
	report(t, stateBreaks(sources(t), kept))
}

func TestNoHiddenStateCanFail(t *testing.T) {
	t.Parallel()
	a := parse(t, "internal/a/a.go", `package a
var mu sync.Mutex
var counter = new(atomic.Int64)
var empty map[string]int
var table = map[string]int{"a": 1}
var fine = map[string]int{"a": 1}
var late = sync.OnceValue(func() int { return 1 })
var pointed, assigned, counted, dropped = T{}, T{}, 1, map[int]int{1: 1}
//go:embed a.txt
var file string
func init() {}
func local() { fine := fine; fine["b"] = 2; table := 1; table++ }
`)
	b := parse(t, "internal/a/b.go", `package a
func write() { table["b"] = 2; use(&pointed); assigned.x = 1; counted++; delete(dropped, 1) }
func read() int { return fine["a"] }
`)
	got := stateBreaks([]source{a, b}, map[string]string{"internal/a.mu": "shown here", "internal/a.fine": "not needed"})
	wantBreaks(t, got, "has an init function", "a.assigned is written", "a.counted is written", "a.counter is of a kind", "a.dropped is written",
		"a.empty has no value", "a.pointed is written", "a.table is written in internal/a/b.go", "a.fine needs no exception")
}
