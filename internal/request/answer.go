package request

import (
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Assessment says who assesses a request, and whether custody has been checked.
type Assessment struct {
	Handler        id.Person
	CustodyChecked bool
}

// Take takes the request up. The first time begins the assessment; later times give it to somebody else, or tell that
// custody has been checked, which stays.
func (r *Request) Take(a Assessment, today civil.Date) error {
	if err := r.fitsAnswer(); err != nil {
		return err
	}
	if a.CustodyChecked && r.Relation.IsZero() {
		return fault.At(fault.CodeInvalid, "/custodyChecked", "no-guardian")
	}
	if r.State == Received {
		r.State, r.AssessedOn = Assessing, today
		r.Version++
	}
	r.Handling.Handler = a.Handler
	r.Handling.CustodyChecked = r.Handling.CustodyChecked || a.CustodyChecked
	r.Handling.Version++
	return nil
}

// Decision is how a request is answered: by a plan, or by a refusal.
type Decision struct {
	Plan   id.Plan     // one that the unit leads already; none: a new one is opened
	Role   person.Text // of a refusal: in which role it is decided
	Reason person.Text
	Refuse bool
}

// Answer answers the request, once. A refusal says who, in which role, and why (R4).
func (r *Request) Answer(d Decision, today civil.Date) error {
	if err := r.fitsAnswer(); err != nil {
		return err
	}
	switch {
	case r.State != Assessing:
		return fault.New(fault.CodeNotAssessed)
	case d.Refuse && d.Role.IsZero():
		return fault.At(fault.CodeReasonRequired, "/role", "required")
	case d.Refuse && d.Reason.IsZero():
		return fault.At(fault.CodeReasonRequired, "/reason", "required")
	case d.Refuse && !d.Plan.IsZero():
		return fault.At(fault.CodeInvalid, "/planId", "refused")
	case !d.Refuse && (!d.Role.IsZero() || !d.Reason.IsZero()):
		return fault.At(fault.CodeInvalid, "/reason", "not-refused")
	}
	r.State, r.AnsweredOn = Planned, today
	if d.Refuse {
		r.State, r.RefusedBy, r.Reason = Refused, d.Role, d.Reason
	}
	r.Version++
	return nil
}

// Told is what the family reads about where its request stands.
type Told struct{ Swedish, English string }

// Told says it in plain words.
func (r *Request) Told() Told { return told[r.State] }

// What can be done about a refusal is said without naming a law: which bodies hear a complaint is the same for all, whether
// a decision can be appealed the unit has to say.
var told = map[State]Told{
	Received: {
		"Vi har tagit emot din begäran. Du får svar senast den dag som står här. Får du inget svar kan du kontakta enheten.",
		"We have received your request. You will have an answer by the day that is shown. If you get none you can contact the unit.",
	},
	Assessing: {
		"Din begäran bedöms. Du får svar senast den dag som står här.",
		"Your request is being assessed. You will have an answer by the day that is shown.",
	},
	Planned: {
		"Enheten påbörjar en plan. Du får veta mer av enheten, och ser planen här när den har berättat om den för familjen.",
		"The unit begins a plan. You will hear more from the unit, and see the plan here once the family has been told of it.",
	},
	Withdrawn: {
		"Du har tagit tillbaka din begäran. Du får inget svar på den. Du kan be om en plan igen när du vill.",
		"You have withdrawn your request. You will have no answer to it. You can ask for a plan again whenever you like.",
	},
	Refused: {
		"Enheten har sagt nej. Vem som beslutade och varför står här. Du kan be om en plan igen när du vill, också hos den andra " +
			"huvudmannen: det räcker att kommunen eller regionen tycker att en plan behövs. Är du inte nöjd kan du prata med enhetens " +
			"chef eller klaga hos huvudmannen. Om vård hjälper patientnämnden till, och Inspektionen för vård och omsorg (IVO) tar emot " +
			"klagomål. Fråga enheten om och hur beslutet kan överklagas.",
		"The unit has said no. Who decided and why is shown here. You can ask for a plan again whenever you like, also the other " +
			"principal: it is enough that the municipality or the region finds that a plan is needed. If you are not satisfied you can " +
			"talk to the unit's manager or complain to the principal. About health care the patients' advisory committee helps, and the " +
			"Health and Social Care Inspectorate (IVO) takes complaints. Ask the unit whether and how the decision can be appealed.",
	},
}
