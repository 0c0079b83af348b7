package fhir

import "github.com/google/uuid"

// Record is a plan as one reader sees it, in our own words. Days are written 2006-01-02; what is empty is not told.
type Record struct {
	Plan           uuid.UUID
	Kind, KindName string
	Status         string
	Tag            string // of the view
	Today          string // the day of the copy
	Child          Child
	Lead           Unit
	Responsible    string // the principal with overall responsibility
	CreatedOn      string
	EstablishedOn  string
	NextFollowUpOn string
	NextFollowUpBy Unit
	Parties        []Party
	Roles          []Role
	Goals          []RecordedGoal
	Interventions  []Intervention
	Notes          []Annotation
	Consents       []RecordedConsent
	OrgNumbers     map[string]string // of principals, by name
}

// Child is whom the plan is for.
type Child struct {
	ID            uuid.UUID // none: one is derived
	Name          string
	Given, Family string
	BirthDate     string
	Numbers       []Number
	IsProtected   bool
	Protection    string // the level, to those who know it
}

// Number is an identity number. OID is set where only that tells whose number it is.
type Number struct{ Type, OID, Value string }

// Unit is a unit, or a secrecy domain, and the principal that it belongs to. Without a name it is none.
type Unit struct {
	ID        uuid.UUID // none: one is derived
	Name      string
	Principal string
}

// Party is a unit that takes part or has taken part.
type Party struct {
	Unit     Unit
	Contact  string
	From, To string
}

// Role is somebody's role in the plan.
type Role struct {
	Unit           Unit
	Person         string
	Role, RoleName string
	From, To       string
}

// Outcome is what became of a goal or an intervention.
type Outcome struct {
	Outcome, OutcomeName string
	On                   string
	Effect, Change       string
}

// RecordedGoal is a goal.
type RecordedGoal struct {
	ID                   uuid.UUID
	Text                 string
	Horizon, HorizonName string
	Owner                Unit
	Outcomes             []Outcome    // the latest last
	Notes                []Annotation // what is said to be wrong in it
}

// Intervention is an intervention.
type Intervention struct {
	ID          uuid.UUID
	Title, Text string
	Status      string
	Goal        uuid.UUID
	Catalogue   string // what it is in the catalogue
	Owner       Unit
	Outside     string // who carries it out, if not the owner
	Contact     string
	From, To    string
	Outcomes    []Outcome
	Notes       []Annotation // as of a goal
}

// RecordedConsent is a consent.
type RecordedConsent struct {
	ID             uuid.UUID
	Kind, KindName string
	State          string
	Purpose        string
	From, To       string
	Givers         []Giver
	Scopes         []Scope
	Excluded       []uuid.UUID
	RecordedBy     Unit
}

// Giver is one who has given the consent.
type Giver struct {
	Name    string
	IsChild bool
}

// Scope is from which secrecy domain, to which, and which information.
type Scope struct {
	From, To   Unit
	Categories []Category
}

// Category is a category of information.
type Category struct{ Code, Name string }
