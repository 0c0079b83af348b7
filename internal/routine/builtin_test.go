package routine_test

import (
	"slices"
	"testing"

	"samplan/internal/routine"
)

func builtIns(t *testing.T) []routine.Version {
	t.Helper()
	all, err := routine.BuiltIns()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestBuiltInProfiles(t *testing.T) {
	t.Parallel()
	var codes []string
	for _, v := range builtIns(t) {
		codes = append(codes, v.Profile.Code)
		for at, s := range sources(v.Profile) {
			if s.Basis == "" || s.Reference == "" {
				t.Errorf("%s: %s has no source", v.Profile.Code, at)
			}
		}
	}
	slices.Sort(codes)
	if !slices.Equal(codes, []string{"att-vaxa-upp", "gotland", "kronobarn", "national", "vastbus"}) {
		t.Errorf("built in are %v", codes)
	}
}

func sources(p routine.Profile) map[string]routine.Source {
	all := map[string]routine.Source{
		"wheel": p.Wheel.Source, "coordination": p.Coordination.Source, "child": p.Ages.ChildSeesFrom.Source, "guardian": p.Ages.GuardianSeesUntil.Source,
		"reminder": p.ConsentReminderDays.Source, "fewest": p.FewestTold.Source, "follow-ups": p.FollowUps.Source,
	}
	for k, d := range p.Deadlines {
		all[k] = d.Source
	}
	for k, f := range p.Forms {
		all[k] = f.Source
	}
	return all
}
