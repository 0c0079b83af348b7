package fault

// The codes of files that are read in; the list of all stays one (code.go).
var (
	CodeUnusableFile = code(Invalid, "unusable-file",
		"Filen kan inte läsas: den ska vara CSV eller JSON Lines i UTF-8, med rubrikrad och citattecken som stämmer. Regeln säger vad som brister; är filen sparad som Windows-1252 ska det anges.",
		"The file cannot be read: it must be CSV or JSON Lines in UTF-8, with a header and quotes that close. The rule says what is amiss; if the file was saved as Windows-1252, that must be stated.")
	CodeImportState = code(Conflict, "import-not-open",
		"Inläsningen har redan fått sin fil, eller har redan genomförts.", "The import has had its file, or has been applied.")
	CodeImportOutdated = code(Conflict, "import-outdated",
		"Det som filen prövades mot har ändrats sedan provkörningen. Gör en ny.", "What the file was held against has changed since the dry run. Make a new one.")
	CodeImportUnconfirmed = code(Invalid, "import-not-confirmed",
		"Antalen stämmer inte med provkörningens rapport: bekräfta hur många enheter som avslutas och hur många felaktiga rader som utelämnas.",
		"The numbers are not those of the dry run's report: confirm how many units end and how many faulty rows are left out.")
)
