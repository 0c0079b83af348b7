package config

import (
	"errors"
	"fmt"
	"strings"

	"samplan/internal/attachment"
)

// Bucket says where a server is that speaks S3.
type Bucket struct {
	// Endpoint is its host, or host:port.
	Endpoint string `env:"ENDPOINT"`
	Bucket   string `env:"BUCKET"`
	// Region is what the server calls itself in signatures; us-east-1 unless told otherwise.
	Region    string `env:"REGION"`
	AccessKey string `env:"ACCESS_KEY"`
	// SecretKeyFile names the file with the secret key.
	SecretKeyFile string `env:"SECRET_KEY_FILE"`
	SecretKey     Secret `env:"-"`
	// TLS is on, or none for a server on this machine.
	TLS string `env:"TLS"`
}

// IsZero tells whether there is none.
func (b Bucket) IsZero() bool { return b == Bucket{} }

func (b *Bucket) readFiles() []error {
	if err := orFile(&b.SecretKey, b.SecretKeyFile, "SAMPLAN_ATTACHMENT_S3_SECRET_KEY"); err != nil {
		return []error{err}
	}
	return nil
}

func (b Bucket) problems() (faults []error) {
	if b.IsZero() {
		return nil
	}
	for name, wrong := range map[string]bool{
		"ENDPOINT: must be a host, or host:port":              b.Endpoint == "" || strings.ContainsAny(b.Endpoint, "/ @"),
		"BUCKET: missing":                                     b.Bucket == "",
		"ACCESS_KEY: missing":                                 b.AccessKey == "",
		"SECRET_KEY_FILE: missing, or the file is empty":      b.SecretKey.IsZero(),
		"TLS: on, or none for a server on this machine alone": b.TLS != "" && b.TLS != "on" && (b.TLS != "none" || !isSafeURL("http://"+b.Endpoint)),
	} {
		if wrong {
			faults = append(faults, errors.New("SAMPLAN_ATTACHMENT_S3_"+name))
		}
	}
	return faults
}

// Open gives the bucket, or nil without one.
func (b Bucket) Open() (*attachment.Bucket, error) {
	if b.IsZero() {
		return nil, nil //nolint:nilnil // none is what was asked for
	}
	orElse(&b.Region, "us-east-1")
	opened, err := attachment.NewBucket(attachment.BucketOptions{
		Endpoint: b.Endpoint, Name: b.Bucket, Region: b.Region, AccessKey: b.AccessKey, SecretKey: b.SecretKey.Reveal(), Plain: b.TLS == "none",
	})
	if err != nil {
		return nil, fmt.Errorf("SAMPLAN_ATTACHMENT_S3_ENDPOINT: %w", err)
	}
	return opened, nil
}
