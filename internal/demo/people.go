package demo

import (
	"slices"
	"sync"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/person/persontest"
)

// Post is a role at a unit.
type Post struct{ Role, Unit string }

// Person is somebody one can sign in as.
type Person struct {
	Key   string
	Name  string
	Kind  string // staff, guardian or child
	Posts []Post // staff: one, or several to choose between
	Birth civil.Date
	// Number is a guardian's or child's personnummer.
	Number string
}

// Staff lists the members of staff; Citizens the guardians and children with an e-identification.
var (
	Staff    = slices.Concat(nearStaff, farStaff)
	Citizens = slices.Concat(nearCitizens, farCitizens)

	nearStaff = []Person{
		staff("karin", "Karin Lund", Post{"caseworker", "bou1"}),
		staff("kim", "Kim Berg", Post{"unit-manager", "bou1"}),
		staff("agnes", "Agnes Holm", Post{"administrator", "bou1"}),
		staff("disa", "Disa Ek", Post{"data-protection-officer", "bou1"}),
		staff("sam", "Sam Nyström", Post{"system-administrator", "bou1"}),
		staff("liv", "Liv Sand", Post{"caseworker", "bou2"}),
		staff("tove", "Tove Dahl", Post{"caseworker", "bou2"}, Post{"caseworker", "rf"}),
		staff("bo", "Bo Ström", Post{"caseworker", "fs"}),
		staff("fia", "Fia Hed", Post{"unit-manager", "fs"}),
		staff("cilla", "Cilla Borg", Post{"caseworker", "boc"}),
		staff("ola", "Ola Öman", Post{"unit-manager", "boc"}),
		staff("rolf", "Rolf Ask", Post{"unit-manager", "hs"}),
		staff("lena", "Lena Björk", Post{"caseworker", "hs"}),
		staff("siv", "Siv Alm", Post{"caseworker", "emi"}),
		staff("per", "Pär Vik", Post{"unit-manager", "solrosen"}),
		staff("moa", "Moa Falk", Post{"meeting-leader", "sos"}),
		staff("mats", "Mats Rosén", Post{"unit-manager", "sos"}),
		staff("bea", "Bea Sjö", Post{"caseworker", "bup"}),
		staff("bibi", "Bibi Lind", Post{"unit-manager", "bup"}),
		staff("vera", "Vera Ängh", Post{"caseworker", "bvc"}),
		staff("ulf", "Ulf Kvist", Post{"caseworker", "uph"}),
		staff("rut", "Rut Åberg", Post{"system-administrator", "bup"}),
		staff("ronja", "Ronja Hav", Post{"caseworker", "ro-bof"}),
		staff("roland", "Roland Sund", Post{"unit-manager", "ro-bof"}),
		staff("sara", "Sara Nilsby", Post{"caseworker", "ro-skola"}),
		staff("kajsa", "Kajsa Trossö", Post{"caseworker", "ka-bof"}),
		staff("kent", "Kent Lyckeby", Post{"unit-manager", "ka-bof"}),
		staff("asta", "Asta Räk", Post{"analyst", "boc"}),
		staff("arne", "Arne Lind", Post{"archivist", "bou1"}),
		staff("arvid", "Arvid Norén", Post{"archivist", "bou2"}),
		staff("alma", "Alma Rask", Post{"archivist", "bup"}),
	}
	nearCitizens = []Person{
		citizen("amir", "Amir Haddad", "guardian", "1982-03-11", 1),
		citizen("eva", "Eva Haddad", "guardian", "1984-09-02", 0),
		citizen("lo", "Lo Haddad", "child", "2011-05-14", 2),
		citizen("samira", "Samira Nouri", "guardian", "1989-12-24", 4),
		citizen("nour", "Nour Nouri", "child", "2013-02-03", 6),
		citizen("anna", "Anna Grip", "guardian", "1990-06-18", 8),
		citizen("alva", "Alva Grip", "child", "2016-08-30", 10),
		citizen("sten", "Sten Udd", "guardian", "1979-01-07", 3),
		citizen("sixten", "Sixten Udd", "child", "2012-11-21", 5),
		citizen("mia", "Mia Ros", "guardian", "1986-04-04", 12),
		citizen("milo", "Milo Ros", "child", "2010-10-10", 7),
		citizen("tuva", "Tuva Ros", "child", "2014-07-01", 14),
		citizen("ida", "Ida Ros", "child", "2009-03-15", 16),
		citizen("siri", "Siri Wik", "guardian", "1983-06-06", 16),
		citizen("hedda", "Hedda Wik", "child", "2011-01-20", 8),
		citizen("olle", "Olle Wik", "child", "2013-09-12", 11),
		citizen("tyra", "Tyra Ask", "guardian", "1988-05-05", 18),
		citizen("vide", "Vide Ask", "guardian", "1985-02-17", 9),
		citizen("saga", "Saga Ask", "child", "2012-08-08", 18),
	}
)

func staff(key, name string, posts ...Post) Person {
	return Person{Key: key, Name: name, Kind: "staff", Posts: posts}
}

func citizen(key, name, kind, birth string, serial int) Person {
	d := civil.MustParse(birth)
	return Person{Key: key, Name: name, Kind: kind, Birth: d, Number: persontest.TestNumber(d, serial)}
}

// Near lists the people of the first two places, of whom most stories tell.
func Near() []Person { return slices.Concat(nearStaff, nearCitizens) }

// People lists everybody one can sign in as, staff first.
func People() []Person { return slices.Concat(Staff, Citizens) }

// byKey is made once: tests look somebody up for every request.
var byKey = sync.OnceValue(func() map[string]Person {
	all := map[string]Person{}
	for _, p := range People() {
		all[p.Key] = p
	}
	return all
})

// FindPerson gives a person by key.
func FindPerson(key string) (Person, bool) {
	p, found := byKey()[key]
	return p, found
}

// Find gives a person by key; it panics on a key that the county does not know.
func Find(key string) Person {
	p, found := FindPerson(key)
	if !found {
		panic("demo: nobody is called " + key)
	}
	return p
}

// Subject is what the staff issuer calls a member of staff.
func (p Person) Subject() string { return p.Key + "@samplan.example" }

// PersonID is the id of a member of staff; a citizen's is made when a service first registers them.
func (p Person) PersonID() id.Person { return id.PersonOf(named("person", p.Key)) }

// AssignmentID is the id of a member of staff's assignment at a unit.
func (p Person) AssignmentID(unit string) id.Assignment {
	return id.AssignmentOf(named("assignment", p.Key+"/"+unit))
}
