package access

import "slices"

// allCases are those of every file.
var allCases = slices.Concat(matrixCases, deviationCases, informationCases, disposalCases, commentCases, rightsCases, forumCases, caseLineCases)

// deviationCases are those of collaboration groups and deviations.
var deviationCases = []may{
	{ReadGroup{}, []string{"caseworker directory", "unit-manager directory", "administrator directory", "meeting-leader directory", "data-protection-officer directory", "system-administrator directory", "analyst directory"}},
	{ReadStatistics{}, []string{"system-administrator own_principal", "analyst own_principal"}},
	{ReviewFormulation{}, []string{"analyst own_unit"}},
	{HandleSuggestion{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{EditGroup{}, []string{"system-administrator own_principal"}},
	{EnterDeviation{}, []string{"caseworker self", "unit-manager self", "administrator self", "meeting-leader self"}},
	{ReadDeviation{}, []string{"caseworker self", "unit-manager own_unit self", "administrator self", "meeting-leader self"}},
	{HandleDeviation{}, []string{"caseworker self", "unit-manager own_unit self", "administrator self", "meeting-leader self"}},
	{RecordContact{}, []string{"unit-manager own_unit"}},
	{ReadDeviationCase{}, []string{"caseworker group_member", "unit-manager group_member", "administrator group_member", "meeting-leader group_member"}},
	{ReadMeasure{}, []string{"caseworker group_member", "unit-manager own_unit group_member", "administrator group_member", "meeting-leader group_member"}},
	{HandleDeviationCase{}, []string{"caseworker group_chair", "unit-manager group_chair", "administrator group_chair", "meeting-leader group_chair"}},
}
