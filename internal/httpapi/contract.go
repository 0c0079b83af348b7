package httpapi

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/routers"

	"samplan/internal/access"
	"samplan/openapi"
)

const (
	mediaJSON = "application/json"
	mediaFile = "application/octet-stream"
)

// contract is the OpenAPI document made ready for requests: all that can be looked up is looked up at start.
type contract struct {
	document   *openapi3.T
	prefix     string                // the path of the document's server, "/v1"
	ids        []string              // of every operation, also those that access does not know
	operations map[string]*operation // by operationId
	names      map[string]bool       // every property's name: the only words of a body that an answer may repeat
}

// operation is one operation of the contract.
type operation struct {
	id     string
	path   string // the template, with the prefix
	public bool
	isKept bool // its answer is kept for a retry under its key; a look at something is never answered from what was true before
	params []*openapi3.Parameter
	body   *openapi3.Schema // nil if the operation takes none
	isFile bool             // it takes a file, which is not read into memory
	isRows bool             // it takes a file with rows, which is read and not kept
	route  *routers.Route
	fading http.Header // tells that it goes away; none if it stays
}

var (
	errPublic    = errors.New("contract and access.Operations differ about who may call without a token")
	errParameter = errors.New("parameter is neither text nor number nor boolean")
	errBody      = errors.New("request body is not JSON alone")
)

// contractDocument gives the contract as written. It is read once, a tenth of a second's work, and never changed.
var contractDocument = sync.OnceValues(func() (*openapi3.T, error) {
	doc, err := openapi3.NewLoader().LoadFromData(openapi.Document)
	if err != nil {
		return nil, fmt.Errorf("read contract: %w", err)
	}
	if err := doc.Validate(context.Background(), openapi3.DisableExamplesValidation()); err != nil {
		return nil, fmt.Errorf("check contract: %w", err)
	}
	return doc, nil
})

// wholeContract is the contract as written with the operations that access knows, prepared once and never changed.
var wholeContract = sync.OnceValues(func() (*contract, error) {
	doc, err := contractDocument()
	if err != nil {
		return nil, err
	}
	return newContract(doc, access.Operations)
})

// only leaves out the operations that are not known.
func (c *contract) only(known map[string]access.Operation) *contract {
	part := *c
	part.operations = make(map[string]*operation, len(c.operations))
	for id, o := range c.operations {
		if _, ok := known[id]; ok {
			part.operations[id] = o
		}
	}
	return &part
}

// newContract prepares the operations. Those that access does not know are left out: their routes answer 404.
func newContract(doc *openapi3.T, known map[string]access.Operation) (_ *contract, err error) {
	c := &contract{document: doc, operations: make(map[string]*operation), names: make(map[string]bool)}
	if c.prefix, err = prefixOf(doc); err != nil {
		return nil, err
	}
	c.collectNames()
	for path, item := range doc.Paths.Map() {
		for method, o := range item.Operations() {
			c.ids = append(c.ids, o.OperationID)
			info, ok := known[o.OperationID]
			if !ok {
				continue
			}
			if err := c.add(path, method, item, o, info); err != nil {
				return nil, fmt.Errorf("operation %s: %w", o.OperationID, err)
			}
		}
	}
	return c, nil
}

func prefixOf(doc *openapi3.T) (string, error) {
	if len(doc.Servers) == 0 {
		return "", nil
	}
	u, err := url.Parse(doc.Servers[0].URL)
	if err != nil {
		return "", fmt.Errorf("read server of contract: %w", err)
	}
	return strings.TrimSuffix(u.Path, "/"), nil
}

func (c *contract) add(path, method string, item *openapi3.PathItem, o *openapi3.Operation, info access.Operation) error {
	op := &operation{
		id: o.OperationID, path: c.prefix + path, public: info.Public, isKept: info.Command,
		route: &routers.Route{Spec: c.document, Path: path, PathItem: item, Method: method, Operation: o},
	}
	var err error
	if op.fading, err = deprecationOf(o); err != nil {
		return err
	}
	security := c.document.Security
	if o.Security != nil {
		security = *o.Security
	}
	if info.Public != (len(security) == 0) {
		return errPublic
	}
	for _, p := range slices.Concat(item.Parameters, o.Parameters) {
		if p.Value.Schema == nil || !isPrimitive(p.Value.Schema.Value) {
			return fmt.Errorf("%w: %s", errParameter, p.Value.Name)
		}
		if http.CanonicalHeaderKey(p.Value.Name) != traceHeader { // the frame has made it good
			op.params = append(op.params, p.Value)
		}
	}
	if o.RequestBody != nil && o.RequestBody.Value.Content[mediaFile] != nil && len(o.RequestBody.Value.Content) == 1 {
		op.isFile, op.isRows = true, !strings.HasPrefix(path, "/attachments/")
	} else if o.RequestBody != nil {
		media := o.RequestBody.Value.Content[mediaJSON]
		if media == nil || media.Schema == nil || len(o.RequestBody.Value.Content) != 1 {
			return errBody
		}
		op.body = media.Schema.Value
	}
	c.operations[op.id] = op
	return nil
}

func isPrimitive(s *openapi3.Schema) bool {
	return s.Type.Is(openapi3.TypeString) || s.Type.Is(openapi3.TypeInteger) ||
		s.Type.Is(openapi3.TypeNumber) || s.Type.Is(openapi3.TypeBoolean)
}

func (c *contract) collectNames() {
	if c.document.Components == nil {
		return
	}
	for _, s := range c.document.Components.Schemas {
		for name := range s.Value.Properties {
			c.names[name] = true
		}
	}
}

// known gives a JSON pointer up to where it stops being words of ours: a made-up name may be somebody's number.
func (c *contract) known(pointer string) string {
	var b strings.Builder
	for _, part := range strings.Split(pointer, "/")[1:] {
		if !c.names[part] && !isIndex(part) {
			break
		}
		b.WriteString("/" + part)
	}
	return b.String()
}

func isIndex(s string) bool {
	if s == "" || len(s) > 4 {
		return false
	}
	return strings.Trim(s, "0123456789") == ""
}
