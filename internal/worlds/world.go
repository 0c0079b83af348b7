package worlds

import (
	"slices"

	"github.com/google/uuid"

	"samplan/internal/civil"
	"samplan/internal/demo"
)

// ID names a fact. Worlds use bare ids, for plans and people alike.
type ID = uuid.UUID

// World is everything there is on one day, beside the organisation and its staff, which are always those of the county.
type World struct {
	Day       civil.Date
	People    []Human // children and other citizens, whether or not anybody has told of them
	Files     []File
	Workers   []Worker
	Relations []Relation
	Maturity  []Maturity
	Plans     []Plan
	Course
	Parties   []Party
	Items     []Item
	Versions  []Version
	Consents  []Consent
	Calls     []Call
	Meetings  []Meeting
	Minutes   []Minute
	Concerns  []Concern
	Questions []Question
	Custody   []Custody

	Protections []Protection
	Places      []Place
	Namings     []Naming
	PlaceBlocks []PlaceBlock
	HandOvers   []HandOver
	Roles
	Disclosures []Disclosure
	Blocks      []Block
	Inquiries   []Inquiry
	Openings    []Opening
	Ages        Ages
	Log         []Entry
	Catalogue   []CatalogueEntry
	Clients     []Client
	Imports     []UnitImport
	Messages    []RegisterImport
	Requests    []Request
	Deviations  []Deviation

	InterventionOffers []InterventionOffer
	Votes              []Vote
	DeadlineReasons    []DeadlineReason
	LeadOffers         []LeadOffer
	LeadTerms          []LeadTerm
	Cards              []Card
	Questionnaires     []Questionnaire
	Readings           []Reading
	Informations       []Information
	Objections         []Objection
	Disposals          []Disposal
	Marks              []Mark
	Sessions           []ForumSession
	ForumCases         []ForumCase
	Learnings          []Learning
	PublicRequests     []PublicRequest

	Absences            []Absence
	InformationRoutines []InformationRoutine
	Transitions         []Transition
	FormulationReviews  []FormulationReview
}

// Span is the days from the first to the last, both included; without a last day it goes on.
type Span struct{ From, To civil.Date }

// Has tells whether a day is one of them.
func (s Span) Has(day civil.Date) bool {
	return !day.Before(s.From) && (s.To.IsZero() || !day.After(s.To))
}

// Human is a child or another citizen.
type Human struct {
	ID         ID
	Number     string // personnummer
	Birth      civil.Date
	Protection string
}

// File is a unit's case about a child.
type File struct {
	ID            ID
	Child         ID
	Unit          string
	Given, Family string
	Birth         civil.Date // as the unit knows it
	Valid         Span
	Version       int
}

// Worker is somebody at a unit who works with a child's case.
type Worker struct {
	ID, Child ID
	Unit      string
	Person    ID
	Valid     Span
}

// Relation is what a unit knows of somebody close to a child.
type Relation struct {
	ID, Child, Person ID
	Unit, Kind        string
	Given, Family     string
	Valid             Span
}

// Maturity is a unit's assessment of a child's maturity.
type Maturity struct {
	ID, Child     ID
	Unit, Outcome string
	On            civil.Date
}

// Plan is the frame of a plan.
type Plan struct {
	ID, Child          ID
	Kind, Status, Lead string
	Informed, Created  civil.Date
	FollowUp           civil.Date
	Since              Since
	LedSince           civil.Date // none: since it was begun
	Responsible        string     // principal
	FollowUnit         string     // calls to the follow-up
	Follows            ID
	Order              int // which was noted first
	Version            int
}

// Party is a unit in a plan.
type Party struct {
	ID, Plan                  ID
	Unit, By, Mode, State     string
	Contact                   ID
	Added, Answered, Departed civil.Date
	Version                   int
	Confirmed                 bool
}

// Item is a piece of content.
type Item struct {
	ID, Plan             ID
	Kind, Unit           string
	Category, Visibility string
	Words                string
	Outside, Contact     string // of interventions
	Catalogue            ID     // of interventions
	Goal                 ID     // what it points at
	Proxy                string // who told the child's words in its place
	Author               ID
	AuthorKind           string
	Created              civil.Date
	Version              int
	Named                []ID
	Withheld             []ID     // from whom; uuid.Nil: from every guardian, now and later
	Subjects             []ID     // others than the child whom it is about
	Frozen               []Frozen // as it was in dispatched versions
}

// Frozen is an item as it was when a version was dispatched.
type Frozen struct {
	Version ID
	Words   string
	Contact string // of interventions
}

// Version is a dispatched version of a plan.
type Version struct {
	ID, Plan ID
	Number   int
	On       civil.Date
	By       ID
}

// Clone copies a world, so that the copy can be changed.
func (w *World) Clone() *World {
	c := *w
	c.People, c.Files, c.Workers = slices.Clone(w.People), slices.Clone(w.Files), slices.Clone(w.Workers)
	c.Relations, c.Maturity, c.Plans = slices.Clone(w.Relations), slices.Clone(w.Maturity), slices.Clone(w.Plans)
	c.Course, c.Parties, c.Versions = w.Course.clone(), slices.Clone(w.Parties), slices.Clone(w.Versions)
	c.Items, c.Consents = slices.Clone(w.Items), slices.Clone(w.Consents)
	c.Concerns, c.Questions, c.Custody = slices.Clone(w.Concerns), slices.Clone(w.Questions), slices.Clone(w.Custody)
	c.Disclosures, c.Blocks = slices.Clone(w.Disclosures), slices.Clone(w.Blocks)
	c.Log, c.Catalogue, c.Requests = slices.Clone(w.Log), slices.Clone(w.Catalogue), slices.Clone(w.Requests)
	c.Votes, c.Cards, c.Questionnaires, c.Deviations = slices.Clone(w.Votes), slices.Clone(w.Cards), slices.Clone(w.Questionnaires), cloneDeviations(w.Deviations)
	cloneForums(w, &c)
	c.Readings, c.Informations = slices.Clone(w.Readings), slices.Clone(w.Informations)
	c.Objections, c.Absences, c.InformationRoutines = slices.Clone(w.Objections), slices.Clone(w.Absences), slices.Clone(w.InformationRoutines)
	c.FormulationReviews = slices.Clone(w.FormulationReviews)
	c.Disposals, c.Marks = cloneDisposals(w.Disposals), slices.Clone(w.Marks)
	w.clonePublicRequests(&c)
	c.Inquiries, c.Openings = slices.Clone(w.Inquiries), slices.Clone(w.Openings)
	for i := range c.Items {
		v := &c.Items[i]
		v.Named, v.Withheld, v.Frozen = slices.Clone(v.Named), slices.Clone(v.Withheld), slices.Clone(v.Frozen)
		v.Subjects = slices.Clone(v.Subjects)
	}
	for i := range c.Consents {
		v := &c.Consents[i]
		v.Givers, v.Scopes, v.Excluded = slices.Clone(v.Givers), slices.Clone(v.Scopes), slices.Clone(v.Excluded)
	}
	c.Roles, c.InterventionOffers = w.Roles.clone(), slices.Clone(w.InterventionOffers)
	w.cloneProtected(&c)
	w.cloneCalls(&c)
	w.cloneMeetings(&c)
	w.cloneMinutes(&c)
	w.cloneDeadlineReasons(&c)
	w.cloneTransitions(&c)
	c.LeadOffers, c.LeadTerms = slices.Clone(w.LeadOffers), slices.Clone(w.LeadTerms)
	return &c
}

// domain is the secrecy domain of a unit on the world's day, and since when it lies there.
func (w *World) domain(unit string) (branch string, since civil.Date) {
	return demo.PlaceOn(unit, w.Day)
}

// together tells whether two units lie in the same secrecy domain today.
func (w *World) together(a, b string) bool {
	one, _ := w.domain(a)
	other, _ := w.domain(b)
	return one != "" && one == other
}

// hasFile tells whether a unit has or has had a case about a child.
func (w *World) hasFile(unit string, child ID) bool {
	return slices.ContainsFunc(w.Files, func(f File) bool { return f.Unit == unit && f.Child == child })
}

// Human finds a child or citizen.
func (w *World) Human(id ID) Human { return find(w.People, func(h Human) bool { return h.ID == id }) }

// Plan finds a plan.
func (w *World) Plan(id ID) Plan { return find(w.Plans, func(p Plan) bool { return p.ID == id }) }
