package store

import (
	"strings"

	"samplan/internal/access"
)

// Here stands, once, what each reach means in rows. The statements ask the transaction who is asking (app_person() and
// the others, which the door has set), so no value is spliced in. A reach that is not listed opens nothing.

// caseOf and fileOf: the actor works with the child's case, or the actor's unit has one (inner secrecy: a colleague is not enough).
func caseOf(child string) string {
	return `EXISTS (SELECT FROM case_worker w WHERE w.child_id = ` + child + ` AND w.unit_id = app_unit()
	  AND w.person_id = app_person() AND w.valid @> (SELECT app_today()))`
}

func fileOf(child string) string {
	return `EXISTS (SELECT FROM case_file f WHERE f.child_id = ` + child + ` AND f.unit_id = app_unit()
	  AND f.valid @> (SELECT app_today()))`
}

// ownUnits: the units that lie in the same secrecy domain today, as the door found them when the request came in. Like every
// setting it is named in a query of its own, so that it is looked up and parsed once for a statement and not for each row.
const ownUnits = `ANY ((SELECT app_own_units())::uuid[])`

// Which plans are there for a citizen, and as what, is said once, by the door (app_enter_citizen): custody today, as the
// leading unit knows it, or being the child, at the ages that the principal's routine profile gives; once it was informed.
const (
	guardianPlan = `p.id = ANY (app_family_plans()) AND p.id <> ALL (app_self_plans())`
	ownPlan      = `p.id = ANY (app_self_plans())`
)

// inDomain: a unit of the own domain takes part. The view holds those parties and the fence of their table at once; OFFSET
// keeps the planner from gathering all of them for a join.
const inDomain = `EXISTS (SELECT FROM own_party y WHERE y.plan_id = p.id AND y.state = 'accepted' OFFSET 0)`

// planScope chooses plans (alias p) within the reaches of a grant.
func planScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnCase:
			return caseOf("p.child_id") + " AND " + inDomain
		case access.OwnUnit:
			return fileOf("p.child_id") + " AND " + inDomain
		case access.LeadCase:
			return caseOf("p.child_id") + " AND p.lead_unit_id = app_unit()"
		case access.LeadUnit:
			return fileOf("p.child_id") + " AND p.lead_unit_id = app_unit()"
		case access.FamilyGuardian:
			return guardianPlan
		case access.FamilySelf:
			return ownPlan
		}
		return "false"
	})
}

// itemScope chooses items (alias i) of one plan (alias p; planArg is its placeholder) within the reaches of a grant. What
// is owned and what is released rest on the same need; it is asked for once, in front, so that the planner can join it.
func itemScope(reaches []access.Reach, planArg string) string {
	byCase := itemsWithNeed(reaches, access.OwnCase, access.ReleasedCase, planArg)
	byFile := itemsWithNeed(reaches, access.OwnUnit, access.ReleasedUnit, planArg)
	family := anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.FamilyGuardian:
			return forFamily + " AND " + guardianPlan
		case access.FamilySelf:
			return forFamily + " AND " + ownPlan
		}
		return "false"
	})
	return either(needed(byCase, caseOf("p.child_id")), needed(byFile, fileOf("p.child_id")), family)
}

// itemsWithNeed chooses what one kind of need opens: what is held in the own domain, and what is released to it.
func itemsWithNeed(reaches []access.Reach, own, receives access.Reach, planArg string) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case own:
			return owned
		case receives:
			return released(planArg)
		}
		return "false"
	})
}

// itemNeed chooses plans (alias p) of which items may be in reach: all that are, are of these.
func itemNeed(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnCase, access.ReleasedCase:
			return caseOf("p.child_id")
		case access.OwnUnit, access.ReleasedUnit:
			return fileOf("p.child_id")
		case access.FamilyGuardian:
			return guardianPlan
		case access.FamilySelf:
			return ownPlan
		}
		return "false"
	})
}

// needed adds the need to what it opens.
func needed(rows, need string) string {
	if rows == "false" {
		return rows
	}
	return need + " AND " + rows
}

const (
	owned = `((i.owner_unit_id = (SELECT app_unit()) OR i.owner_unit_id = ` + ownUnits + `
	  AND i.owner_unit_id <> ALL ((SELECT app_blocked())::uuid[])) AND ` + forMe + `)`
	// forMe: for all of the own domain, or for those named, the actor among them.
	forMe = `(i.visibility <> 'named' AND i.kept_apart_on IS NULL
	  OR EXISTS (SELECT FROM item_named n WHERE n.item_id = i.id AND n.person_id = app_person()))`
	forFamily = `i.visibility = 'family' AND i.id <> ALL ((SELECT app_withheld())::uuid[])`
)

// released: another domain holds it, and a consent in force opens the wall for its category, where keeping back wins; or a
// legal ground opens just this item. Which walls of the plan are open is computed once, by app_open_plan, which goes first
// in the same transaction: computed here anew it would be the same view, at twice the price.
func released(planArg string) string {
	return `(i.visibility IN ('parties', 'family') AND i.plan_id = ` + planArg + ` AND i.plan_id = (SELECT app_plan())
	  AND ((i.owner_unit_id::text || ':' || i.category) = ANY ((SELECT app_open())::text[])
	    AND i.id <> ALL ((SELECT app_excluded())::uuid[]) OR i.id = ANY ((SELECT app_disclosed())::uuid[])))`
}

// childScope chooses cases (alias f) of the own unit within the reaches of a grant.
func childScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnCase:
			return openFile + " AND " + caseOf("f.child_id")
		case access.OwnUnit:
			return openFile
		}
		return "false"
	})
}

const openFile = `f.unit_id = app_unit() AND f.valid @> app_today()`

// consentScope chooses consents (alias c) within the reaches of a grant: recorded in the own domain, or naming it.
func consentScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnCase:
			return concernsDomain + " AND " + caseOf("c.child_id")
		case access.OwnUnit:
			return concernsDomain + " AND " + fileOf("c.child_id")
		case access.Self:
			return wasAsked
		}
		return "false"
	})
}

// consentWriteScope chooses the consents that may be answered or withdrawn: those that the own unit recorded.
func consentWriteScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnCase:
			return "c.unit_id = app_unit() AND " + caseOf("c.child_id")
		case access.OwnUnit:
			return "c.unit_id = app_unit() AND " + fileOf("c.child_id")
		case access.Self:
			return wasAsked
		}
		return "false"
	})
}

// spanScope chooses scopes (alias s) of a consent (alias c) in reach: whoever did not record it sees what names the own domain.
func spanScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnCase, access.OwnUnit:
			return "c.unit_id = " + ownUnits + " OR " + namesDomain
		case access.Self:
			return wasAsked + " AND app_knows_place(c.child_id)" // a domain tells where the child is (R35)
		}
		return "false"
	})
}

const (
	namesDomain    = `app_branch() IN (s.from_branch_id, s.to_branch_id)`
	concernsDomain = `(c.unit_id = ` + ownUnits + ` OR EXISTS (SELECT FROM consent_scope s WHERE s.consent_id = c.id AND ` + namesDomain + `))`
	wasAsked       = `EXISTS (SELECT FROM consent_giver g WHERE g.consent_id = c.id AND g.person_id = app_person())`
)

// reorganisationScope chooses reorganisations (alias r) within the reaches of a grant.
func reorganisationScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnPrincipal:
			return `EXISTS (SELECT FROM reorganisation_side s WHERE s.reorganisation_id = r.id AND s.principal_id = app_principal())`
		case access.OwnUnit:
			return `EXISTS (SELECT FROM reorganisation_move m WHERE m.reorganisation_id = r.id
			  AND (m.unit_id = ` + ownUnits + ` OR m.into_unit_id = ` + ownUnits + ` OR m.keeper_unit_id = ` + ownUnits + `))
			  OR EXISTS (SELECT FROM reorganisation_part t WHERE t.reorganisation_id = r.id AND t.new_unit_id = ` + ownUnits + `)`
		}
		return "false"
	})
}

// disclosureScope chooses disclosures (alias d) of an item in reach: those that the own domain decided, and those to the
// own unit.
func disclosureScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnCase, access.OwnUnit:
			return "d.from_unit_id = " + ownUnits
		case access.ReleasedCase, access.ReleasedUnit:
			return "d.to_unit_id = app_unit()"
		}
		return "false"
	})
}

// anyOf joins what each reach means; no reach opens nothing.
func anyOf(reaches []access.Reach, meaning func(access.Reach) string) string {
	parts := make([]string, 0, len(reaches))
	for _, r := range reaches {
		parts = append(parts, meaning(r))
	}
	return either(parts...)
}

// either joins predicates, leaving out those that open nothing. None opens nothing.
func either(predicates ...string) string {
	var parts []string
	for _, p := range predicates {
		if p != "false" {
			parts = append(parts, "("+p+")")
		}
	}
	if len(parts) == 0 {
		return "false"
	}
	return "(" + strings.Join(parts, " OR ") + ")"
}
