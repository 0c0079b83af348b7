package demo

import (
	"context"
	"database/sql"
	"fmt"

	"samplan/internal/civil"
	"samplan/internal/person"
	"samplan/internal/person/persontest"
	"samplan/internal/plan"
)

// formulations are how the social services in Karlskrona wrote in the last half-year, one of a child: some one can evaluate, some not.
var formulations = []struct {
	birth string
	draft plan.Draft
}{
	{"2013-02-11", goal("barnet kommer till skolan minst fyra dagar i veckan före sportlovet", "short")},
	{"2014-05-03", goal("det ska fungera bättre hemma", "long")},
	{"2015-09-21", goal("barnet säger själv att det sover hela natten minst fem nätter i veckan", "short")},
	{"2016-01-17", intervention("stödsamtal", "samtal varannan vecka under våren, först hemma och sedan på enheten", "parties", "")},
	{"2017-04-08", goal("barnet har en fritidssyssla som det har valt självt", "long")},
	{"2018-08-30", intervention("familjestöd", "stöd till familjen vid behov", "parties", "")},
}

// LoadFormulations lets the social services in Karlskrona write goals and interventions in the half-year before today, when they have
// written none: a sample is of a half-year that is over, and never of few.
func LoadFormulations(ctx context.Context, owner *sql.DB, w World, today civil.Date) error {
	t := &teller{ctx: ctx, w: w, day: lastSpringOrAutumn(today)}
	isDue, err := isNew(ctx, owner, "case_file", "kajsa", "ka-bof", t.day)
	if err != nil || !isDue {
		return err
	}
	for n, f := range formulations {
		born := civil.MustParse(f.birth)
		child := Person{Name: fmt.Sprintf("Barn Exempel %d", n+1), Number: persontest.TestNumber(born, 0), Birth: born}
		t.note("kajsa", t.open("kajsa", child, person.NoProtection), "sip", f.draft)
	}
	return t.err
}

// lastSpringOrAutumn is a day of the half-year before that of another.
func lastSpringOrAutumn(today civil.Date) civil.Date {
	first := civil.New(today.Year(), 1, 1)
	if summer := first.AddMonths(6); !today.Before(summer) {
		first = summer
	}
	return first.AddMonths(-3)
}
