// Package app puts the parts of the server together: store, slices, policy and the HTTP edge. It decides nothing.
package app

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"log/slog"
	"time"

	"samplan/internal/absence"
	"samplan/internal/access"
	"samplan/internal/attachment"
	"samplan/internal/audit"
	"samplan/internal/card"
	"samplan/internal/care"
	"samplan/internal/caseline"
	"samplan/internal/catalogue"
	"samplan/internal/civil"
	"samplan/internal/client"
	"samplan/internal/concern"
	"samplan/internal/consent"
	"samplan/internal/deviation"
	"samplan/internal/disclosure"
	"samplan/internal/disposal"
	"samplan/internal/event"
	"samplan/internal/forum"
	"samplan/internal/group"
	"samplan/internal/httpapi"
	"samplan/internal/identity"
	"samplan/internal/inforequest"
	"samplan/internal/insight"
	"samplan/internal/known"
	"samplan/internal/meeting"
	"samplan/internal/notice"
	"samplan/internal/objection"
	"samplan/internal/org"
	"samplan/internal/person"
	"samplan/internal/plan"
	"samplan/internal/publicrequest"
	"samplan/internal/questionnaire"
	"samplan/internal/register"
	"samplan/internal/request"
	"samplan/internal/routine"
	"samplan/internal/statistics"
	"samplan/internal/store"
	"samplan/internal/survey"
	"samplan/internal/transition"
	"samplan/internal/withholding"
)

// Options are what differs from one place to another.
type Options struct {
	Store             *store.Store
	Verifier          httpapi.Verifier
	Now               func() time.Time
	Logger            *slog.Logger
	BaseURL           string
	Limits            httpapi.Limits
	ValidateResponses func(error)       // tests only
	Sealing           *audit.Job        // seals the log; none in tests of other things
	Certificates      *disposal.Book    // of disposal, outside of the database; none when no file is set
	DocumentKey       *audit.Signer     // signs documents; one that is gone with the process when nil, which is for tests
	Browser           Browser           // prints PDFs; none are made when nil
	Vault             *attachment.Vault // of attachments; without one there are none
	Webhooks          event.Options     // without a key there are none
	Chance            io.Reader         // draws by how much a line for teaching is moved; the system's own when nil
}

// App is the server and its use cases.
type App struct {
	Server       *httpapi.Server
	Plans        *plan.Service
	Consents     *consent.Service
	Concerns     *concern.Service
	Known        *known.Service
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
	Disclosures  *disclosure.Service
	Withholdings *withholding.Service
	Meetings     *meeting.Service
	Requests     *request.Service
	Groups       *group.Service
	Deviations   *deviation.Service
	Forums       *forum.Service
	Children     *person.Service
	Org          *org.Service
	Routines     *routine.Service
	Surveys      *survey.Service
	Transitions  *transition.Service
	Statistics   *statistics.Service
	Formulations *statistics.Formulations
	Insight      *insight.Service
	Policy       *access.Matrix

	store  *store.Store
	keeper interface {
		Weed(context.Context, civil.Date) error
	}
	now func() time.Time
	log *slog.Logger
}

// New reads the policy and builds the server.
func New(o Options) (*App, error) {
	policy, indicators, err := rules()
	if err != nil {
		return nil, err
	}
	clients, routines, plans := identity.NewClients(o.Store, o.Verifier, o.BaseURL, o.Now), routine.NewService(o.Store, policy, o.Now), plan.NewService(o.Store, o.Store, o.Store, policy, o.Now)
	a := &App{
		Plans:     plans,
		Consents:  consent.NewService(o.Store, policy, o.Now),
		Concerns:  concern.NewService(o.Store, policy, o.Now),
		Known:     known.NewService(o.Store, policy, o.Now),
		Care:      care.NewService(o.Store, policy, o.Now),
		Notices:   notice.NewService(o.Store, routines, plans, policy, o.Now),
		Catalogue: catalogue.NewService(o.Store, policy), Events: event.NewService(o.Store, policy, o.Now, o.Webhooks),
		Cards: card.NewService(o.Store, policy), Forms: questionnaire.NewService(o.Store, policy), Information: inforequest.NewService(o.Store, policy, o.Now), Absences: absence.NewService(o.Store, policy), Objections: objection.NewService(o.Store, policy), Public: publicrequest.NewService(o.Store, policy, o.Now),
		Clients:      client.NewService(o.Store, clients, policy, o.Now),
		Disclosures:  disclosure.NewService(o.Store, policy, o.Now),
		Withholdings: withholding.NewService(o.Store, policy),
		Meetings:     meeting.NewService(o.Store, o.Store, policy, o.Now),
		Children:     person.NewService(o.Store, policy, o.Now),
		Requests:     request.NewService(o.Store, plans, policy, o.Now),
		Forums:       forum.NewService(o.Store, plans, policy, o.Now),
		Org:          org.NewService(o.Store, policy, o.Now),
		Routines:     routines, Registers: register.NewService(o.Store, policy, o.Now),
		Surveys: survey.NewService(o.Store, policy), Transitions: transition.NewService(o.Store, plans, policy, o.Now), Statistics: statistics.NewService(o.Store, policy, indicators), Formulations: statistics.NewFormulations(o.Store, policy, o.Now),
		Insight: insight.NewService(o.Store, policy, o.Now),
		Groups:  group.NewService(o.Store, policy), Deviations: deviation.NewService(o.Store, policy, o.Now), Disposals: disposal.NewService(o.Store, policy, o.Now),
		Policy: policy, store: o.Store, now: o.Now, log: o.Logger, keeper: o.Store,
	}
	documents, err := maker(o.DocumentKey)
	if err != nil {
		return nil, err
	}
	info, err := httpapi.ContractInfo(o.BaseURL)
	if err != nil {
		return nil, fmt.Errorf("describe the API: %w", err)
	}
	api := a.handlers(o)
	api.Documents, api.Info = documents, info
	a.Server, err = httpapi.New(httpapi.Options{
		Handlers: api, Door: door(o), Verifier: o.Verifier, Clients: clients, May: policy.May, Operations: access.Operations,
		Now: o.Now, Logger: o.Logger, BaseURL: o.BaseURL, Limits: o.Limits, Vault: o.Vault, ValidateResponses: o.ValidateResponses,
		Printer: printing{o.Browser, documents},
	})
	if err != nil {
		return nil, fmt.Errorf("build server: %w", err)
	}
	return a, nil
}

// handlers are what answers requests, with every service.
func (a *App) handlers(o Options) *httpapi.API {
	return &httpapi.API{
		CanPrint: o.Browser != nil,
		Forums:   a.Forums, CaseLines: caseline.NewService(o.Store, a.Forums, a.Policy, o.chance()),
		Plans: a.Plans, Consents: a.Consents, Concerns: a.Concerns, Known: a.Known, Disclosures: a.Disclosures, Withholdings: a.Withholdings,
		Children: a.Children, Meetings: a.Meetings, Requests: a.Requests, Groups: a.Groups, Deviations: a.Deviations, Care: a.Care, Catalogue: a.Catalogue, Cards: a.Cards, Forms: a.Forms, Information: a.Information, Absences: a.Absences, Disposals: a.Disposals, Objections: a.Objections, Public: a.Public, Clients: a.Clients, Registers: a.Registers, Notices: a.Notices, Org: a.Org, Routines: a.Routines, Surveys: a.Surveys, Transitions: a.Transitions, Statistics: a.Statistics, Formulations: a.Formulations, Insight: a.Insight, Events: a.Events, Policy: a.Policy, Vault: o.Vault,
	}
}

// rules reads what the program carries and checks before it serves: the policy, and what is counted.
func rules() (*access.Matrix, []statistics.Indicator, error) {
	policy, err := access.Load()
	if err != nil {
		return nil, nil, fmt.Errorf("load policy: %w", err)
	}
	indicators, err := statistics.Load()
	return policy, indicators, err
}

func (o Options) chance() io.Reader {
	if o.Chance == nil {
		return rand.Reader
	}
	return o.Chance
}
