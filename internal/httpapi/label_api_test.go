package httpapi_test

import "testing"

// TestR21EveryItemIsLabelled: whatever was written tells whose it is, which secrecy binds it, how strong that is, and what
// sort of information it is, wherever it is read.
func TestR21EveryItemIsLabelled(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	labelled := func(where string, item map[string]any) {
		t.Helper()
		owner, _ := item["owner"].(map[string]any)
		secrecy, _ := item["secrecy"].(map[string]any)
		if owner["id"] == nil || owner["name"] == "" || secrecy["rule"] == "" || secrecy["rule"] == nil || secrecy["strength"] == nil || item["category"] == nil {
			t.Errorf("%s: %v", where, item)
		}
	}
	for _, name := range []string{"GetGoal", "GetIntervention", "GetNote", "GetChildView", "GetDisagreement", "GetComment"} {
		labelled(name, w.sample(name).send(w.As("karin"), "", nil).Want(200).JSON())
	}
	plan := w.sample("GetPlan").send(w.As("karin"), "", nil).Want(200)
	for _, list := range []string{"goals", "interventions", "notes", "childViews", "disagreements"} {
		rows := plan.Rows(list)
		if len(rows) == 0 {
			t.Errorf("the plan has no %s", list)
		}
		for _, item := range rows {
			labelled(list, item)
		}
	}
}
