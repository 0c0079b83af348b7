package org

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/page"
)

// ReorganisationStore is what reorganisations need of storage. Those out of reach are not found: fault.CodeNotFound.
type ReorganisationStore interface {
	// ListPlaces gives the places of units, first to last, those of decided reorganisations too; unknown units have none.
	ListPlaces(context.Context, access.Grant[access.ReadOrg], ...id.Unit) (map[id.Unit][]Place, error)
	// FindUnitOn gives a unit and its place on a day; fault.CodeNotFound when it has none.
	FindUnitOn(context.Context, access.Grant[access.ReadOrg], id.Unit, civil.Date) (Unit, error)
	// DraftReorganisation keeps a draft.
	DraftReorganisation(context.Context, access.Grant[access.PlanReorganisation], *Reorganisation) error
	// ListReorganisations gives a page, newest first, and how many there are in all.
	ListReorganisations(context.Context, access.Grant[access.ReadReorganisation], page.Page) ([]Reorganisation, int, error)
	// FindReorganisation gives one.
	FindReorganisation(context.Context, access.Grant[access.ReadReorganisation], id.Reorganisation) (Reorganisation, error)
	// PreviewReorganisation computes what one that has not taken effect would change, for units of the own principal.
	PreviewReorganisation(context.Context, access.Grant[access.PreviewReorganisation], id.Reorganisation, func(*Reorganisation) error) (Preview, error)
	// ListTouchedCases gives a page of the own unit's open cases that it would touch, for one who may see the cases and plans.
	ListTouchedCases(context.Context, access.Grant[access.ReadReorganisation], access.Grant[access.ReadChild], access.Grant[access.ReadPlan],
		id.Reorganisation, page.Page) ([]TouchedCase, int, error)
	// PlaceStaff keeps who of the own unit goes to which part of it, if do, which is told who works there, lets it;
	// fault.CodeReorganised when nobody asks.
	PlaceStaff(context.Context, access.Grant[access.PlaceStaff], id.Reorganisation, func(*Reorganisation, map[id.Person]bool) error) (Reorganisation, error)
	// DecideReorganisation decides for the own principal, if do lets it; fault.CodeReorganised when it does not wait for that.
	DecideReorganisation(context.Context, access.Grant[access.DecideReorganisation], id.Reorganisation, func(*Reorganisation) error) (Reorganisation, error)
	// CancelReorganisation cancels it, if do lets it.
	CancelReorganisation(context.Context, access.Grant[access.PlanReorganisation], id.Reorganisation, func(*Reorganisation) error) (Reorganisation, error)
}
