package consent

import (
	"slices"
	"testing"
	"time"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"

	"pgregory.net/rapid"
)

var (
	healthInfo = Categories.Must("health")
	schooling  = Categories.Must("schooling")
	limitedNow = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
)

// wide covers two categories to the school and one to health care.
func wide(answers ...Choice) Consent {
	c := jointly(answers...)
	c.Scopes = []Scope{{karin.Branch, school, []Category{goals()[0], schooling}}, {karin.Branch, health, []Category{healthInfo}}}
	return c
}

func toSchool(categories ...Category) []Scope { return []Scope{{karin.Branch, school, categories}} }

func TestLimit(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name    string
		consent Consent
		by      id.Person
		limit   Limit
		change  func(*Consent)
		code    fault.Code
		pointer string
	}{
		{"R17: one category of one receiver", wide(Given, Given, Given), eva, Limit{Scopes: toSchool(goals()...)}, nil, fault.Code{}, ""},
		{"R17: an earlier end", wide(Given), amir, Limit{ValidTo: today}, nil, fault.Code{}, ""},
		{"R17: before anybody has answered", wide(), lo, Limit{Scopes: toSchool(goals()[0], schooling), Reason: away}, nil, fault.Code{}, ""},
		{"R17: on the last day", wide(), amir, Limit{Scopes: toSchool(goals()...)}, func(c *Consent) { c.ValidTo = today }, fault.Code{}, ""},
		{"nothing", wide(), amir, Limit{Reason: away}, nil, fault.CodeInvalid, ""},
		{"to all of it", wide(), amir, Limit{ValidTo: today.AddDays(10), Scopes: wide().Scopes}, nil, fault.CodeInvalid, ""},
		{"to more information", wide(), amir, Limit{Scopes: toSchool(goals()[0], healthInfo)}, nil, fault.CodeInvalid, "/scopes/0/categories"},
		{"to another receiver", wide(), amir, Limit{Scopes: []Scope{toSchool(goals()...)[0], {karin.Branch, id.NewBranch(), goals()}}}, nil, fault.CodeInvalid, "/scopes/1/toBranchId"},
		{"the other way round", wide(), amir, Limit{Scopes: []Scope{{school, karin.Branch, goals()}}}, nil, fault.CodeInvalid, "/scopes/0/toBranchId"},
		{"what is not told", jointly(), amir, Limit{Scopes: toSchool(goals()...)}, func(c *Consent) { c.Scopes = nil }, fault.CodeInvalid, "/scopes/0/toBranchId"},
		{"to a later end", wide(), amir, Limit{ValidTo: today.AddDays(11)}, nil, fault.CodeDates, "/validTo"},
		{"to yesterday", wide(), amir, Limit{ValidTo: today.AddDays(-1)}, nil, fault.CodeDates, "/validTo"},
		{"to before it begins", wide(), amir, Limit{ValidTo: today}, func(c *Consent) { c.ValidFrom = today.AddDays(1) }, fault.CodeDates, "/validTo"},
		{"after a no", wide(Given, Refused), amir, Limit{ValidTo: today}, nil, fault.CodeConsentEnded, ""},
		{"after withdrawal", wide(Given), amir, Limit{ValidTo: today}, func(c *Consent) { c.WithdrawnOn = today }, fault.CodeConsentEnded, ""},
		{"after its last day", wide(Given), amir, Limit{Scopes: toSchool(goals()...)}, func(c *Consent) { c.ValidTo = today.AddDays(-1) }, fault.CodeConsentEnded, ""},
		{"somebody who was not asked", wide(Given), karin.Person, Limit{ValidTo: today}, nil, fault.CodeInvalid, "/by"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if c.change != nil {
				c.change(&c.consent)
			}
			before := c.consent
			got, err := c.consent.Limit(c.by, c.limit, today, limitedNow)
			said(t, err, c.code, c.pointer)
			if err == nil {
				checkLimited(t, before, c.consent, got, c.by)
			}
		})
	}
}

// checkLimited: the wider one has ended, and the narrower one is the same question with the same answers, and less.
func checkLimited(t *testing.T, before, ended, got Consent, by id.Person) {
	t.Helper()
	if ended.WithdrawnOn != today || ended.WithdrawnBy != by || ended.Version != before.Version+1 {
		t.Errorf("not ended: %v", ended)
	}
	if got.ID == before.ID || got.Limits != before.ID || !got.WithdrawnOn.IsZero() || got.Version != 1 || got.CreatedAt != limitedNow {
		t.Errorf("not a consent of its own: %v", got)
	}
	if !slices.EqualFunc(got.Givers, before.Givers, func(a, b Giver) bool { return a.Person == b.Person && a.Answer == b.Answer }) || got.ValidFrom != before.ValidFrom || got.Kind != before.Kind || got.Recorder != before.Recorder {
		t.Errorf("not the same question: %v", got)
	}
	if before.ValidTo.Before(got.ValidTo) || (got.ValidTo == before.ValidTo && len(got.Dropped(before.Scopes)) == 0) {
		t.Errorf("not narrower: %v", got)
	}
}

// TestLimitNeverWidens: whatever is asked for, what comes of it lies within what there was, and what is dropped is the difference.
func TestLimitNeverWidens(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		before := wide(Given, Given, Given)
		category := rapid.SampledFrom([]Category{goals()[0], schooling, healthInfo})
		branch := rapid.SampledFrom([]id.Branch{karin.Branch, school, health})
		limit := Limit{Scopes: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Scope {
			return Scope{branch.Draw(t, "from"), branch.Draw(t, "to"), rapid.SliceOfN(category, 1, 3).Draw(t, "categories")}
		}), 0, 3).Draw(t, "scopes")}
		if rapid.Bool().Draw(t, "ends") {
			limit.ValidTo = civil.MustParse("2026-02-25").AddDays(rapid.IntRange(0, 20).Draw(t, "days"))
		}
		c := before
		got, err := c.Limit(amir, limit, today, limitedNow)
		if err != nil {
			return
		}
		covers := func(s []Scope) (n int) {
			for _, v := range s {
				n += len(v.Categories)
			}
			return n
		}
		if covers(got.Dropped(before.Scopes))+covers(got.Scopes) != covers(before.Scopes) || len(before.Dropped(got.Scopes)) != 0 || before.ValidTo.Before(got.ValidTo) {
			t.Fatalf("%v of %v", got.Scopes, before.Scopes)
		}
	})
}
