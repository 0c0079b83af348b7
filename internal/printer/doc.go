// Package printer turns pages into tagged PDFs with a Chromium that is found on the machine, or one that is reached through
// its DevTools address. It knows nothing of what stands on a page.
//
// Why Chromium: no Go library writes tagged PDFs, and a reader who cannot see needs the tags. Why chromedp: it speaks the
// DevTools protocol and is kept up with it. The program is started here and not by chromedp, which would hand over our
// environment with its secrets.
//
// One browser runs at a time, begun with the first document, with a profile of its own that is removed with it. It has no
// network: names lead nowhere, the proxy is a closed port, and each document is laid out in a context of its own, offline,
// without scripts. As root there is no sandbox, since Chromium refuses to have one there: do not be root. Documents wait in
// a short line; who finds it full is told to come again. Each has its time, and a browser that fails, dies or has made many
// documents is replaced. How much memory it takes is for the container to bound.
//
// Its DevTools port is open to everybody on the machine while it runs. A machine that runs Samplan is shared with nobody.
package printer
