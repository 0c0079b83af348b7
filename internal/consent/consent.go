package consent

import (
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/id"
	"samplan/internal/person"
)

type (
	kindSet     struct{}
	formSet     struct{}
	capacitySet struct{}
	choiceSet   struct{}
	categorySet struct{}
)

// Kind is what is consented to: making a plan, or sharing information.
type Kind = enum.Value[kindSet]

// Form is how the consent is given.
type Form = enum.Value[formSet]

// Capacity is as what somebody is asked.
type Capacity = enum.Value[capacitySet]

// Choice is what one who was asked has said.
type Choice = enum.Value[choiceSet]

// Category is an information category that a consent opens (R21).
type Category = enum.Value[categorySet]

var (
	// Kinds are plan, share, and another person's own to sharing what is about that person (R19).
	Kinds = enum.Of[kindSet]("plan", "share", "other-person")
	// Forms are written, oral and by e-identification.
	Forms = enum.Of[formSet]("written", "oral", "e-identification")
	// Capacities are guardian (vårdnadshavare), god man, child, and another person whom something is about.
	Capacities = enum.Of[capacitySet]("guardian", "god-man", "child", "subject")
	// Choices are no answer yet, yes, no, and hindered: a guardian who cannot answer in a matter that cannot wait (R14).
	Choices = enum.Of[choiceSet]("pending", "given", "refused", "hindered")
	// Categories is the closed set; participation is that a unit takes part at all.
	Categories = enum.Of[categorySet]("support-needs", "health", "schooling", "family-situation", "goals", "interventions",
		"child-voice", "views", "participation")

	ToPlan       = Kinds.Must("plan")
	ToShare      = Kinds.Must("share")
	ToShareOther = Kinds.Must("other-person")

	ByEID = Forms.Must("e-identification")

	AsGuardian = Capacities.Must("guardian")
	AsGodMan   = Capacities.Must("god-man")
	AsChild    = Capacities.Must("child")
	AsSubject  = Capacities.Must("subject")

	Pending  = Choices.Must("pending")
	Given    = Choices.Must("given")
	Refused  = Choices.Must("refused")
	Hindered = Choices.Must("hindered")
)

// Consent is a consent with those who are asked, as one reader sees it: scopes and kept-back items that the reader may
// not know of are absent.
type Consent struct {
	ID               id.Consent
	Child            id.Person
	Unit             id.Unit // recorded it; its knowledge of custody counts
	Kind             Kind
	Purpose          person.Text
	Form             Form
	Evidence         person.Text
	Recorder         id.Person
	ValidFrom        civil.Date
	ValidTo          civil.Date // the last day; an end is mandatory
	WithdrawnOn      civil.Date
	WithdrawnBy      id.Person
	WithdrawalReason person.Text
	CreatedAt        time.Time
	Version          int
	Limits           id.Consent // the wider one that ended when somebody limited it to this
	Givers           []Giver
	Scopes           []Scope
	Excluded         []id.Item // kept back, whatever the scopes say
}

// Giver is somebody who is asked, and the answer.
type Giver struct {
	Person     id.Person
	Name       person.Name // read with the giver: as the reader's own unit knows it
	Capacity   Capacity
	Answer     Choice
	AnsweredOn civil.Date
	Reason     person.Text
	EService   string // through which the answer came, as it was called then; empty when the giver came here
	Signature  Signature
}

// Scope is from which secrecy domain, to which, and which information.
type Scope struct {
	From, To   id.Branch
	Categories []Category
}

// View is a consent as it stands today.
type View struct {
	Consent
	InForce    bool        // by the one rule of the database
	ChildName  person.Name // as the reader's own unit knows it, or for the family the recording unit
	Protection person.Protection
	RemindDays int // before the end, by the routine of the recording unit's principal
}

// Tag names this version of the consent.
func (c *Consent) Tag() string { return strconv.Itoa(c.Version) }

// Giver gives the one of those who are asked that a person is, or nil.
func (c *Consent) Giver(p id.Person) *Giver {
	for i := range c.Givers {
		if c.Givers[i].Person == p {
			return &c.Givers[i]
		}
	}
	return nil
}
