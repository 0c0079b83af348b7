package access

// The permissions on the intervention catalogue.
type (
	ReadCatalogue struct{} // see the catalogue, and choose from it
	EditCatalogue struct{} // add entries of the own principal, and end them
)

func (ReadCatalogue) rule() rule { return rule{"catalogue", "read"} }
func (EditCatalogue) rule() rule { return rule{"catalogue", "edit"} }
