package httpapi_test

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi3"
)

// exampleWords puts the contract's own words in place of the canary, so that the town of the examples reads as a county
// does. A text is that of the operation's example at the same place, or else of any example under the same name.
func exampleWords(method, path string, body any) any {
	text, err := json.Marshal(body)
	if err != nil || !strings.Contains(string(text), canary) {
		return body
	}
	var plain any
	if json.Unmarshal(text, &plain) != nil {
		return body
	}
	var example any
	if op, ok := operationAt(method, path); ok {
		example = requestExample(op)
	}
	return inWords(plain, example, "")
}

// inWords walks a body and its example side by side.
func inWords(body, example any, name string) any {
	switch v := body.(type) {
	case map[string]any:
		shown, _ := example.(map[string]any)
		for key := range v {
			v[key] = inWords(v[key], shown[key], key)
		}
	case []any:
		shown, _ := example.([]any)
		for i := range v {
			var beside any
			if len(shown) > 0 {
				beside = shown[i%len(shown)]
			}
			v[i] = inWords(v[i], beside, name)
		}
	case string:
		if strings.Contains(v, canary) {
			return wordsFor(example, name)
		}
	}
	return body
}

func wordsFor(example any, name string) string {
	if text, ok := example.(string); ok {
		return text
	}
	if text := anyWords()[name]; text != "" {
		return text
	}
	return "Enligt överenskommelse."
}

// anyWords gives a text for each property's name that a request's example has one for.
var anyWords = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(operations())) {
		collectWords(all, requestExample(operations()[name]), "")
	}
	return all
})

func collectWords(all map[string]string, example any, name string) {
	switch v := example.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			collectWords(all, v[key], key)
		}
	case []any:
		for _, beside := range v {
			collectWords(all, beside, name)
		}
	case string:
		if all[name] == "" {
			all[name] = v
		}
	}
}

// requestExample gives the example of the body, or nil.
func requestExample(op operation) any {
	if op.RequestBody == nil {
		return nil
	}
	if ref := exampleOf(op.RequestBody.Value.Content); ref != nil {
		return ref.Value.Value
	}
	return nil
}

// exampleOf gives the one example of a JSON body, or nil.
func exampleOf(content openapi3.Content) *openapi3.ExampleRef {
	for media, body := range content {
		for _, ref := range body.Examples {
			if strings.HasSuffix(media, "json") {
				return ref
			}
		}
	}
	return nil
}

// exampleName is what an example is called in the contract.
func exampleName(ref *openapi3.ExampleRef) string {
	return strings.TrimPrefix(ref.Ref, "#/components/examples/")
}

// operationAt finds what a request is meant for.
func operationAt(method, path string) (operation, bool) {
	path, _, _ = strings.Cut(path, "?")
	for _, r := range routes() {
		if r.op.method == method && r.at.MatchString(path) {
			return r.op, true
		}
	}
	return operation{}, false
}

type route struct {
	op operation
	at *regexp.Regexp
}

var routes = sync.OnceValue(func() []route {
	parameter := regexp.MustCompile(`\\\{[a-zA-Z]+\\\}`)
	var all []route
	for _, name := range slices.Sorted(maps.Keys(operations())) {
		op := operations()[name]
		all = append(all, route{op, regexp.MustCompile("^" + parameter.ReplaceAllString(regexp.QuoteMeta(op.path), "[^/]+") + "$")})
	}
	return all
})
