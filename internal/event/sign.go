package event

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strconv"
	"strings"
	"time"

	"samplan/internal/id"
)

// MasterKey is a key of the service from which the secrets of webhooks follow, so that none has to be kept. The zero key makes none.
type MasterKey struct{ key [32]byte }

var errMasterKey = errors.New("want 32 bytes in base64")

// ReadMasterKey reads a key as it stands in a file.
func ReadMasterKey(text string) (MasterKey, error) {
	b, err := base64.StdEncoding.DecodeString(strings.TrimSpace(text))
	if err != nil || len(b) != 32 {
		return MasterKey{}, errMasterKey
	}
	return MasterKey{[32]byte(b)}, nil
}

// IsZero tells whether there is none.
func (k MasterKey) IsZero() bool { return k == MasterKey{} }

// Secret is what one webhook is signed with.
type Secret [32]byte

// String writes it as Standard Webhooks does.
func (s Secret) String() string { return "whsec_" + base64.StdEncoding.EncodeToString(s[:]) }

// secret derives the secret of a webhook in one of its generations.
func (k MasterKey) secret(w id.Webhook, generation int) Secret {
	m := hmac.New(sha256.New, k.key[:])
	_, _ = m.Write([]byte("samplan webhook secret/" + w.String() + "/" + strconv.Itoa(generation))) // never fails
	return Secret(m.Sum(nil))
}

// sign gives the value of the header webhook-signature (Standard Webhooks 1.0), one signature per secret.
func sign(all []Secret, message string, at time.Time, body []byte) string {
	parts := make([]string, len(all))
	for n, s := range all {
		m := hmac.New(sha256.New, s[:])
		_, _ = m.Write([]byte(message + "." + strconv.FormatInt(at.Unix(), 10) + ".")) // never fails
		_, _ = m.Write(body)
		parts[n] = "v1," + base64.StdEncoding.EncodeToString(m.Sum(nil))
	}
	return strings.Join(parts, " ")
}
