package store_test

import (
	"context"
	"slices"
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/consent"
	"samplan/internal/demo"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

func TestConsentIsLiveWhenBothGuardiansHaveGivenR14(t *testing.T) {
	t.Parallel()
	a := newAsking(t)
	v := a.record("karin", a.draft("oral"))
	if len(v.Givers) != 2 || v.Version != 1 || v.State(a.day) != consent.StatePending {
		t.Fatalf("asked %d, version %d, %s", len(v.Givers), v.Version, v.State(a.day))
	}
	if err := a.answer("karin", v.ID, a.amir, consent.Given, ""); err != nil {
		t.Fatal(err)
	}
	a.stands(v.ID, consent.StatePending, "karin", "lena", "amir", "eva")
	a.refused(a.answer("karin", v.ID, a.amir, consent.Refused, ""), fault.CodeAnswered)
	if err := a.answer("karin", v.ID, a.eva, consent.Given, ""); err != nil {
		t.Fatal(err)
	}
	a.stands(v.ID, consent.StateLive, "karin", "kim", "bo", "lena", "amir", "eva")
	if v, _ = a.find("karin", v.ID); v.Version != 3 {
		t.Errorf("want version 3 after two answers, got %d", v.Version)
	}
}

func TestConsentIsHiddenFromWhomItDoesNotConcern(t *testing.T) {
	t.Parallel()
	a := newAsking(t)
	c := a.given()
	a.stands(c, consent.StateLive, "rolf") // who manages a receiving unit with the case
	for _, by := range []string{"liv", "bea", "siv", "samira", "lo"} {
		_, err := a.find(by, c)
		a.refused(err, fault.CodeNotFound)
		a.refused(a.answerOwn(by, c, consent.Given), fault.CodeNotFound)
		a.refused(a.withdrawOwn(by, c), fault.CodeNotFound)
	}
	for _, by := range []string{"disa", "sam", "agnes"} {
		_, err := a.find(by, c)
		a.refused(err, fault.CodeDenied)
	}
}

func TestConsentsAreListedForAChildInReach(t *testing.T) {
	t.Parallel()
	a := newAsking(t)
	first, second := a.given(), a.record("lena", a.planDraft()).ID
	list := func(by string, p page.Page) (ids []id.Consent, total int, err error) {
		err = a.as(by, func(ctx context.Context, actor access.Actor) error {
			all, n, err := a.consents.List(ctx, actor, a.lo, p)
			for _, v := range all {
				ids = append(ids, v.ID)
			}
			total = n
			return err
		})
		return ids, total, err
	}
	for by, want := range map[string][]id.Consent{"karin": {first}, "bo": {first}, "lena": {second, first}} {
		got, total, err := list(by, page.Default)
		if err != nil || !slices.Equal(got, want) || total != len(want) {
			t.Errorf("%s: want %v, got %v of %d (%v)", by, want, got, total, err)
		}
	}
	if got, total, err := list("lena", page.Page{Number: 2, Limit: 1}); err != nil || total != 2 || !slices.Equal(got, []id.Consent{first}) {
		t.Errorf("second page: %v of %d (%v)", got, total, err)
	}
	for _, by := range []string{"liv", "bea"} {
		_, _, err := list(by, page.Default)
		a.refused(err, fault.CodeNotFound)
	}
}

func TestReceiverSeesWhatNamesItsDomainAlone(t *testing.T) {
	t.Parallel()
	a := newAsking(t)
	d := a.draft("oral")
	d.Scopes = append(d.Scopes, span("vh-social", "bup", "health"))
	v := a.record("karin", d)
	if err := a.answer("karin", v.ID, a.amir, consent.Hindered, "at sea"); err != nil {
		t.Fatal(err)
	}
	mine, err := a.find("karin", v.ID)
	if err != nil || len(mine.Scopes) != 2 || mine.Giver(a.amir).Reason.Reveal() != "at sea" {
		t.Errorf("the recorder sees %d scopes, reason %q (%v)", len(mine.Scopes), mine.Giver(a.amir).Reason.Reveal(), err)
	}
	if got := mine.Giver(a.amir).Name.Family.Reveal(); got != "as karin knows" {
		t.Errorf("the recorder sees %q", got)
	}
	theirs, err := a.find("lena", v.ID)
	if err != nil || len(theirs.Scopes) != 1 || theirs.Scopes[0].To != demo.BranchID("vh-school") {
		t.Errorf("the school sees %v (%v)", theirs.Scopes, err)
	}
	if g := theirs.Giver(a.amir); !g.Reason.IsZero() || g.Name.Family.Reveal() != "as lena knows" {
		t.Errorf("the school sees reason %q of %q", g.Reason.Reveal(), g.Name.Family.Reveal())
	}
	family, err := a.find("eva", v.ID)
	if err != nil || len(family.Scopes) != 2 || !family.Giver(a.amir).Reason.IsZero() {
		t.Errorf("a guardian sees %v (%v)", family.Scopes, err)
	}
}

func TestOnlyTheRecordingUnitAnswersAndWithdraws(t *testing.T) {
	t.Parallel()
	a := newAsking(t)
	v := a.record("karin", a.draft("oral"))
	for _, by := range []string{"bo", "lena"} {
		a.refused(a.answer(by, v.ID, a.amir, consent.Given, ""), fault.CodeDenied)
		a.refused(a.as(by, func(ctx context.Context, actor access.Actor) error {
			_, err := a.consents.Withdraw(ctx, actor, v.ID, a.amir, person.Text{})
			return err
		}), fault.CodeDenied)
	}
	a.refused(a.answer("liv", v.ID, a.amir, consent.Given, ""), fault.CodeNotFound)
	a.refused(a.answer("karin", id.NewConsent(), a.amir, consent.Given, ""), fault.CodeNotFound)
	a.refused(a.answer("karin", v.ID, a.lo, consent.Given, ""), fault.CodeInvalid)
	a.stands(v.ID, consent.StatePending, "karin")
	if got, _ := a.find("karin", v.ID); got.Version != 1 {
		t.Errorf("refused answers counted: version %d", got.Version)
	}
}

func TestByEIDOnlyTheOneAskedAnswers(t *testing.T) {
	t.Parallel()
	a := newAsking(t)
	d := a.draft("e-identification")
	d.Scopes = append(d.Scopes, span("vh-school", "vh-social", "schooling"))
	v := a.record("karin", d)
	a.refused(a.answer("karin", v.ID, a.amir, consent.Given, ""), fault.CodeDenied)
	for _, by := range []string{"amir", "eva"} {
		a.stands(v.ID, consent.StatePending, by)
		if err := a.answerOwn(by, v.ID, consent.Given); err != nil {
			t.Fatal(err)
		}
		a.refused(a.answerOwn(by, v.ID, consent.Refused), fault.CodeAnswered)
	}
	a.stands(v.ID, consent.StateLive, "karin", "lena", "amir", "eva")
	var own []consent.View
	a.must("amir", func(ctx context.Context, actor access.Actor) (err error) {
		own, _, err = a.consents.ListOwn(ctx, actor, id.Person{}, page.Default)
		return err
	})
	if len(own) != 1 || own[0].Giver(a.amir).Answer != consent.Given || len(own[0].Scopes) != 2 {
		t.Errorf("amir's own: %v", own)
	}
	a.refused(a.as("karin", func(ctx context.Context, actor access.Actor) error {
		_, _, err := a.consents.ListOwn(ctx, actor, id.Person{}, page.Default)
		return err
	}), fault.CodeNotFound)
}

func TestWithdrawalCountsAtOnceR17(t *testing.T) {
	t.Parallel()
	a := newAsking(t)
	c := a.given()
	if err := a.withdrawOwn("eva", c); err != nil {
		t.Fatal(err)
	}
	a.stands(c, consent.StateWithdrawn, "karin", "lena", "amir", "eva")
	a.refused(a.withdrawOwn("amir", c), fault.CodeConsentEnded)
	v, err := a.find("karin", c)
	if err != nil || v.WithdrawnBy != a.eva || v.WithdrawnOn != a.day || v.Version != 4 || v.InForce {
		t.Errorf("by %v on %s, version %d, in force %t (%v)", v.WithdrawnBy, v.WithdrawnOn, v.Version, v.InForce, err)
	}
}

func TestStaffRecordThatAGuardianWithdrewR17(t *testing.T) {
	t.Parallel()
	a := newAsking(t)
	v := a.record("karin", a.draft("e-identification"))
	withdraw := func(by id.Person) error {
		return a.as("kim", func(ctx context.Context, actor access.Actor) error {
			_, err := a.consents.Withdraw(ctx, actor, v.ID, by, person.NewText("told on the phone"))
			return err
		})
	}
	a.refused(withdraw(a.lo), fault.CodeInvalid)
	if err := withdraw(a.amir); err != nil {
		t.Fatal(err)
	}
	a.stands(v.ID, consent.StateWithdrawn, "karin", "amir", "eva")
	a.refused(a.answerOwn("eva", v.ID, consent.Given), fault.CodeConsentEnded)
}

func TestConsentLapses(t *testing.T) {
	t.Parallel()
	birthday, long, brief := civil.MustParse("2029-05-14"), civil.MustParse("2030-12-31"), civil.MustParse("2020-12-24")
	at := func(day civil.Date) func(*asking) { return func(a *asking) { a.day = day } }
	cases := []struct {
		name    string
		lastDay civil.Date
		change  func(*asking)
		want    consent.State
	}{
		{"R20: not the day before the child comes of age", long, at(birthday.AddDays(-1)), consent.StateLive},
		{"R20: the day the child comes of age", long, at(birthday), consent.StateLapsed},
		{"R18: not on its last day", brief, at(brief), consent.StateLive},
		{"R18: the day after its last day", brief, at(brief.AddDays(1)), consent.StateExpired},
		{"R14: somebody new has custody", long, func(a *asking) { a.relate("karin", "samira") }, consent.StateLapsed},
		{"R14: not when another unit believes so", long, func(a *asking) { a.relate("lena", "samira") }, consent.StateLive},
		{"custody has ended", long, func(a *asking) { a.endCustody("karin", a.eva) }, consent.StateLapsed},
		{"not when custody has ended for another unit", long, func(a *asking) { a.endCustody("lena", a.eva) }, consent.StateLive},
		{"R16: the child must now say yes, too", long, func(a *asking) { a.assess("karin", "together") }, consent.StateLapsed},
		{"R16: not when another unit assessed", long, func(a *asking) { a.assess("lena", "together") }, consent.StateLive},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			a := newAsking(t)
			a.lastDay = c.lastDay
			given := a.given()
			c.change(a)
			a.stands(given, c.want, "karin", "amir")
		})
	}
}
