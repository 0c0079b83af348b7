package access

// caseLineCases are those of case lines, and of plans that go over.
var caseLineCases = []may{
	{TeachCaseLine{}, []string{"caseworker lead_case"}},
	{PlanTransition{}, []string{"caseworker lead_case", "unit-manager lead_unit"}},
	{ReadTransition{}, []string{"caseworker own_case", "unit-manager own_unit", "guardian family_guardian", "child family_self", "citizen family_guardian family_self"}},
}
