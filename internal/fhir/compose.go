package fhir

import (
	"strings"

	"github.com/google/uuid"
)

// composer makes one bundle. Organisations and roles are added as they are referred to, each once.
type composer struct {
	Record
	course  course
	meta    Meta
	patient Reference
	orgs    []*Organization
	roles   []*PractitionerRole
	seen    map[string]bool
	wrote   authors
}

// Compose writes a plan as a bundle: the plan, the child, those who take part, goals, consents, who wrote what, and the
// organisations and roles that these refer to.
func Compose(r Record) Bundle {
	c := &composer{Record: r, course: courses[r.Status], meta: Meta{Security: labels(r.Child.IsProtected, r.Child.Protection)}, seen: map[string]bool{}}
	child := c.child()
	c.patient = Reference{Reference: child.address()}
	team, goals, consents := c.team(), c.goals(), c.consents()
	plan := c.plan(team, goals)
	all := []Resource{plan, child, team}
	for _, g := range goals {
		all = append(all, g)
	}
	for _, s := range consents {
		all = append(all, s)
	}
	for _, p := range c.provenances() {
		all = append(all, p)
	}
	for _, o := range c.orgs {
		all = append(all, o)
	}
	for _, p := range c.roles {
		all = append(all, p)
	}
	b := Bundle{ResourceType: "Bundle", Meta: c.meta, Type: "collection", Entry: make([]Entry, 0, len(all))}
	for _, r := range all {
		b.Entry = append(b.Entry, Entry{r.address(), r})
	}
	return b
}

// derived makes an id of what the reader sees: the plan's id, and words.
func (c *composer) derived(parts ...string) string {
	return uuid.NewSHA1(c.Plan, []byte(strings.Join(parts, "\x00"))).String()
}

// own is a thing's own id, or one that is derived.
func (c *composer) own(own uuid.UUID, parts ...string) string {
	if own == uuid.Nil {
		return c.derived(parts...)
	}
	return own.String()
}

// head begins a resource about the child.
func (c *composer) head(kind, id string) head {
	meta := c.meta
	return head{kind, id, &meta}
}

func (c *composer) child() Patient {
	k := c.Child
	p := Patient{head: c.head("Patient", c.own(k.ID, "patient")), BirthDate: k.BirthDate}
	name := HumanName{Text: k.Name, Family: k.Family}
	if k.Given != "" {
		name.Given = []string{k.Given}
	}
	p.Name = []HumanName{name}
	for _, n := range k.Numbers {
		system := numbers[n.Type]
		if n.OID != "" && system == localReserved {
			system = "urn:oid:" + n.OID
		}
		p.Identifier = append(p.Identifier, Identifier{System: system, Value: n.Value})
	}
	return p
}

// unit refers to a unit, and adds it to the bundle the first time. One without a name is none.
func (c *composer) unit(u Unit) *Reference {
	if u.Name == "" {
		return nil
	}
	o := &Organization{head: head{"Organization", c.own(u.ID, "unit", u.Name, u.Principal), nil}, Name: u.Name}
	if c.first(o.ID) {
		o.PartOf = c.principal(u.Principal)
		c.orgs = append(c.orgs, o)
	}
	return &Reference{Reference: o.address(), Display: u.Name}
}

// principal refers to a principal by its name.
func (c *composer) principal(name string) *Reference {
	if name == "" {
		return nil
	}
	o := &Organization{head: head{"Organization", c.derived("principal", name), nil}, Name: name}
	if number := c.OrgNumbers[name]; number != "" {
		o.Identifier = []Identifier{{Type: &Concept{Coding: []Coding{{System: identifierType, Code: "XX"}}}, System: orgNumber, Value: number}}
	}
	if c.first(o.ID) {
		c.orgs = append(c.orgs, o)
	}
	return &Reference{Reference: o.address(), Display: name}
}

// role refers to somebody who takes part for a unit.
func (c *composer) role(person string, of Reference, code Concept, during *Period) Reference {
	p := &PractitionerRole{
		head:   head{"PractitionerRole", c.derived("role", person, of.Reference, code.Text), nil},
		Period: during, Practitioner: Reference{Display: person}, Organization: of, Code: []Concept{code},
	}
	if c.first(p.ID) {
		c.roles = append(c.roles, p)
	}
	return Reference{Reference: p.address(), Display: person}
}

func (c *composer) first(id string) bool {
	was := c.seen[id]
	c.seen[id] = true
	return !was
}
