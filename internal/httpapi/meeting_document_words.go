package httpapi

import "samplan/internal/httpapi/wire"

// What is said of calls, meetings and follow-ups. A test holds each list against the contract.
var (
	meetingModeWords = map[wire.MeetingMode]said{
		"place": {"På plats", "At a place"}, "digital": {"På distans", "At a distance"}, "both": {"På plats och på distans", "At a place and at a distance"},
	}
	meetingStateWords = map[wire.MeetingState]said{
		"scheduled": {"Bokat", "Scheduled"}, "closed": {"Hållet och avslutat", "Held and closed"}, "cancelled": {"Inställt", "Cancelled"},
	}
	meetingClosingWords = map[wire.MeetingClosing]said{
		"plan-ends": {"Planen avslutas", "The plan ends"}, "no-need": {"Behovet finns inte längre", "There is no need any more"},
		"family-declines": {"Familjen vill inte fortsätta", "The family does not want to go on"}, "moves": {"Barnet flyttar", "The child moves"},
	}
	presenceWords = map[wire.Presence]said{
		"came": {"Kom", "Came"}, "digital": {"Deltog på distans", "Took part at a distance"}, "absent-with-notice": {"Frånvarande med besked", "Absent with notice"},
		"absent": {"Frånvarande", "Absent"}, "represented": {"Företrädd av någon annan", "Represented by somebody else"},
	}
	callStateWords = map[wire.CallState]said{
		"drafted": {"Utkast", "Draft"}, "waiting": {"Väntar på svar", "Waits for an answer"}, "accepted": {"Har tackat ja", "Has accepted"},
		"declined": {"Har tackat nej", "Has declined"}, "passed-on": {"Skickad vidare till rätt enhet", "Passed on to the right unit"},
	}
	decisionOutcomeWords = map[wire.DecisionOutcome]said{
		"intervention": {"En insats", "An intervention"}, "task": {"En uppgift", "A task"}, "none": {"Ett beslut", "A decision"},
	}
	decisionStateWords = map[wire.DecisionState]said{
		"noted": {"Antecknat", "Noted"}, "proposed": {"Väntar på enhetens svar", "Waits for the unit's answer"}, "accepted": {"Antagen", "Accepted"},
		"declined": {"Avböjd", "Declined"}, "open": {"Ska göras", "To be done"}, "done": {"Gjort", "Done"}, "not-done": {"Inte gjort", "Not done"},
		"cancelled": {"Återtaget", "Taken back"},
	}
	outcomeWords = map[wire.Outcome]said{
		"done": {"Genomförd", "Done"}, "partly-done": {"Delvis genomförd", "Partly done"}, "not-done": {"Inte genomförd", "Not done"},
		"reached": {"Nått", "Reached"}, "partly-reached": {"Delvis nått", "Partly reached"}, "not-reached": {"Inte nått", "Not reached"},
	}
)
