package httpapi

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"html/template"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/insight"
	"samplan/internal/page"

	"samplan/internal/httpapi/wire"
)

//go:embed log_page.html
var logPageTemplate string

//go:embed log_page.css
var logPageStyle string

// printed is how many rows a page to print has at most: some fifty sheets.
const printed = 1000

var (
	logPage   = template.Must(template.New("log").Parse(logPageTemplate))
	logPolicy = pagePolicy(logPageStyle)
)

// GetMyLogExtractPage gives the log extract as a page to print or save (R37). It is the same list, by the same grant.
func (a *API) GetMyLogExtractPage(ctx context.Context, q wire.GetMyLogExtractPageRequestObject) (wire.GetMyLogExtractPageResponseObject, error) {
	days := insight.Period{From: civilDay(q.Params.From), To: civilDay(q.Params.To)}
	actor := actorFrom(ctx)
	rows, total, err := a.Insight.Extract(ctx, actor, id.PersonOf(given(q.Params.ChildId)), days, page.Page{Number: 1, Limit: printed})
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	words := logPageWords[string(given(q.Params.Language))]
	var b bytes.Buffer
	err = logPage.Execute(&b, logPageOf{
		Lang: words.Lang, Words: words, Style: template.CSS(logPageStyle), //nolint:gosec // the style is part of the program
		About: words.in(insight.About), Made: actor.Today().String(), From: dayText(days.From), To: dayText(days.To),
		Total: total, Shown: len(rows), Groups: r.logGroups(rows, words),
	})
	if err != nil {
		return nil, fmt.Errorf("render log extract: %w", err)
	}
	return wire.GetMyLogExtractPage200TexthtmlResponse{
		Body: &b, ContentLength: int64(b.Len()), Headers: wire.GetMyLogExtractPage200ResponseHeaders{ContentSecurityPolicy: logPolicy},
	}, nil
}

func dayText(d civil.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}
