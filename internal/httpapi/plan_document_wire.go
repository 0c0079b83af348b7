package httpapi

import (
	"strings"

	"github.com/oapi-codegen/runtime/types"

	"samplan/internal/document"

	"samplan/internal/httpapi/wire"
)

func (s *paper) noOthers(is bool) string {
	if !is {
		return ""
	}
	return s.say("staff.no-others")
}

func dayOf(d *types.Date) string {
	if d == nil {
		return ""
	}
	return d.String()
}

// unitWords names a unit and where it belongs.
func unitWords(u *wire.UnitRef) string {
	if u == nil {
		return ""
	}
	return quoted(strings.Join(present(u.Name, u.Authority, u.Principal), ", "))
}

// present leaves out what is empty.
func present(texts ...string) []string {
	var all []string
	for _, t := range texts {
		if t != "" {
			all = append(all, t)
		}
	}
	return all
}

func (s *paper) planFrame(kind wire.PlanKind) {
	s.Title = inWords(s.Language, kind)
	s.About = s.say("plan.about")
}

func (s *paper) plan(p wire.Plan) {
	s.planFrame(p.Kind)
	follow := present(onDay(p.NextFollowUpOn), unitWords(p.NextFollowUpUnit))
	responsible := ""
	if p.OverallResponsible != nil {
		responsible = quoted(p.OverallResponsible.Name)
	}
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say("plan.facts"), Facts: []document.Fact{
		s.fact("plan.child", quoted(p.ChildName)), s.fact("plan.status", inWords(s.Language, p.Status)),
		s.fact("staff.legal-basis", inWords(s.Language, p.LegalBasis)),
		s.fact("staff.led-by", unitWords(&p.LeadUnit)), s.fact("plan.overall-responsible", responsible),
		s.fact("staff.other-actors", s.noOthers(p.NoOtherActors)),
		s.fact("follow-up.childs-part", inWords(s.Language, given(p.ChildParticipation))),
		s.fact("plan.next-follow-up", strings.Join(follow, ", ")),
		s.fact("plan.established", onDay(p.EstablishedOn)), s.fact("staff.noted", figures(p.CreatedOn.String())),
	}})
	s.parties(each(p.Parties, s.party))
	goals := map[wireID]int{}
	for n, g := range p.Goals {
		goals[g.Id] = n + 1
	}
	s.chapter("plan.childs-words", each(p.ChildViews, s.childView)...)
	s.observations(p.Observations)
	s.chapter("plan.goals", each(p.Goals, func(g wire.Goal) document.Block { return s.goal(g, goals) })...)
	s.chapter("plan.interventions", each(p.Interventions, func(i wire.Intervention) document.Block { return s.intervention(i, goals) })...)
	s.chapter("plan.disagreements", each(p.Disagreements, s.disagreement)...)
	s.evaluation(p.Evaluation)
	s.links(p.Links)
	s.attachments(p.Attachments)
	s.chapter("staff.notes", each(p.Notes, s.note)...)
}

func (s *paper) parties(rows [][]string) {
	if len(rows) == 0 {
		return
	}
	head := []string{s.say("plan.service"), s.say("plan.status"), s.say("plan.contact")}
	s.Blocks = append(s.Blocks, document.Block{
		Level: 2, Heading: s.say("plan.parties"),
		Table: &document.Table{Head: head[:len(rows[0])], Rows: rows},
	})
}

func (s *paper) party(y wire.Party) []string {
	state := inWords(s.Language, y.State)
	if y.State == wire.PartyState(y.Mode) { // it has not answered: say to what
		state = inWords(s.Language, y.Mode) + ", " + strings.ToLower(state)
	}
	return []string{unitWords(&y.Unit), state, quoted(given(y.ContactName))}
}

// goalWords points at a goal of the same document.
func (s *paper) goalWords(i *wireID, goals map[wireID]int) string {
	if i == nil || goals[*i] == 0 {
		return ""
	}
	return s.say("plan.goal", "{number}", number(goals[*i]))
}

// secrecy says what binds the text, and warns whose own secrecy is weaker (R30).
func (s *paper) secrecy(l wire.SecrecyLabel) document.Fact {
	warning := ""
	if l.WeakerHere {
		warning = s.say("staff.weaker")
	}
	return s.fact("staff.secrecy", strings.Join(present(quoted(l.Rule), warning), "; "))
}

func (s *paper) goal(g wire.Goal, goals map[wireID]int) document.Block {
	return document.Block{
		Level: 3, Heading: s.say("plan.goal", "{number}", number(goals[g.Id])), Text: quoted(g.Text),
		Facts: append(s.objections(g.Objections),
			s.fact("plan.kind", inWords(s.Language, g.Horizon)), s.area(g.Area), s.fact("staff.part-of", s.goalWords(g.PartOfGoalId, goals)),
			s.fact("plan.written-by", unitWords(g.Owner)), s.secrecy(g.Secrecy),
		),
	}
}

func (s *paper) intervention(i wire.Intervention, goals map[wireID]int) document.Block {
	return document.Block{
		Level: 3, Heading: quoted(i.Title), Text: quoted(given(i.Text)),
		Facts: append(s.objections(i.Objections),
			s.fact("plan.responsible", quoted(given(i.Responsible))), s.fact("plan.contact", quoted(given(i.ContactName))),
			s.fact("plan.status", inWords(s.Language, i.Status)), s.fact("plan.time", s.period(i.StartsOn, i.EndsOn)),
			s.fact("staff.for", s.goalWords(i.GoalId, goals)), s.fact("plan.written-by", unitWords(i.Owner)), s.secrecy(i.Secrecy),
		),
	}
}

// wordsOn says in which form a child has told something, and when.
func (s *paper) wordsOn(form wire.WordsForm, on types.Date) string {
	return s.say("plan.words-on", "{form}", inWords(s.Language, form), "{day}", figures(on.String()))
}

// kept warns whoever reads the child's words.
func (s *paper) kept(isKept *bool) document.Fact {
	if !given(isKept) {
		return document.Fact{}
	}
	return s.fact("staff.note-well", s.say("staff.kept-from-guardians"))
}

func (s *paper) childView(v wire.ChildView) document.Block {
	return document.Block{
		Level: 3, Heading: s.wordsOn(v.Form, v.CreatedOn), Text: quoted(v.Text),
		Facts: append(s.objections(v.Objections),
			s.kept(v.KeptFromGuardians), s.fact("plan.told-by", quoted(given(v.SpokenBy))), s.fact("staff.taken-down-by", quoted(given(v.RecordedBy))),
			s.area(v.Area), s.fact("staff.kept-by", unitWords(v.Owner)), s.secrecy(v.Secrecy),
		),
	}
}

func (s *paper) disagreement(d wire.Disagreement) document.Block {
	return document.Block{
		Level: 3, Heading: s.say("plan.disagreement", "{day}", figures(d.CreatedOn.String())), Text: quoted(d.Text),
		Facts: append(s.objections(d.Objections), s.fact("plan.from", quoted(given(d.From))), s.secrecy(d.Secrecy)),
	}
}

func (s *paper) note(n wire.Note) document.Block {
	return document.Block{
		Level: 3, Heading: s.say("staff.note", "{day}", figures(n.CreatedOn.String())), Text: quoted(n.Text),
		Facts: append(s.objections(n.Objections),
			s.fact("staff.note-about", inWords(s.Language, n.Category)), s.fact("staff.note-by", unitWords(&n.Owner)), s.secrecy(n.Secrecy),
		),
	}
}
