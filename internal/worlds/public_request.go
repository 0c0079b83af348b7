package worlds

import (
	"fmt"
	"slices"

	"samplan/internal/civil"
)

// PublicRequest is what somebody asks a unit to hand out (R59).
type PublicRequest struct {
	ID, By, Child     ID // the child of an extract
	Unit, Words       string
	Received, Decided civil.Date
	Refusal           string
	Extended          civil.Date // of an extract
	Because           string     // it was
	Order, Version    int
	Meant             []Meant
}

// Meant is an item that a request means, with its harm test.
type Meant struct {
	Item                   ID
	Outcome, Reason, Given string
}

func (m *maker) publiclyAsked() {
	for range m.dice.Roll(3) {
		m.publicRequest()
	}
}

// publicRequest draws one to a unit that holds something, open or decided.
func (m *maker) publicRequest() {
	if len(m.Items) == 0 {
		return
	}
	unit := oneOf(m.dice, m.Items...).Unit
	n := len(m.PublicRequests)
	v := PublicRequest{
		ID: m.id("public-request"), By: oneOf(m.dice, StaffOf(unit)...).Person, Unit: unit, Words: fmt.Sprintf("KANARIE-begäran-%s-%d", unit, n),
		Received: m.Day.AddDays(-m.dice.Roll(5)), Order: n, Version: 1,
	}
	if chance(m.dice, 50) {
		v.Decided, v.Refusal, v.Version = m.Day, fmt.Sprintf("KANARIE-avslag-%d", n), 2
	}
	for _, i := range m.Items {
		if i.Unit == unit && chance(m.dice, 50) {
			v.Meant = append(v.Meant, m.meant(i, !v.Decided.IsZero()))
		}
	}
	m.PublicRequests = append(m.PublicRequests, v)
}

func (m *maker) meant(i Item, isDecided bool) Meant {
	v := Meant{Item: i.ID, Outcome: oneOf(m.dice, "out", "refused"), Reason: fmt.Sprintf("KANARIE-prövning-%d", m.dice.Roll(1000))}
	switch {
	case !isDecided && chance(m.dice, 50):
		v.Outcome = ""
	case isDecided && v.Outcome == "out":
		v.Given = i.Words + " utlämnat"
	}
	return v
}

// SeesPublicRequest tells whether one is there for the reader: for the unit's manager, and for the caseworker who registered it
// or has the case of whom an extract is about.
func (w *World) SeesPublicRequest(r Reader, v PublicRequest) bool {
	return r.Unit == v.Unit && (r.Role == "unit-manager" || r.Role == "caseworker" && (v.By == r.Person || v.isExtract() && w.hasNeed(r, v.Child)))
}

func (w *World) clonePublicRequests(c *World) {
	c.PublicRequests = slices.Clone(w.PublicRequests)
	for n := range c.PublicRequests {
		c.PublicRequests[n].Meant = slices.Clone(c.PublicRequests[n].Meant)
	}
}

// sweepPublicRequests: what is gone is not meant.
func (w *World) sweepPublicRequests() {
	for n := range w.PublicRequests {
		v := &w.PublicRequests[n]
		v.Meant = where(v.Meant, func(i Meant) bool {
			return slices.ContainsFunc(w.Items, func(of Item) bool { return of.ID == i.Item && of.Unit == v.Unit })
		})
	}
}

var publicRequestTables = []string{"public_request", "public_request_item", "data_extract", "data_extract_extension"}

func (w *World) rowsOfPublicRequests(add func(string, row)) {
	for _, v := range w.PublicRequests {
		r := row{
			"id": v.ID, "unit_id": unitID(v.Unit), "body": v.Words, "received_on": v.Received, "registered_by": v.By, "created_at": w.moment(v.Order),
			"state": "open", "version": v.Version,
		}
		if !v.Decided.IsZero() {
			r["state"], r["decided_on"], r["decided_by"] = "decided", v.Decided, v.By
		}
		if v.Refusal != "" {
			r["refusal_paragraph"], r["refusal_reason"] = "OSL 26:1", v.Refusal
		}
		add("public_request", r)
		w.rowOfExtract(v, add)
		for n, i := range v.Meant {
			r := row{"request_id": v.ID, "item_id": i.Item, "listed_by": v.By, "listed_at": w.moment(n), "masks": []string{}}
			if i.Outcome != "" {
				r["outcome"], r["paragraph"], r["reason"], r["tested_tag"], r["tested_by"], r["tested_on"] = i.Outcome, "OSL 26:1", i.Reason, "1", v.By, v.Received
			}
			if i.Given != "" {
				r["given"] = row{"Kind": w.Item(i.Item).Kind, "WrittenOn": v.Received, "Parts": []row{{"Name": "text", "Text": i.Given}}}
			}
			add("public_request_item", r)
		}
	}
}
