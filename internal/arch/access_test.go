package arch

import (
	"fmt"
	"go/ast"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"samplan/internal/access"
	"samplan/internal/store"
	"samplan/openapi"
)

// makers says who may make an actor, apart from tests: the door, which has just looked up who asks, and what serves
// tests. Whoever can make an actor can be anybody.
const makers = "internal/store internal/testkit"

// actorBreaks finds calls of access.NewStaff and access.NewCitizen, under whatever name access is imported.
func actorBreaks(all []source) []string {
	var out []string
	for _, s := range all {
		name := importName(s.file, "samplan/internal/access")
		if name == "" || s.isTest() || has(makers, s.dir()) {
			continue
		}
		if name == "." {
			out = append(out, s.path+" imports access without a name")
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok || !has("NewStaff NewCitizen NewSystem", sel.Sel.Name) {
				return true
			}
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == name {
				out = append(out, fmt.Sprintf("%s:%d makes an actor", s.path, s.line(n.Pos())))
			}
			return true
		})
	}
	return out
}

// importName tells under which name a file imports a package, or nothing.
func importName(f *ast.File, path string) string {
	for _, i := range f.Imports {
		if strings.Trim(i.Path.Value, `"`) != path {
			continue
		}
		if i.Name != nil {
			return i.Name.Name
		}
		return path[strings.LastIndex(path, "/")+1:]
	}
	return ""
}

func TestOnlyTheDoorMakesActors(t *testing.T) {
	t.Parallel()
	report(t, actorBreaks(sources(t)))
	const imports, call = "package p\nimport %s\"samplan/internal/access\"\n", "var a = %sNewCitizen"
	plant := func(path, as, name string) source {
		return parse(t, path, fmt.Sprintf(imports, as)+fmt.Sprintf(call, name))
	}
	wantBreaks(t, actorBreaks([]source{
		plant("internal/plan/a.go", "", "access."), plant("internal/httpapi/b.go", "x ", "x."), plant("cmd/samplan/c.go", ". ", ""),
		plant("internal/store/door.go", "", "access."), plant("internal/plan/a_test.go", "", "access."),
	}), "internal/plan/a.go:3", "internal/httpapi/b.go:3", "without a name")
}

// grantBreaks finds exported methods without a grant, and exceptions that are no longer needed.
func grantBreaks(methods reflect.Type, functions []string, exempt map[string]string) []string {
	var out []string
	used := map[string]bool{}
	lacks := func(name string) {
		used[name] = true
		if exempt[name] == "" {
			out = append(out, name+" takes no grant")
		}
	}
	for i := range methods.NumMethod() {
		if m := methods.Method(i); !takesGrant(m.Type) {
			lacks(m.Name)
		}
	}
	for _, f := range functions {
		lacks(f)
	}
	for _, name := range slices.Sorted(maps.Keys(exempt)) {
		if !used[name] {
			out = append(out, name+" needs no exception")
		}
	}
	return out
}

func takesGrant(f reflect.Type) bool {
	for i := range f.NumIn() {
		in := f.In(i)
		if in.PkgPath() == reflect.TypeFor[access.Matrix]().PkgPath() && strings.HasPrefix(in.Name(), "Grant[") {
			return true
		}
	}
	return false
}

// exportedFunctions lists the exported functions of a package that are not methods, and the exported methods of any type
// but the one that reflection looks at.
func exportedFunctions(all []source, dir, known string) []string {
	var out []string
	for _, s := range all {
		if s.dir() != dir || s.isTest() {
			continue
		}
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if ok && f.Name.IsExported() && (f.Recv == nil || ast.IsExported(receiver(f)) && receiver(f) != known) {
				out = append(out, f.Name.Name)
			}
		}
	}
	return out
}

// receiver is the name of a method's type.
func receiver(f *ast.FuncDecl) string {
	t := f.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if i, ok := t.(*ast.Ident); ok {
		return i.Name
	}
	return ""
}

// Net 5: who has no grant finds no method.
func TestStoreWantsGrants(t *testing.T) {
	t.Parallel()
	report(t, grantBreaks(reflect.TypeFor[*store.Store](), exportedFunctions(sources(t), "internal/store", "Store"), withoutGrant))
}

type planted struct{}

func (planted) List(access.Grant[access.ReadPlan]) {}
func (planted) Peek(*access.Matrix)                {}
func (planted) Stop()                              {}

func TestStoreWantsGrantsCanFail(t *testing.T) {
	t.Parallel()
	file := parse(t, "internal/store/plan.go", "package store\nfunc Dump() {}\nfunc within() {}\ntype X struct{}\nfunc (*X) All() {}\nfunc (*Store) List() {}\n")
	functions := exportedFunctions([]source{file}, "internal/store", "Store")
	exempt := map[string]string{"Stop": "stops", "List": "was once without"}
	wantBreaks(t, grantBreaks(reflect.TypeFor[planted](), functions, exempt), "Peek", "Dump", "All", "List needs no exception")
}

// operation is what the contract says about one operation, in the words of access.
type operation struct{ public, command bool }

func contract(t *testing.T) map[string]operation {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData(openapi.Document)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]operation{}
	for _, item := range doc.Paths.Map() {
		for _, o := range item.Operations() {
			public := o.Security != nil && len(*o.Security) == 0
			out[o.OperationID] = operation{public, o.Parameters.GetByInAndName("header", "Idempotency-Key") != nil}
		}
	}
	return out
}

// operationBreaks compares the contract with the table of operations.
func operationBreaks(contract map[string]operation, table map[string]access.Operation) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(contract)) {
		o, ok := table[name]
		if !ok {
			out = append(out, name+" is in the contract and needs nothing in access.Operations")
		} else if c := contract[name]; c.public != o.Public || c.command != o.Command {
			out = append(out, fmt.Sprintf("%s: the contract says public %v, keyed %v; access says %v, %v", name, c.public, c.command, o.Public, o.Command))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(table)) {
		if _, ok := contract[name]; !ok {
			out = append(out, name+" is in access.Operations and not in the contract")
		}
	}
	return out
}

// Net 1: contract and policy speak of the same operations.
func TestOperations(t *testing.T) {
	t.Parallel()
	spec := contract(t)
	report(t, operationBreaks(spec, access.Operations))
	if len(spec) == 0 {
		t.Fatal("the contract has no operation")
	}
	table := maps.Clone(access.Operations)
	spec["Planted"] = operation{}
	spec["GetPlan"] = operation{public: true}
	spec["CreatePlan"] = operation{}
	delete(spec, "GetMe")
	wantBreaks(t, operationBreaks(spec, table), "CreatePlan: the contract says", "GetPlan: the contract says", "Planted is in the contract", "GetMe is in access.Operations")
}
