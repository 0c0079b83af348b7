package access

import (
	"samplan/internal/civil"
	"samplan/internal/id"
)

// Role is what somebody acts as; the set is that of policy/roles.csv.
type Role struct{ name string }

// The roles. Citizen stands for guardian and child, whose reaches tell them apart plan by plan.
var (
	Caseworker  = Role{"caseworker"}
	UnitManager = Role{"unit-manager"}
	Admin       = Role{"administrator"}
	Leader      = Role{"meeting-leader"}
	DPO         = Role{"data-protection-officer"}
	SystemAdmin = Role{"system-administrator"}
	Analyst     = Role{"analyst"}
	Archivist   = Role{"archivist"}
	Citizen     = Role{"citizen"}
	System      = Role{"system"} // a client that acts for nobody
	guardian    = Role{"guardian"}
	child       = Role{"child"}
	unassigned  = Role{"unassigned"}
	staffRoles  = []Role{Caseworker, UnitManager, Admin, Leader, DPO, SystemAdmin, Analyst, Archivist}
	allRoles    = append([]Role{Citizen, System, guardian, child, unassigned}, staffRoles...)
	rolesByName = indexRoles()
)

func indexRoles() map[string]Role {
	m := make(map[string]Role, len(allRoles))
	for _, r := range allRoles {
		m[r.name] = r
	}
	return m
}

// String gives the role's name in the policy.
func (r Role) String() string { return r.name }

// RoleNamed finds a role; an unknown name gives a role that may do nothing.
func RoleNamed(name string) Role {
	if r, ok := rolesByName[name]; ok {
		return r
	}
	return unassigned
}

// Post is where an actor of kind staff stands: one assignment, its unit, and the secrecy domain the unit lies in today.
type Post struct {
	Assignment id.Assignment
	Role       Role
	Unit       id.Unit
	Branch     id.Branch
	Class      Class
}

// Actor is the one who asks, under exactly one assignment or as a citizen. Its fields are private: identity made it.
type Actor struct {
	person  id.Person
	name    string
	post    Post
	today   civil.Date
	request id.Request
	client  id.Client // through which the actor came, or zero
	scopes  Scopes    // of that client
}

// NewStaff makes an actor of kind staff. A zero post is a member of staff who has not said which assignment counts.
// Only the door and tests may call it (internal/arch checks).
func NewStaff(person id.Person, name string, post Post, today civil.Date, request id.Request) Actor {
	if post.Assignment.IsZero() {
		post.Role = unassigned
	}
	return Actor{person: person, name: name, post: post, today: today, request: request}
}

// NewCitizen makes a guardian or child; the person may be zero, one of whom no service has told Samplan.
// Only the door and tests may call it.
func NewCitizen(person id.Person, today civil.Date, request id.Request) Actor {
	return Actor{person: person, post: Post{Role: Citizen}, today: today, request: request}
}

// NewSystem makes a client that acts for nobody. Only the door and tests may call it.
func NewSystem(today civil.Date, request id.Request) Actor {
	return Actor{post: Post{Role: System}, today: today, request: request}
}

// Through says that the actor came through a client, whose scopes then bound what may be done. It only ever takes away.
func (a Actor) Through(client id.Client, s Scopes) Actor {
	a.client, a.scopes = client, s
	return a
}

// Client is the client through which the actor came; zero when it came by itself.
func (a Actor) Client() id.Client { return a.client }

// Person is who asks.
func (a Actor) Person() id.Person { return a.person }

// Name is the name of a member of staff.
func (a Actor) Name() string { return a.name }

// Assignment is the assignment acted under; zero for citizens.
func (a Actor) Assignment() id.Assignment { return a.post.Assignment }

// Role is what the actor acts as.
func (a Actor) Role() Role { return a.post.Role }

// Unit is where the actor works; zero for citizens.
func (a Actor) Unit() id.Unit { return a.post.Unit }

// Branch is the secrecy domain of that unit today.
func (a Actor) Branch() id.Branch { return a.post.Branch }

// Class is the secrecy class of that unit.
func (a Actor) Class() Class { return a.post.Class }

// Today is the Swedish calendar day of the request.
func (a Actor) Today() civil.Date { return a.today }

// Request is the request the actor came with.
func (a Actor) Request() id.Request { return a.request }

// IsCitizen tells whether the actor came as a guardian or child.
func (a Actor) IsCitizen() bool { return a.post.Role == Citizen }

// IsSystem tells whether the actor is a client that acts for nobody.
func (a Actor) IsSystem() bool { return a.post.Role == System }

// isBounded tells whether the scopes of the client through which the actor came leave an operation out.
func (a Actor) isBounded(operation string) bool {
	return (a.IsSystem() || !a.client.IsZero()) && !a.scopes.Cover(operation)
}
