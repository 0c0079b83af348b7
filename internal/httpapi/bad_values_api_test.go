package httpapi_test

import (
	"maps"
	"slices"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/person/persontest"
)

// value is a member of a sample's body that the contract allows and the domain does not.
type value struct {
	operation, field string
	to               any
	code, pointer    string
}

// TestBadValues sends what only the domain can refuse.
func TestBadValues(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	rows := w.rows()
	for _, v := range badValues() {
		s := w.sample(v.operation)
		doc := maps.Clone(s.doc)
		if doc[v.field] = v.to; v.to == nil {
			delete(doc, v.field)
		}
		a := s.send(w.As(s.who), "bad-values-key", doc)
		if text, ok := v.to.(string); ok && len(text) > 10 {
			a.Hides(text)
		}
		a.Hides(inside...)
		if a.Status != 422 || a.Text("code") != v.code || len(a.Pointers()) != 1 || a.Pointers()[0] != v.pointer {
			t.Errorf("%s, %s %v: want 422 %s at %s, got %d %s", v.operation, v.field, v.to, v.code, v.pointer, a.Status, a.Body)
		}
	}
	w.wantRows(t, rows)
}

func (w *town) sample(name string) sample {
	for _, s := range w.samples {
		if s.name == name {
			return s
		}
	}
	panic(name)
}

const (
	invalid, dates, unknownUnit, unknownColleague = "invalid-value", "dates-out-of-order", "unknown-unit", "unknown-colleague"
	identifier, recipient, foreignDomain          = "invalid-identifier", "consent-needs-recipient", "consent-not-own-domain"
)

func badValues() []value {
	all := []value{
		{"RegisterChild", "birthDate", "2020-12-16", dates, "/birthDate"},
		{"AddRelation", "validTo", "2020-12-14", dates, "/validTo"},
		{"EndRelation", "endsOn", "2020-11-15", dates, "/endsOn"},
		{"AssignCaseWorker", "validTo", "2020-12-14", dates, "/validTo"},
		{"AssignCaseWorker", "personId", madeUp, unknownColleague, "/personId"},
		{"AssignCaseWorker", "personId", demo.Find("bea").PersonID().String(), unknownColleague, "/personId"},
		{"EndCaseWorker", "endsOn", "2020-11-15", dates, "/endsOn"},
		{"RecordMaturity", "assessedOn", "2020-12-16", dates, "/assessedOn"},
		{"RecordMaturity", "assessedOn", "2010-10-09", dates, "/assessedOn"},
		{"AddGoal", "partOfGoalId", madeUp, invalid, "/partOfGoalId"},
		{"AddIntervention", "endsOn", "2020-12-14", dates, "/endsOn"},
		{"AddIntervention", "goalId", madeUp, invalid, "/goalId"},
		{"ChangeIntervention", "endsOn", "2020-12-14", dates, "/endsOn"},
		{"ChangeIntervention", "goalId", madeUp, invalid, "/goalId"},
		{"AddNote", "category", "participation", invalid, "/category"},
		{"CreatePlan", "goals", []any{object{"text": canary, "horizon": "long", "partOfGoalId": madeUp}}, invalid, "/goals/0/partOfGoalId"},
		{"CreatePlan", "interventions", []any{object{"title": "x"}, object{"title": canary, "startsOn": "2021-01-02", "endsOn": "2021-01-01"}}, dates, "/interventions/1/endsOn"},
		{"ChangePlan", "overallResponsibleId", madeUp, "not-a-statutory-principal", "/overallResponsibleId"},
		{"ChangePlan", "overallResponsibleId", demo.PrincipalID("uph"), "not-a-statutory-principal", "/overallResponsibleId"},
		{"ChangePlan", "nextFollowUpUnitId", madeUp, unknownUnit, "/nextFollowUpUnitId"},
		{"ChangePlan", "nextFollowUpUnitId", demo.UnitID("bup"), unknownUnit, "/nextFollowUpUnitId"},
		{"StepPlan", "on", "2020-12-16", dates, "/on"},
		{"StepPlan", "on", "2020-11-15", dates, "/on"},
		{"EstablishPlan", "on", "2020-12-16", dates, "/on"},
		{"AddParty", "unitId", madeUp, unknownUnit, "/unitId"},
		{"AnswerParty", "contactPersonId", madeUp, unknownColleague, "/contactPersonId"},
		{"AnswerParty", "contactPersonId", demo.Find("karin").PersonID(), unknownColleague, "/contactPersonId"},
	}
	all = append(all, onItems()...)
	all = append(all, onEndings()...)
	milo := demo.Find("milo").Number
	for _, number := range []string{
		wrongCheck(milo), milo[:11], milo + "1", milo[:8] + "+" + milo[8:11] + "x", "201502305990", "000000000000", persontest.TestNumber(civil.MustParse("2020-12-16"), 1),
	} {
		for _, name := range []string{"RegisterChild", "FindChild", "AddRelation", "AskEmergency"} {
			all = append(all, value{name, "identifier", number, identifier, "/identifier"})
		}
	}
	for _, kind := range []string{"samordningsnummer", "nationellt-reserv-id", "lokalt-reserv-id"} {
		all = append(all, value{"RegisterChild", "identifierType", kind, identifier, "/identifier"})
	}
	return slices.Concat(all, consentValues(), scopes(), careUnits(), callUnits(), meetingValues(), minuteValues(), routineValues(), roleValues(), requestValues(), clientValues(), cardValues(), importValues(), registerValues(), deviationValues(), forumValues(), questionnaireValues(), informationValues(), disposalValues(), objectionValues(), publicValues(), formulationValues())
}

// onItems are decisions on who may read an item that are not to be had.
func onItems() []value {
	bea := demo.Find("bea").PersonID()
	return []value{
		{"AddObservation", "area", "nowhere", invalid, "/area"},
		{"ChangeObservation", "area", "nowhere", invalid, "/area"},
		{"AddChildView", "spokenBy", nil, invalid, "/spokenBy"},
		{"DiscloseItem", "toUnitId", madeUp, "not-a-party", "/toUnitId"},
		{"DiscloseItem", "toUnitId", demo.UnitID("emi"), "not-a-party", "/toUnitId"},
		{"DiscloseItem", "toUnitId", demo.UnitID("bou1"), invalid, "/toUnitId"},
		{"DiscloseItem", "toUnitId", demo.UnitID("fs"), invalid, "/toUnitId"}, // of the same domain until the reorganisation
		{"DiscloseItem", "toUnitId", demo.UnitID("hs"), "ground-does-not-apply", "/ground"},
		{"DiscloseItem", "ground", "general-clause", "ground-does-not-apply", "/ground"},
		{"DiscloseItem", "ground", "within-health", "ground-does-not-apply", "/ground"},
		{"DiscloseItem", "ground", "duty-to-inform", "ground-does-not-apply", "/ground"},
		{"DiscloseItem", "decidedBy", bea, unknownColleague, "/decidedBy"},
		{"DiscloseItem", "decidedBy", madeUp, unknownColleague, "/decidedBy"},
		{"DiscloseItem", "decidedBy", demo.Find("agnes").PersonID(), unknownColleague, "/decidedBy"}, // an administrator decides nothing
		{"DiscloseItem", "validTo", "2020-12-14", dates, "/validTo"},
		{"DiscloseItem", "validTo", "2029-05-14", "ground-does-not-apply", "/validTo"}, // Lo turns 18
		{"WithholdItem", "personId", madeUp, invalid, "/personId"},
		{"WithholdItem", "personId", bea, invalid, "/personId"},
		{"WithholdItem", "personId", nil, invalid, "/personId"},
		{"WithholdItem", "everyGuardian", true, invalid, "/personId"},
		{"NameReaders", "personIds", []any{demo.Find("karin").PersonID(), bea}, unknownColleague, "/personIds/1"},
		{"NameReaders", "personIds", []any{madeUp}, unknownColleague, "/personIds/0"},
		{"NameReaders", "personIds", []any{demo.Find("kim").PersonID()}, invalid, "/personIds"},
	}
}

// consentValues are what nobody can consent to, answer or limit.
func consentValues() []value {
	return []value{
		{"RecordConsent", "scopes", []any{}, recipient, "/scopes"},
		{"RecordConsent", "validTo", "2020-12-14", dates, "/validTo"},
		{"RecordConsent", "excludedItemIds", []any{madeUp}, invalid, "/excludedItemIds/0"},
		{"LimitMyConsent", "validTo", "2022-01-01", dates, "/validTo"},
		{"LimitMyConsent", "validTo", "2020-12-14", dates, "/validTo"},
		{"AnswerConsent", "personId", madeUp, invalid, "/personId"},
		{"WithdrawConsent", "by", madeUp, invalid, "/by"},
	}
}

// scopes that no consent may have.
func scopes() []value {
	own, school := demo.BranchID("vh-social"), demo.BranchID("vh-school")
	var all []value
	for _, c := range []struct {
		from, to      any
		code, pointer string
	}{
		{own, own, invalid, "/scopes/0/toBranchId"},
		{madeUp, own, invalid, "/scopes/0/fromBranchId"},
		{own, madeUp, invalid, "/scopes/0/toBranchId"},
		{demo.BranchID("sh-social"), school, invalid, "/scopes/0/fromBranchId"}, // it opens with the reorganisation
	} {
		all = append(all, value{"RecordConsent", "scopes", []any{object{"fromBranchId": c.from, "toBranchId": c.to, "categories": []any{"goals"}}}, c.code, c.pointer})
	}
	return all
}

// wrongCheck gives the number with another check digit.
func wrongCheck(number string) string {
	return number[:11] + string('0'+(number[11]-'0'+1)%10)
}

// TestR13WordsBindTheOwnDomainOnly: what was said or written to a unit can open the wall around that unit's domain alone.
func TestR13WordsBindTheOwnDomainOnly(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	s := w.sample("RecordConsent")
	scope := object{"fromBranchId": demo.BranchID("bup"), "toBranchId": demo.BranchID("vh-social"), "categories": []any{"health"}}
	for _, form := range []string{"oral", "written"} {
		doc := signed("share", scope)
		doc["form"] = form
		w.As("karin").Post(s.path(), doc).Refused(422, foreignDomain, "/scopes/0/fromBranchId").Hides(canary)
	}
	w.As("karin").Post(s.path(), signed("share", scope)).Want(201)
}
