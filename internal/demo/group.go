package demo

import "samplan/internal/id"

// Seat is a place in a collaboration group: whose, for which unit, as what, until which day.
type Seat struct{ Person, Unit, Function, Title, To string }

// Group is a collaboration group of the county.
type Group struct {
	Key, Principal, Name, Level, Above string
	Seats                              []Seat
	Kind                               string // of a forum; as the level says when empty
}

// Groups are the collaboration groups of the county. In Hisingen somebody leaves at the end of 2020.
var Groups = []Group{
	{"gbg-omradet", "vgr", "Styrgruppen i Göteborgsområdet", "county", "", []Seat{
		{"bibi", "bup", "chair", "Barn- och ungdomspsykiatri", ""}, {"mats", "sos", "secretary", "Samverkan och stöd", ""},
	}, ""},
	{"hisingen", "goteborg", "Lokala samverkansgruppen Hisingen", "local", "gbg-omradet", []Seat{
		{"kim", "bou1", "chair", "Barn och unga", ""},
		{"liv", "bou2", "member", "Barn och unga", ""},
		{"moa", "sos", "secretary", "Samverkan och stöd", ""},
		{"rolf", "hs", "member", "Rektorerna", ""},
		{"bea", "bup", "member", "Barn- och ungdomspsykiatri", ""},
		{"vera", "bvc", "member", "Barnhälsovården", "2020-12-31"},
	}, ""},
	{"karlskrona", "karlskrona", "Lokala samverkansgruppen Karlskrona", "local", "", []Seat{
		{"kent", "ka-bof", "chair", "Barn och familj", ""},
		{"kajsa", "ka-bof", "secretary", "Barn och familj", ""},
		{"signe", "ka-skola", "member", "Skolorna", ""},
	}, ""},
	{"ronneby", "ronneby", "Lokala samverkansgruppen Ronneby", "local", "", []Seat{
		{"roland", "ro-bof", "chair", "Barn och familj", ""}, {"sara", "ro-skola", "member", "Skolorna", ""},
	}, ""},
	{"sspf-hisingen", "goteborg", "SSPF Hisingen", "local", "", []Seat{
		{"karin", "bou1", "chair", "Socialtjänsten", ""},
		{"liv", "bou2", "member", "Socialtjänsten", ""},
		{"lena", "hs", "secretary", "Skolan", ""},
		{"bea", "bup", "member", "Barn- och ungdomspsykiatri", ""},
		{"petra", "an-polis", "member", "Polisen", ""},
	}, "sspf"},
	{"sspf-angered", "goteborg", "SSPF Angered", "local", "", []Seat{
		{"nadja", "an-ens", "chair", "Socialtjänsten", ""},
		{"sofia", "an-skola", "member", "Skolan", ""},
		{"fredrik", "an-fritid", "member", "Fritid", ""},
		{"petra", "an-polis", "member", "Polisen", ""},
	}, "sspf"},
	{"fossam", "gotland", "Fossam", "local", "", []Seat{
		{"ivar", "go-barn", "chair", "Socialtjänsten", ""},
		{"elin", "go-elev", "secretary", "Elevhälsan", ""},
		{"harald", "go-skola", "member", "Rektorerna", ""},
		{"rakel", "go-fsk", "member", "Förskolan", ""},
		{"majken", "go-fam", "member", "Familjestödet", ""},
		{"botvid", "go-linje", "member", "Första linjen", ""},
		{"ylva", "go-bup", "member", "Barn- och ungdomspsykiatri", ""},
	}, "fossam"},
}

// GroupID gives the id of a collaboration group by its key.
func GroupID(key string) id.Group { return id.GroupOf(named("group", key)) }

func (g Group) kind() string {
	switch {
	case g.Kind != "":
		return g.Kind
	case g.Level == "county":
		return "steering"
	}
	return "local"
}

// MemberID gives the id of a seat.
func (g Group) MemberID(s Seat) id.Member {
	return id.MemberOf(named("group-member", g.Key+"/"+s.Person))
}

func (l *loader) groups() {
	for _, g := range Groups {
		var above any
		if g.Above != "" {
			above = GroupID(g.Above)
		}
		l.exec(`INSERT INTO collaboration_group (id, principal_id, name, level, above_id, kind) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
			GroupID(g.Key), PrincipalID(g.Principal), g.Name, g.Level, above, g.kind())
		for _, s := range g.Seats {
			l.exec(`INSERT INTO group_member (id, group_id, unit_id, person_id, function, title, valid)
			        VALUES ($1, $2, $3, $4, $5, $6, daterange($7::date, nullif($8, '')::date, '[]')) ON CONFLICT DO NOTHING`,
				g.MemberID(s), GroupID(g.Key), UnitID(s.Unit), Find(s.Person).PersonID(), s.Function, s.Title, Began, s.To)
		}
	}
}
