package demo

import (
	"github.com/google/uuid"

	"samplan/internal/id"
)

// Reorganisation is the day on which the district boards were gone and Funktionsstöd left social services.
const Reorganisation = "2021-01-01"

// space makes ids that are the same in every county, so that a page can name them.
var space = uuid.MustParse("5a3d1f0e-6c1b-4d52-9d0a-2d5e8a1f7c01")

func named(kind, key string) uuid.UUID { return uuid.NewSHA1(space, []byte(kind+"/"+key)) }

// UnitID gives the id of a unit by its key.
func UnitID(key string) id.Unit { return id.UnitOf(named("unit", key)) }

// BranchID gives the id of a secrecy domain by its key.
func BranchID(key string) id.Branch { return id.BranchOf(named("branch", key)) }

// AuthorityID gives the id of an authority by its key.
func AuthorityID(key string) id.Authority { return id.AuthorityOf(named("authority", key)) }

// PrincipalID gives the id of a principal by its key.
func PrincipalID(key string) id.Principal { return id.PrincipalOf(named("principal", key)) }

type principal struct{ key, name, kind, orgNumber, code, routine, receives string }

var principals = []principal{
	{"goteborg", "Göteborgs Stad", "municipality", "2120001355", "1480", "vastbus", "bou1"},
	{"vgr", "Västra Götalandsregionen", "region", "2321000131", "", "vastbus", "bup"},
	{"uph", "Ungas psykiska hälsa Hisingen AB", "independent", "", "", "", ""},
	// The county's second place: two municipalities beside each other, for what happens between them.
	{"karlskrona", "Karlskrona kommun", "municipality", "2120000829", "1080", "att-vaxa-upp", "ka-bof"},
	{"ronneby", "Ronneby kommun", "municipality", "2120000813", "1081", "att-vaxa-upp", "ro-bof"},
	// The fourth: Barnets plan. The fifth, Angered, lies in the first's city, with the police beside.
	{"vaxjo", "Växjö kommun", "municipality", "2120000662", "0780", "kronobarn", ""},
	{"kronoberg", "Region Kronoberg", "region", "2321000065", "", "kronobarn", ""},
	{"polisen", "Polismyndigheten", "state", "2021000076", "", "", ""},
	// Beside the second's municipalities lies their region. The third is municipality and region at once.
	{"blekinge", "Region Blekinge", "region", "2321000081", "", "att-vaxa-upp", "bl-evi"},
	{"gotland", "Region Gotland", "both", "2120000803", "0980", "gotland", "go-barn"},
}

type authority struct{ key, principal, name string }

var authorities = []authority{
	{"vh", "goteborg", "Stadsdelsnämnden Västra Hisingen"},
	{"sh", "goteborg", "Socialnämnd Hisingen"},
	{"nf", "goteborg", "Nämnden för funktionsstöd"},
	{"ce", "goteborg", "Socialnämnd Centrum"},
	{"gn", "goteborg", "Grundskolenämnden"},
	{"fn", "goteborg", "Förskolenämnden"},
	{"hsn", "vgr", "Hälso- och sjukvårdsnämnden"},
	{"uph", "uph", "Ungas psykiska hälsa"},
	{"ka-sn", "karlskrona", "Socialnämnden i Karlskrona"},
	{"ro-sn", "ronneby", "Socialnämnden i Ronneby"},
	{"ro-un", "ronneby", "Utbildningsnämnden i Ronneby"},
	{"vx-nf", "vaxjo", "Nämnden för arbete och välfärd"},
	{"vx-un", "vaxjo", "Utbildningsnämnden i Växjö"},
	{"kr-hsn", "kronoberg", "Hälso- och sjukvårdsnämnden i Kronoberg"},
	{"no", "goteborg", "Socialnämnd Nordost"},
	{"ub", "goteborg", "Utbildningsnämnden"},
	{"io", "goteborg", "Idrotts- och föreningsnämnden"},
	{"polisen", "polisen", "Polismyndigheten"},
	{"ka-kn", "karlskrona", "Kunskapsnämnden i Karlskrona"},
	{"ka-in", "karlskrona", "Nämnden för kultur och fritid i Karlskrona"},
	{"bl-hsn", "blekinge", "Hälso- och sjukvårdsnämnden i Blekinge"},
	{"go-bun", "gotland", "Barn- och utbildningsnämnden"},
	{"go-sn", "gotland", "Socialnämnden på Gotland"},
	{"go-hsn", "gotland", "Hälso- och sjukvårdsnämnden på Gotland"},
}

type branch struct{ key, authority, name string }

var branches = []branch{
	{"vh-social", "vh", "Individ- och familjeomsorg och funktionsstöd"},
	{"vh-school", "vh", "Grundskola"},
	{"vh-emi", "vh", "Elevhälsans medicinska insats"},
	{"vh-preschool", "vh", "Förskola"},
	{"sh-social", "sh", "Barn och familj"},
	{"nf-support", "nf", "Funktionsstöd"},
	{"ce-social", "ce", "Barn och familj"},
	{"gn-school", "gn", "Grundskola"},
	{"gn-emi", "gn", "Elevhälsans medicinska insats"},
	{"fn-preschool", "fn", "Förskola"},
	{"bup", "hsn", "Barn- och ungdomspsykiatri"},
	{"primary", "hsn", "Primärvård och barnhälsovård"},
	{"dental", "hsn", "Folktandvård"},
	{"uph", "uph", "Ungas psykiska hälsa"},
	{"ka-social", "ka-sn", "Barn och familj"},
	{"ro-social", "ro-sn", "Barn och familj"},
	{"ro-school", "ro-un", "Grundskola"},
	{"vx-social", "vx-nf", "Barn och familj"},
	{"vx-preschool", "vx-un", "Förskola"},
	{"vx-school", "vx-un", "Grundskola"},
	{"kr-primary", "kr-hsn", "Primärvård och barnhälsovård"},
	{"kr-speech", "kr-hsn", "Logopedi"},
	{"an-social", "no", "Individ- och familjeomsorg"},
	{"an-school", "ub", "Gymnasieskola"},
	{"an-leisure", "io", "Fritid"},
	{"police", "polisen", "Lokalpolisområde Nordost"},
	{"ka-support", "ka-sn", "Funktionsstöd"},
	{"ka-preschool", "ka-kn", "Förskola"},
	{"ka-school", "ka-kn", "Grundskola"},
	{"ka-health", "ka-kn", "Lärande och hälsa"},
	{"ka-leisure", "ka-in", "Fritid"},
	{"bl-first", "bl-hsn", "En väg in"},
	{"bl-bup", "bl-hsn", "Barn- och ungdomspsykiatri"},
	{"bl-hab", "bl-hsn", "Habilitering"},
	{"bl-youth", "bl-hsn", "Ungdomsmottagning"},
	{"go-preschool", "go-bun", "Förskola"},
	{"go-school", "go-bun", "Grundskola"},
	{"go-health", "go-bun", "Elevhälsa"},
	{"go-social", "go-sn", "Individ- och familjeomsorg"},
	{"go-first", "go-hsn", "Första linjen"},
	{"go-bup", "go-hsn", "Barn- och ungdomspsykiatri"},
}

// unit is where people work: its secrecy domain until the reorganisation and from it on.
type unit struct{ key, name, class, before, after string }

var units = []unit{
	{"bou1", "Barn och unga 1", "ifo", "vh-social", "sh-social"},
	{"bou2", "Barn och unga 2", "ifo", "vh-social", "sh-social"},
	{"rf", "Resursenheten Familj", "ifo", "vh-social", "sh-social"},
	{"fs", "Funktionsstöd myndighet", "lss", "vh-social", "nf-support"},
	{"boc", "Barn och unga Centrum", "ifo", "ce-social", "ce-social"},
	{"hs", "Herrgårdsskolan", "school", "vh-school", "gn-school"},
	{"emi", "Elevhälsans medicinska insats, Herrgårdsskolan", "school-health-medical", "vh-emi", "gn-emi"},
	{"solrosen", "Förskolan Solrosen", "preschool", "vh-preschool", "fn-preschool"},
	{"sos", "Samverkan och stöd", "preschool", "vh-preschool", "fn-preschool"},
	{"bup", "BUP Hisingen", "health", "bup", "bup"},
	{"bvc", "Barnhälsovården Hisingen", "health", "primary", "primary"},
	{"ftv", "Folktandvården Hisingen", "health", "dental", "dental"},
	{"uph", "Ungas psykiska hälsa Hisingen", "health", "uph", "uph"},
	{"ka-bof", "Barn och familj, Karlskrona", "ifo", "ka-social", "ka-social"},
	{"ro-bof", "Barn och familj, Ronneby", "ifo", "ro-social", "ro-social"},
	{"ro-skola", "Snäckebacksskolan", "school", "ro-school", "ro-school"},
	{"vx-bvc", "Barnhälsovården Växjö", "health", "kr-primary", "kr-primary"},
	{"vx-tal", "Logopedmottagningen Växjö", "health", "kr-speech", "kr-speech"},
	{"vx-fsk", "Förskolan Lönnen", "preschool", "vx-preschool", "vx-preschool"},
	{"vx-skola", "Sjöskolan", "school", "vx-school", "vx-school"},
	{"vx-fam", "Familjestödet Växjö", "ifo", "vx-social", "vx-social"},
	{"an-ens", "Ensamkommande barn, Angered", "ifo", "an-social", "an-social"},
	{"an-skola", "Angereds gymnasieskola", "school", "an-school", "an-school"},
	{"an-fritid", "Fritid Angered", "leisure", "an-leisure", "an-leisure"},
	{"an-bup", "BUP Angered", "health", "bup", "bup"},
	{"an-polis", "Områdespolisen Angered", "police", "police", "police"},
	{"ka-fs", "Funktionsstöd, Karlskrona", "lss", "ka-support", "ka-support"},
	{"ka-fsk", "Förskolan Skäret", "preschool", "ka-preschool", "ka-preschool"},
	{"ka-skola", "Klippskolan", "school", "ka-school", "ka-school"},
	{"ka-halsa", "Lärande och hälsa, Karlskrona", "school-health-other", "ka-health", "ka-health"},
	{"ka-fritid", "Kultur och fritid, Karlskrona", "leisure", "ka-leisure", "ka-leisure"},
	{"bl-evi", "En väg in, Blekinge", "health", "bl-first", "bl-first"},
	{"bl-bup", "BUP Blekinge", "health", "bl-bup", "bl-bup"},
	{"bl-hab", "Habiliteringen Blekinge", "health", "bl-hab", "bl-hab"},
	{"bl-unga", "Ungdomsmottagningen Karlskrona", "health", "bl-youth", "bl-youth"},
	{"go-fsk", "Förskolan Rauken", "preschool", "go-preschool", "go-preschool"},
	{"go-skola", "Raukskolan", "school", "go-school", "go-school"},
	{"go-elev", "Elevhälsan Gotland", "school-health-other", "go-health", "go-health"},
	{"go-barn", "Barn och familj, Gotland", "ifo", "go-social", "go-social"},
	{"go-fam", "Familjestödsenheten Gotland", "ifo", "go-social", "go-social"},
	{"go-linje", "Första linjen Gotland", "health", "go-first", "go-first"},
	{"go-bup", "BUP Gotland", "health", "go-bup", "go-bup"},
}

// PrincipalOf gives the key of the principal of a secrecy domain.
func PrincipalOf(branch string) string {
	for _, b := range branches {
		for _, a := range authorities {
			if b.key == branch && a.key == b.authority {
				return a.principal
			}
		}
	}
	return ""
}

// UnitName gives the name of a unit by its key.
func UnitName(key string) string {
	for _, u := range units {
		if u.key == key {
			return u.name
		}
	}
	return ""
}

// UnitClass gives the secrecy class of a unit by its key.
func UnitClass(key string) string {
	for _, u := range units {
		if u.key == key {
			return u.class
		}
	}
	return ""
}
