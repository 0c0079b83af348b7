package person

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Store is what the slice needs of storage. A child out of the grant's reach is fault.CodeNotFound, exactly as one that
// does not exist. Everything is the own unit's: its case, its relations, its case workers, its assessments.
type Store interface {
	// RegisterChild opens the own unit's case and lets the caller work with it; fault.CodeDuplicate when it has one.
	RegisterChild(context.Context, access.Grant[access.RegisterChild], Opening) (Child, error)
	// FindChild gives the child with a number among the cases in reach: none or one.
	FindChild(context.Context, access.Grant[access.FindChild], Identifier) ([]Child, error)
	// ViewChild gives one child in reach.
	ViewChild(context.Context, access.Grant[access.ReadChild], id.Person) (Child, error)
	// ListNumbers gives the identity numbers of one child in reach.
	ListNumbers(context.Context, access.Grant[access.ReadChild], id.Person) ([]Identifier, error)
	// ListChildren gives a page of the children in reach, newest case first, and how many there are in all.
	ListChildren(context.Context, access.Grant[access.ReadChild], page.Page) ([]Child, int, error)
	// ChangeChild locks the own unit's case, lets do change it, and stores it.
	ChangeChild(context.Context, access.Grant[access.EditChild], id.Person, func(*Child) error) (Child, error)

	// ListRelations gives a page of a child's relations, the latest first.
	ListRelations(context.Context, access.Grant[access.ReadRelation], id.Person, page.Page) ([]Relation, int, error)
	// AddRelation stores the relation that do makes, with the person who has the number.
	AddRelation(context.Context, access.Grant[access.EditRelation], id.Person, Identifier, func(Child) (Relation, error)) (Relation, error)
	// EndRelation locks a relation of a child in reach, lets do end it, and stores it.
	EndRelation(context.Context, access.Grant[access.EditRelation], id.Relation, func(*Relation) error) (Relation, error)

	// ListCaseWorkers gives a page of those who work or have worked with a child's case, the latest first.
	ListCaseWorkers(context.Context, access.Grant[access.ReadCaseWorker], id.Person, page.Page) ([]CaseWorker, int, error)
	// AssignCaseWorker stores the case worker that do makes.
	AssignCaseWorker(context.Context, access.Grant[access.EditCaseWorker], id.Person, func(Child) (CaseWorker, error)) (CaseWorker, error)
	// EndCaseWorker locks a case worker's row of a child in reach, lets do end it, and stores it.
	EndCaseWorker(context.Context, access.Grant[access.EditCaseWorker], id.CaseWorker, func(*CaseWorker) error) (CaseWorker, error)

	// RecordMaturity stores the assessment that do makes.
	RecordMaturity(context.Context, access.Grant[access.RecordMaturity], id.Person, func(Child) (Maturity, error)) (Maturity, error)

	ProtectStore

	// IsColleague tells whether a person has an assignment at the caller's unit today.
	IsColleague(context.Context, access.Grant[access.ReadOrg], id.Person) (bool, error)
}
