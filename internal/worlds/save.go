package worlds

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"samplan/internal/demo"
)

type row = map[string]any

// StaffIssuer is the address of the issuer whose subjects the staff of every world are.
const StaffIssuer = "https://staff.worlds.example"

// Prepare writes the organisation and its staff, once per database.
func Prepare(ctx context.Context, owner *sql.DB) error {
	if err := demo.LoadOrganisation(ctx, owner); err != nil {
		return fmt.Errorf("prepare worlds: %w", err)
	}
	return demo.LoadLogins(ctx, owner, StaffIssuer)
}

// tables are those that a world fills, children after parents.
var tables = append([]string{
	"person", "intervention_catalogue", "person_identifier", "case_file", "case_worker", "relation", "maturity_assessment", "plan", "plan_status_change",
	"plan_status_reason", "plan_deadline_reason", "plan_follow_up", "party", "lead_offer", "plan_lead_term", "confirmation", "role_holder", "role_offer", "item", "link_review", "intervention_offer", "evaluation", "attachment", "attachment_content", "item_named", "withholding", "plan_version", "plan_version_item", "consent", "consent_giver", "consent_scope",
	"reorganisation", "reorganisation_side", "reorganisation_move", "reorganisation_part", "reorganisation_placement",
	"consent_exclusion", "disclosure", "care_block", "care_block_reason", "item_subject",
	"emergency_inquiry", "emergency_access", "emergency_review", "emergency_review_note",
	"protection_record", "whereabouts", "whereabouts_reader", "whereabouts_block", "hand_over", "plan_origin", "audit_entry",
}, slices.Concat(callTables, meetingTables, minuteTables, apartTables, requestTables, deviationTables, []string{"client", "client_key", "consent_signature", "contact_card", "questionnaire", "plan_reading", "unit_import", "unit_import_row", "register_import", "register_import_row", "register_message"}, informationTables, disposalTables, objectionTables, publicRequestTables, formulationTables, forumTables, transitionTables)...)

// Save writes the world's facts as the database's superuser, past every fence. The eraser is a superuser without triggers.
func (w *World) Save(ctx context.Context, owner, eraser *sql.DB) error {
	if err := w.saveFacts(ctx, owner); err != nil {
		return err
	}
	return w.Ages.save(ctx, eraser)
}

func (w *World) saveFacts(ctx context.Context, owner *sql.DB) error {
	tx, err := owner.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("save world: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit there is nothing to roll back
	all := w.rows()
	for _, table := range tables {
		if len(all[table]) == 0 {
			continue
		}
		text, err := json.Marshal(all[table])
		if err != nil {
			return fmt.Errorf("save world: %w", err)
		}
		insert := `INSERT INTO ` + table + ` SELECT * FROM jsonb_populate_recordset(NULL::` + table + `, $1)`
		if _, err := tx.ExecContext(ctx, insert, string(text)); err != nil {
			return fmt.Errorf("save world, %s: %w", table, err)
		}
	}
	return w.saveEventsAndCommit(ctx, tx)
}

// rows gives the world table by table. A citizen of whom no service has told is not there, unless protected: that is told
// for all services (R31).
func (w *World) rows() map[string][]row {
	all := map[string][]row{}
	add := func(table string, r row) { all[table] = append(all[table], r) }
	for _, h := range w.People {
		if w.isToldOf(h.ID) || h.Protection != "none" {
			add("person", row{"id": h.ID, "birth_date": h.Birth, "protection": h.Protection})
			add("person_identifier", row{"type": "personnummer", "value": h.Number, "person_id": h.ID})
		}
	}
	w.rowsOfCatalogue(add)
	w.rowsOfChildren(add)
	w.rowsOfPlans(add)
	w.rowsOfRoles(add)
	w.rowsOfItems(add)
	w.rowsOfInterventionOffers(add)
	w.rowsOfDeadlineReasons(add)
	w.rowsOfLeads(add)
	w.rowsOfCalls(add)
	w.rowsOfMeetings(add)
	w.rowsOfMinutes(add)
	w.rowsOfSurveys(add)
	w.rowsOfConsents(add)
	w.rowsOfProtected(add)
	w.rowsApart(add)
	w.rowsOfRequests(add)
	w.rowsOfDeviations(add)
	w.rowsOfEvent(add)
	w.rowsOfGrounds(add)
	w.rowsOfLog(add)
	w.rowsOfClients(add)
	w.rowsOfCards(add)
	w.rowsOfQuestionnaires(add)
	w.rowsOfReadings(add)
	w.rowsOfInformations(add)
	w.rowsOfRights(add)
	w.rowsOfDisposals(add)
	w.rowsOfUnitImports(add)
	w.rowsOfRegisterImports(add)
	return all
}

func (w *World) rowsOfChildren(add func(string, row)) {
	for _, f := range w.Files {
		add("case_file", row{
			"id": f.ID, "child_id": f.Child, "unit_id": unitID(f.Unit), "given_name": f.Given, "family_name": f.Family,
			"birth_date": f.Birth, "reason": "ansökan", "valid": f.Valid, "version": f.Version,
		})
	}
	for _, k := range w.Workers {
		add("case_worker", row{"id": k.ID, "child_id": k.Child, "unit_id": unitID(k.Unit), "person_id": k.Person, "valid": k.Valid, "version": 1})
	}
	for _, r := range w.Relations {
		add("relation", row{
			"id": r.ID, "child_id": r.Child, "person_id": r.Person, "unit_id": unitID(r.Unit), "kind": r.Kind,
			"given_name": r.Given, "family_name": r.Family, "valid": r.Valid, "version": 1,
		})
	}
	for n, m := range w.Maturity {
		add("maturity_assessment", row{
			"id": m.ID, "child_id": m.Child, "unit_id": unitID(m.Unit), "outcome": m.Outcome, "assessed_on": m.On,
			"assessed_by": demo.Staff[0].PersonID(), "reason": "samtal", "created_at": w.moment(n),
		})
	}
}

func (w *World) rowsOfPlans(add func(string, row)) {
	for _, p := range w.Plans {
		add("plan", row{
			"id": p.ID, "child_id": p.Child, "kind": p.Kind, "status": p.Status, "legal_basis": "sol-2001-453-2-7", "lead_unit_id": unitID(p.Lead),
			"no_other_actors": false, "informed_on": orNull(p.Informed), "next_follow_up_on": orNull(p.FollowUp),
			"overall_responsible_id": principalOrNull(p.Responsible), "next_follow_up_unit_id": unitOrNull(p.FollowUnit), "created_on": p.Created,
			"created_at": w.moment(p.Order), "version": p.Version, "established_on": orNull(p.Since.Established), "followed_up_on": orNull(p.Since.Followed),
			"child_participation": participation(p), "led_since": orNull(p.LedSince),
		})
	}
	w.rowsOfCourse(add)
	for _, y := range w.Parties {
		add("party", row{
			"id": y.ID, "plan_id": y.Plan, "unit_id": unitID(y.Unit), "added_by_unit_id": unitID(y.By), "mode": y.Mode, "state": y.State,
			"contact_id": idOrNull(y.Contact), "added_on": y.Added, "answered_on": orNull(y.Answered), "left_on": orNull(y.Departed), "version": y.Version,
		})
		if y.Confirmed {
			add("confirmation", row{
				"id": named("confirmation", y.ID.String()), "plan_id": y.Plan, "party_id": y.ID, "person_id": y.Contact,
				"confirmed_on": w.Day, "created_at": w.moment(0),
			})
		}
	}
	for n, v := range w.Versions {
		add("plan_version", row{
			"id": v.ID, "plan_id": v.Plan, "number": v.Number, "dispatched_on": v.On, "person_id": v.By, "created_at": w.moment(n),
		})
	}
}

func (w *World) rowsOfItems(add func(string, row)) {
	for i := range w.Items {
		v := &w.Items[i]
		r := v.content(v.Words)
		v.carriedOut(r, v.Outside, v.Contact)
		for column, value := range (row{
			"id": v.ID, "plan_id": v.Plan, "kind": v.Kind, "owner_unit_id": unitID(v.Unit), "category": v.Category, "visibility": v.Visibility,
			"author_id": v.Author, "author_kind": v.AuthorKind, "created_on": v.Created, "version": v.Version,
		}) {
			r[column] = value
		}
		add("item", r)
		v.file(add)
		if v.Kind == "link" {
			add("link_review", row{"item_id": v.ID, "remind_from": w.Day.AddDays(-3), "review_by": w.Day.AddDays(5)})
		}
		for _, p := range v.Named {
			add("item_named", row{"item_id": v.ID, "person_id": p})
		}
		w.saveWithheld(*v, add)
		for _, p := range v.Subjects {
			add("item_subject", row{"item_id": v.ID, "person_id": p, "plan_id": v.Plan})
		}
		for _, f := range v.Frozen {
			r := v.content(f.Words)
			v.carriedOut(r, v.Outside, f.Contact)
			r["version_id"], r["item_id"] = f.Version, v.ID
			add("plan_version_item", r)
		}
	}
}

func (w *World) rowsOfConsents(add func(string, row)) {
	for i := range w.Consents {
		c := &w.Consents[i]
		add("consent", row{
			"id": c.ID, "child_id": c.Child, "unit_id": unitID(c.Unit), "kind": c.Kind, "purpose": c.Purpose, "form": c.Form, "recorder_id": c.Recorder,
			"valid_from": c.Valid.From, "valid_to": c.Valid.To, "withdrawn_on": orNull(c.Withdrawn), "withdrawn_by": idOrNull(c.WithdrawnBy),
			"created_at": w.moment(c.Order), "version": c.Version,
		})
		for _, g := range c.Givers {
			r := row{"consent_id": c.ID, "person_id": g.Person, "capacity": g.Capacity, "answer": g.Answer, "answered_on": orNull(g.On)}
			if g.Reason != "" {
				r["reason"] = g.Reason
			}
			add("consent_giver", r)
			w.rowOfSignature(add, c, g)
		}
		for _, s := range c.Scopes {
			add("consent_scope", row{
				"consent_id": c.ID, "from_branch_id": demo.BranchID(s.From), "to_branch_id": demo.BranchID(s.To), "category": s.Category,
			})
		}
		for _, x := range c.Excluded {
			add("consent_exclusion", row{"consent_id": c.ID, "item_id": x})
		}
	}
}

// MarshalText writes the span as Postgres reads a range of days.
func (s Span) MarshalText() ([]byte, error) {
	end := ""
	if !s.To.IsZero() {
		end = s.To.AddDays(1).String()
	}
	return []byte("[" + s.From.String() + "," + end + ")"), nil
}

// moment gives instants of the morning of the world's day, in order.
func (w *World) moment(n int) time.Time {
	return w.Day.AddDays(-1).Start().Add(8*time.Hour + time.Duration(n)*time.Minute)
}

func unitID(unit string) uuid.UUID { return demo.UnitID(unit).UUID() }
