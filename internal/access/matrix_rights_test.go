package access

// rightsCases are those of what people may ask about what is kept of them.
var rightsCases = []may{
	{AddObjection{}, []string{"caseworker own_case", "unit-manager own_unit", "guardian family_guardian", "child family_self", "citizen family_guardian family_self"}},
	{DecideObjection{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{KeepObjection{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{RegisterPublicRequest{}, []string{"caseworker self", "unit-manager self"}},
	{ReadPublicRequest{}, []string{"caseworker own_case self", "unit-manager own_unit"}},
	{AssessPublicRequest{}, []string{"caseworker own_case self", "unit-manager own_unit"}},
	{AskDataExtract{}, []string{"guardian family_guardian self", "child self", "citizen family_guardian self"}},
	{ReadDataExtract{}, []string{"guardian family_guardian self", "child family_self self", "citizen family_guardian family_self self"}},
	{DecidePublicRequest{}, []string{"unit-manager own_unit"}},
}
