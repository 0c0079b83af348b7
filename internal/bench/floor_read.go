//go:build !release

package bench

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	openapitypes "github.com/oapi-codegen/runtime/types"

	"samplan/internal/httpapi/wire"
)

const planSelect = `SELECT p.id, p.child_id, p.kind, p.status, p.legal_basis, p.lead_unit_id, p.no_other_actors, p.next_follow_up_on, p.established_on,
  p.created_on, p.version, f.given_name || ' ' || f.family_name`

const selectPlan = planSelect + ` FROM plan p JOIN case_file f ON f.child_id = p.child_id AND f.unit_id = $2 AND f.valid @> current_date WHERE p.id = $1`

const selectParties = `SELECT y.id, y.unit_id, y.mode, y.state, k.staff_name, y.added_on, y.answered_on, y.left_on, n.id IS NOT NULL
  FROM party y LEFT JOIN person k ON k.id = y.contact_id LEFT JOIN confirmation n ON n.party_id = y.id
  WHERE y.plan_id = $1 ORDER BY y.added_on, y.id`

const itemSelect = `SELECT i.id, i.plan_id, i.kind, i.owner_unit_id, i.category, i.visibility, i.title, i.body, i.horizon, i.goal_id,
  i.outside_actor, i.contact_name, i.starts_on, i.ends_on, i.status, i.created_on, i.version
  FROM item i WHERE `

// What another unit holds and means for more than itself is there for the reader: the data are made so.
const selectItems = itemSelect + `i.plan_id = $1 AND (i.owner_unit_id = $2 OR i.visibility IN ('parties', 'family')) ORDER BY i.created_on, i.id`

// planRow is a plan as it lies in its table, with the child's name.
type planRow struct {
	id, child, lead       uuid.UUID
	kind, status, basis   string
	noOthers              bool
	followUp, established *time.Time
	created               time.Time
	version               int
	childName             string
}

func (p *planRow) targets() []any {
	return []any{
		&p.id, &p.child, &p.kind, &p.status, &p.basis, &p.lead, &p.noOthers, &p.followUp, &p.established, &p.created, &p.version, &p.childName,
	}
}

func (f *floor) readPlan(r *http.Request, conn *pgxpool.Conn, c caller) (reply, error) {
	id, err := uuid.Parse(r.PathValue("id"))
	if err != nil {
		return reply{}, fmt.Errorf("read id: %w", err)
	}
	var p planRow
	var parties []wire.Party
	var items []itemRow
	b := &pgx.Batch{}
	b.Queue("begin")
	b.Queue(selectPlan, id, c.unit).QueryRow(func(row pgx.Row) error { return row.Scan(p.targets()...) })
	b.Queue(selectParties, id).Query(func(rows pgx.Rows) (err error) {
		parties, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (wire.Party, error) { return f.party(row, c) })
		return err
	})
	b.Queue(selectItems, id, c.unit).Query(func(rows pgx.Rows) (err error) {
		items, err = pgx.CollectRows(rows, scanItem)
		return err
	})
	if err := conn.SendBatch(r.Context(), b).Close(); err != nil {
		return reply{}, fmt.Errorf("read plan: %w", err)
	}
	objects := []uuid.UUID{p.id}
	for n := range parties {
		objects = append(objects, parties[n].Id)
	}
	for n := range items {
		objects = append(objects, items[n].id)
	}
	if err := end(r.Context(), conn, "GetPlan", c, p.child, p.id, objects, &pgx.Batch{}); err != nil {
		return reply{}, fmt.Errorf("write log: %w", err)
	}
	return reply{http.StatusOK, quoted(p.version), f.plan(&p, parties, items, c)}, nil
}

func (f *floor) party(row pgx.CollectableRow, c caller) (wire.Party, error) {
	var y wire.Party
	var unit uuid.UUID
	var added time.Time
	var answered, left *time.Time
	err := row.Scan(&y.Id, &unit, &y.Mode, &y.State, &y.ContactName, &added, &answered, &left, &y.Confirmed)
	y.Unit, y.Own, y.AddedOn, y.AnsweredOn, y.LeftOn = f.units[unit].ref, unit == c.unit, openapitypes.Date{Time: added}, dayOf(answered), dayOf(left)
	return y, err
}

func (f *floor) plan(p *planRow, parties []wire.Party, items []itemRow, c caller) wire.Plan {
	w := wire.Plan{
		Id: p.id, ChildId: p.child, ChildName: p.childName, Kind: wire.PlanKind(p.kind), Status: wire.PlanStatus(p.status),
		LegalBasis: wire.LegalBasis(p.basis), LeadUnit: f.units[p.lead].ref, NoOtherActors: p.noOthers, NextFollowUpOn: dayOf(p.followUp),
		EstablishedOn: dayOf(p.established), CreatedOn: openapitypes.Date{Time: p.created}, Parties: parties,
		Goals: []wire.Goal{}, Observations: []wire.Observation{}, Interventions: []wire.Intervention{}, Notes: []wire.Note{},
		ChildViews: []wire.ChildView{}, Disagreements: []wire.Disagreement{}, Comments: []wire.Comment{}, Attachments: []wire.Attachment{}, Links: []wire.Link{},
	}
	for n := range items {
		switch i := &items[n]; i.kind {
		case "goal":
			w.Goals = append(w.Goals, f.goal(i, c))
		case "intervention":
			w.Interventions = append(w.Interventions, f.intervention(i, c))
		case "note":
			w.Notes = append(w.Notes, f.note(i, c))
		}
	}
	return w
}

const selectMine = planSelect + `, count(*) OVER () FROM case_worker w JOIN plan p ON p.child_id = w.child_id
  JOIN case_file f ON f.child_id = p.child_id AND f.unit_id = w.unit_id AND f.valid @> current_date
  WHERE w.unit_id = $1 AND w.person_id = $2 AND w.valid @> current_date ORDER BY p.created_at DESC, p.id DESC LIMIT $3`

func (f *floor) listPlans(r *http.Request, conn *pgxpool.Conn, c caller) (reply, error) {
	limit, err := strconv.Atoi(r.URL.Query().Get("limit"))
	if err != nil {
		return reply{}, fmt.Errorf("read limit: %w", err)
	}
	list := wire.PlanList{Plans: []wire.PlanRow{}, UnderscoreMeta: wire.Meta{Page: 1, Limit: limit}}
	var objects []uuid.UUID
	b := &pgx.Batch{}
	b.Queue("begin")
	b.Queue(selectMine, c.unit, c.person, limit).Query(func(rows pgx.Rows) error {
		var p planRow
		_, err := pgx.ForEachRow(rows, append(p.targets(), &list.UnderscoreMeta.TotalRecords), func() error {
			objects = append(objects, p.id)
			list.Plans = append(list.Plans, wire.PlanRow{
				Id: p.id, ChildId: p.child, ChildName: p.childName, Kind: wire.PlanKind(p.kind), Status: wire.PlanStatus(p.status),
				LeadUnit: f.units[p.lead].ref, NextFollowUpOn: dayOf(p.followUp),
			})
			return nil
		})
		return err
	})
	if err := conn.SendBatch(r.Context(), b).Close(); err != nil {
		return reply{}, fmt.Errorf("list plans: %w", err)
	}
	list.UnderscoreMeta.Count = len(list.Plans)
	if err := end(r.Context(), conn, "ListPlans", c, uuid.Nil, uuid.Nil, objects, &pgx.Batch{}); err != nil {
		return reply{}, fmt.Errorf("write log: %w", err)
	}
	return reply{http.StatusOK, "", list}, nil
}

func quoted(version int) string { return `"` + strconv.Itoa(version) + `"` }

func dayOf(t *time.Time) *openapitypes.Date {
	if t == nil {
		return nil
	}
	return &openapitypes.Date{Time: *t}
}
