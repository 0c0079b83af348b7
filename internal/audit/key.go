package audit

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
)

const (
	keyName    = "samplan-log-key-1"
	privatePEM = "PRIVATE KEY"
	publicPEM  = "PUBLIC KEY"
)

var (
	errNoPrivateKey = errors.New("want an Ed25519 private key as PEM (PKCS #8); samplan audit key and samplan document key make one")
	errNoPublicKey  = errors.New("want Ed25519 public keys as PEM; samplan audit key and samplan document key print one")
)

// PublicKey checks signatures. Its JSON is the line of the export.
type PublicKey struct {
	ID    string `json:"id"`
	Bytes []byte `json:"publicKey"`
}

// NewPublicKey names a key.
func NewPublicKey(b []byte) PublicKey {
	sum := sha256.Sum256(append([]byte(keyName+"\n"), b...))
	return PublicKey{hex.EncodeToString(sum[:16]), b}
}

// isWhole tells whether the key is one, and bears its own name.
func (k PublicKey) isWhole() bool {
	return len(k.Bytes) == ed25519.PublicKeySize && NewPublicKey(k.Bytes).ID == k.ID
}

// Verifies tells whether this key has signed a text under a name.
func (k PublicKey) Verifies(name string, text, signature []byte) bool {
	return k.isWhole() && ed25519.Verify(k.Bytes, under(name, text), signature)
}

// under puts the name of what is signed before it, so that no signature is good for something of another kind.
func under(name string, text []byte) []byte { return append([]byte(name+"\n"), text...) }

// PEM writes the key as a file.
func (k PublicKey) PEM() ([]byte, error) {
	der, err := x509.MarshalPKIXPublicKey(ed25519.PublicKey(k.Bytes))
	if err != nil {
		return nil, fmt.Errorf("write public key: %w", err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: publicPEM, Bytes: der}), nil
}

// ReadPublicKeys reads a file with one key or several.
func ReadPublicKeys(text []byte) ([]PublicKey, error) {
	var all []PublicKey
	for {
		block, rest := pem.Decode(text)
		if block == nil {
			break
		}
		key, err := x509.ParsePKIXPublicKey(block.Bytes)
		public, isEd := key.(ed25519.PublicKey)
		if err != nil || !isEd || block.Type != publicPEM {
			return nil, errNoPublicKey
		}
		all, text = append(all, NewPublicKey(public)), rest
	}
	if len(all) == 0 {
		return nil, errNoPublicKey
	}
	return all, nil
}

// Signer signs checkpoints, and what other packages sign. The key inside never prints itself.
type Signer struct {
	PublicKey
	sign func([]byte) []byte
}

func newSigner(private ed25519.PrivateKey) (*Signer, error) {
	public, ok := private.Public().(ed25519.PublicKey)
	if !ok {
		return nil, errNoPrivateKey
	}
	return &Signer{NewPublicKey(public), func(m []byte) []byte { return ed25519.Sign(private, m) }}, nil
}

// Sign signs a text under the name of what it is.
func (s *Signer) Sign(name string, text []byte) []byte { return s.sign(under(name, text)) }

// ReadSigner reads the secret file.
func ReadSigner(text []byte) (*Signer, error) {
	block, rest := pem.Decode(text)
	if block == nil || block.Type != privatePEM || len(trim(rest)) > 0 {
		return nil, errNoPrivateKey
	}
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	private, ok := key.(ed25519.PrivateKey)
	if err != nil || !ok {
		return nil, errNoPrivateKey
	}
	return newSigner(private)
}

// GenerateKey makes a key, and the text of its secret file.
func GenerateKey() (secret []byte, public PublicKey, err error) {
	pub, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, PublicKey{}, fmt.Errorf("make key: %w", err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return nil, PublicKey{}, fmt.Errorf("write private key: %w", err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: privatePEM, Bytes: der}), NewPublicKey(pub), nil
}
