package fhir

import (
	"strings"

	"github.com/google/uuid"
)

func (c *composer) plan(team CareTeam, goals []Goal) CarePlan {
	p := CarePlan{
		head: c.head("CarePlan", c.Plan.String()), Status: c.course.plan, Intent: "plan", Title: c.KindName,
		Category: []Concept{{Coding: []Coding{{planKinds, c.Kind, c.KindName}}, Text: c.KindName}}, Subject: c.patient,
		Period: period(c.EstablishedOn, ""), Created: c.CreatedOn, Author: c.unit(c.Lead),
		CareTeam: []Reference{{Reference: team.address()}}, Note: c.Notes,
	}
	p.Meta.Version = c.derived("version", c.Tag)
	here := map[uuid.UUID]Reference{}
	for n, g := range goals {
		here[c.Goals[n].ID] = Reference{Reference: g.address()}
		p.Goal = append(p.Goal, here[c.Goals[n].ID])
	}
	if p.Author != nil {
		c.wrote.add(*p.Author, p.head)
	}
	for _, i := range c.Interventions {
		a := c.intervention(i)
		// A goal that the reader does not see is not pointed at.
		if g, ok := here[i.Goal]; ok {
			a.Detail.Goal = []Reference{g}
		}
		p.Activity = append(p.Activity, a)
		if by := c.unit(i.Owner); by != nil {
			c.wrote.add(*by, p.head)
		}
	}
	if c.NextFollowUpOn != "" && c.course.plan != "completed" && c.course.plan != "revoked" {
		p.Activity = append(p.Activity, c.followUp())
	}
	return p
}

func (c *composer) intervention(i Intervention) Activity {
	a := Activity{ID: i.ID.String(), Progress: append(progress(i.Outcomes), i.Notes...), Detail: Detail{
		Code: Concept{Text: i.Title}, Status: activityStatuses[i.Status], Period: period(i.From, i.To), Description: i.Text,
	}}
	if i.Catalogue != "" {
		a.Detail.Code.Coding = []Coding{{Display: i.Catalogue}}
	}
	by := c.unit(i.Owner)
	if i.Outside != "" {
		by = &Reference{Display: i.Outside}
	}
	if by != nil {
		a.Detail.Performer = append(a.Detail.Performer, *by)
	}
	if i.Contact != "" {
		a.Detail.Performer = append(a.Detail.Performer, Reference{Display: i.Contact})
	}
	return a
}

func (c *composer) followUp() Activity {
	a := Activity{Detail: Detail{
		Kind: "Appointment", Code: Concept{Text: "Uppföljning"}, Status: "scheduled", Period: period(c.NextFollowUpOn, ""),
	}}
	if by := c.unit(c.NextFollowUpBy); by != nil {
		a.Detail.Performer = []Reference{*by}
	}
	return a
}

func (c *composer) goals() []Goal {
	all := make([]Goal, 0, len(c.Goals))
	for _, r := range c.Goals {
		g := Goal{
			head: c.head("Goal", r.ID.String()), LifecycleStatus: c.course.goal, Description: Concept{Text: r.Text}, Subject: c.patient,
			Category: []Concept{coded(goalHorizons, r.Horizon, r.HorizonName)}, Note: append(progress(r.Outcomes), r.Notes...),
		}
		if n := len(r.Outcomes); n > 0 {
			last := r.Outcomes[n-1]
			reached := coded(achievement, achievements[last.Outcome], "")
			g.LifecycleStatus, g.AchievementStatus, g.StatusDate = c.course.lifecycle(last.Outcome), &reached, last.On
		}
		if by := c.unit(r.Owner); by != nil {
			c.wrote.add(*by, g.head)
		}
		all = append(all, g)
	}
	return all
}

// progress tells in words what became of something.
func progress(all []Outcome) []Annotation {
	var notes []Annotation
	for _, o := range all {
		text := o.OutcomeName
		for _, more := range []string{o.Effect, o.Change} {
			if more != "" {
				text += "\n" + more
			}
		}
		notes = append(notes, Annotation{Time: o.On, Text: strings.TrimSpace(text)})
	}
	return notes
}

// team is who takes part: the units, those who have a role, and the principal that answers for the whole.
func (c *composer) team() CareTeam {
	t := CareTeam{head: c.head("CareTeam", c.derived("care-team")), Status: c.course.team, Subject: c.patient}
	part := Concept{Text: "Part i planen"}
	for _, y := range c.Parties {
		of := c.unit(y.Unit)
		if of == nil {
			continue
		}
		during := period(y.From, y.To)
		member := *of
		if y.Contact != "" {
			member = c.role(y.Contact, *of, part, during)
		}
		t.Participant = append(t.Participant, Participant{Role: []Concept{part}, Member: member, Period: during})
	}
	for _, o := range c.Roles {
		if of := c.unit(o.Unit); of != nil && o.Person != "" {
			role := Concept{Coding: []Coding{{planRoles, o.Role, o.RoleName}}, Text: o.RoleName}
			during := period(o.From, o.To)
			t.Participant = append(t.Participant, Participant{Role: []Concept{role}, Member: c.role(o.Person, *of, role, during), Period: during})
		}
	}
	if p := c.principal(c.Responsible); p != nil {
		t.Participant = append(t.Participant, Participant{Role: []Concept{{Text: "Övergripande ansvar"}}, Member: *p})
	}
	return t
}
