package printer

import (
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"path/filepath"
	"strings"
)

// Variable is the setting that names the browser.
const Variable = "SAMPLAN_CHROMIUM"

// ErrMissing says that there is no browser: pages can be read and printed by people, and no PDF is made here.
var ErrMissing = errors.New("no Chromium was found: install it (Debian, Ubuntu: apt install chromium), or set " + Variable)

// names are what the program is called where it is in PATH, the smallest first.
var names = []string{"chrome-headless-shell", "headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"}

// usualPlaces are where installers put it and PATH seldom leads.
var usualPlaces = []string{
	"/usr/lib/chromium/chromium", "/usr/lib64/chromium-browser/chromium-browser", "/opt/google/chrome/chrome", "/headless-shell/headless-shell",
	"/snap/bin/chromium", "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	`C:\Program Files\Google\Chrome\Application\chrome.exe`, `C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
}

// Find gives the browser: what the setting says, a program or a DevTools address, else the first one that is there.
func Find(setting string) (string, error) {
	if IsAddress(setting) {
		return setting, nil
	}
	if setting != "" {
		path, err := exec.LookPath(setting)
		if err != nil {
			return "", fmt.Errorf("%s: %w", Variable, err)
		}
		return filepath.Abs(path)
	}
	for _, name := range append(append([]string(nil), names...), usualPlaces...) {
		if path, err := exec.LookPath(name); err == nil && filepath.IsAbs(path) {
			return path, nil
		}
	}
	return "", ErrMissing
}

// IsAddress tells whether a setting leads to the DevTools of a browser that runs already.
func IsAddress(setting string) bool {
	u, err := url.Parse(setting)
	return err == nil && strings.Contains(" ws wss http https ", " "+u.Scheme+" ") && u.Host != ""
}
