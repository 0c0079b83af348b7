package printer

import (
	"context"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// print lays a page out in a context of its own, that is gone afterwards with all it held.
func (b *browser) print(ctx context.Context, text []byte) (pdf []byte, err error) {
	window, closeWindow, err := b.window(ctx)
	if err != nil {
		return nil, err
	}
	defer closeWindow()
	tab, closeTab := chromedp.NewContext(b.line, chromedp.WithTargetID(window))
	defer closeTab()
	defer context.AfterFunc(ctx, closeTab)()
	err = chromedp.Run(tab,
		network.Enable(),
		network.EmulateNetworkConditions(true, 0, -1, -1),
		emulation.SetScriptExecutionDisabled(true),
		chromedp.ActionFunc(func(ctx context.Context) error {
			frame, err := page.GetFrameTree().Do(ctx)
			if err != nil {
				return fmt.Errorf("find frame: %w", err)
			}
			return page.SetDocumentContent(frame.Frame.ID, string(text)).Do(ctx)
		}),
		chromedp.ActionFunc(func(ctx context.Context) (err error) {
			pdf, _, err = page.PrintToPDF().WithGenerateTaggedPDF(true).WithGenerateDocumentOutline(true).
				WithPreferCSSPageSize(true).WithPrintBackground(true).Do(ctx)
			return err
		}))
	return pdf, err
}

// window opens an empty page in a context of its own. A context begins without a window, so its first page asks for one,
// which chromedp itself does not.
func (b *browser) window(ctx context.Context) (target.ID, func(), error) {
	browser := chromedp.FromContext(b.line).Browser
	own, err := target.CreateBrowserContext().WithDisposeOnDetach(true).Do(cdp.WithExecutor(ctx, browser))
	if err != nil {
		return "", nil, fmt.Errorf("begin context: %w", err)
	}
	end := func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer cancel()
		_ = target.DisposeBrowserContext(own).Do(cdp.WithExecutor(ctx, browser)) // else it ends with the browser
	}
	window, err := target.CreateTarget("about:blank").WithBrowserContextID(own).WithNewWindow(true).Do(cdp.WithExecutor(ctx, browser))
	if err != nil {
		end()
		return "", nil, fmt.Errorf("open page: %w", err)
	}
	return window, end, nil
}
