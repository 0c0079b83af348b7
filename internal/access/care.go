package access

// GivesCare tells whether units of a class are care givers (vårdgivare), whose items a patient may block and an emergency
// may open: the two go together in the Patient Data Act (PDL 4:4-5).
func (m *Matrix) GivesCare(c Class) bool {
	for _, receiver := range Classes {
		if _, ok := m.Opens(Wall{c, receiver, Emergency}); ok {
			return true
		}
	}
	return false
}

// CareGivers lists the classes whose units are care givers.
func (m *Matrix) CareGivers() []Class {
	var all []Class
	for _, c := range Classes {
		if m.GivesCare(c) {
			all = append(all, c)
		}
	}
	return all
}

// ReceivesInEmergency tells whether units of a class may open anything at all in an emergency.
func (m *Matrix) ReceivesInEmergency(c Class) bool {
	for _, giver := range Classes {
		if _, ok := m.Opens(Wall{giver, c, Emergency}); ok {
			return true
		}
	}
	return false
}
