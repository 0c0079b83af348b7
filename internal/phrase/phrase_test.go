package phrase

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// copied are the program's own files, to be spoilt.
func copied(t *testing.T) fstest.MapFS {
	t.Helper()
	all := fstest.MapFS{}
	if err := fs.WalkDir(files, "languages", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(files, path)
		all[path] = &fstest.MapFile{Data: text}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

// TestSpoiltLanguagesAreRefused: whatever a translator may do wrong is named, and the program does not start with it.
func TestSpoiltLanguagesAreRefused(t *testing.T) {
	t.Parallel()
	const arabic, simple, staff = "languages/family/ar.json", "languages/family/sv-simple.json", "languages/staff/en.json"
	for name, c := range map[string]struct{ file, old, by, want string }{
		"untouched":               {"", "", "", ""},
		"no Swedish":              {"languages/family/sv.json", "", "", "there is no Swedish"},
		"a phrase is missing":     {arabic, `"plan.goals": "الأهداف",`, "", "family/ar plan.goals: is missing"},
		"a phrase too many":       {arabic, `"plan.goals"`, `"plan.goals2": "x", "plan.goals"`, "family/ar plan.goals2: is not in Swedish"},
		"a phrase twice":          {arabic, `"plan.goals"`, `"plan.goals": "x", "plan.goals"`, "plan.goals stands twice"},
		"an empty phrase":         {arabic, `"plan.goals": "الأهداف"`, `"plan.goals": " "`, "family/ar plan.goals: is empty"},
		"spaces around":           {simple, `"plan.attachments": "Filer"`, `"plan.attachments": "Filer "`, "plan.attachments: is empty, has spaces"},
		"a sign that nobody sees": {simple, `"plan.attachments": "Filer"`, `"plan.attachments": "Fi\u202eler"`, "signs that nobody sees"},
		"another placeholder":     {arabic, `الهدف {number}`, `الهدف {nummer}`, `family/ar plan.goal: fills in ["{nummer}"], in Swedish ["{number}"]`},
		"a placeholder less":      {arabic, `الهدف {number}`, `الهدف`, `family/ar plan.goal: fills in []`},
		"a code is missing":       {arabic, `"sip": "خطة فردية منسَّقة (SIP)",`, "", "family/ar PlanKind sip: is missing"},
		"codes are missing":       {arabic, `"PlanKind": {`, `"PlanKinds": {`, "family/ar PlanKind: is missing"},
		"a direction that is not": {arabic, `"rtl"`, `"right"`, "name and direction"},
		"another field":           {arabic, `"direction"`, `"fallback": "sv", "direction"`, `unknown field "fallback"`},
		"no object":               {arabic, `"phrases": {`, `"phrases": ["a"], "x": {`, "an object is wanted"},
		"staff lacks one":         {staff, `"version.facts": "About the version",`, "", "staff/en version.facts: is missing"},
		"staff and family":        {staff, `"version.facts"`, `"plan.goals": "Goals", "version.facts"`, "plan.goals: is for families and for staff"},
		"not JSON":                {arabic, `"direction"`, `direction`, "invalid character"},
	} {
		all := copied(t)
		if c.file != "" {
			text := string(all[c.file].Data)
			if !strings.Contains(text, c.old) {
				t.Fatalf("%s: %s is not there to be spoilt", name, c.old)
			}
			all[c.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, c.old, c.by, 1))}
			if c.old == "" {
				delete(all, c.file)
			}
		}
		_, err := load(all)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
}

// TestANewLanguageIsAFile: one file, and the language is there.
func TestANewLanguageIsAFile(t *testing.T) {
	t.Parallel()
	all := copied(t)
	all["languages/family/fa-AF.json"] = all["languages/family/ar.json"]
	got, err := load(all)
	if err != nil || !slices.Contains(got.tags, "fa-AF") {
		t.Errorf("%v %v", got.tags, err)
	}
	all["languages/family/Dari.json"] = all["languages/family/ar.json"]
	if _, err := load(all); err == nil || !strings.Contains(err.Error(), "family/Dari : the file's name is no language tag") {
		t.Errorf("got %v", err)
	}
}

func TestLanguages(t *testing.T) {
	t.Parallel()
	var tags []string
	for _, l := range All() {
		tags = append(tags, l.Tag())
		if l != In(l.Tag()) || l.Name() == "" || l.IsRightToLeft() != (l.Tag() == "ar") || l.IsSwedish() != strings.HasPrefix(l.Tag(), "sv") {
			t.Errorf("%s: %s %s", l.Tag(), l.Name(), l.Direction())
		}
	}
	if !slices.Equal(tags, []string{"sv", "ar", "en", "sv-simple"}) {
		t.Errorf("got %q", tags)
	}
	for _, unknown := range []string{"", "fi", "SV", "../staff/sv"} {
		if In(unknown) != Swedish {
			t.Errorf("%q is %s", unknown, In(unknown).Tag())
		}
	}
	if got := (Language{}).Say("plan.goal", "{number}", "3"); got != "Mål 3" {
		t.Errorf("the zero language says %q", got)
	}
	if got := English.Say("words.list", "{first}", "{next}", "{next}", "a"); got != "{next}, a" {
		t.Errorf("what is filled in is filled again: %q", got)
	}
	if English.Code("PlanKind", "no-such") != "" || English.Code("NoSuch", "sip") != "" {
		t.Error("a code that is none has words")
	}
}

// TestEasySwedishIsEasy: no sentence is long, no word is very long, and it is written anew: whole sentences are not Swedish's own.
func TestEasySwedishIsEasy(t *testing.T) {
	t.Parallel()
	simple, swedish := In("sv-simple"), Swedish
	check := func(name, text, other string) {
		for _, sentence := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".?!:", r) }) {
			if n := len(strings.Fields(sentence)); n > 12 {
				t.Errorf("%s: %d words in %q", name, n, sentence)
			}
			for _, word := range strings.Fields(sentence) {
				if len([]rune(word)) > 18 {
					t.Errorf("%s: the word %q is long", name, word)
				}
			}
		}
		if text == other && len(strings.Fields(text)) > 6 {
			t.Errorf("%s is Swedish as it stands: %q", name, text)
		}
	}
	for key, text := range simple.texts().Phrases {
		check(key, filledIn.ReplaceAllString(text, ""), filledIn.ReplaceAllString(swedish.texts().Phrases[key], ""))
	}
	for schema, words := range simple.Codes() {
		for code, text := range words {
			check(schema+" "+code, text, swedish.Code(schema, code))
		}
	}
}

// TestArabicIsArabic: what the Arabic says is in Arabic letters, but for names that are the same in every language.
func TestArabicIsArabic(t *testing.T) {
	t.Parallel()
	names := strings.NewReplacer("SIP", "", "LSS", "", "samplan", "", "god man", "")
	for key, text := range In("ar").texts().Phrases {
		text = names.Replace(filledIn.ReplaceAllString(text, ""))
		if strings.ContainsFunc(text, func(r rune) bool { return r >= 'A' && r <= 'z' }) {
			t.Errorf("%s: %q", key, text)
		}
	}
	for schema, words := range In("ar").Codes() {
		for code, text := range words {
			if strings.ContainsFunc(names.Replace(text), func(r rune) bool { return r >= 'A' && r <= 'z' }) {
				t.Errorf("%s %s: %q", schema, code, text)
			}
		}
	}
}
