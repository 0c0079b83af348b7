package worlds

import (
	"slices"

	"samplan/internal/civil"
)

// Request is what a family has asked for: a plan (R4). Handling, and the plan until the family sees it, are the unit's own.
type Request struct {
	ID, Person, Child    ID
	Unit, Relation       string // no relation: about oneself
	Given, Family, Words string
	Birth, Received, Due civil.Date
	State                string
	Assessed, Answered   civil.Date
	Withdrawn            civil.Date
	Role, Reason         string
	Plan                 ID
	Handler              ID
	Checked              bool
	Order, Version       int
}

// SeesRequest tells whether a request is there for the reader: for whom it is from, and at the unit for its manager and the
// handler. A guardian's is gone when custody is, as far as the unit knows, and when the child is of the routine's age.
func (w *World) SeesRequest(r Reader, q Request) bool {
	if !r.IsCitizen() {
		return r.Unit == q.Unit && (r.Role == "unit-manager" || r.Role == "caseworker" && q.Handler == r.Person)
	}
	if q.Person != r.Person || q.Relation == "" {
		return q.Person == r.Person
	}
	birth := q.Birth
	if files := where(w.Files, func(f File) bool { return f.Child == q.Child && f.Unit == q.Unit }); len(files) > 0 && q.Checked {
		birth = slices.MaxFunc(files, func(a, b File) int { return a.Valid.From.UTC().Compare(b.Valid.From.UTC()) }).Birth
	}
	custody := slices.ContainsFunc(w.Relations, func(v Relation) bool {
		return v.Child == q.Child && v.Person == q.Person && v.Unit == q.Unit && slices.Contains(custodyKinds, v.Kind)
	})
	return w.Day.Before(birth.AddYears(w.Ages.GuardianUntil)) && (!custody || w.decides(q.Person, q.Child, q.Unit))
}

var custodyKinds = []string{"parent-custodian", "appointed-custodian", "temporary-custodian", "god-man"}

// request draws a request, answered in every way or not at all.
func (m *maker) request() {
	c := oneOf(m.dice, m.People[3:]...)
	q := Request{
		ID: m.id("request"), Person: c.ID, Child: c.ID, Unit: oneOf(m.dice, "bou1", "bou1", "bup", "bou2"), Given: "Begärt", Family: "Barn",
		Birth: c.Birth, Received: m.Day.AddDays(-oneOf(m.dice, 0, 5, 20)), State: oneOf(m.dice, "received", "assessing", "planned", "refused"),
		Order: len(m.Requests), Version: 1,
	}
	q.Words = "KANARIE-begäran-" + q.Unit
	q.Due = q.Received.AddDays(10)
	if chance(m.dice, 75) {
		q.Person, q.Relation = oneOf(m.dice, m.adults...).ID, oneOf(m.dice, custodyKinds...)
	}
	if q.State != "received" {
		q.Assessed, q.Version, q.Handler, q.Checked = q.Received, 2, oneOf(m.dice, StaffOf(q.Unit)...).Person, q.Relation != "" && chance(m.dice, 50)
	}
	plans := where(m.Plans, func(p Plan) bool { return p.Child == q.Child && p.Lead == q.Unit })
	switch {
	case q.State == "planned" && len(plans) == 0:
		q.State = "assessing"
	case q.State == "planned":
		q.Answered, q.Version, q.Plan = m.Day, 3, oneOf(m.dice, plans...).ID
	case q.State == "refused":
		q.Answered, q.Version, q.Role, q.Reason = m.Day, 3, "Chef", "KANARIE-avslag-"+q.Unit
	}
	m.Requests = append(m.Requests, q)
}

// takenBack lets some of the requests that wait have been withdrawn, whoever assesses them.
func (m *maker) takenBack() {
	for n := range m.Requests {
		if m.Requests[n].waits() && chance(m.dice, 30) {
			m.Requests[n].withdraw(m.Day)
		}
	}
}

func (q *Request) waits() bool { return q.State == "received" || q.State == "assessing" }

func (q *Request) withdraw(on civil.Date) {
	if q.waits() {
		q.State, q.Withdrawn, q.Version = "withdrawn", on, q.Version+1
	}
}

// sweepRequests: an answer by a plan that is gone was never given.
func (w *World) sweepRequests(isPlan func(ID) bool) {
	w.Requests = where(w.Requests, func(q Request) bool { return q.Plan == ID{} || isPlan(q.Plan) })
}

func (w *World) isToldOfRequests(h ID) bool {
	return slices.ContainsFunc(w.Requests, func(q Request) bool { return q.Child == h || q.Person == h })
}

var requestTables = []string{"plan_request", "plan_request_handling", "plan_request_plan"}

func (w *World) rowsOfRequests(add func(string, row)) {
	for _, q := range w.Requests {
		r := row{
			"id": q.ID, "person_id": q.Person, "child_id": q.Child, "principal_id": principalOrNull(w.principal(q.Unit, w.Day)), "unit_id": unitID(q.Unit),
			"relation": textOrNull(q.Relation), "given_name": q.Given, "family_name": q.Family, "birth_date": q.Birth, "body": q.Words, "help": q.Words,
			"received_on": q.Received, "due_on": q.Due, "created_at": w.moment(q.Order), "state": q.State, "assessed_on": orNull(q.Assessed),
			"answered_on": orNull(q.Answered), "withdrawn_on": orNull(q.Withdrawn), "refused_by": textOrNull(q.Role), "reason": textOrNull(q.Reason), "version": q.Version,
		}
		if q.Relation != "" {
			r["own_given_name"], r["own_family_name"] = "Vuxen", "Själv"
		}
		add("plan_request", r)
		if q.Handler != (ID{}) {
			add("plan_request_handling", row{
				"request_id": q.ID, "unit_id": unitID(q.Unit), "handler_id": q.Handler, "assigned_by": q.Handler, "custody_checked": q.Checked, "version": 1,
			})
		}
		if q.Plan != (ID{}) {
			add("plan_request_plan", row{"request_id": q.ID, "unit_id": unitID(q.Unit), "plan_id": q.Plan})
		}
	}
}
