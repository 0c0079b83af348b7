package httpapi

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"net/http"
	"sync"

	"github.com/labstack/echo/v4"

	"samplan/internal/session"
	"samplan/openapi"
)

//go:embed docs.html
var docsTemplate string

//go:embed docs.css
var docsStyle string

const mediaYAML = "application/yaml"

// registerDocs serves the contract as it is written and, for people, as a page. The page loads nothing, runs nothing, and
// prints well.
func (s *Server) registerDocs() {
	policy := http.Header{"Content-Type": {"text/html; charset=utf-8"}, "Content-Security-Policy": {pagePolicy(docsStyle)}}
	s.echo.GET("/docs", func(c echo.Context) error {
		page, err := renderedDocs()
		if err != nil {
			return err
		}
		return fixedAnswer(s, page, policy)(c)
	})
	document := fixedAnswer(s, openapi.Document, http.Header{"Content-Type": {mediaYAML}})
	s.echo.GET("/openapi.yaml", document)
	s.echo.GET(s.contract.prefix+"/openapi.yaml", document)
}

// pagePolicy lets a page use its own style and nothing else: it loads nothing and runs nothing.
func pagePolicy(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'sha256-" +
		base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func fixedAnswer(s *Server, body []byte, h http.Header) echo.HandlerFunc {
	return func(c echo.Context) error {
		s.send(caller(c), session.Answer{Status: http.StatusOK, Header: h, Body: body})
		return nil
	}
}

// renderedDocs makes the page from the contract, once, for the first who wants it: many a program never shows it.
var renderedDocs = sync.OnceValues(func() ([]byte, error) {
	doc, err := contractDocument()
	if err != nil {
		return nil, err
	}
	t, err := template.New("docs").Parse(docsTemplate)
	if err != nil {
		return nil, fmt.Errorf("read page: %w", err)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, docsOf(doc)); err != nil {
		return nil, fmt.Errorf("render page: %w", err)
	}
	return b.Bytes(), nil
})
