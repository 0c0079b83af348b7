package survey

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Service holds the use cases of surveys. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix) *Service { return &Service{s, m} }

// Find gives what the actor is asked after a meeting. Staff who were there; the family. Fault: not-found, also before the
// meeting is closed.
func (s *Service) Find(ctx context.Context, a access.Actor, m id.Meeting) (Survey, error) {
	g, err := access.Allow[access.AnswerSurvey](s.policy, a)
	if err != nil {
		return Survey{}, err
	}
	return s.find(ctx, g, a, m)
}

func (s *Service) find(ctx context.Context, g access.Grant[access.AnswerSurvey], a access.Actor, m id.Meeting) (Survey, error) {
	v, err := s.store.FindSurvey(ctx, g, m)
	switch {
	case !a.IsCitizen():
		v.Respondent = staff
	case v.Child == a.Person():
		v.Respondent = child
	default:
		v.Respondent = guardian
	}
	return v, err
}

// Answer keeps what the actor answers, or changes it. tag is the survey as the actor read it. As Find. Faults besides:
// stale-version, already-ended, invalid-value.
func (s *Service) Answer(ctx context.Context, a access.Actor, m id.Meeting, tag string, parts []Part, receipt id.Receipt) (Survey, error) {
	g, err := access.Allow[access.AnswerSurvey](s.policy, a)
	if err != nil {
		return Survey{}, err
	}
	v, err := s.find(ctx, g, a, m)
	if err != nil {
		return Survey{}, err
	}
	if v.Tag() != tag {
		return Survey{}, fault.New(fault.CodeStale)
	}
	answer, err := v.Take(parts, receipt, a.Person(), a.Today())
	if err != nil {
		return Survey{}, err
	}
	ok, err := s.store.KeepAnswer(ctx, g, v, answer)
	if err == nil && !ok {
		err = fault.At(fault.CodeInvalid, "/receipt", "another")
	}
	v.IsTaken = true
	return v, err
}

// Results gives a page of what is told of answers, the last half-year first. A unit's manager about the unit; a system
// administrator about the principal.
func (s *Service) Results(ctx context.Context, a access.Actor, pg page.Page) ([]Result, int, error) {
	g, err := access.Allow[access.ReadSurveyResult](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	counts, versions, err := s.store.CountAnswers(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	all := Tell(counts, versions)
	if !g.Has(access.OwnPrincipal) { // what is told of others together is none of one unit's
		all = ofOneUnit(all)
	}
	return page.Cut(pg, all), len(all), nil
}

func ofOneUnit(all []Result) []Result {
	var own []Result
	for n := range all {
		if !all[n].Unit.IsZero() {
			own = append(own, all[n])
		}
	}
	return own
}
