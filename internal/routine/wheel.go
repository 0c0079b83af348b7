package routine

// Wheel is the vocabulary of life areas, with a version of its own: two plans compare by area only where it is the same.
type Wheel struct {
	Version int    `json:"version"`
	Names   Words  `json:"names"`
	Areas   []Area `json:"areas"`
	Source  Source `json:"source"`
}

// Area is a life area, and what it is called in SHANARRI and on the sides of BBIC's triangle.
type Area struct {
	Code     string   `json:"code"`
	Names    Words    `json:"names"`
	Shanarri []string `json:"shanarri"`
	BBIC     []string `json:"bbic"`
}

// What areas are mapped to. Of BBIC the three sides alone: its sub-areas are not verified.
var (
	Shanarri = []string{"safe", "healthy", "achieving", "nurtured", "active", "respected", "responsible", "included"}
	BBIC     = []string{"child-development", "parenting-capacity", "family-environment"}
)

// Area finds an area by its code.
func (w Wheel) Area(code string) (Area, bool) {
	for _, a := range w.Areas {
		if a.Code == code {
			return a, true
		}
	}
	return Area{}, false
}
