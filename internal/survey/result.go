package survey

import (
	"cmp"
	"slices"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/routine"
)

// Count is how often a question was answered in a way, at a unit, in a half-year that is over.
type Count struct {
	Unit       id.Unit
	Principal  id.Principal // of the unit, when it was answered
	Period     civil.Date   // its first day
	Respondent Respondent
	Routine    id.Routine
	Question   string
	Answer     string
	Times      int
}

// Result is what is told of one group. Groups do not overlap.
type Result struct {
	Unit       id.Unit // zero: of several units of the principal, none of which is told alone
	Period     civil.Date
	Respondent Respondent
	Routine    routine.Version
	Answered   int
	Questions  []Told
}

// Until is the last day of the half-year.
func (r Result) Until() civil.Date { return r.Period.AddMonths(6).AddDays(-1) }

// Told is what is told of a question: how often which answer was given, of those that are told.
type Told struct {
	routine.Question
	Answers []Times
}

// Times is how often an answer was given.
type Times struct {
	Answer string
	Times  int
}

// family is a set of answers to the same form in the same time; those of its units add up to it and to nothing else.
type family struct {
	principal  id.Principal
	period     civil.Date
	respondent Respondent
	routine    id.Routine
}

// votes are how often each question was answered in each way.
type votes map[[2]string]int

// Tell says of counts what may be told: a result for each unit with enough answers, and one for all others together, if
// they have. What a unit is told alone does not depend on others, so whoever sees one unit sees the same as who sees all.
func Tell(counts []Count, versions map[id.Routine]routine.Version) []Result {
	groups := map[family]map[id.Unit]votes{}
	for _, c := range counts {
		f := family{c.Principal, c.Period, c.Respondent, c.Routine}
		if groups[f] == nil {
			groups[f] = map[id.Unit]votes{}
		}
		if groups[f][c.Unit] == nil {
			groups[f][c.Unit] = votes{}
		}
		groups[f][c.Unit][[2]string{c.Question, step(c.Answer)}] += c.Times
	}
	var all []Result
	for f, units := range groups {
		version := versions[f.routine]
		rest := votes{}
		for u, v := range units {
			if r, ok := tell(Result{u, f.period, f.respondent, version, 0, nil}, v); ok {
				all = append(all, r)
				continue
			}
			for at, n := range v {
				rest[at] += n
			}
		}
		if r, ok := tell(Result{id.Unit{}, f.period, f.respondent, version, 0, nil}, rest); ok {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b Result) int {
		return cmp.Or(cmp.Compare(b.Period.String(), a.Period.String()), cmp.Compare(a.Respondent.String(), b.Respondent.String()),
			cmp.Compare(a.Routine.ID.String(), b.Routine.ID.String()), cmp.Compare(a.Unit.String(), b.Unit.String()))
	})
	return all
}

// step puts a scale into three steps.
func step(answer string) string {
	switch answer {
	case "1", "2":
		return "low"
	case "3":
		return "middle"
	case "4", "5":
		return "high"
	}
	return answer
}

// steps are the answers to a question as they are told, the best first.
func steps(q routine.Question) []string {
	if q.Answer == scale {
		return []string{"high", "middle", "low"}
	}
	return Choices(q)
}

// tell says what may be told of one group: nothing when fewer have answered than its version allows.
func tell(r Result, v votes) (Result, bool) {
	fewest := r.Routine.Profile.FewestTold.Number
	for _, q := range r.Routine.Profile.Forms[r.Respondent.String()].Questions {
		given := steps(q)
		if given == nil { // text
			continue
		}
		all := make([]Times, len(given))
		n := 0
		for i, s := range given {
			all[i] = Times{s, v[[2]string{q.Code, s}]}
			n += all[i].Times
		}
		r.Answered = max(r.Answered, n) // the same for every question
		r.Questions = append(r.Questions, Told{q, suppress(all, fewest)})
	}
	return r, fewest > 0 && r.Answered >= fewest
}

// suppress says which answers to a question are told: all, when enough or none gave each; or else the first alone, when
// enough or none gave it, and enough another. Which one that is depends on no number, since a choice of the greatest, say,
// bounds those that are hidden; a property test found that. Where all gave the same answer nothing is told: it would be
// everybody's.
func suppress(all []Times, fewest int) []Times {
	n := sum(all)
	isFew := func(t Times) bool { return routine.IsFew(t.Times, fewest) }
	switch {
	case slices.ContainsFunc(all, func(t Times) bool { return t.Times == n }):
		return nil
	case !slices.ContainsFunc(all, isFew):
		return all
	case !isFew(all[0]) && n-all[0].Times >= fewest:
		return all[:1]
	}
	return nil
}

func sum(all []Times) int {
	n := 0
	for _, t := range all {
		n += t.Times
	}
	return n
}
