package statistics_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/statistics"
)

// TestR57ADefinitionNeverChanges: a change of what is counted is a new version with a later half-year, since the numbers of a half-year
// that is over are never told anew. testdata/released.txt names each version by its hash; lines are added to it and never changed.
func TestR57ADefinitionNeverChanges(t *testing.T) {
	t.Parallel()
	all, err := statistics.Load()
	if err != nil {
		t.Fatal(err)
	}
	released, err := os.ReadFile("testdata/released.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range all {
		i.Name, i.Definition = statistics.Words{}, statistics.Words{} // words may be mended
		for n := range i.Answers {
			i.Answers[n].Name = statistics.Words{}
		}
		text, err := json.Marshal(struct {
			statistics.Indicator
			By []statistics.Dimension
		}{i, i.By})
		if err != nil {
			t.Fatal(err)
		}
		line := fmt.Sprintf("%s %d %x\n", i.Code, i.Version, sha256.Sum256(text))
		if !strings.Contains(string(released), line) {
			t.Errorf("not released as it is: %s", line)
		}
	}
	if n := strings.Count(string(released), "\n"); n != len(all) {
		t.Errorf("%d versions are released, there are %d", n, len(all))
	}
}

// TestR57DefinitionsAreWhole: a definition that would count something twice, nothing, or in no order is refused at the start.
func TestR57DefinitionsAreWhole(t *testing.T) {
	t.Parallel()
	const names = `"name": {"sv": "a", "en": "a"}, "definition": {"sv": "a", "en": "a"}`
	one := func(more string) string {
		return `[{"code": "a", "version": 1, "from": "2020-01-01", ` + names + more + `}]`
	}
	two := func(first, second string) string {
		return `[{"code": "a", "version": 1, "from": "2020-01-01", ` + names + `, "event": "e"` + first + `}, {` + names + second + `}]`
	}
	for name, c := range map[string]struct {
		file string
		ok   bool
	}{
		"an indicator":                     {one(`, "event": "e"`), true},
		"a source":                         {one(`, "source": "/a"`), true},
		"a later version":                  {two("", `, "code": "a", "version": 2, "from": "2021-07-01", "event": "e"`), true},
		"bands":                            {one(`, "event": "e", "days": true, "answers": [{"code": "b", "name": {"sv": "a", "en": "a"}, "upTo": 0}, {"code": "c", "name": {"sv": "a", "en": "a"}}]`), true},
		"no file":                          {``, false},
		"an unknown member":                {one(`, "event": "e", "formula": "x"`), false},
		"told nowhere":                     {one(``), false},
		"told in two places":               {one(`, "event": "e", "source": "/a"`), false},
		"told by nothing":                  {one(`, "event": "e", "by": ["all"]`), false},
		"told by something unknown":        {one(`, "event": "e", "by": ["shoe-size"]`), false},
		"in no words":                      {`[{"code": "a", "version": 1, "from": "2020-01-01", "event": "e"}]`, false},
		"in the middle of a half-year":     {`[{"code": "a", "version": 1, "from": "2020-03-01", "event": "e", ` + names + `}]`, false},
		"a second version without a first": {`[{"code": "a", "version": 2, "from": "2020-01-01", "event": "e", ` + names + `}]`, false},
		"a version twice":                  {two("", `, "code": "a", "version": 1, "from": "2021-01-01", "event": "e"`), false},
		"a version of the same time":       {two("", `, "code": "a", "version": 2, "from": "2020-01-01", "event": "e"`), false},
		"the same counted twice":           {two("", `, "code": "b", "version": 1, "from": "2020-01-01", "event": "e"`), false},
		"an answer called others":          {one(`, "event": "e", "answers": [{"code": "others", "name": {"sv": "a", "en": "a"}}]`), false},
		"an answer twice":                  {one(`, "event": "e", "answers": [{"code": "b", "name": {"sv": "a", "en": "a"}}, {"code": "b", "name": {"sv": "a", "en": "a"}}]`), false},
		"days that are not counted":        {one(`, "event": "e", "answers": [{"code": "b", "name": {"sv": "a", "en": "a"}, "upTo": 3}]`), false},
		"bands that never end":             {one(`, "event": "e", "days": true, "answers": [{"code": "b", "name": {"sv": "a", "en": "a"}, "upTo": 3}]`), false},
		"bands out of order":               {one(`, "event": "e", "days": true, "answers": [{"code": "b", "name": {"sv": "a", "en": "a"}, "upTo": 3}, {"code": "c", "name": {"sv": "a", "en": "a"}, "upTo": 2}, {"code": "d", "name": {"sv": "a", "en": "a"}}]`), false},
	} {
		if _, err := statistics.Parse([]byte(c.file)); (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestR57Terms(t *testing.T) {
	t.Parallel()
	for day, want := range map[string]string{"2024-01-01": "2024-01-01", "2024-06-30": "2024-01-01", "2024-07-01": "2024-07-01", "2024-12-31": "2024-07-01"} {
		if got := statistics.Term(civil.MustParse(day)).String(); got != want {
			t.Errorf("%s lies in %s, want %s", day, got, want)
		}
	}
}

// TestR57DaysAreToldInBands: how long something took is told in bands, which are of enough.
func TestR57DaysAreToldInBands(t *testing.T) {
	t.Parallel()
	all, err := statistics.Load()
	if err != nil {
		t.Fatal(err)
	}
	var counts []statistics.Count
	add := func(times int, days *int) {
		counts = append(counts, statistics.Count{Term: term, Fewest: 5, Event: "follow-up", At: map[statistics.Dimension]string{}, Days: days, Times: times})
	}
	add(7, new(-3))
	add(6, new(0))
	add(9, new(20))
	add(2, new(400))
	add(3, nil)
	rows := statistics.Tell(all, counts)
	if len(rows) == 0 || rows[0].Code != "follow-ups-in-time" || rows[0].Times != 27 {
		t.Fatalf("got %v", rows)
	}
	if got, want := fmt.Sprint(rows[0].Told), "[{in-time 13} {8-30 9} {others 5}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
