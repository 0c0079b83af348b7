package httpapi_test

import (
	"net/http"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"

	"samplan/internal/httpapi"
)

// operation is an operation of the contract, as a client sees it.
type operation struct {
	name, method, path string
	*openapi3.Operation
}

// body is the schema of the request body, or nil.
func (o operation) body() *openapi3.Schema {
	if o.RequestBody == nil {
		return nil
	}
	return o.RequestBody.Value.Content["application/json"].Schema.Value
}

// takesKey tells whether the operation is a command, which is done once however often it is sent under its key.
func (o operation) takesKey() bool {
	return o.Parameters.GetByInAndName("header", "Idempotency-Key") != nil
}

// onlyLooks tells whether a POST stores nothing: it says in the body what may not stand in an address.
func (o operation) onlyLooks() bool {
	return o.method == http.MethodPost && !o.takesKey()
}

// isFile tells whether the body is a file.
func (o operation) isFile() bool {
	return o.RequestBody != nil && o.RequestBody.Value.Content[asFile] != nil
}

func (o operation) isPublic() bool { return o.Security != nil && len(*o.Security) == 0 }

// ids lists the parameters of the path that name an object.
func (o operation) ids() []string {
	var all []string
	for _, p := range o.Parameters {
		if p.Value.In == openapi3.ParameterInPath && p.Value.Schema.Value.Format == "uuid" {
			all = append(all, p.Value.Name)
		}
	}
	return all
}

// at fills the path's parameters in.
func (o operation) at(ids map[string]string) string {
	return o.with(ids, "", "")
}

// with is at, with another value in the place of one parameter.
func (o operation) with(ids map[string]string, other, value string) string {
	var path strings.Builder
	for rest := o.path; ; {
		before, after, found := strings.Cut(rest, "{")
		path.WriteString(before)
		if !found {
			return path.String()
		}
		var name string
		name, rest, _ = strings.Cut(after, "}")
		id, known := ids[name]
		switch {
		case name == other:
			path.WriteString(value)
		case known:
			path.WriteString(id)
		default:
			path.WriteString("{" + name + "}")
		}
	}
}

// contract is the server's own, to be looked at.
func contract() *openapi3.T {
	doc, err := httpapi.ContractDocument()
	if err != nil {
		panic(err)
	}
	return doc
}

// operations are all of the contract.
var operations = sync.OnceValue(func() map[string]operation {
	all := map[string]operation{}
	for path, item := range contract().Paths.Map() {
		for method, o := range item.Operations() {
			all[o.OperationID] = operation{o.OperationID, method, path, o}
		}
	}
	return all
})
