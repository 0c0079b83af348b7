package access

// commentCases are those of comments.
var commentCases = []may{
	{AddComment{}, []string{"caseworker own_case", "unit-manager own_unit", "guardian family_guardian", "child family_self", "citizen family_guardian family_self"}},
}
