package access

// The permissions on routine profiles.
type (
	ReadRoutine   struct{} // see routine profiles, and by which the own principal works
	LoadRoutine   struct{} // check a profile of the own principal, and load a version of it
	ChooseRoutine struct{} // choose by which profile the own principal works
)

func (ReadRoutine) rule() rule   { return rule{"routine", "read"} }
func (LoadRoutine) rule() rule   { return rule{"routine", "load"} }
func (ChooseRoutine) rule() rule { return rule{"routine", "choose"} }
