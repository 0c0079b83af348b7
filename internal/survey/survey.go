package survey

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/routine"
)

type respondentSet struct{}

// Respondent is as whom somebody answers.
type Respondent = enum.Value[respondentSet]

var (
	// Respondents are the child, a guardian, and staff who were at the meeting.
	Respondents = enum.Of[respondentSet]("child", "guardian", "staff")

	child    = Respondents.Must("child")
	guardian = Respondents.Must("guardian")
	staff    = Respondents.Must("staff")
)

// The sorts of answers that a form can ask for.
const (
	yesPartlyNo = "yes-partly-no"
	scale       = "scale-1-5"
	freeText    = "text"
)

// Survey is what one person is asked after a meeting.
type Survey struct {
	Meeting    id.Meeting
	Plan       id.Plan
	Child      id.Person
	Respondent Respondent
	ClosedOn   civil.Date // the meeting
	Routine    routine.Version
	IsTaken    bool // the person has answered
}

// Questions are those put to the person.
func (s *Survey) Questions() []routine.Question {
	return s.Routine.Profile.Forms[s.Respondent.String()].Questions
}

// ClosesOn is the last day on which an answer is taken or changed.
func (s *Survey) ClosesOn() civil.Date {
	return s.Routine.Profile.Due(routine.SurveyAnswer, s.ClosedOn)
}

// Tag names the survey as the person sees it.
func (s *Survey) Tag() string {
	h := sha256.Sum256(fmt.Append(nil, s.Meeting, s.Routine.ID, s.IsTaken))
	return base64.RawURLEncoding.EncodeToString(h[:15])
}

// Part answers one question: with a word of the question's, or with text.
type Part struct {
	Question string
	Answer   string
	Text     person.Text
}

// Answer is what somebody answers. It names nobody.
type Answer struct {
	ID      id.SurveyAnswer
	Answers map[string]string
	Words   map[string]string
}

// Take makes an answer of its parts, under a receipt that the person keeps. Every question with closed words is answered:
// who passed one over would be a group of its own, told as the difference of two numbers.
func (s *Survey) Take(parts []Part, receipt id.Receipt, by id.Person, today civil.Date) (Answer, error) {
	if today.After(s.ClosesOn()) {
		return Answer{}, fault.New(fault.CodeEnded)
	}
	a := Answer{nameOf(s.Meeting, by, receipt), map[string]string{}, map[string]string{}}
	for n, p := range parts {
		if field, rule := a.put(s.Questions(), p); rule != "" {
			return Answer{}, fault.At(fault.CodeInvalid, "/answers/"+strconv.Itoa(n)+field, rule)
		}
	}
	for _, q := range s.Questions() {
		if q.Answer != freeText && a.Answers[q.Code] == "" {
			return Answer{}, fault.At(fault.CodeInvalid, "/answers", "required")
		}
	}
	return a, nil
}

// put adds a part, or gives the field at fault and its rule.
func (a *Answer) put(questions []routine.Question, p Part) (field, rule string) {
	n := slices.IndexFunc(questions, func(q routine.Question) bool { return q.Code == p.Question })
	switch {
	case n < 0:
		return "/question", "unknown"
	case a.Answers[p.Question] != "" || a.Words[p.Question] != "":
		return "/question", "twice"
	case questions[n].Answer == freeText && (p.Answer != "" || p.Text.IsZero()):
		return "/text", "required"
	case questions[n].Answer == freeText:
		a.Words[p.Question] = p.Text.Reveal()
	case !p.Text.IsZero():
		return "/text", "not-asked"
	case !slices.Contains(Choices(questions[n]), p.Answer):
		return "/answer", "unknown-value"
	default:
		a.Answers[p.Question] = p.Answer
	}
	return "", ""
}

// Choices are the words that answer a question; none when text does.
func Choices(q routine.Question) []string {
	switch q.Answer {
	case yesPartlyNo:
		return []string{"yes", "partly", "no"}
	case scale:
		return []string{"1", "2", "3", "4", "5"}
	}
	return nil
}

// nameOf: neither from the person nor from the answer does the other follow without the receipt.
func nameOf(m id.Meeting, by id.Person, receipt id.Receipt) id.SurveyAnswer {
	h := sha256.Sum256([]byte(m.String() + by.String() + receipt.String()))
	return id.SurveyAnswerOf([16]byte(h[:16]))
}
