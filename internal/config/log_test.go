package config_test

import (
	"strings"
	"testing"
	"time"

	"samplan/internal/audit"
	"samplan/internal/config"
)

func key(t *testing.T) string {
	t.Helper()
	secret, _, err := audit.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	return string(secret)
}

func TestLogSettings(t *testing.T) {
	t.Parallel()
	c, err := config.Load(usable(t))
	if err != nil {
		t.Fatal(err)
	}
	if l := c.Log; l.SealEvery != 2*time.Second || l.CheckpointEvery != time.Minute || l.SealLimit != 4*time.Hour || l.SealerURL.Reveal() != sealerURL {
		t.Errorf("got %+v", l)
	}
	if _, err := audit.ReadSigner([]byte(c.Log.Key.Reveal())); err != nil {
		t.Error(err)
	}
	c, err = config.Load(usable(t, "SAMPLAN_LOG_DATABASE_URL=", "SAMPLAN_LOG_DATABASE_URL_FILE="+file(t, sealerURL+"\n"),
		"SAMPLAN_LOG_SEAL_EVERY=1s", "SAMPLAN_LOG_CHECKPOINT_EVERY=5m", "SAMPLAN_LOG_SEAL_LIMIT=87600h", "SAMPLAN_LOG_RETENTION=7,citizen=10"))
	if err != nil {
		t.Fatal(err)
	}
	if l := c.Log; l.SealEvery != time.Second || l.CheckpointEvery != 5*time.Minute || l.SealLimit != 87600*time.Hour || l.SealerURL.Reveal() != sealerURL {
		t.Errorf("got %+v", l)
	}
}

// TestLogIsSealedOrRefused: without what sealing needs no server starts.
func TestLogIsSealedOrRefused(t *testing.T) {
	t.Parallel()
	for change, want := range map[string]string{
		"SAMPLAN_LOG_DATABASE_URL=":                           "SAMPLAN_LOG_DATABASE_URL or SAMPLAN_LOG_DATABASE_URL_FILE: missing",
		"SAMPLAN_LOG_DATABASE_URL=hemligt":                    "SAMPLAN_LOG_DATABASE_URL: must look like",
		"SAMPLAN_LOG_DATABASE_URL_FILE=" + file(t, sealerURL): "SAMPLAN_LOG_DATABASE_URL and SAMPLAN_LOG_DATABASE_URL_FILE: give one of them",
		"SAMPLAN_LOG_KEY_FILE=":                               "SAMPLAN_LOG_KEY_FILE: missing; samplan audit key makes one",
		"SAMPLAN_LOG_KEY_FILE=" + file(t, "hemligt"):          "SAMPLAN_LOG_KEY_FILE: must hold an Ed25519 private key",
		"SAMPLAN_LOG_KEY_FILE=/nowhere/at/all":                "SAMPLAN_LOG_KEY_FILE: read file",
		"SAMPLAN_DOCUMENT_KEY_FILE=":                          "SAMPLAN_DOCUMENT_KEY_FILE: missing; samplan document key makes one",
		"SAMPLAN_DOCUMENT_KEY_FILE=" + file(t, "hemligt"):     "SAMPLAN_DOCUMENT_KEY_FILE: must hold an Ed25519 private key",
		"SAMPLAN_CHROMIUM=ws://hemligt:9222":                  "SAMPLAN_CHROMIUM: an address must be wss or https, or on this machine",
		"SAMPLAN_LOG_KEY=hemligt":                             "SAMPLAN_LOG_KEY: no such setting",
		"SAMPLAN_LOG_SEAL_EVERY=-1s":                          "SAMPLAN_LOG_SEAL_EVERY: must not be negative",
		"SAMPLAN_LOG_SEAL_EVERY=2m":                           "SAMPLAN_LOG_SEAL_EVERY: at most 1m0s",
		"SAMPLAN_LOG_SEAL_LIMIT=1m":                           "SAMPLAN_LOG_SEAL_LIMIT: at least 2m0s",
		"SAMPLAN_LOG_CHECKPOINT_EVERY=hemligt":                "SAMPLAN_LOG_CHECKPOINT_EVERY is not a time",
		"SAMPLAN_LOG_RETENTION=4":                             "SAMPLAN_LOG_RETENTION: must be years",
	} {
		t.Run(change, func(t *testing.T) {
			t.Parallel()
			_, err := config.Load(usable(t, change))
			if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "hemligt") {
				t.Errorf("want %q, got %v", want, err)
			}
		})
	}
}

func TestLogSettingsAlone(t *testing.T) {
	t.Parallel()
	for environ, want := range map[string]string{
		"SAMPLAN_LOG_DATABASE_URL=" + sealerURL:               "",
		"SAMPLAN_LOG_DATABASE_URL_FILE=" + file(t, sealerURL): "",
		"SAMPLAN_LOG_DATABASE_URL_FILE=/nowhere/at/all":       "read file",
		"SAMPLAN_DATABASE_URL=" + sealerURL:                   "set SAMPLAN_LOG_DATABASE_URL",
	} {
		url, err := config.LoadSealerURL([]string{environ})
		if want == "" && (err != nil || url.Reveal() != sealerURL) || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: got %v", environ, err)
		}
	}
	if _, err := config.LoadRetention([]string{"SAMPLAN_LOG_RETENTION=1"}); err == nil {
		t.Error("one year is too little")
	}
	if _, err := config.LoadRetention(nil); err != nil {
		t.Error(err)
	}
}
