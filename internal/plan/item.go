package plan

import (
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/objection"
	"samplan/internal/person"
)

type (
	itemKindSet   struct{}
	categorySet   struct{}
	visibilitySet struct{}
	authorSet     struct{}
)

// ItemKind is which noun an item is.
type ItemKind = enum.Value[itemKindSet]

// Category is the information category of an item, which a consent names (R21).
type Category = enum.Value[categorySet]

// Visibility is for whom an item is meant, before walls and consents are asked.
type Visibility = enum.Value[visibilitySet]

// AuthorKind tells as what the author wrote.
type AuthorKind = enum.Value[authorSet]

var (
	// ItemKinds is the closed set of nouns.
	ItemKinds = enum.Of[itemKindSet]("goal", "intervention", "note", "observation", "child-view", "disagreement", "comment", "plan-evaluation", "attachment", "minute", "link")
	// Categories is the closed set of information categories of items.
	Categories = enum.Of[categorySet]("support-needs", "health", "schooling", "family-situation", "goals", "interventions", "child-voice", "views")
	// Visibilities are the own unit, the parties, the parties and the family, and named persons.
	Visibilities = enum.Of[visibilitySet]("unit", "parties", "family", "named")
	// AuthorKinds are staff, guardian and child.
	AuthorKinds = enum.Of[authorSet]("staff", "guardian", "child")

	GoalKind         = ItemKinds.Must("goal")
	InterventionKind = ItemKinds.Must("intervention")
	NoteKind         = ItemKinds.Must("note")
	ObservationKind  = ItemKinds.Must("observation")
	ChildViewKind    = ItemKinds.Must("child-view")
	DisagreementKind = ItemKinds.Must("disagreement")
	CommentKind      = ItemKinds.Must("comment")
	PlanEvaluation   = ItemKinds.Must("plan-evaluation")
	MinuteKind       = ItemKinds.Must("minute")

	UnitOnly   = Visibilities.Must("unit")
	ForParties = Visibilities.Must("parties")
	ForFamily  = Visibilities.Must("family")
	ForNamed   = Visibilities.Must("named")

	ByStaff    = AuthorKinds.Must("staff")
	ByGuardian = AuthorKinds.Must("guardian")
	ByChild    = AuthorKinds.Must("child")

	voice = Categories.Must("child-voice")
	views = Categories.Must("views")
)

// Item is a piece of content, the unit of secrecy: what it is, who holds it, for whom it is meant, and its words. Which
// fields a kind has is told by its constructor (goal.go, intervention.go, note.go, observation.go, child_view.go,
// disagreement.go, evaluation.go, minute.go).
type Item struct {
	ID         id.Item
	Plan       id.Plan
	Kind       ItemKind
	Owner      id.Unit // the unit that holds it
	Category   Category
	Visibility Visibility
	Words
	Author     id.Person
	AuthorKind AuthorKind
	AuthorName person.Text // read with the item: staff only
	CreatedOn  civil.Date
	Version    int
	Owned      bool                  // held in the reader's own secrecy domain; read with the item
	File       File                  // of attachments
	Ask        Ask                   // only when the item is made
	Kept       bool                  // the child asked that guardians are not told; read with the item, for staff
	Placeless  bool                  // must not tell the reader who holds it or carries it out; read with the item
	Objections []objection.Objection // what stands beside it in every copy; read with the item
}

// Words are the fields that an item's holder may change and that a dispatched version freezes.
type Words struct {
	Title        person.Text
	Body         person.Text
	Horizon      Horizon
	Goal         id.Item
	OutsideActor person.Text
	ContactName  person.Text
	StartsOn     civil.Date
	EndsOn       civil.Date
	Status       InterventionStatus
	Form         Form
	Area         Area
	Sort         Sort
	SpokenBy     person.Text
	Catalogue    Choice
}

// Choice is what an intervention is in the intervention catalogue; the entry's name is read with the item.
type Choice struct {
	Entry id.CatalogueEntry
	Name  person.Text
}

// Draft is what somebody asks to be written down as an item.
type Draft struct {
	Kind       ItemKind
	Category   Category // zero: the usual category of the kind
	Visibility Visibility
	Words
	File File // of attachments
	Ask  Ask  // of the child's own words
}

// Author is who writes an item, as what, and for which unit.
type Author struct {
	Person id.Person
	Kind   AuthorKind
	Unit   id.Unit
}

// usual is the category of a kind when none is named.
var usual = map[ItemKind]Category{
	GoalKind: Categories.Must("goals"), InterventionKind: Categories.Must("interventions"), NoteKind: Categories.Must("support-needs"),
	ObservationKind: Categories.Must("support-needs"), LinkKind: Categories.Must("support-needs"),
	ChildViewKind: voice, DisagreementKind: views, CommentKind: views, PlanEvaluation: Categories.Must("goals"),
	AttachmentKind: Categories.Must("support-needs"), MinuteKind: Categories.Must("support-needs"),
}

// NewItem makes an item of a plan from a draft.
func NewItem(p id.Plan, d Draft, by Author, today civil.Date) (Item, error) {
	if d.Category.IsZero() {
		d.Category = usual[d.Kind]
	}
	i := Item{
		ID: id.NewItem(), Plan: p, Kind: d.Kind, Owner: by.Unit, Category: d.Category, Visibility: d.Visibility, Words: d.Words,
		File: d.File, Ask: d.Ask, Author: by.Person, AuthorKind: by.Kind, CreatedOn: today, Version: 1, Owned: true,
	}
	return i, i.valid()
}

// Apply changes what the holder may change. The child's words, a disagreement and a
// comment stay as they were said (R8, R9).
func (i *Item) Apply(d Draft) error {
	if i.Kind == ChildViewKind || i.Kind == DisagreementKind || i.Kind == CommentKind || i.Kind == AttachmentKind {
		return fault.New(fault.CodeDenied)
	}
	if !d.Category.IsZero() {
		i.Category = d.Category
	}
	i.Visibility, i.Words = d.Visibility, d.Words
	i.Version++
	return i.valid()
}

// rules holds each kind's own rule.
var rules = map[ItemKind]func(*Item) error{
	GoalKind: validGoal, InterventionKind: validIntervention, NoteKind: validNote, ObservationKind: validObservation, LinkKind: validLink,
	ChildViewKind: validChildView, DisagreementKind: validDisagreement, CommentKind: validComment, PlanEvaluation: validPlanEvaluation,
	AttachmentKind: validAttachment, MinuteKind: validMinute,
}

func (i *Item) valid() error {
	if i.EndsOn.Before(i.StartsOn) && !i.EndsOn.IsZero() {
		return fault.At(fault.CodeDates, "/endsOn", "before-start")
	}
	return rules[i.Kind](i)
}
