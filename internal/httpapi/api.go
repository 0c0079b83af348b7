package httpapi

import (
	"context"
	"time"

	"samplan/internal/absence"
	"samplan/internal/access"
	"samplan/internal/attachment"
	"samplan/internal/card"
	"samplan/internal/care"
	"samplan/internal/caseline"
	"samplan/internal/catalogue"
	"samplan/internal/client"
	"samplan/internal/concern"
	"samplan/internal/consent"
	"samplan/internal/deviation"
	"samplan/internal/disclosure"
	"samplan/internal/disposal"
	"samplan/internal/document"
	"samplan/internal/event"
	"samplan/internal/forum"
	"samplan/internal/group"
	"samplan/internal/id"
	"samplan/internal/inforequest"
	"samplan/internal/insight"
	"samplan/internal/known"
	"samplan/internal/meeting"
	"samplan/internal/notice"
	"samplan/internal/objection"
	"samplan/internal/org"
	"samplan/internal/page"
	"samplan/internal/person"
	"samplan/internal/plan"
	"samplan/internal/publicrequest"
	"samplan/internal/questionnaire"
	"samplan/internal/register"
	"samplan/internal/request"
	"samplan/internal/routine"
	"samplan/internal/statistics"
	"samplan/internal/survey"
	"samplan/internal/transition"
	"samplan/internal/withholding"

	"samplan/internal/httpapi/wire"
)

// API implements the operations of the contract: each takes the actor, calls one use case, and maps the result in a
// *_wire.go file. It decides nothing.
type API struct {
	Plans        *plan.Service
	Consents     *consent.Service
	Disclosures  *disclosure.Service
	Withholdings *withholding.Service
	Concerns     *concern.Service
	Known        *known.Service
	Meetings     *meeting.Service
	Requests     *request.Service
	Groups       *group.Service
	Deviations   *deviation.Service
	Forums       *forum.Service
	CaseLines    *caseline.Service
	Children     *person.Service
	Care         *care.Service
	Notices      *notice.Service
	Catalogue    *catalogue.Service
	Cards        *card.Service
	Forms        *questionnaire.Service
	Information  *inforequest.Service
	Absences     *absence.Service
	Objections   *objection.Service
	Disposals    *disposal.Service
	Public       *publicrequest.Service
	Clients      *client.Service
	Events       *event.Service
	Registers    *register.Service
	Org          *org.Service
	Routines     *routine.Service
	Surveys      *survey.Service
	Transitions  *transition.Service
	Statistics   *statistics.Service
	Formulations *statistics.Formulations
	Vault        *attachment.Vault
	Policy       *access.Matrix
	Info         Info
	Insight      *insight.Service
	Documents    *document.Maker
	CanPrint     bool // PDFs can be made here
}

// Info is what GetApiInfo tells (VER.07), and where events say that they come from.
type Info struct {
	Version       string
	Released      time.Time
	Documentation string
	Status        string
	Events        string
}

var _ wire.StrictServerInterface = (*API)(nil)

// labels names units, for the mapping of answers.
func (a *API) labels(ctx context.Context) (org.Labels, error) {
	return a.Org.Labels(ctx, actorFrom(ctx))
}

// pageOf reads the paging parameters; the contract has checked their range.
func pageOf(number, limit *int) page.Page {
	p := page.Default
	if number != nil {
		p.Number = *number
	}
	if limit != nil {
		p.Limit = *limit
	}
	return p
}

// metaOf tells which page of how many rows an answer is.
func metaOf(p page.Page, total, count int) wire.Meta {
	return wire.Meta{TotalRecords: total, Page: p.Number, Limit: p.Limit, Count: count}
}

// optional gives nil for the zero value, so that an absent field is absent.
func optional[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

// given gives the value, or the zero value for nil.
func given[T any](p *T) T {
	var zero T
	if p == nil {
		return zero
	}
	return *p
}

// optionalID gives nil for the id that names nothing.
func optionalID[K any](v id.ID[K]) *wireID {
	if v.IsZero() {
		return nil
	}
	u := v.UUID()
	return &u
}
