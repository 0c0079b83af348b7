package access

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/id"
)

// TestScopesOpenNoCompartment: what a scope names exists, and is for one kind of people, or for systems alone; compartments, emergencies
// and what decides about a principal are closed to every client.
func TestScopesOpenNoCompartment(t *testing.T) {
	t.Parallel()
	named := map[string]bool{}
	for _, s := range scopes {
		for _, name := range s.operations {
			o, known := Operations[name]
			if !known || o.Compartment || o.Public || o.system != (s.name == "events") || named[name] {
				t.Errorf("%s opens %s: known %v, %+v, named twice %v", s.name, name, known, o, named[name])
			}
			if o.family != (s.name[:3] == "my-") {
				t.Errorf("%s opens %s, which is for others", s.name, name)
			}
			named[name] = true
		}
	}
	for _, name := range []string{"AskEmergency", "ListEmergencyItems", "DecideReorganisation", "RegisterClient", "ListClients", "FindChild", "ListConcernReports"} {
		if named[name] {
			t.Errorf("a client may be used to %s", name)
		}
	}
}

func TestScopesByName(t *testing.T) {
	t.Parallel()
	s, err := ParseScopes(" events  my-plans my-plans")
	if err != nil || s.String() != "my-plans events" || !slices.Equal(s.Names(), []string{"my-plans", "events"}) {
		t.Errorf("got %q, %v", s, err)
	}
	for _, text := range []string{"all", "my-plans all", "MY-PLANS", "my-plans,events"} {
		if _, err := ParseScopes(text); err == nil {
			t.Errorf("%q is taken", text)
		}
	}
	if len(ScopeNames()) != len(scopes) || Scopes(0).Cover("GetPlan") || !Scopes(0).Cover("GetOwnClient") {
		t.Error("the list is not the list")
	}
}

// TestThroughClientNeverMore: whoever comes through a client may do what both that person alone and the client's scopes allow,
// and nothing else; a client alone has nothing of any person's.
func TestThroughClientNeverMore(t *testing.T) {
	t.Parallel()
	m := matrix(t)
	var names []string
	for name := range Operations {
		names = append(names, name)
	}
	slices.Sort(names)
	people := []Actor{NewCitizen(id.NewPerson(), civil.Date{}, id.Request{}), NewStaff(id.NewPerson(), "Karin", Post{}, civil.Date{}, id.Request{})}
	for _, r := range staffRoles {
		people = append(people, staff(r))
	}
	rapid.Check(t, func(t *rapid.T) {
		bounds := Scopes(rapid.Uint32Range(0, 1<<len(scopes)-1).Draw(t, "scopes"))
		a := rapid.SampledFrom(people).Draw(t, "person")
		name := rapid.SampledFrom(names).Draw(t, "operation")
		o := Operations[name]
		through := m.May(a.Through(id.NewClient(), bounds), name)
		if want := o.Public || m.May(a, name) && bounds.Cover(name); through != want {
			t.Errorf("%s with %s: may %s %v, want %v", a.Role(), bounds, name, through, want)
		}
		alone := m.May(NewSystem(civil.Date{}, id.Request{}).Through(id.NewClient(), bounds), name)
		if alone && !o.Public && !o.system {
			t.Errorf("a client alone may %s", name)
		}
	})
}
