package plan_test

import (
	"regexp"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/plan"
)

func TestTagChangesWithWhatTheReaderSees(t *testing.T) {
	t.Parallel()
	v := whole()
	for name, c := range map[string]struct {
		change func(*plan.View)
		same   bool
	}{
		"read again":                       {change: func(*plan.View) {}, same: true},
		"the frame changes":                {change: func(v *plan.View) { v.Version++ }},
		"a goal changes":                   {change: func(v *plan.View) { v.Items[0].Version++ }},
		"an item comes":                    {change: func(v *plan.View) { v.Items = append(v.Items, plan.Item{ID: id.NewItem(), Version: 1}) }},
		"an item goes out of sight":        {change: func(v *plan.View) { v.Items = v.Items[:1] }},
		"a party comes":                    {change: func(v *plan.View) { v.Parties = append(v.Parties, plan.Party{ID: id.NewParty(), Version: 1}) }},
		"a party answers":                  {change: func(v *plan.View) { v.Parties[1].Version++ }},
		"a party's confirmation falls":     {change: func(v *plan.View) { v.Parties[1].Confirmed = false }},
		"a party's words become an item's": {change: func(v *plan.View) { v.Parties[1].Version, v.Items[0].Version = 2, 0 }},
		"another plan, alike in all else":  {change: func(v *plan.View) { v.ID = id.NewPlan() }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			now := v
			now.Items, now.Parties = append([]plan.Item(nil), v.Items...), append([]plan.Party(nil), v.Parties...)
			c.change(&now)
			if got := now.Tag() == v.Tag(); got != c.same {
				t.Errorf("same tag: want %t, got %t", c.same, got)
			}
		})
	}
}

// TestTagTellsNothingOfTheHidden: two readers of whom one sees less have tags of their own, and what changes for the one
// who sees more leaves the other's tag alone (R22).
func TestTagTellsNothingOfTheHidden(t *testing.T) {
	t.Parallel()
	more := whole()
	less := more
	less.Items, less.Parties = append([]plan.Item(nil), more.Items[1:]...), append([]plan.Party(nil), more.Parties[:1]...)
	before := less.Tag()
	if before == more.Tag() {
		t.Error("one who sees less has the tag of one who sees more")
	}
	more.Items[0].Version++
	more.Parties[1].Confirmed = false
	if less.Tag() != before {
		t.Error("a hidden change shows in the tag")
	}
}

func TestTagsFitTheHeader(t *testing.T) {
	t.Parallel()
	fits := regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)
	for _, tag := range []string{whole().Tag(), plan.Item{Version: 12}.Tag(), plan.Version{ID: id.NewVersion()}.Tag()} {
		if !fits.MatchString(tag) {
			t.Errorf("%q does not fit ETag", tag)
		}
	}
}

func TestTagOfAVersionChangesWithTheItemsInSight(t *testing.T) {
	t.Parallel()
	all := plan.Version{ID: id.NewVersion(), Items: []plan.Frozen{{Item: id.NewItem()}, {Item: id.NewItem()}}}
	some := all
	some.Items = all.Items[:1]
	again := all
	if all.Tag() != again.Tag() || all.Tag() == some.Tag() {
		t.Errorf("all %q, again %q, some %q", all.Tag(), again.Tag(), some.Tag())
	}
}

// TestR11TheReviewIsInTheTagOfWhoSeesIt: to whoever is shown no review, a link has the tag of any item.
func TestR11TheReviewIsInTheTagOfWhoSeesIt(t *testing.T) {
	t.Parallel()
	i := plan.Item{Version: 3}
	day := civil.MustParse("2021-01-20")
	hidden, shown, reviewed := plan.LinkReview{}, plan.LinkReview{By: day}, plan.LinkReview{By: day, ReviewedOn: day.AddDays(-9)}
	if hidden.Tag(i) != i.Tag() || shown.Tag(i) == i.Tag() || reviewed.Tag(i) == shown.Tag(i) {
		t.Errorf("%s, %s, %s", hidden.Tag(i), shown.Tag(i), reviewed.Tag(i))
	}
}
