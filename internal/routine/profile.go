package routine

import (
	"samplan/internal/civil"
	"samplan/internal/id"
)

// Profile is what a routine profile says as a whole: of a document that names a base, with the base's parts.
type Profile struct {
	Code      string     `json:"code"`
	Version   int        `json:"version"`
	ValidFrom civil.Date `json:"validFrom"`
	Base      Base       `json:"base,omitzero"`
	Names     Words      `json:"names"`

	Terms        map[string]Words    `json:"terms"`     // by the words of Terms
	PlanKinds    []string            `json:"planKinds"` // of PlanKinds
	Wheel        Wheel               `json:"wheel"`
	Roles        []Role              `json:"roles"`
	Coordination Coordination        `json:"coordination"`
	Deadlines    map[string]Deadline `json:"deadlines"` // by the words of Kinds

	Ages                Ages         `json:"ages"`
	ConsentAges         []ConsentAge `json:"consentAges"`
	ConsentReminderDays Number       `json:"consentReminderDays"`
	FewestTold          Number       `json:"fewestTold"`

	FollowUps           FollowUps       `json:"followUps"`
	DeviationCategories []Role          `json:"deviationCategories"`
	Forms               map[string]Form `json:"forms"` // by the words of Respondents
}

// Base names the version whose parts hold where a document says nothing.
type Base struct {
	Code    string `json:"code"`
	Version int    `json:"version"`
}

// Words are the same in Swedish and English.
type Words struct {
	Swedish string `json:"sv"`
	English string `json:"en"`
}

// Source is where a rule comes from. One whose basis is "setting" rests on nothing that could be verified, and says why it
// is what it is.
type Source struct {
	Basis     string `json:"basis"` // of Bases
	Reference string `json:"reference"`
}

// Number is a number with its source.
type Number struct {
	Number int    `json:"number"`
	Source Source `json:"source"`
}

// Role is a code with the words that people read: a role around a plan, a category of deviations.
type Role struct {
	Code    string   `json:"code"`
	Names   Words    `json:"names"`
	Classes []string `json:"classes,omitempty"` // of which kinds the units are that have the role; any, when none is named
}

// Ages say from which birthday the child, and until which a guardian, sees the plan.
type Ages struct {
	ChildSeesFrom     Number `json:"childSeesFrom"`
	GuardianSeesUntil Number `json:"guardianSeesUntil"`
}

// ConsentAge says who is to consent for a child of these ages of whom no assessment of maturity is recorded (R16).
type ConsentAge struct {
	FromAge  int    `json:"fromAge"`
	UntilAge int    `json:"untilAge"` // the birthday on which it ends
	Givers   string `json:"givers"`   // of Givers
	Source   Source `json:"source"`
}

// FollowUps are the intervals that are suggested between follow-ups.
type FollowUps struct {
	Weeks  []int  `json:"weeks"`
	Source Source `json:"source"`
}

// Form is what is asked after a meeting.
type Form struct {
	Questions []Question `json:"questions"`
	Source    Source     `json:"source"`
}

// Question is one of a form.
type Question struct {
	Code   string `json:"code"`
	Words  Words  `json:"words"`
	Easy   string `json:"easy,omitempty"` // in easy Swedish (lättläst), where the words are not
	Answer string `json:"answer"`         // of Answers
}

// The closed words of a document.
var (
	Terms       = []string{"plan", "call", "invitation", "meeting", "coordinator", "leader", "overall-responsible", "wheel", "deviation"}
	PlanKinds   = []string{"sip", "barnets-plan"}
	Bases       = []string{"law", "guidance", "agreement", "practice", "setting"}
	Givers      = []string{"guardians", "together", "child-alone"}
	Respondents = []string{"child", "guardian", "staff"}
	Answers     = []string{"yes-partly-no", "scale-1-5", "text"}
)

// Offers tells whether plans of a kind are made under the profile.
func (p *Profile) Offers(kind string) bool {
	for _, k := range p.PlanKinds {
		if k == kind {
			return true
		}
	}
	return false
}

// Version is a profile as it is kept: numbered, never changed, in force from a day.
type Version struct {
	ID        id.Routine
	Principal id.Principal // whose own it is; built in when zero
	Profile   Profile
	Document  string // as it was loaded
}

// IsFew tells whether a number is of so few that it is not told: some, and fewer than the profile lets be told.
func IsFew(n, fewest int) bool { return 0 < n && n < fewest }
