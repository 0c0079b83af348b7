package fhir

func (c *composer) consents() []Consent {
	all := make([]Consent, 0, len(c.Consents))
	for _, r := range c.Consents {
		s := Consent{
			head: c.head("Consent", r.ID.String()), Status: consentStatuses[r.State], Scope: coded(consentScope, consentScopes[r.Kind], ""),
			Category: []Concept{{Coding: []Coding{{loinc, "59284-0", ""}, {consentKinds, r.Kind, r.KindName}}, Text: r.KindName}},
			Patient:  c.patient, PolicyRule: Concept{Text: consentRules[r.Kind]},
			Provision: Provision{Type: "permit", Period: period(r.From, r.To)},
		}
		if r.Purpose != "" {
			s.Provision.Purpose = []Coding{{Display: r.Purpose}}
		}
		for _, g := range r.Givers {
			by := Reference{Display: g.Name}
			if g.IsChild {
				by = c.patient
			}
			s.Performer = append(s.Performer, by)
		}
		for _, w := range r.Scopes {
			s.Provision.Provision = append(s.Provision.Provision, c.scope(w))
		}
		if len(r.Excluded) > 0 {
			s.Provision.Provision = append(s.Provision.Provision, excepted(r))
		}
		if by := c.unit(r.RecordedBy); by != nil {
			c.wrote.add(*by, s.head)
		}
		all = append(all, s)
	}
	return all
}

// scope tells from which secrecy domain, to which, and which information.
func (c *composer) scope(w Scope) Provision {
	p := Provision{Type: "permit"}
	for _, side := range []struct {
		role string
		unit Unit
	}{{"CST", w.From}, {"IRCP", w.To}} {
		if of := c.unit(side.unit); of != nil {
			p.Actor = append(p.Actor, Actor{coded(participation, side.role, ""), *of})
		}
	}
	for _, k := range w.Categories {
		p.Code = append(p.Code, coded(categories, k.Code, k.Name))
	}
	return p
}

// excepted tells what the consent does not open. It need not be in the bundle, so it is named and not pointed at.
func excepted(r RecordedConsent) Provision {
	p := Provision{Type: "deny"}
	for _, i := range r.Excluded {
		item := Reference{Identifier: &Identifier{System: uri, Value: scheme + i.String()}}
		p.Data = append(p.Data, Data{"instance", item})
	}
	return p
}
