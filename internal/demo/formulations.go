package demo

import (
	"context"
	"database/sql"
	"fmt"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
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
	var isDue bool
	if err := owner.QueryRowContext(ctx, `SELECT NOT EXISTS (SELECT FROM case_file WHERE unit_id = $1) AND EXISTS (
	    SELECT FROM assignment a JOIN unit_place u ON u.unit_id = a.unit_id AND u.valid @> $3::date
	     WHERE a.unit_id = $1 AND a.person_id = $2 AND a.valid @> $3::date)`,
		UnitID("ka-bof"), Find("kajsa").PersonID(), t.day.String()).Scan(&isDue); err != nil {
		return fmt.Errorf("look at formulations: %w", err)
	}
	for n, f := range formulations {
		if isDue {
			t.note("kajsa", t.unnamed("kajsa", n, civil.MustParse(f.birth)), "sip", f.draft)
		}
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

// unnamed opens a case about a child that plays no part in any story.
func (t *teller) unnamed(by string, n int, birth civil.Date) (kid id.Person) {
	t.as(by, "RegisterChild", func(ctx context.Context, a access.Actor) error {
		number, err := person.ParseIdentifier(person.Personnummer, persontest.TestNumber(birth, 0), a.Today())
		if err != nil {
			return err
		}
		made, err := t.w.Children.Register(ctx, a, person.Registration{
			Details: person.Details{Name: person.NewName("Barn", fmt.Sprintf("Exempel %d", n+1)), Protection: person.NoProtection}, Identifier: number, BirthDate: birth, Reason: text("Ansökan om stöd"),
		})
		kid = made.ID
		return err
	})
	return kid
}
