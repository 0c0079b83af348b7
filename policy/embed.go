// Package policy holds the rules of access as files that a lawyer can read (README.md). Package access alone reads them.
package policy

import _ "embed"

var (
	// Model says how casbin decides.
	//go:embed model.conf
	Model string
	// Roles says which role may do what, and how far it reaches.
	//go:embed roles.csv
	Roles string
	// Walls says which ground opens the wall between two secrecy classes.
	//go:embed walls.csv
	Walls string
	// Classes says which paragraph binds a unit of each class.
	//go:embed classes.csv
	Classes string
)
