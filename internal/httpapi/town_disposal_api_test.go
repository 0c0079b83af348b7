package httpapi_test

import (
	"testing"

	"github.com/google/uuid"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// oldChild is the id of a child whom a unit had a case about.
func oldChild(name string) string { return uuid.NewSHA1(uuid.NameSpaceOID, []byte(name)).String() }

// oldCase gives a unit a case about a child that nobody knows of elsewhere, closed long ago.
func oldCase(t testing.TB, w *testkit.API, unit, name string) {
	t.Helper()
	if _, err := w.Owner.ExecContext(t.Context(), "INSERT INTO person (id, birth_date) VALUES ($1, '1996-04-04')", oldChild(name)); err != nil {
		t.Fatal(err)
	}
	_, err := w.Owner.ExecContext(t.Context(), `INSERT INTO case_file (id, child_id, unit_id, given_name, family_name, birth_date, reason, valid)
	  VALUES (gen_random_uuid(), $1, $2, $3::text, $3::text, '1996-04-04', $3::text, daterange('2000-01-01', '2010-01-01'))`, oldChild(name), demo.UnitID(unit), name)
	if err != nil {
		t.Fatal(err)
	}
}

// decides enters that nobody of a class is exempt.
func decides(class string) object {
	return object{"secrecyClass": class, "sample": "none", "decision": canary}
}

// disposals lets arne list an old case; another one is due, too.
func (w *town) disposals(ids map[string]string) {
	arne := w.As("arne")
	for _, class := range []string{"ifo", "lss"} {
		arne.Post("/disposal-settings", decides(class)).Want(201)
	}
	oldCase(w.t, w.API, "bou2", canary+" ett")
	ids["disposalId"] = arne.Post("/disposals", object{}).Want(201).Text("id")
	oldCase(w.t, w.API, "bou2", canary+" två")
	ids["retentionMarkId"] = w.As("karin").Post("/children/"+ids["childId"]+"/retention-marks", object{"kind": "legal-hold", "reason": canary}).Want(201).Text("id")
}

func (w *town) disposalSamples(add adder) {
	for _, name := range []string{"ListDisposalSettings", "ListDisposals", "GetDisposal", "ListDisposalCases"} {
		add("arne", name, nil)
	}
	add("arne", "SetDisposalSetting", object{"secrecyClass": "ifo", "sample": "born-on", "bornOnDays": []any{1, 2}, "decision": canary})
	add("arne", "DrawUpDisposal", object{})
	add("arne", "DecideDisposal", object{})
	add("arne", "CancelDisposal", object{})
	add("karin", "ListRetentionMarks", nil)
	add("karin", "SetRetentionMark", object{"kind": "placed", "reason": canary})
	add("karin", "EndRetentionMark", object{"reason": canary})
}

// disposalValues are decisions on disposal that are not to be had.
func disposalValues() []value {
	return []value{
		{"SetDisposalSetting", "years", 7, invalid, "/years"},
		{"SetDisposalSetting", "sample", "none", invalid, "/bornOnDays"},
		{"SetDisposalSetting", "sample", "all", invalid, "/bornOnDays"},
		{"SetDisposalSetting", "secrecyClass", "health", invalid, "/years"},
		{"SetDisposalSetting", "secrecyClass", "school", invalid, "/years"},
	}
}
