package httpapi_test

import "samplan/internal/demo"

// meetings adds three meetings of lo's plan: one to change, one that is held, one to be cancelled.
func (w *town) meetings(ids map[string]string) {
	lena, plan := w.As("lena"), "/plans/"+ids["loPlan"]
	for _, name := range []string{"loMeeting", "loHeld", "loOff"} {
		ids[name] = lena.Post(plan+"/meetings", booked("callId", ids["loSent"])).Want(201).Text("id")
	}
	lena.Post("/meetings/"+ids["loHeld"]+"/attendances", attends("bea", "bup", "came")).Want(200)
	missed := lena.Post(plan+"/meetings", booked("callId", ids["loSent"])).Want(201).Text("id")
	lena.Post("/meetings/"+missed+"/attendances", attends("bea", "bup", "came")).Want(200)
	lena.Post("/meetings/"+missed+"/closings", object{"childParticipation": "present", "closingReason": "no-need"}).Want(200)
	ids["suggestionId"] = first(lena.Get("/deviation-suggestions").Want(200), "deviationSuggestions", "id")
	ids["loClosed"] = lena.Post(plan+"/meetings", booked()).Want(201).Text("id")
	lena.Post("/meetings/"+ids["loClosed"]+"/attendances", attends("lena", "hs", "came")).Want(200)
	lena.Post("/meetings/"+ids["loClosed"]+"/closings", object{"childParticipation": "present", "closingReason": "no-need"}).Want(200)
}

// surveyed is a whole answer: pairs of question and answer.
func surveyed(receipt string, pairs ...string) object {
	answers := []any{object{"question": "more", "text": canary}}
	for n := 0; n < len(pairs); n += 2 {
		answers = append(answers, object{"question": pairs[n], "answer": pairs[n+1]})
	}
	return object{"receipt": receipt, "answers": answers}
}

func asStaff(receipt string) object {
	return surveyed(receipt, "purpose", "4", "mandate", "no", "child", "1")
}

func asGuardian(receipt string) object {
	return surveyed(receipt, "listened", "4", "who-does-what", "2", "follow-up", "3", "right-people", "no")
}

func (w *town) meetingSamples(add adder) {
	ids := w.samples[0].ids
	whole := func() object {
		return booked("callId", ids["loSent"], "leaderIds", []any{demo.Find("moa").PersonID()}, "place", canary, "link", canary)
	}
	add("lena", "ScheduleMeeting", whole(), "planId", "loPlan")
	add("lena", "ListMeetings", nil, "planId", "loPlan")
	add("lena", "GetMeeting", nil, "meetingId", "loMeeting")
	add("lena", "RescheduleMeeting", whole(), "meetingId", "loMeeting")
	add("lena", "NoteAttendance", attends("bea", "bup", "digital"), "meetingId", "loMeeting")
	add("lena", "NoteFamilyAttendance", object{"personId": ids["loChild"], "presence": "digital"}, "meetingId", "loMeeting")
	add("lena", "GetMeetingCalendar", nil, "meetingId", "loMeeting")
	add("kim", "CountAttendance", nil)
	add("amir", "ListMyMeetings", nil)
	add("amir", "GetMyMeetingCalendar", nil, "meetingId", "loMeeting")
	add("amir", "ReplyToMyMeeting", object{"reply": "proposes", "text": canary}, "meetingId", "loMeeting")
	add("lena", "CloseMeeting", object{
		"childParticipation": "present", "nextFollowUpOn": "2021-03-01", "nextFollowUpUnitId": demo.UnitID("hs"),
	}, "meetingId", "loHeld")
	add("lena", "ListDeviationSuggestions", nil)
	add("lena", "DismissDeviationSuggestion", object{"reason": canary})
	closed := []string{"meetingId", "loClosed"}
	add("lena", "GetSurvey", nil, closed...)
	add("lena", "AnswerSurvey", asStaff(madeUp), closed...)
	add("amir", "GetMySurvey", nil, closed...)
	add("amir", "AnswerMySurvey", asGuardian(madeUp), closed...)
	add("kim", "ListSurveyResults", nil)
	add("asta", "ListStatistics", nil)
	add("asta", "ListIndicators", nil)
	add("asta", "GetStatisticsExport", nil)
	add("asta", "GetStatisticsDocument", nil)
	add("lena", "CancelMeeting", object{}, "meetingId", "loOff")
}

// meetingValues that the contract allows and the domain does not.
func meetingValues() []value {
	return []value{
		{"ScheduleMeeting", "endsAt", before + "T12:00:00Z", dates, "/endsAt"},
		{"ScheduleMeeting", "callId", madeUp, invalid, "/callId"},
		{"ScheduleMeeting", "leaderIds", []any{madeUp}, unknownColleague, "/leaderIds"},
		{"RescheduleMeeting", "callId", madeUp, invalid, "/callId"},
		{"RescheduleMeeting", "meetingMode", "digital", invalid, "/place"},
		{"NoteAttendance", "unitId", madeUp, "not-a-party", "/unitId"},
		{"NoteAttendance", "unitId", demo.UnitID("emi"), "not-a-party", "/unitId"},
		{"NoteAttendance", "personId", madeUp, unknownColleague, "/personId"},
		{"NoteFamilyAttendance", "personId", madeUp, invalid, "/personId"},
		{"CloseMeeting", "nextFollowUpOn", before, "meeting-incomplete", "/nextFollowUpOn"},
		{"CloseMeeting", "nextFollowUpUnitId", madeUp, "not-a-party", "/nextFollowUpUnitId"},
		{"ReplyToMyMeeting", "text", nil, "reason-required", "/text"},
		{"AnswerSurvey", "answers", []any{object{"question": "purpose", "answer": "yes"}}, invalid, "/answers/0/answer"},
		{"AnswerSurvey", "answers", []any{object{"question": "nothing", "answer": "yes"}}, invalid, "/answers/0/question"},
		{"AnswerMySurvey", "answers", []any{object{"question": "listened", "answer": "5"}}, invalid, "/answers"},
	}
}
