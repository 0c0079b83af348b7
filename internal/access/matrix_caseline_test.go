package access

// caseLineCases are those of case lines.
var caseLineCases = []may{
	{TeachCaseLine{}, []string{"caseworker lead_case"}},
}
