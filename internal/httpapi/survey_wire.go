package httpapi

import (
	"samplan/internal/civil"
	"samplan/internal/routine"
	"samplan/internal/survey"

	"samplan/internal/httpapi/wire"
)

func surveyWire(s survey.Survey, today civil.Date) wire.Survey {
	return wire.Survey{
		MeetingId: s.Meeting.UUID(), PlanId: s.Plan.UUID(), Respondent: wire.SurveyRespondent(s.Respondent.String()), ClosesOn: day(s.ClosesOn()),
		Open: !today.After(s.ClosesOn()), Answered: s.IsTaken, Questions: each(s.Questions(), surveyQuestion),
	}
}

func surveyQuestion(q routine.Question) wire.SurveyQuestion {
	return wire.SurveyQuestion{
		Code: q.Code, Words: routineWords(q.Words), EasySwedish: optional(q.Easy), Answer: wire.SurveyQuestionAnswer(q.Answer),
		Choices: each(survey.Choices(q), func(c string) wire.SurveyChoice { return wire.SurveyChoice(c) }),
	}
}

func surveyParts(b wire.ChangeSurvey) []survey.Part {
	return each(b.Answers, func(p wire.SurveyAnswerPart) survey.Part {
		return survey.Part{Question: p.Question, Answer: string(given(p.Answer)), Text: hide(p.Text)}
	})
}

func (r reader) surveyResult(v survey.Result) wire.SurveyResult {
	w := wire.SurveyResult{
		From: day(v.Period), Until: day(v.Until()), Respondent: wire.SurveyRespondent(v.Respondent.String()), RoutineProfileId: v.Routine.ID.UUID(),
		Answered: v.Answered, Questions: each(v.Questions, surveyTold),
	}
	if !v.Unit.IsZero() {
		w.Unit = new(r.unit(v.Unit))
	}
	return w
}

func surveyTold(t survey.Told) wire.SurveyTold {
	return wire.SurveyTold{
		Code: t.Code, Words: routineWords(t.Words),
		Answers: each(t.Answers, func(n survey.Times) wire.SurveyTimes {
			return wire.SurveyTimes{Answer: wire.SurveyTimesAnswer(n.Answer), Count: n.Times}
		}),
	}
}
