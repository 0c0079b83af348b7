package demo

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/consent"
	"samplan/internal/id"
	"samplan/internal/meeting"
	"samplan/internal/person"
	"samplan/internal/plan"
)

var (
	errNoCall   = errors.New("no call waits for the unit")
	errHalfTold = errors.New("the county was left while its stories were being told: start again with --fresh")
)

// LoadStories lets the people of the county do what they did in the autumn of 2020. A county that has plans is left as
// it is.
func LoadStories(ctx context.Context, owner *sql.DB, w World) error {
	var begun, done bool
	if err := owner.QueryRowContext(ctx, "SELECT EXISTS (SELECT FROM case_file), EXISTS (SELECT FROM plan WHERE status = 'declined')").
		Scan(&begun, &done); err != nil {
		return fmt.Errorf("look at the county: %w", err)
	}
	if done { // the last act of the last story
		return nil
	}
	if begun {
		return errHalfTold
	}
	t := &teller{ctx: ctx, w: w}
	t.lo()
	t.nour()
	t.childHealth()
	t.alva()
	t.sixten()
	t.wik()
	t.ros()
	if t.err != nil {
		return fmt.Errorf("tell the stories: %w", t.err)
	}
	return nil
}

// lo: nine years old, with a case at Barn och unga 1 and support from Funktionsstöd. The school called the meeting, and a
// neutral leader led it. The plan is established before the reorganisation.
func (t *teller) lo() {
	t.on("2020-09-14")
	kid := t.register("lena", "lo", person.NoProtection, "amir", "eva")
	t.register("karin", "lo", person.NoProtection, "amir", "eva")
	t.register("bo", "lo", person.NoProtection, "amir", "eva")
	p := t.note("lena", kid, "sip", goal("Lo trivs i skolan och orkar hela veckan", "long"))
	t.step("lena", p, "informed", "consenting")
	t.on("2020-09-21")
	t.agreeToPlan("lena", kid, "amir", "eva")
	t.step("lena", p, "preparing")
	t.summon("lena", p, words("digital", "Skolan, socialtjänsten och vården gör mycket för Lo, var för sig.", "Vem gör vad, så att Lo orkar hela veckan?",
		"Lo trivs i skolan och orkar hela veckan"),
		invitee{"bou1", "Vad kan familjen få för stöd hemma?", "karin", "karin"},
		invitee{"fs", "Hur kan korttidsvistelsen läggas?", "bo", "bo"},
		invitee{"bup", "Hur fortsätter samtalen?", "bibi", "bea"},
		invitee{"sos", "Kan ni leda mötet?", "mats", "moa"})
	t.on("2020-10-05")
	t.agree("lena", shareForLo(kid), "amir", "eva")
	t.loItems(p)
	t.step("lena", p, "called")
	t.gather("lena", p, meeting.Booking{
		Way: meeting.Ways.Must("digital"), Link: text("https://mote.example/lo"), Leaders: []id.Person{Find("moa").PersonID()},
	}, "karin", "bo", "bea", "moa")
	t.step("lena", p, "met")
	t.establish(p, "lena", "karin", "bo", "bea", "moa")
}

// shareForLo: the school, social services and child psychiatry share what the plan says; notes stay where they are.
func shareForLo(kid id.Person) consent.Draft {
	d := consent.Draft{Child: kid, Kind: consent.ToShare, Purpose: text("Att genomföra planen tillsammans"), ValidTo: civil.MustParse("2030-12-31")}
	domains := []string{"vh-school", "vh-social", "bup", "vh-preschool"}
	for _, from := range domains {
		for _, to := range domains {
			if from != to {
				d.Scopes = append(d.Scopes, scope(from, to, "goals", "interventions", "child-voice", "participation"))
			}
		}
	}
	return d
}

func (t *teller) loItems(p id.Plan) {
	t.add("lena", p, intervention("Anpassad studiegång", "Kortare dagar onsdag och fredag under hösten.", "family", ""))
	t.add("lena", p, goal("Lo är i skolan minst fyra dagar i veckan", "short"))
	t.add("karin", p, intervention("Familjebehandling", "Stöd i hemmet en gång i veckan av Resursenheten Familj.", "family", ""))
	t.add("karin", p, intervention("Utredning av familjens situation", "Pågår enligt socialtjänstlagen.", "parties", "family-situation"))
	t.add("karin", p, note("Mamma vill bli ringd efter klockan 16."))
	t.add("bo", p, intervention("Korttidsvistelse", "En helg i månaden.", "family", ""))
	t.add("bo", p, intervention("Behov av stöd i vardagen", "Behöver bildstöd och tydliga övergångar.", "parties", "support-needs"))
	t.add("bo", p, note("Beslutet omprövas i maj."))
	t.add("bea", p, intervention("Samtalskontakt", "Varannan vecka på BUP Hisingen.", "family", ""))
	t.add("bea", p, intervention("Medicinsk bedömning", "Utredning hos läkare.", "parties", "health"))
	t.as("lo", "AddMyChildView", func(ctx context.Context, a access.Actor) error {
		_, err := t.w.Plans.AddChildView(ctx, a, p, plan.Draft{
			Kind: plan.ChildViewKind, Visibility: plan.ForFamily,
			Words: plan.Words{Body: text("Jag vill ha någon att vara med på rasten."), Form: plan.Forms.Must("written")},
		})
		return err
	})
}

// establish fills what the law asks, lets every party confirm, sets the plan and dispatches it.
func (t *teller) establish(p id.Plan, lead string, parties ...string) {
	t.on("2020-10-19")
	t.as(lead, "ChangePlan", func(ctx context.Context, a access.Actor) error {
		v, err := t.w.Plans.View(ctx, a, p)
		if err != nil {
			return err
		}
		_, err = t.w.Plans.Change(ctx, a, p, v.Tag(), plan.Frame{
			OverallResponsible: PrincipalID("goteborg"), NoOtherActors: true, ChildParticipation: plan.Participations.Must("present"),
			NextFollowUpOn: civil.MustParse("2021-02-01"), NextFollowUpUnit: a.Unit(),
		})
		return err
	})
	for _, y := range parties {
		t.as(y, "ConfirmPlan", func(ctx context.Context, a access.Actor) error {
			_, err := t.w.Plans.Confirm(ctx, a, p)
			return err
		})
	}
	t.as(lead, "EstablishPlan", func(ctx context.Context, a access.Actor) error {
		_, err := t.w.Plans.Establish(ctx, a, p, t.day)
		return err
	})
	t.as(lead, "DispatchPlan", func(ctx context.Context, a access.Actor) error {
		_, err := t.w.Plans.Dispatch(ctx, a, p)
		return err
	})
}

// nour lives with a confidentiality marking; the family is informed.
func (t *teller) nour() {
	t.on("2020-10-12")
	kid := t.register("karin", "nour", person.ConfidentialityMarked, "samira")
	p := t.note("karin", kid, "sip", goal("Nour har en trygg vardag", "long"))
	t.step("karin", p, "informed")
}

// alva is four; the child health nurse coordinates a Barnets plan and asks for consent.
func (t *teller) alva() {
	t.on("2020-11-02")
	kid := t.register("vera", "alva", person.NoProtection, "anna")
	p := t.note("vera", kid, "barnets-plan", goal("Alva pratar så att kompisarna förstår", "long"))
	t.step("vera", p, "informed", "consenting")
	t.as("vera", "AddChildView", func(ctx context.Context, a access.Actor) error {
		_, err := t.w.Plans.AddChildView(ctx, a, p, plan.Draft{
			Kind: plan.ChildViewKind, Visibility: plan.ForFamily,
			Words: plan.Words{Body: text("Jag vill leka affär med Olle."), Form: plan.Forms.Must("drawn")},
		})
		return err
	})
}

// sixten: the school has noted a need; nobody has told the family yet.
func (t *teller) sixten() {
	t.on("2020-11-09")
	kid := t.register("lena", "sixten", person.NoProtection, "sten")
	t.note("lena", kid, "sip", goal("Sixten kommer till skolan", "long"))
}

// ros: three siblings, each with a plan that has come a different way.
func (t *teller) ros() {
	t.on("2020-11-16")
	milo := t.register("karin", "milo", person.NoProtection, "mia")
	prepared := t.note("karin", milo, "sip", goal("Milo sover hemma", "short"))
	t.step("karin", prepared, "informed", "consenting")
	t.agreeToPlan("karin", milo, "mia")
	t.step("karin", prepared, "preparing")

	tuva := t.register("karin", "tuva", person.NoProtection, "mia")
	met := t.note("karin", tuva, "sip", goal("Tuva har en fritid", "short"))
	t.step("karin", met, "informed", "consenting")
	t.agreeToPlan("karin", tuva, "mia")
	t.step("karin", met, "preparing")
	t.summon("karin", met, words("place", "Tuva behöver en fritid som håller.", "Vad vill Tuva göra?", "Tuva har en fritid"),
		invitee{"fs", "Vad kan ni erbjuda?", "bo", "bo"})
	t.step("karin", met, "called")
	t.gather("karin", met, meeting.Booking{Way: meeting.Ways.Must("place"), Place: text("Barn och unga 1")}, "karin", "bo")
	t.step("karin", met, "met")

	ida := t.register("liv", "ida", person.NoProtection, "mia")
	declined := t.note("liv", ida, "sip")
	t.step("liv", declined, "informed")
	t.decline("liv", declined, "vårdnadshavaren", "Familjen har redan det stöd den vill ha.")
}
