package printer

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"samplan/internal/fault"
)

// Limits bound the printing. A zero means the limit beside it.
type Limits struct {
	AtOnce    int           // documents laid out at once (2)
	Waiting   int           // that wait in line (8)
	Time      time.Duration // of one document, waiting included (20 s)
	PerLife   int           // documents that one browser makes (200)
	PageBytes int           // of a page that is printed (8 MB)
}

func (l Limits) withDefaults() Limits {
	for into, usual := range map[*int]int{&l.AtOnce: 2, &l.Waiting: 8, &l.PerLife: 200, &l.PageBytes: 8 << 20} {
		if *into == 0 {
			*into = usual
		}
	}
	if l.Time == 0 {
		l.Time = 20 * time.Second
	}
	return l
}

// press is a running browser.
type press interface {
	print(ctx context.Context, page []byte) ([]byte, error)
	isGone() bool
	close() error
}

// Printer prints pages.
type Printer struct {
	open   func(context.Context) (press, error)
	log    *slog.Logger
	limits Limits
	line   chan struct{} // those who wait and those who are served
	served chan struct{}

	lock  sync.Mutex
	press press // nil until somebody prints
	made  int   // by this press
	ended bool
}

var (
	errPage  = errors.New("the page is too large to print")
	errEnded = errors.New("the printer is closed")
)

// New makes a printer on the browser that Find has found. Nothing is started before the first page.
func New(browser string, log *slog.Logger, l Limits) *Printer {
	return newPrinter(func(ctx context.Context) (press, error) { return start(ctx, browser) }, log, l)
}

func newPrinter(open func(context.Context) (press, error), log *slog.Logger, l Limits) *Printer {
	l = l.withDefaults()
	return &Printer{
		open: open, log: log, limits: l,
		line: make(chan struct{}, l.AtOnce+l.Waiting), served: make(chan struct{}, l.AtOnce),
	}
}

// Print makes a PDF of a page. Faults: printer-busy when the line is full or the time is over, unavailable when the browser
// fails twice, no-printer for a page that no printer takes.
func (p *Printer) Print(ctx context.Context, page []byte) ([]byte, error) {
	if len(page) > p.limits.PageBytes {
		return nil, fault.Wrap(fault.CodeNoPrinter, errPage)
	}
	select {
	case p.line <- struct{}{}:
		defer func() { <-p.line }()
	default:
		return nil, fault.New(fault.CodePrinterBusy)
	}
	ctx, cancel := context.WithTimeout(ctx, p.limits.Time)
	defer cancel()
	select {
	case p.served <- struct{}{}:
		defer func() { <-p.served }()
	case <-ctx.Done():
		return nil, fault.Wrap(fault.CodePrinterBusy, ctx.Err())
	}
	text, err := p.try(ctx, page)
	if err != nil && ctx.Err() == nil { // the browser had died, or died of another page
		text, err = p.try(ctx, page)
	}
	switch {
	case err == nil:
		return text, nil
	case ctx.Err() != nil:
		return nil, fault.Wrap(fault.CodePrinterBusy, err)
	}
	return nil, fault.Wrap(fault.CodeUnavailable, err)
}

// try prints once. A press that fails is never used again.
func (p *Printer) try(ctx context.Context, page []byte) ([]byte, error) {
	b, err := p.running(ctx)
	if err != nil {
		return nil, fmt.Errorf("start browser: %w", err)
	}
	text, err := b.print(ctx, page)
	if err != nil {
		p.drop(b)
		return nil, fmt.Errorf("print: %w", err)
	}
	return text, nil
}

// running gives the press, a new one where the old is gone or has done its share.
func (p *Printer) running(ctx context.Context) (press, error) {
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.ended {
		return nil, errEnded
	}
	if p.press != nil && (p.press.isGone() || p.made >= p.limits.PerLife && len(p.served) == 1) {
		p.closePress()
	}
	if p.press == nil {
		b, err := p.open(ctx)
		if err != nil {
			return nil, err
		}
		p.press, p.made = b, 0
		p.log.Info("browser started")
	}
	p.made++
	return p.press, nil
}

func (p *Printer) drop(b press) {
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.press == b {
		p.closePress()
	}
}

// closePress tells of what is left behind; there is nothing else to be done about it.
func (p *Printer) closePress() {
	if err := p.press.close(); err != nil {
		p.log.Warn("browser is not gone without a trace", slog.String("cause", err.Error()))
	}
	p.press = nil
}

// Close ends the browser. Whoever still prints is told that it failed.
func (p *Printer) Close() {
	p.lock.Lock()
	defer p.lock.Unlock()
	p.ended = true
	if p.press != nil {
		p.closePress()
	}
}
