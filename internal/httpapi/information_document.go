package httpapi

import (
	"context"
	"net/http"
	"strings"

	"samplan/internal/document"
	"samplan/internal/id"
	"samplan/internal/phrase"

	"samplan/internal/httpapi/wire"
)

// GetInformationDocument gives a request for information and its answer as a document: what GetInformationRequest gives the same
// caller, without what is the answering unit's own (its draft, its note, whose task it is).
func (a *API) GetInformationDocument(ctx context.Context, q wire.GetInformationDocumentRequestObject) (wire.GetInformationDocumentResponseObject, error) {
	s, err := a.paper(ctx, string(given(q.Params.Language)), string(given(q.Params.Format)))
	if err != nil {
		return nil, err
	}
	v, err := a.Information.Find(ctx, actorFrom(ctx), id.InformationRequestOf(q.InformationRequestId))
	w, err := a.informed(ctx, v, err)
	if err != nil {
		return nil, err
	}
	s.information(w)
	return s.write("information-request")
}

func (d written) VisitGetInformationDocumentResponse(w http.ResponseWriter) error { return d.visit(w) }

// The words of where a request stands, and of why it was declined.
var (
	informationStates = map[wire.InformationState]phrase.Key{
		wire.InformationStateSent: "information.sent", wire.InformationStateAnswered: "information.answered",
		wire.InformationStateDeclined: "information.declined", wire.InformationStateWithdrawn: "information.withdrawn",
	}
	informationDeclines = map[wire.InformationDecline]phrase.Key{
		wire.InformationDeclineNotKnown: "information.not-known", wire.InformationDeclineWrongUnit: "information.wrong-unit",
		wire.InformationDeclineNoGround: "information.no-ground", wire.InformationDeclineOther: "information.other",
	}
)

func (s *paper) information(v wire.InformationRequest) {
	s.Title, s.About = s.say("information.title"), s.say("information.about")
	s.Blocks = append(s.Blocks, document.Block{Level: 2, Heading: s.say("information.facts"), Text: quoted(v.Text), Facts: []document.Fact{
		s.fact("plan.child", quoted(v.GivenName+" "+v.FamilyName)), s.fact("information.born", figures(v.BirthDate.String())),
		s.fact("information.asked-by", unitWords(&v.From)), s.fact("information.asked", unitWords(&v.To)),
		s.fact("information.form", quoted(s.written(v.Questionnaire.Titles))), s.fact("information.sent-on", figures(v.SentOn.String())),
		s.fact("call.answer-by", figures(v.DueOn.String())), s.fact("plan.status", s.say(informationStates[v.State])),
		s.fact("information.ended-on", onDay(v.EndedOn)), s.decline(v.Decline), s.fact("information.reason", quoted(given(v.Reason))),
	}})
	answers := map[string][]string{}
	for _, a := range v.Answers {
		answers[a.Code] = a.Values
	}
	var blocks []document.Block
	for _, f := range v.Questionnaire.Fields {
		b := document.Block{Level: 3, Heading: quoted(s.written(f.Texts))}
		if values, ok := answers[f.Code]; ok {
			b.Text = s.answered(f, values)
		}
		blocks = append(blocks, b)
	}
	s.chapter("information.questions", blocks...)
}

func (s *paper) decline(d *wire.InformationDecline) document.Fact {
	if d == nil {
		return document.Fact{}
	}
	return s.fact("information.why", s.say(informationDeclines[*d]))
}

// answered gives an answer as the question wants it read: a choice by its words.
func (s *paper) answered(f wire.QuestionnaireField, values []string) string {
	read := make([]string, len(values))
	for n, v := range values {
		read[n] = quoted(v)
		if f.Kind == wire.QuestionnaireFieldKindYesNo {
			read[n] = inWords(s.Language, wire.SurveyChoice(v))
		}
		for _, o := range f.Options {
			if o.Code == v {
				read[n] = quoted(s.written(o.Texts))
			}
		}
	}
	return strings.Join(read, "\n")
}

// written gives a text of a questionnaire in the document's language, or in Swedish, which it always has.
func (s *paper) written(texts []wire.QuestionnaireText) string {
	return wordsFrom(texts).In(s.Language.Tag())
}
