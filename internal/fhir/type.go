package fhir

// Coding is a code of a system.
type Coding struct {
	System  string `json:"system,omitempty"`
	Code    string `json:"code,omitempty"`
	Display string `json:"display,omitempty"`
}

// Concept is a CodeableConcept: codes, or words.
type Concept struct {
	Coding []Coding `json:"coding,omitempty"`
	Text   string   `json:"text,omitempty"`
}

// Identifier is a number or name under a system.
type Identifier struct {
	Type   *Concept `json:"type,omitempty"`
	System string   `json:"system"`
	Value  string   `json:"value"`
}

// Reference points at a resource of the same bundle, or names what has none.
type Reference struct {
	Reference  string      `json:"reference,omitempty"`
	Identifier *Identifier `json:"identifier,omitempty"`
	Display    string      `json:"display,omitempty"`
}

// Period is from a day to a day.
type Period struct {
	Start string `json:"start,omitempty"`
	End   string `json:"end,omitempty"`
}

// Annotation is a text with who said it and when.
type Annotation struct {
	Author string `json:"authorString,omitempty"`
	Time   string `json:"time,omitempty"`
	Text   string `json:"text"`
}

// HumanName is a person's name.
type HumanName struct {
	Text   string   `json:"text"`
	Family string   `json:"family,omitempty"`
	Given  []string `json:"given,omitempty"`
}

// Meta is the version of a resource and its security labels.
type Meta struct {
	Version  string   `json:"versionId,omitempty"`
	Security []Coding `json:"security,omitempty"`
}

// period is none without days.
func period(from, to string) *Period {
	if from == "" && to == "" {
		return nil
	}
	return &Period{from, to}
}

// coded is a code of one system.
func coded(system, code, display string) Concept {
	return Concept{Coding: []Coding{{system, code, display}}}
}
