package statistics

import (
	"bytes"
	"context"
	"strconv"

	"samplan/internal/access"
	"samplan/internal/page"
	"samplan/internal/sheet"
)

var exportColumns = []string{"indicator", "version", "name", "from", "until", "fewest", "by", "value", "valueName", "count", "answer", "answerName", "answerCount"}

// Everything is a page that has every row: more than any principal has.
var Everything = page.Page{Number: 1, Limit: 1 << 20}

// Export gives the rows that a query chooses as a file: a line for each, and one for each of its answers. As Statistics.
func (s *Service) Export(ctx context.Context, a access.Actor, q Query, f sheet.Format) ([]byte, error) {
	rows, _, err := s.Statistics(ctx, a, q, Everything)
	if err != nil {
		return nil, err
	}
	var lines [][]string
	for _, r := range rows {
		whole := []string{
			r.Code, strconv.Itoa(r.Version), r.Name.Swedish, r.Term.String(), r.Until().String(), strconv.Itoa(r.Fewest), r.By.String(), r.Value, r.ValueName(), strconv.Itoa(r.Times),
		}
		lines = append(lines, whole)
		for _, t := range r.Told {
			lines = append(lines, append(whole[:len(whole):len(whole)], t.Code, r.AnswerName(t.Code).Swedish, strconv.Itoa(t.Times)))
		}
	}
	var file bytes.Buffer
	err = sheet.Writer{WithMark: true}.Write(&file, f, exportColumns, lines)
	return file.Bytes(), err
}

// AnswerName names an answer; that of others is everywhere the same.
func (i *Indicator) AnswerName(code string) Words {
	for _, a := range i.Answers {
		if a.Code == code {
			return a.Name
		}
	}
	return Words{"Övriga", "Others"}
}
