package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samplan/internal/config"
)

func TestEventSettings(t *testing.T) {
	t.Parallel()
	file := func(text string) string {
		name := filepath.Join(t.TempDir(), "key")
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	for set, want := range map[string]string{
		"SAMPLAN_EVENT_DAYS=367":                         "SAMPLAN_EVENT_DAYS: must be from 1 to 366",
		"SAMPLAN_EVENT_DAYS=-1":                          "SAMPLAN_EVENT_DAYS: must be from 1 to 366",
		"SAMPLAN_EVENT_KEY_FILE=/nowhere":                "SAMPLAN_EVENT_KEY_FILE: must name a file with 32 bytes",
		"SAMPLAN_EVENT_KEY_FILE=" + file("hemligt"):      "SAMPLAN_EVENT_KEY_FILE: must name a file with 32 bytes",
		"SAMPLAN_EVENT_KEY_FILE=" + file("aGVtbGlndA=="): "SAMPLAN_EVENT_KEY_FILE: must name a file with 32 bytes",
	} {
		_, err := config.Load([]string{set})
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "hemligt") {
			t.Errorf("%s: want %q, got %v", set, want, err)
		}
	}
	_, err := config.Load([]string{"SAMPLAN_EVENT_DAYS=30", "SAMPLAN_EVENT_KEY_FILE=" + file(strings.Repeat("A", 43)+"=\n")})
	if err == nil || strings.Contains(err.Error(), "EVENT") {
		t.Errorf("good settings are refused: %v", err)
	}
}
