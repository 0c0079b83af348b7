package org

import (
	"strconv"
	"strings"
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
)

type (
	reorganisationStatusSet struct{}
	moveKindSet             struct{}
)

// ReorganisationStatus is how far a reorganisation has come: drafted, then decided (the places are written, for the day),
// then applied (the records are handed over, on the day). Before the day it may be cancelled. Nothing else follows.
type ReorganisationStatus = enum.Value[reorganisationStatusSet]

// MoveKind is what happens to a unit: it moves to another secrecy domain, it merges into another unit, it closes, or it is
// divided (delning).
type MoveKind = enum.Value[moveKindSet]

var (
	reorganisationStatuses = enum.Of[reorganisationStatusSet]("drafted", "decided", "applied", "cancelled")
	// MoveKinds is the closed set.
	MoveKinds = enum.Of[moveKindSet]("move", "merge", "close", "split")

	drafted   = reorganisationStatuses.Must("drafted")
	decided   = reorganisationStatuses.Must("decided")
	cancelled = reorganisationStatuses.Must("cancelled")
	moves     = MoveKinds.Must("move")
	merges    = MoveKinds.Must("merge")
	closes    = MoveKinds.Must("close")
	splits    = MoveKinds.Must("split")
)

// Move is what happens to one unit, and who holds its records afterwards. A child's records at a unit go or stay as a
// whole, by whether there is an open case.
type Move struct {
	Kind         MoveKind
	Unit         id.Unit
	To           id.Branch // where it moves
	Into         id.Unit   // who takes over
	OpenCasesGo  bool
	OldRecordsGo bool
	Keeper       id.Unit // who keeps what does not go along
	Parts        []Part  // the units that come out of one that is divided
}

// Side is a principal whose units are concerned. Each decides for its own; a hand-over between two needs both.
type Side struct {
	Principal id.Principal
	DecidedOn civil.Date
}

// ReorganisationDraft is what an administrator writes down.
type ReorganisationDraft struct {
	Title, Decision string
	TakesEffectOn   civil.Date
	Moves           []Move
}

// Reorganisation is a dated event (omorganisation).
type Reorganisation struct {
	ReorganisationDraft
	ID           id.Reorganisation
	Unit         id.Unit // whose administrator drafted it
	Status       ReorganisationStatus
	Sides        []Side // that of the unit first
	DraftedOn    civil.Date
	CancelledOn  civil.Date
	CancelReason string
	CreatedAt    time.Time
	Version      int
}

// Tag names this version.
func (r *Reorganisation) Tag() string { return strconv.Itoa(r.Version) }

// isOpen tells whether it can still be decided or cancelled: not on its day or after.
func (r *Reorganisation) isOpen(today civil.Date, in ...ReorganisationStatus) bool {
	for _, s := range in {
		if r.Status == s {
			return r.TakesEffectOn.After(today)
		}
	}
	return false
}

// waitsFor refuses a decision that is not asked for.
func (r *Reorganisation) waitsFor(p id.Principal, today civil.Date) error {
	if r.isOpen(today, drafted) {
		for _, s := range r.Sides {
			if s.Principal == p && s.DecidedOn.IsZero() {
				return nil
			}
		}
	}
	return fault.New(fault.CodeReorganised)
}

// cancel refuses what has taken effect.
func (r *Reorganisation) cancel(reason string, today civil.Date) error {
	if strings.TrimSpace(reason) == "" {
		return fault.At(fault.CodeReasonRequired, "/reason", ruleRequired)
	}
	if !r.isOpen(today, drafted, decided) {
		return fault.New(fault.CodeReorganised)
	}
	r.Status, r.CancelReason, r.CancelledOn = cancelled, reason, today
	return nil
}

const ruleRequired = "required"
