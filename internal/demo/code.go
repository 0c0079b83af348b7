package demo

// code is what registers know a unit by; the numbers are made up.
type code struct{ unit, principal, hsa, school, local, municipality string }

// codes: some units are known to HSA, schools to the register of school units, a preschool to its principal alone.
var codes = []code{
	{"bou1", "goteborg", "SE2120001355-E000000009801", "", "IFO-1", "1480"},
	{"bou2", "goteborg", "SE2120001355-E000000009802", "", "IFO-2", "1480"},
	{"hs", "goteborg", "", "99990001", "", "1480"},
	{"solrosen", "goteborg", "", "", "FSK-98", "1480"},
	{"bup", "vgr", "SE2321000131-E000000009801", "", "", ""},
	{"bvc", "vgr", "SE2321000131-E000000009802", "", "", ""},
	{"ro-skola", "ronneby", "", "99990002", "", "1081"},
}

func (l *loader) codes() {
	for _, c := range codes {
		l.exec(`INSERT INTO unit_code (unit_id, principal_id, hsa_id, school_unit_code, local_id, municipality_code)
		        VALUES ($1, $2, nullif($3, ''), nullif($4, ''), nullif($5, ''), nullif($6, '')) ON CONFLICT DO NOTHING`,
			UnitID(c.unit), PrincipalID(c.principal), c.hsa, c.school, c.local, c.municipality)
	}
}
