package httpapi

import (
	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/inforequest"
	"samplan/internal/person"
	"samplan/internal/questionnaire"

	"samplan/internal/httpapi/wire"
)

func (r reader) information(v inforequest.Request) wire.InformationRequest {
	given, family := v.Name.Reveal()
	h := v.Handling
	return wire.InformationRequest{
		Id: v.ID.UUID(), ChildId: v.Child.UUID(), GivenName: given, FamilyName: family, BirthDate: day(v.BirthDate),
		Protection: wire.Protection(v.Protection.String()), From: r.unit(v.From), To: r.unit(v.To), Questionnaire: questionsOf(v.Questionnaire),
		AuthorId: v.Author.UUID(), Author: v.AuthorName, Text: v.Text.Reveal(), SentOn: day(v.SentOn), DueOn: day(v.DueOn),
		IsOverdue: v.IsOverdue(r.actor.Today()), State: wire.InformationState(v.State.String()), EndedOn: optionalDay(v.EndedOn),
		Answers: answersOf(v.Answers), Decline: optional(wire.InformationDecline(v.Decline.String())), Reason: reveal(v.Reason),
		OwnerId: optionalID(h.Owner), Owner: optional(h.OwnerName), SubstituteId: optionalID(h.Substitute), Substitute: optional(h.SubstituteName),
		AwayFrom: optionalDay(h.AwayFrom), AwayTo: optionalDay(h.AwayTo), DraftAnswers: answersOf(h.Draft), Note: reveal(h.Note), Routine: beside(v.Routine), Etag: etag(v.Tag()),
	}
}

func (r reader) informationRow(v inforequest.Request) wire.InformationRequestRow {
	return wire.InformationRequestRow{
		Id: v.ID.UUID(), ChildId: v.Child.UUID(), ChildName: childName(r.actor, v.Name.Given, v.Name.Family, v.Protection, v.Child),
		From: r.unit(v.From), To: r.unit(v.To), SentOn: day(v.SentOn), DueOn: day(v.DueOn), IsOverdue: v.IsOverdue(r.actor.Today()),
		State: wire.InformationState(v.State.String()), EndedOn: optionalDay(v.EndedOn), Owner: optional(v.Handling.OwnerName),
	}
}

func questionsOf(q questionnaire.Questionnaire) wire.InformationQuestions {
	c := q.Content
	return wire.InformationQuestions{
		Id: q.ID.UUID(), Code: q.Code, Number: q.Number, Languages: c.Languages, Category: wire.Category(c.Category.String()),
		Titles: textsOf(c.Titles), Fields: each(c.Fields, questionOf),
	}
}

func answersOf(all []inforequest.Answer) []wire.InformationAnswer {
	if len(all) == 0 {
		return nil
	}
	return each(all, func(a inforequest.Answer) wire.InformationAnswer {
		return wire.InformationAnswer{Code: a.Code, Values: a.Values}
	})
}

func answersFrom(all []wire.InformationAnswer) []inforequest.Answer {
	return each(all, func(a wire.InformationAnswer) inforequest.Answer {
		return inforequest.Answer{Code: a.Code, Values: a.Values}
	})
}

func newInformation(b wire.NewInformationRequest) inforequest.Draft {
	return inforequest.Draft{
		To: id.UnitOf(b.ToUnitId), Questionnaire: id.QuestionnaireOf(b.QuestionnaireId), Text: person.NewText(b.Text),
		Basis: basisOf(b.Ground, b.GroundReason),
	}
}

func basisOf(ground *wire.LegalGround, reason *string) inforequest.Basis {
	return inforequest.Basis{Ground: access.GroundNamed(string(given(ground))), Reason: hide(reason)}
}

func informationAssignment(b wire.NewInformationAssignment) inforequest.Assignment {
	return inforequest.Assignment{
		Owner: id.PersonOf(b.OwnerId), Substitute: id.PersonOf(given(b.SubstituteId)), AwayFrom: civilDay(b.AwayFrom), AwayTo: civilDay(b.AwayTo),
	}
}
