package httpapi

import (
	"context"
	"encoding/json"
	"net/http"

	"samplan/internal/fault"
	"samplan/internal/fhir"
	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// mediaFHIR names the release of the format, 4.0.1 (R4).
const mediaFHIR = "application/fhir+json; fhirVersion=4.0"

// GetPlanFhir gives the plan to a record system: what GetPlan, ListRoleHolders, ListEvaluations, GetChild and ListConsents give
// the same caller, and the child's number to one who may open the child.
func (a *API) GetPlanFhir(ctx context.Context, q wire.GetPlanFhirRequestObject) (wire.GetPlanFhirResponseObject, error) {
	x, err := a.exchanged(ctx, id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	actor, of := actorFrom(ctx), x.view.Child
	child, err := seen(a.Children.View(ctx, actor, of))
	if err != nil {
		return nil, err
	}
	numbers, err := seen(a.Children.Numbers(ctx, actor, of))
	if err != nil {
		return nil, err
	}
	consents, _, err := a.Consents.List(ctx, actor, of, whole)
	if consents, err = seen(consents, err); err != nil {
		return nil, err
	}
	return bundle{fhir.Compose(x.exchange(child, numbers, consents))}, nil
}

// GetMyPlanFhir gives the family's plan in the same form: what GetMyPlan, ListMyRoleHolders, ListMyEvaluations and
// ListMyConsents give the same caller.
func (a *API) GetMyPlanFhir(ctx context.Context, q wire.GetMyPlanFhirRequestObject) (wire.GetMyPlanFhirResponseObject, error) {
	x, err := a.exchanged(ctx, id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	consents, _, err := a.Consents.ListOwn(ctx, actorFrom(ctx), x.view.Child, whole)
	if err != nil {
		return nil, err
	}
	return bundle{fhir.Compose(x.myExchange(consents))}, nil
}

// exchanged is what a plan is composed of for a record system, as the caller sees it.
type exchanged struct {
	reader
	view        plan.View
	roles       []plan.RoleHolder
	evaluations []plan.Evaluation
}

func (a *API) exchanged(ctx context.Context, p id.Plan) (x exchanged, err error) {
	actor := actorFrom(ctx)
	if x.view, err = a.Plans.View(ctx, actor, p); err != nil {
		return x, err
	}
	if x.roles, _, err = a.Plans.RoleHolders(ctx, actor, p, whole); err != nil {
		return x, err
	}
	evaluations, _, err := a.Plans.Evaluations(ctx, actor, p, whole)
	if x.evaluations, err = seen(evaluations, err); err != nil {
		return x, err
	}
	x.reader, err = a.reader(ctx)
	return x, err
}

// seen takes what the caller may not see as not there: the plan is shown without it.
func seen[T any](v T, err error) (T, error) {
	if fault.Is(err, fault.Denied) || fault.Is(err, fault.NotFound) {
		var none T
		return none, nil
	}
	return v, err
}

// bundle is a plan on its way to a record system.
type bundle struct{ fhir.Bundle }

// VisitGetPlanFhirResponse writes it for staff.
func (b bundle) VisitGetPlanFhirResponse(w http.ResponseWriter) error { return b.visit(w) }

// VisitGetMyPlanFhirResponse writes it for the family.
func (b bundle) VisitGetMyPlanFhirResponse(w http.ResponseWriter) error { return b.visit(w) }

func (b bundle) visit(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", mediaFHIR)
	w.WriteHeader(http.StatusOK)
	return json.NewEncoder(w).Encode(b.Bundle)
}

var (
	_ wire.GetPlanFhirResponseObject   = bundle{}
	_ wire.GetMyPlanFhirResponseObject = bundle{}
)
