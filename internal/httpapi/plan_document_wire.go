package httpapi

import (
	"strconv"
	"strings"

	"github.com/oapi-codegen/runtime/types"

	"samplan/internal/document"

	"samplan/internal/httpapi/wire"
)

// of chooses between the same said twice.
func (s *paper) of(swedish, english string) string { return s.Language.Of(swedish, english) }

// fact is one word of a document and what it says.
func (s *paper) fact(swedish, english, value string) document.Fact {
	return document.Fact{Name: s.of(swedish, english), Value: value}
}

// chapter adds a heading with blocks below it. Without blocks there is no heading either: an empty one would ask what was
// not to be seen.
func (s *paper) chapter(swedish, english string, blocks ...document.Block) {
	if len(blocks) == 0 {
		return
	}
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.of(swedish, english)})
	s.Blocks = append(s.Blocks, blocks...)
}

func (s *paper) noOthers(is bool) string {
	if !is {
		return ""
	}
	return s.of("Inga andra än huvudmännen behövs", "Nobody but the principals is needed")
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
	return strings.Join(present(u.Name, u.Authority, u.Principal), ", ")
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

// days writes from when to when.
func days(from, to *types.Date) string {
	if from == nil && to == nil {
		return ""
	}
	return strings.TrimSpace(dayOf(from) + " – " + dayOf(to))
}

func (s *paper) planFrame(kind wire.PlanKind) {
	s.Title = planKindWords[kind].in(s.Language)
	s.About = s.of("Dokumentet visar planen som den såg ut den dagen för den som tog fram dokumentet.",
		"The document shows the plan as it looked on that day to the one who made the document.")
}

func (s *paper) plan(p wire.Plan) {
	s.planFrame(p.Kind)
	l := s.Language
	follow := present(dayOf(p.NextFollowUpOn), unitWords(p.NextFollowUpUnit))
	responsible := ""
	if p.OverallResponsible != nil {
		responsible = p.OverallResponsible.Name
	}
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.of("Om planen", "About the plan"), Facts: []document.Fact{
		s.fact("Barn", "Child", p.ChildName), s.fact("Läge", "Status", planStatusWords[p.Status].in(l)),
		s.fact("Rättslig grund", "Legal basis", legalBasisWords[p.LegalBasis].in(l)),
		s.fact("Leds av", "Led by", unitWords(&p.LeadUnit)), s.fact("Övergripande ansvar", "Overall responsibility", responsible),
		s.fact("Andra aktörer", "Other actors", s.noOthers(p.NoOtherActors)),
		s.fact("Barnets delaktighet", "The child's part", participationWords[given(p.ChildParticipation)].in(l)),
		s.fact("Nästa uppföljning", "Next follow-up", strings.Join(follow, ", ")),
		s.fact("Fastställd", "Established", dayOf(p.EstablishedOn)), s.fact("Behovet noterat", "Need noted", p.CreatedOn.String()),
	}})
	s.parties(each(p.Parties, s.party))
	goals := map[wireID]int{}
	for n, g := range p.Goals {
		goals[g.Id] = n + 1
	}
	s.chapter("Barnets egna ord", "The child's own words", each(p.ChildViews, s.childView)...)
	s.observations(p.Observations)
	s.chapter("Mål", "Goals", each(p.Goals, func(g wire.Goal) document.Block { return s.goal(g, goals) })...)
	s.chapter("Insatser", "Interventions", each(p.Interventions, func(i wire.Intervention) document.Block { return s.intervention(i, goals) })...)
	s.chapter("Avvikande meningar", "Disagreements", each(p.Disagreements, s.disagreement)...)
	s.evaluation(p.Evaluation)
	s.links(p.Links)
	s.attachments(p.Attachments)
	s.chapter("Egna anteckningar", "Own notes", each(p.Notes, s.note)...)
}

func (s *paper) parties(rows [][]string) {
	if len(rows) == 0 {
		return
	}
	head := []string{s.of("Verksamhet", "Service"), s.of("Läge", "Status"), s.of("Kontakt", "Contact")}
	s.Blocks = append(s.Blocks, document.Block{
		Level: 2, Heading: s.of("De som deltar eller är kallade", "Those who take part or are called"),
		Table: &document.Table{Head: head[:len(rows[0])], Rows: rows},
	})
}

func (s *paper) party(y wire.Party) []string {
	state := partyStateWords[y.State].in(s.Language)
	if y.State == wire.PartyState(y.Mode) { // it has not answered: say to what
		state = partyModeWords[y.Mode].in(s.Language) + ", " + strings.ToLower(state)
	}
	return []string{unitWords(&y.Unit), state, given(y.ContactName)}
}

// goalWords points at a goal of the same document.
func (s *paper) goalWords(i *wireID, goals map[wireID]int) string {
	if i == nil || goals[*i] == 0 {
		return ""
	}
	return s.of("Mål ", "Goal ") + strconv.Itoa(goals[*i])
}

// secrecy says what binds the text, and warns whose own secrecy is weaker (R30).
func (s *paper) secrecy(l wire.SecrecyLabel) document.Fact {
	warning := ""
	if l.WeakerHere {
		warning = s.of("din verksamhets egen sekretess är svagare", "your service's own secrecy is weaker")
	}
	return s.fact("Sekretess", "Secrecy", strings.Join(present(l.Rule, warning), "; "))
}

func (s *paper) goal(g wire.Goal, goals map[wireID]int) document.Block {
	return document.Block{
		Level: 3, Heading: s.of("Mål ", "Goal ") + strconv.Itoa(goals[g.Id]), Text: g.Text,
		Facts: []document.Fact{
			s.fact("Slag", "Kind", horizonWords[g.Horizon].in(s.Language)), s.area(g.Area), s.fact("Del av", "Part of", s.goalWords(g.PartOfGoalId, goals)),
			s.fact("Skrivet av", "Written by", unitWords(g.Owner)), s.secrecy(g.Secrecy),
		},
	}
}

func (s *paper) intervention(i wire.Intervention, goals map[wireID]int) document.Block {
	return document.Block{
		Level: 3, Heading: i.Title, Text: given(i.Text),
		Facts: []document.Fact{
			s.fact("Ansvarar", "Responsible", given(i.Responsible)), s.fact("Kontakt", "Contact", given(i.ContactName)),
			s.fact("Läge", "Status", statusWords[i.Status].in(s.Language)), s.fact("Tid", "Time", days(i.StartsOn, i.EndsOn)),
			s.fact("Gäller", "For", s.goalWords(i.GoalId, goals)), s.fact("Skrivet av", "Written by", unitWords(i.Owner)), s.secrecy(i.Secrecy),
		},
	}
}

func (s *paper) childView(v wire.ChildView) document.Block {
	return document.Block{
		Level: 3, Heading: formWords[v.Form].in(s.Language) + " " + v.CreatedOn.String(), Text: v.Text,
		Facts: []document.Fact{
			s.kept(v.KeptFromGuardians), s.fact("Berättat av", "Told by", given(v.SpokenBy)), s.fact("Nedtecknat av", "Taken down by", given(v.RecordedBy)),
			s.area(v.Area), s.fact("Finns hos", "Kept by", unitWords(v.Owner)), s.secrecy(v.Secrecy),
		},
	}
}

// kept warns whoever reads the child's words.
func (s *paper) kept(isKept *bool) document.Fact {
	if !given(isKept) {
		return document.Fact{}
	}
	return s.fact("Obs", "Note", s.of("Barnet har bett att vårdnadshavare inte får veta.", "The child has asked that guardians are not told."))
}

func (s *paper) disagreement(d wire.Disagreement) document.Block {
	return document.Block{
		Level: 3, Heading: s.of("Avvikande mening ", "Disagreement ") + d.CreatedOn.String(), Text: d.Text,
		Facts: []document.Fact{s.fact("Från", "From", given(d.From)), s.secrecy(d.Secrecy)},
	}
}

func (s *paper) note(n wire.Note) document.Block {
	return document.Block{
		Level: 3, Heading: s.of("Anteckning ", "Note ") + n.CreatedOn.String(), Text: n.Text,
		Facts: []document.Fact{
			s.fact("Gäller", "About", categoryWords[n.Category].in(s.Language)), s.fact("Skriven av", "Written by", unitWords(&n.Owner)), s.secrecy(n.Secrecy),
		},
	}
}
