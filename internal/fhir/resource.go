package fhir

// Bundle is a collection of resources that belong together.
type Bundle struct {
	ResourceType string  `json:"resourceType"`
	Meta         Meta    `json:"meta"`
	Type         string  `json:"type"`
	Entry        []Entry `json:"entry"`
}

// Entry is one resource of a bundle, under the address by which the others refer to it.
type Entry struct {
	FullURL  string   `json:"fullUrl"`
	Resource Resource `json:"resource"`
}

// Resource is one of those below.
type Resource interface{ address() string }

// head is what every resource begins with.
type head struct {
	ResourceType string `json:"resourceType"`
	ID           string `json:"id"`
	Meta         *Meta  `json:"meta,omitempty"`
}

const scheme = "urn:uuid:"

func (h head) address() string { return scheme + h.ID }

// CarePlan is the plan.
type CarePlan struct {
	head
	Status   string       `json:"status"`
	Intent   string       `json:"intent"`
	Category []Concept    `json:"category"`
	Title    string       `json:"title"`
	Subject  Reference    `json:"subject"`
	Period   *Period      `json:"period,omitempty"`
	Created  string       `json:"created,omitempty"`
	Author   *Reference   `json:"author,omitempty"`
	CareTeam []Reference  `json:"careTeam"`
	Goal     []Reference  `json:"goal,omitempty"`
	Activity []Activity   `json:"activity,omitempty"`
	Note     []Annotation `json:"note,omitempty"`
}

// Activity is an intervention of a plan, or its next follow-up.
type Activity struct {
	ID       string       `json:"id,omitempty"`
	Progress []Annotation `json:"progress,omitempty"`
	Detail   Detail       `json:"detail"`
}

// Detail is what is to be done.
type Detail struct {
	Kind        string      `json:"kind,omitempty"`
	Code        Concept     `json:"code"`
	Goal        []Reference `json:"goal,omitempty"`
	Status      string      `json:"status"`
	Period      *Period     `json:"scheduledPeriod,omitempty"`
	Performer   []Reference `json:"performer,omitempty"`
	Description string      `json:"description,omitempty"`
}

// Goal is a goal of the plan.
type Goal struct {
	head
	LifecycleStatus   string       `json:"lifecycleStatus"`
	AchievementStatus *Concept     `json:"achievementStatus,omitempty"`
	Category          []Concept    `json:"category"`
	Description       Concept      `json:"description"`
	Subject           Reference    `json:"subject"`
	StatusDate        string       `json:"statusDate,omitempty"`
	Note              []Annotation `json:"note,omitempty"`
}

// CareTeam is who takes part.
type CareTeam struct {
	head
	Status      string        `json:"status"`
	Subject     Reference     `json:"subject"`
	Participant []Participant `json:"participant,omitempty"`
}

// Participant is one who takes part.
type Participant struct {
	Role   []Concept `json:"role"`
	Member Reference `json:"member"`
	Period *Period   `json:"period,omitempty"`
}

// Patient is the child.
type Patient struct {
	head
	Identifier []Identifier `json:"identifier,omitempty"`
	Name       []HumanName  `json:"name"`
	BirthDate  string       `json:"birthDate,omitempty"`
}

// Organization is a unit, a secrecy domain or a principal.
type Organization struct {
	head
	Identifier []Identifier `json:"identifier,omitempty"`
	Name       string       `json:"name"`
	PartOf     *Reference   `json:"partOf,omitempty"`
}

// PractitionerRole is somebody who takes part for a unit.
type PractitionerRole struct {
	head
	Period       *Period   `json:"period,omitempty"`
	Practitioner Reference `json:"practitioner"`
	Organization Reference `json:"organization"`
	Code         []Concept `json:"code"`
}

// Consent is a consent about the child.
type Consent struct {
	head
	Status     string      `json:"status"`
	Scope      Concept     `json:"scope"`
	Category   []Concept   `json:"category"`
	Patient    Reference   `json:"patient"`
	Performer  []Reference `json:"performer,omitempty"`
	PolicyRule Concept     `json:"policyRule"`
	Provision  Provision   `json:"provision"`
}

// Provision is what a consent opens, or what it excepts.
type Provision struct {
	Type      string      `json:"type"`
	Period    *Period     `json:"period,omitempty"`
	Actor     []Actor     `json:"actor,omitempty"`
	Purpose   []Coding    `json:"purpose,omitempty"`
	Code      []Concept   `json:"code,omitempty"`
	Data      []Data      `json:"data,omitempty"`
	Provision []Provision `json:"provision,omitempty"`
}

// Actor is who gives out, or who receives.
type Actor struct {
	Role      Concept   `json:"role"`
	Reference Reference `json:"reference"`
}

// Data is one thing that a provision is about.
type Data struct {
	Meaning   string    `json:"meaning"`
	Reference Reference `json:"reference"`
}

// Provenance is who wrote what.
type Provenance struct {
	head
	Target   []Reference `json:"target"`
	Occurred string      `json:"occurredDateTime,omitempty"`
	Recorded string      `json:"recorded"`
	Agent    []Agent     `json:"agent"`
}

// Agent is who wrote.
type Agent struct {
	Type Concept   `json:"type"`
	Who  Reference `json:"who"`
}
