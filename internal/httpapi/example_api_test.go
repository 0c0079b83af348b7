package httpapi_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"go.yaml.in/yaml/v3"

	"samplan/internal/testkit"
	"samplan/openapi"
)

var update = flag.Bool("update", false, "write the contract's examples anew, from the county's answers")

const contractFile = "../../openapi/openapi.yaml"

// drawnByLot are examples that are another each time: the entries of a review of the log, and the days of a line for teaching.
var drawnByLot = []string{"LogReview", "TeachingLine"}

// TestExamplesAreAnswers: the contract's examples are what the demonstration county is sent and what it answers. Ids, which
// are new each time, are told apart by their order in the example.
//
//	go test ./internal/httpapi -run TestExamplesAreAnswers -update
func TestExamplesAreAnswers(t *testing.T) {
	t.Parallel()
	w := &town{API: testkit.NewAPI(t, before), t: t}
	w.Words = exampleWords
	w.build()
	real := w.examples(t)
	if *update {
		writeExamples(t, real)
		return
	}
	for name, example := range contract().Components.Examples {
		node, ok := real[name]
		switch {
		case strings.HasPrefix(name, "Problem"), slices.Contains(drawnByLot, name):
		case !ok:
			t.Errorf("%s is neither sent nor answered", name)
		default:
			var got any
			if err := node.Decode(&got); err != nil {
				t.Fatal(err)
			}
			if !sameJSON(t, got, example.Value.Value) {
				t.Errorf("%s: the county says otherwise; -update writes what", name)
			}
		}
	}
}

func sameJSON(t *testing.T, a, b any) bool {
	t.Helper()
	one, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	other, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Equal(one, other)
}

// fewNotices are people whose inbox holds few: notices of one day come in an order that tells nothing, and is new each time.
var fewNotices = map[string]string{"ListNotifications": "fia", "ListMyNotifications": "lo"}

// examples does every sample in turn and gives what was sent and what came back, by the examples' names.
func (w *town) examples(t *testing.T) map[string]*yaml.Node {
	real, lasting := map[string]*yaml.Node{}, w.lasting(t)
	keep := func(content openapi3.Content, body string) {
		if ref := exampleOf(content); ref != nil && real[exampleName(ref)] == nil {
			real[exampleName(ref)] = told(t, body, lasting)
		}
	}
	for n, s := range w.samples {
		path := s.path()
		if s.method == http.MethodGet && s.Parameters.GetByInAndName("query", "limit") != nil {
			path += "?limit=2"
		}
		body := exampleWords(s.method, path, s.or(nil))
		if other := fewNotices[s.name]; other != "" {
			s.who = other
		}
		a := w.As(s.who).In(t).Send(s.method, path, body, s.headers(w.As(s.who), fmt.Sprintf("an-example-%03d", n))...)
		if a.Status >= 300 {
			t.Errorf("%s: got %d %s", s.name, a.Status, a.Body)
			continue
		}
		keep(s.Responses.Status(a.Status).Value.Content, a.Body)
		if s.RequestBody != nil {
			sent, err := json.Marshal(body)
			if err != nil {
				t.Fatal(err)
			}
			keep(s.RequestBody.Value.Content, string(sent))
		}
	}
	return real
}

var anyID = regexp.MustCompile(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)

// lasting are the ids of the county's units and staff, which are the same each time (UUIDv5); all others are new.
func (w *town) lasting(t *testing.T) map[string]bool {
	t.Helper()
	rows, err := w.Owner.QueryContext(t.Context(), `SELECT id::text FROM (SELECT id FROM principal UNION SELECT id FROM authority
		UNION SELECT id FROM branch UNION SELECT id FROM unit UNION SELECT id FROM assignment UNION SELECT id FROM person) x
		WHERE substr(id::text, 15, 1) = '5'`)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	all := map[string]bool{}
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			t.Fatal(err)
		}
		all[id] = true
	}
	if rows.Err() != nil {
		t.Fatal(rows.Err())
	}
	return all
}

// newTag is the version of a row; it is of what the row holds, ids too.
var newTag = regexp.MustCompile(`"\\"[A-Za-z0-9_-]{20}\\""`)

// told reads a body, in its own order, with its ids numbered.
func told(t *testing.T, body string, lasting map[string]bool) *yaml.Node {
	t.Helper()
	numbers := map[string]string{}
	body = anyID.ReplaceAllStringFunc(body, func(id string) string {
		if lasting[id] {
			return id
		}
		if numbers[id] == "" {
			numbers[id] = fmt.Sprintf("01995c3e-7a10-7c41-9a52-a%011d", len(numbers)+1)
		}
		return numbers[id]
	})
	body = newTag.ReplaceAllString(body, `"\"hdGLswQAxYvr8CDs6qRa\""`)
	var node yaml.Node
	if err := yaml.Unmarshal([]byte(body), &node); err != nil {
		t.Fatal(err)
	}
	inBlocks(node.Content[0])
	return node.Content[0]
}

// inBlocks takes the braces and quotes of JSON away where YAML needs none.
func inBlocks(n *yaml.Node) {
	n.Style = 0
	for _, c := range n.Content {
		inBlocks(c)
	}
}

// blockEnd is where the next example, or the next part of the contract, begins.
var blockEnd = regexp.MustCompile(`\n {0,4}\S`)

// writeExamples puts each example's value in the contract, and leaves all else as it is.
func writeExamples(t *testing.T, real map[string]*yaml.Node) {
	t.Helper()
	text := string(openapi.Document)
	for _, name := range drawnByLot {
		delete(real, name)
	}
	for name, node := range real {
		var value bytes.Buffer
		e := yaml.NewEncoder(&value)
		e.SetIndent(2)
		if err := e.Encode(map[string]*yaml.Node{"value": node}); err != nil {
			t.Fatal(err)
		}
		_, from, _ := strings.Cut(text, "\n    "+name+":\n      summary:")
		_, from, _ = strings.Cut(from, "\n      value:")
		end := blockEnd.FindStringIndex(from)
		if end == nil {
			t.Fatalf("%s stands nowhere, or has no summary", name)
		}
		old := from[:end[0]]
		lines := strings.ReplaceAll(strings.TrimSpace(value.String()), "\n", "\n      ")
		text = strings.TrimSuffix(text, from) + strings.TrimPrefix(lines, "value:") + strings.TrimPrefix(from, old)
	}
	if err := os.WriteFile(contractFile, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
