package routine

import (
	"embed"
	"fmt"
	"slices"

	"samplan/internal/fault"
	"samplan/internal/id"
)

//go:embed profiles/*.json
var files embed.FS

// BuiltIns are the profiles that come with the program, each after its base. They are read anew each time: once at a
// migration, and in tests.
func BuiltIns() ([]Version, error) {
	entries, err := files.ReadDir("profiles")
	if err != nil {
		return nil, fmt.Errorf("read routine profiles: %w", err)
	}
	var left []string
	for _, e := range entries {
		left = append(left, "profiles/"+e.Name())
	}
	var all []Version
	for len(left) > 0 {
		n := len(left)
		var faults []fault.Field
		left = slices.DeleteFunc(left, func(name string) bool {
			v, wrong := builtIn(name, all)
			if len(wrong) > 0 {
				faults = wrong
				return false
			}
			all = append(all, v)
			return true
		})
		if len(left) == n {
			return nil, fmt.Errorf("routine profile %s: %v", left[0], faults) //nolint:err113 // a mistake of ours, that a test finds
		}
	}
	return all, nil
}

func builtIn(name string, before []Version) (Version, []fault.Field) {
	text, err := files.ReadFile(name)
	if err != nil {
		return Version{}, []fault.Field{{Code: "missing"}}
	}
	p, faults := Parse(string(text), Among(before))
	return Version{ID: id.RoutineNamed(p.Code, p.Version), Profile: p, Document: string(text)}, faults
}

// Among finds a base among versions.
func Among(all []Version) Find {
	return func(b Base) (Version, bool) {
		for _, v := range all {
			if v.Profile.Code == b.Code && v.Profile.Version == b.Version {
				return v, true
			}
		}
		return Version{}, false
	}
}
