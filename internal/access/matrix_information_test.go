package access

// informationCases are those of requests for information.
var informationCases = []may{
	{AskInformation{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{ReadInformation{}, []string{"caseworker own_case received_case", "unit-manager own_unit received_unit"}},
	{HandleInformation{}, []string{"caseworker received_case", "unit-manager received_unit"}},
	{AnswerInformation{}, []string{"caseworker received_case", "unit-manager received_unit"}},
	{ReadInformationRoutine{}, []string{"caseworker own_unit", "unit-manager own_unit"}},
	{KeepInformationRoutine{}, []string{"unit-manager own_unit"}},
	{ReadAbsence{}, []string{"caseworker self", "unit-manager own_unit", "administrator self", "meeting-leader self"}},
	{EnterAbsence{}, []string{"caseworker self", "unit-manager own_unit", "administrator self", "meeting-leader self"}},
}
