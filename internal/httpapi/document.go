package httpapi

import (
	"context"
	"net/http"
	"strconv"

	"samplan/internal/document"
	"samplan/internal/fault"
	"samplan/internal/phrase"
	"samplan/internal/routine"
)

const (
	mediaHTML = "text/html; charset=utf-8"
	mediaPDF  = "application/pdf"
)

// documentPolicy lets a document use its own style and nothing else.
var documentPolicy = pagePolicy(document.Style)

// Printer makes a PDF of a page that package document has written.
type Printer interface {
	Print(ctx context.Context, page []byte) ([]byte, error)
}

// paper is a document in the making: how it is asked for, and what stands on every one.
type paper struct {
	api   *API
	call  *call
	isPDF bool
	areas routine.Wheel
	document.Document
}

// paper begins a document. That no PDF can be made here is told before anything is read.
func (a *API) paper(ctx context.Context, language, format string) (*paper, error) {
	k := callFrom(ctx)
	s := &paper{api: a, call: k, isPDF: format == "pdf"}
	s.Language, s.ID, s.Made = phrase.In(language), k.id.String(), actorFrom(ctx).Today()
	if s.isPDF && !a.CanPrint {
		return nil, fault.New(fault.CodeNoPrinter)
	}
	return s, nil
}

// write gives the finished document under a file name that says nothing of whom it is about. A PDF is printed when all is
// committed and no connection waits for the browser (door.go).
func (s *paper) write(file string) (written, error) {
	page, err := s.api.Documents.HTML(s.Document)
	if err != nil {
		return written{}, err
	}
	s.call.toPrint = s.isPDF
	return written{page, file, s.isPDF}, nil
}

// written is a document on its way out. Each operation that gives one has its line below.
type written struct {
	page  []byte
	file  string
	isPDF bool
}

func (d written) VisitGetPlanDocumentResponse(w http.ResponseWriter) error     { return d.visit(w) }
func (d written) VisitGetVersionDocumentResponse(w http.ResponseWriter) error  { return d.visit(w) }
func (d written) VisitGetMyPlanDocumentResponse(w http.ResponseWriter) error   { return d.visit(w) }
func (d written) VisitGetCallDocumentResponse(w http.ResponseWriter) error     { return d.visit(w) }
func (d written) VisitGetMinutesDocumentResponse(w http.ResponseWriter) error  { return d.visit(w) }
func (d written) VisitGetFollowUpDocumentResponse(w http.ResponseWriter) error { return d.visit(w) }
func (d written) VisitGetReceivedCallDocumentResponse(w http.ResponseWriter) error {
	return d.visit(w)
}

func (d written) VisitGetMyMinutesDocumentResponse(w http.ResponseWriter) error { return d.visit(w) }

func (d written) VisitGetMyFollowUpDocumentResponse(w http.ResponseWriter) error { return d.visit(w) }

func (d written) VisitGetMyLogExtractPageResponse(w http.ResponseWriter) error { return d.visit(w) }

func (d written) VisitGetStatisticsDocumentResponse(w http.ResponseWriter) error {
	return d.visit(w)
}

func (d written) VisitGetPublicRequestDocumentResponse(w http.ResponseWriter) error {
	return d.visit(w)
}

func (d written) VisitGetMyDataExtractDocumentResponse(w http.ResponseWriter) error {
	return d.visit(w)
}

func (d written) visit(w http.ResponseWriter) error {
	media, ending := mediaHTML, ".html"
	if d.isPDF {
		media, ending = mediaPDF, ".pdf"
	}
	w.Header().Set("Content-Type", media)
	w.Header().Set("Content-Security-Policy", documentPolicy)
	w.Header().Set("Content-Disposition", "inline; filename="+strconv.Quote(d.file+ending))
	w.WriteHeader(http.StatusOK)
	_, err := w.Write(d.page)
	return err
}
