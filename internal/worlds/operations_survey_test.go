package worlds

import "maps"

func init() { maps.Copy(table, ofSurveys) }

// ofSurveys are the rows of the table about surveys.
var ofSurveys = map[string]operation{
	"GetSurvey":         get("/meetings/{}/survey", meetings),
	"GetMySurvey":       get("/my/meetings/{}/survey", meetings),
	"ListSurveyResults": list("/survey-results"),
	"AnswerSurvey":      put("/meetings/{}/survey", meetings, surveyed("purpose", "4", "mandate", "no", "child", "1")),
	"AnswerMySurvey":    put("/my/meetings/{}/survey", meetings, surveyed("listened", "4", "who-does-what", "2", "follow-up", "3", "right-people", "no")),
}

func surveyed(pairs ...string) func(*asking) object {
	answers := []object{}
	for n := 0; n < len(pairs); n += 2 {
		answers = append(answers, object{"question": pairs[n], "answer": pairs[n+1]})
	}
	return body(object{"receipt": madeUp, "answers": append(answers, object{"question": "more", "text": "a"})})
}

// inSurveys are mutants of answers after meetings.
var inSurveys = []func(*maker){
	func(m *maker) { alter(m.dice, m.Meetings, func(v *Meeting) { remove(m.dice, &v.Taken) }) },
	func(m *maker) { remove(m.dice, &m.Votes) },
	func(m *maker) { m.vote() },
	func(m *maker) { m.vote() },
}
