package access

import "testing"

func TestLoad(t *testing.T) {
	t.Parallel()
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if len(m.reaches[roleRule{Caseworker, rule{"item", "read"}}]) != 2 {
		t.Errorf("caseworker reads items with %v", m.reaches[roleRule{Caseworker, rule{"item", "read"}}])
	}
	if len(m.reaches[roleRule{Citizen, rule{"item", "read"}}]) != 2 {
		t.Errorf("citizen reads items with %v", m.reaches[roleRule{Citizen, rule{"item", "read"}}])
	}
	if law, ok := m.Opens(Wall{ClassNamed("health"), ClassNamed("school"), NeedOfUnder18}); ok {
		t.Errorf("health opens to school by need: %s", law)
	}
	if law, ok := m.Opens(Wall{ClassNamed("lss"), ClassNamed("ifo"), Consent}); !ok || law == "" {
		t.Errorf("lss does not open to ifo by consent")
	}
	t.Log(len(m.reaches), len(m.walls))
}
