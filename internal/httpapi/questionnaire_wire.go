package httpapi

import (
	"strconv"

	"samplan/internal/questionnaire"

	"samplan/internal/httpapi/wire"
)

func questionnaireOf(q questionnaire.Questionnaire) wire.Questionnaire {
	c := q.Content
	return wire.Questionnaire{
		Id: q.ID.UUID(), Code: q.Code, Number: q.Number, State: wire.QuestionnaireState(q.State.String()), Languages: c.Languages,
		Category: wire.Category(c.Category.String()), Titles: textsOf(c.Titles), Fields: each(c.Fields, questionOf),
		PublishedOn: optionalDay(q.Published), RetiredOn: optionalDay(q.Retired), Etag: etag(q.Tag()),
	}
}

func questionOf(f questionnaire.Field) wire.QuestionnaireField {
	w := wire.QuestionnaireField{
		Code: f.Code, Kind: wire.QuestionnaireFieldKind(f.Kind.String()), Texts: textsOf(f.Words), IsRequired: f.IsRequired,
	}
	if len(f.Help) > 0 {
		w.Helps = textsOf(f.Help)
	}
	if len(f.Options) > 0 {
		w.Options = each(f.Options, func(o questionnaire.Option) wire.QuestionnaireOption {
			return wire.QuestionnaireOption{Code: o.Code, Texts: textsOf(o.Words)}
		})
	}
	return w
}

func textsOf(words questionnaire.Words) []wire.QuestionnaireText {
	return each(words, func(w questionnaire.Word) wire.QuestionnaireText {
		return wire.QuestionnaireText{Language: w.Language, Text: w.Text}
	})
}

func questionnaireContent(languages []string, category wire.Category, titles []wire.QuestionnaireText, fields []wire.QuestionnaireField) (questionnaire.Content, error) {
	var read reading
	c := questionnaire.Content{
		Languages: languages, Category: word(&read, questionnaire.Categories, &category, "/category"), Titles: wordsFrom(titles),
	}
	for n, f := range fields {
		v := questionnaire.Field{
			Code: f.Code, Kind: word(&read, questionnaire.Kinds, &f.Kind, "/fields/"+strconv.Itoa(n)+"/kind"), Words: wordsFrom(f.Texts),
			Help: wordsFrom(f.Helps), IsRequired: f.IsRequired,
		}
		for _, o := range f.Options {
			v.Options = append(v.Options, questionnaire.Option{Code: o.Code, Words: wordsFrom(o.Texts)})
		}
		c.Fields = append(c.Fields, v)
	}
	return c, read.err()
}

func wordsFrom(texts []wire.QuestionnaireText) questionnaire.Words {
	var all questionnaire.Words
	for _, t := range texts {
		all = append(all, questionnaire.Word{Language: t.Language, Text: t.Text})
	}
	return all
}
