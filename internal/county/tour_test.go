//go:build !release

package county_test

import (
	"encoding/json"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what the tour of the README gives into it")

const readme = "../../README.md"

// words are the shell functions of the tour. The test does in Go what they do with curl; whoever changes one changes both.
const words = `as()   { curl -s "http://127.0.0.1:8080/v1$2" -H "Authorization: Bearer $(go run ./cmd/samplan dev token "$1")" "${@:3}"; }
post() { as "$1" "$2" -H "Content-Type: application/json" -H "Idempotency-Key: tour-$RANDOM-$RANDOM" -d "$3"; }
put()  { as "$1" "$2" -X PUT -H "Content-Type: application/json" -H "If-Match: $(as "$1" "$2" -i | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')" -d "$3"; }
show() { grep -oE "\"($1)\":[^,}]*"; }
one()  { grep -o "\"$1\":\"[^\"]*" | head -n 1 | cut -d '"' -f 4; }
`

var (
	// block is a block of commands, and the block with what they print where there is one.
	block     = regexp.MustCompile("(?s)```sh\n(.*?)```\n(?:\n```\n(.*?)```\n)?")
	start     = regexp.MustCompile(`^go run \./cmd/samplan dev (?:--fresh )?--today (\S+) --addr 127\.0\.0\.1:8080\n$`)
	command   = regexp.MustCompile(`(?s)^(?:(\w+)=\$\()?(as|post|put) (\w+) (\S+)(?: '(.*?)')?(?: \| (show|one) (\S+?))?(\)?)$`)
	variable  = regexp.MustCompile(`\$(\w+)`)
	newlyMade = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}`)
)

// TestTourOfTheReadme does what the README tells a newcomer to do, and wants what it says one will see. Ids that are made
// anew in each county may differ.
func TestTourOfTheReadme(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	blocks := block.FindAllStringSubmatchIndex(string(text), -1)
	tour, begun, told := &tour{life: newEmptyLife(t), set: map[string]string{}}, 0, string(text)
	for i, b := range blocks {
		day := start.FindStringSubmatch(told[b[2]:b[3]])
		if day == nil {
			continue
		}
		begun++
		tour.on(day[1], func(c client) {
			for _, b := range blocks[i+1:] {
				if start.MatchString(told[b[2]:b[3]]) {
					return
				}
				tour.block(c, told, b)
			}
		})
	}
	if begun != 2 || tour.steps < 20 {
		t.Errorf("the tour starts the county %d times and takes %d steps; it has become unreadable to this test", begun, tour.steps)
	}
	if *update {
		if err := os.WriteFile(readme, []byte(tour.retold+told[tour.upTo:]), 0o600); err != nil { //nolint:gosec // G703: always the README //nolint:gosec // G703: our own README
			t.Fatal(err)
		}
	}
}

// tour is a walk through the README.
type tour struct {
	*life
	set    map[string]string // the variables of the shell
	steps  int
	retold string // the README so far, with what came this time
	upTo   int    // how much of the README that is
}

// block runs the commands of one block and compares what they print.
func (w *tour) block(c client, text string, at []int) {
	w.t.Helper()
	commands := text[at[2]:at[3]]
	if strings.HasPrefix(commands, "as()") {
		if commands != words {
			w.t.Error("the README defines other words than this test knows")
		}
		return
	}
	var printed strings.Builder
	for _, line := range lines(commands) {
		printed.WriteString(w.step(c, line))
	}
	if at[4] < 0 {
		w.t.Errorf("nothing is shown after\n%s", commands)
		return
	}
	want := text[at[4]:at[5]]
	w.retold += text[w.upTo:at[4]] + printed.String()
	w.upTo = at[5]
	if got := printed.String(); !*update && mask(got) != mask(want) {
		w.t.Errorf("%s\nprints\n%s\nbut the README shows\n%s", commands, got, want)
	}
}

func mask(s string) string { return newlyMade.ReplaceAllString(s, "<new>") }

// lines gives the commands of a block: a quoted text may go over several lines.
func lines(block string) (all []string) {
	open := ""
	for line := range strings.Lines(block) {
		open += line
		if strings.Count(open, "'")%2 == 0 {
			all, open = append(all, strings.TrimSuffix(open, "\n")), ""
		}
	}
	return all
}

// step runs one command and gives what it prints.
func (w *tour) step(c client, line string) string {
	w.t.Helper()
	m := command.FindStringSubmatch(line)
	if m == nil || (m[1] != "") != (m[8] != "") {
		w.t.Fatalf("this test does not understand the command %s", line)
	}
	w.steps++
	path := "/v1" + strings.Trim(variable.ReplaceAllStringFunc(m[4], func(v string) string { return w.set[v[1:]] }), `"`)
	a := w.send(c, m[2], m[3], path, m[5])
	printed := filter(a.body, m[6], strings.Trim(m[7], `"`))
	if m[1] == "" {
		return printed
	}
	if w.set[m[1]] = strings.TrimSuffix(printed, "\n"); w.set[m[1]] == "" {
		w.t.Fatalf("%s sets nothing: %d %s", line, a.status, a.body)
	}
	return ""
}

func (w *tour) send(c client, verb, who, path, body string) answer {
	w.t.Helper()
	switch verb {
	case "post":
		return c.post(who, path, json.RawMessage(body))
	case "put":
		return c.call(who, "PUT", path, json.RawMessage(body), "If-Match", c.get(who, path).want(200).header.Get("ETag"))
	}
	return c.get(who, path)
}

// filter does what the words show and one do with an answer; without one of them it is printed as it came.
func filter(body, word, field string) string {
	var out strings.Builder
	switch word {
	case "show":
		for _, found := range regexp.MustCompile(`"(`+field+`)":[^,}]*`).FindAllString(strings.TrimSuffix(body, "\n"), -1) {
			out.WriteString(found + "\n")
		}
		return out.String()
	case "one":
		if m := regexp.MustCompile(`"` + field + `":"([^"]*)`).FindStringSubmatch(body); m != nil {
			return m[1] + "\n"
		}
		return ""
	}
	return strings.TrimSuffix(body, "\n") + "\n"
}
