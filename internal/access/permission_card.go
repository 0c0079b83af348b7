package access

// The permissions on contact cards.
type (
	ReadCard struct{} // see how one reaches units
	KeepCard struct{} // publish and confirm the card of the own unit
)

func (ReadCard) rule() rule { return rule{"contact-card", "read"} }
func (KeepCard) rule() rule { return rule{"contact-card", "keep"} }

var ofCards = []Permission{ReadCard{}, KeepCard{}}
