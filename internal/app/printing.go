package app

import (
	"context"
	"fmt"

	"samplan/internal/audit"
	"samplan/internal/document"
)

// Browser lays out a page as a PDF.
type Browser interface {
	Print(ctx context.Context, page []byte) ([]byte, error)
}

// printing makes of a page a PDF that proves itself.
type printing struct {
	browser   Browser
	documents *document.Maker
}

// Print implements httpapi.Printer.
func (p printing) Print(ctx context.Context, page []byte) ([]byte, error) {
	laidOut, err := p.browser.Print(ctx, page)
	if err != nil {
		return nil, err
	}
	return p.documents.PDF(laidOut, page)
}

// maker signs with the key, or with a new one.
func maker(key *audit.Signer) (*document.Maker, error) {
	if key == nil {
		secret, _, err := audit.GenerateKey()
		if err != nil {
			return nil, err
		}
		if key, err = audit.ReadSigner(secret); err != nil {
			return nil, fmt.Errorf("read a key just made: %w", err)
		}
	}
	return document.NewMaker(key), nil
}
