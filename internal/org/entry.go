package org

import (
	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/sheet"
)

// Codes are what registers know a unit by, and the municipality in which it lies. A preschool may have none but the
// principal's own (Local): R58.
type Codes struct {
	HSA          HSAID
	School       SchoolUnitCode
	Local        string
	Municipality MunicipalityCode
}

// Entry is a unit as a file tells of it.
type Entry struct {
	Unit     id.Unit
	Name     string
	Class    access.Class
	Branch   id.Branch
	Codes    Codes
	From, To civil.Date // from its first day; To is its last, or none
}

// Known is a unit of the own principal, as it is.
type Known struct {
	Entry
	IsUsed  bool // somebody works there or has, or it takes or took part in something
	IsMoved bool // a reorganisation has been decided for it
}

// Inventory is what a file is held against: all that is public of the organisation.
type Inventory struct {
	Principal Principal
	Units     []Known
	Branches  []Branch // of the own principal
	Others    []Codes  // of units of other principals
}

// The columns of a file of units.
const (
	columnUnit         = "unitId"
	columnHSA          = "hsaId"
	columnSchool       = "schoolUnitCode"
	columnLocal        = "localId"
	columnName         = "name"
	columnClass        = "secrecyClass"
	columnAuthority    = "authority"
	columnBranch       = "branch"
	columnMunicipality = "municipalityCode"
	columnNumber       = "organisationNumber"
	columnFrom         = "validFrom"
	columnTo           = "validTo"
)

// unitColumns have the names that HSA and the register of school units (skolenhetsregistret) use beside ours.
var unitColumns = sheet.Columns{
	{Name: columnUnit},
	{Name: columnHSA, Aliases: []string{"HSA-id", "hsaIdentity", "HSA_ID"}},
	{Name: columnSchool, Aliases: []string{"skolenhetskod", "schoolUnitId"}},
	{Name: columnLocal, Aliases: []string{"lokalt id", "enhetskod"}},
	{Name: columnName, Aliases: []string{"namn", "enhetsnamn", "skolenhetsnamn", "unitName", "ou"}},
	{Name: columnClass, Aliases: []string{"sekretessklass"}},
	{Name: columnAuthority, Aliases: []string{"nämnd", "myndighet"}},
	{Name: columnBranch, Aliases: []string{"verksamhetsgren"}},
	{Name: columnMunicipality, Aliases: []string{"kommunkod", "geographicalMunicipality"}},
	{Name: columnNumber, Aliases: []string{"organisationsnummer", "orgNo", "organizationNumber"}},
	{Name: columnFrom, Aliases: []string{"startdatum", "startDate"}},
	{Name: columnTo, Aliases: []string{"slutdatum", "endDate"}},
}

// Limits of a file: the largest principals have some thousand units.
var unitLimits = sheet.Limits{Rows: 20_000, Cell: 200}

// keysOf gives what tells one unit from another in a file: each with the column that holds it.
func (e Entry) keysOf() map[string]string {
	keys := map[string]string{}
	for column, text := range map[string]string{
		columnUnit: e.Unit.String(), columnHSA: e.Codes.HSA.String(), columnSchool: e.Codes.School.String(), columnLocal: e.Codes.Local,
	} {
		if text != "" {
			keys[column] = text
		}
	}
	return keys
}

// keyColumns in the order in which a fault is told.
var keyColumns = []string{columnUnit, columnHSA, columnSchool, columnLocal}
