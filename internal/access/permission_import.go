package access

// The permissions on files that are read in.
type (
	ReadUnitImport struct{} // see imports of units for the own principal, and what their rows came to
	ImportUnits    struct{} // read a file of units in for the own principal, and apply it
	ReadRegister   struct{} // read messages of the population register in for the own unit's cases, and apply them
)

func (ReadUnitImport) rule() rule { return rule{"unit-import", "read"} }
func (ImportUnits) rule() rule    { return rule{"unit-import", "make"} }
func (ReadRegister) rule() rule   { return rule{"register-import", "make"} }

var ofImports = []Permission{ReadUnitImport{}, ImportUnits{}, ReadRegister{}}
