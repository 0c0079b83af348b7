package httpapi

import (
	"cmp"
	"html/template"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"

	"samplan/internal/fault"
)

// docsPage is what the template shows.
type docsPage struct {
	Style          template.CSS
	Title, Version string
	About          []docsText
	Groups         []docsGroup
	Schemas        []docsSchema
	Codes          []docsCode
}

type docsGroup struct {
	Name       string
	About      []docsText
	Operations []docsOperation
}

type docsOperation struct {
	ID, Method, Path string
	Public           bool
	Summary, About   []docsText
	Params           []docsParam
	Request          *docsMedia
	Responses        []docsResponse
}

type docsParam struct {
	Name, In, Type, Limits string
	Required               bool
	About                  []docsText
}

type docsResponse struct {
	Status  string
	About   []docsText
	Headers []string
	Media   *docsMedia
	Failure bool
}

type docsMedia struct {
	Type     string
	Schema   string // the name of a component
	Examples []string
}

type docsCode struct{ Name, Swedish, English string }

func docsOf(doc *openapi3.T) docsPage {
	p := docsPage{
		Style: template.CSS(docsStyle), //nolint:gosec // our own file, not input
		Title: doc.Info.Title, Version: doc.Info.Version,
		About: prose(doc.Info.Description), Schemas: docsSchemas(doc), Codes: docsCodes(),
	}
	prefix, _ := prefixOf(doc) // newContract has read it before
	byTag := docsOperations(doc, prefix)
	for _, tag := range doc.Tags {
		p.Groups = append(p.Groups, docsGroup{tag.Name, oneLine(tag.Description), byTag[tag.Name]})
	}
	return p
}

func docsCodes() []docsCode {
	var all []docsCode
	for _, c := range fault.Codes() {
		all = append(all, docsCode{c.String(), c.Swedish(), c.English()})
	}
	slices.SortFunc(all, func(a, b docsCode) int { return cmp.Compare(a.Name, b.Name) })
	return all
}

// docsOperations lists the operations under each tag, by address and then as one works: read, add, change.
func docsOperations(doc *openapi3.T, prefix string) map[string][]docsOperation {
	byTag := make(map[string][]docsOperation)
	for _, path := range doc.Paths.InMatchingOrder() {
		for method, o := range doc.Paths.Value(path).Operations() {
			for _, tag := range o.Tags {
				byTag[tag] = append(byTag[tag], docsOperationOf(prefix+path, method, o))
			}
		}
	}
	for _, list := range byTag {
		slices.SortFunc(list, func(a, b docsOperation) int {
			return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Method, b.Method))
		})
	}
	return byTag
}

func docsOperationOf(path, method string, o *openapi3.Operation) docsOperation {
	d := docsOperation{
		ID: o.OperationID, Method: method, Path: path, Summary: oneLine(o.Summary), About: prose(o.Description),
		Public: o.Security != nil && len(*o.Security) == 0,
	}
	for _, p := range o.Parameters {
		d.Params = append(d.Params, docsParam{
			p.Value.Name, p.Value.In, typeName(p.Value.Schema).Name, limitsOf(p.Value.Schema.Value), p.Value.Required, oneLine(p.Value.Description),
		})
	}
	if o.RequestBody != nil {
		d.Request = docsMediaOf(o.RequestBody.Value.Content)
	}
	for status, r := range o.Responses.Map() {
		d.Responses = append(d.Responses, docsResponseOf(status, r.Value))
	}
	slices.SortFunc(d.Responses, func(a, b docsResponse) int { return cmp.Compare(a.Status, b.Status) })
	return d
}

func docsResponseOf(status string, r *openapi3.Response) docsResponse {
	d := docsResponse{Status: status, Media: docsMediaOf(r.Content), Failure: status >= "400"}
	if r.Description != nil {
		d.About = oneLine(*r.Description)
	}
	for name := range r.Headers {
		d.Headers = append(d.Headers, name)
	}
	slices.Sort(d.Headers)
	return d
}
