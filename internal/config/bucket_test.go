package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samplan/internal/config"
)

func TestABucketIsWholeOrNotThere(t *testing.T) {
	t.Parallel()
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte("hemligt\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	const name = "SAMPLAN_ATTACHMENT_S3_"
	with := func(changes ...string) []string {
		return append([]string{name + "ENDPOINT=s3.example", name + "BUCKET=files", name + "ACCESS_KEY=samplan", name + "SECRET_KEY_FILE=" + secret}, changes...)
	}
	for _, load := range []func(...string) (config.Config, error){
		func(c ...string) (config.Config, error) { return config.Load(usable(t, c...)) },
		func(c ...string) (config.Config, error) { return config.LoadWorker(forWork(t, c...)) },
	} {
		c, err := load(with()...)
		if err != nil || c.Attachments.S3.SecretKey.Reveal() != "hemligt" {
			t.Fatal(c.Attachments.S3, err)
		}
		if b, err := c.Attachments.S3.Open(); b == nil || err != nil {
			t.Error(b, err)
		}
		for _, wrong := range []string{
			"ENDPOINT=", "ENDPOINT=https://s3.example", "BUCKET=", "ACCESS_KEY=", "SECRET_KEY_FILE=", "SECRET_KEY_FILE=/none", "TLS=none", "TLS=maybe",
		} {
			variable, _, _ := strings.Cut(wrong, "=")
			if _, err := load(with(name + wrong)...); err == nil || !strings.Contains(err.Error(), name+variable) || strings.Contains(err.Error(), "hemligt") {
				t.Errorf("%s: %v", wrong, err)
			}
		}
		if _, err := load(with(name+"ENDPOINT=127.0.0.1:9000", name+"TLS=none")...); err != nil {
			t.Error(err)
		}
	}
	c, err := config.Load(usable(t))
	if b, open := c.Attachments.S3.Open(); err != nil || open != nil || b != nil {
		t.Error(b, open, err)
	}
}
