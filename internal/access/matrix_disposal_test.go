package access

// disposalCases are those of disposal.
var disposalCases = []may{
	{ReadDisposal{}, []string{"archivist own_unit"}},
	{SetDisposal{}, []string{"archivist own_unit"}},
	{DrawUpDisposal{}, []string{"archivist own_unit"}},
	{DecideDisposal{}, []string{"archivist own_unit"}},
	{ReadRetention{}, []string{"caseworker own_case", "unit-manager own_unit"}},
	{MarkRetention{}, []string{"caseworker own_case", "unit-manager own_unit"}},
}
