package identity

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
)

// RSA keys outside these bounds are either weak or a burden for every request.
const (
	minRSABits = 2048
	maxRSABits = 8192
)

// jwk is the wire form of a public key (RFC 7517 and 7518, 6; RFC 8037).
type jwk struct {
	Kty string   `json:"kty"`
	Kid string   `json:"kid"`
	Use string   `json:"use"`
	Ops []string `json:"key_ops"`
	Alg string   `json:"alg"`
	Crv string   `json:"crv"`
	N   string   `json:"n"`
	E   string   `json:"e"`
	X   string   `json:"x"`
	Y   string   `json:"y"`
}

// publicKey is a key of an issuer and the algorithms it may verify.
type publicKey struct {
	key        crypto.PublicKey
	algorithms []string
}

func (k publicKey) fits(algorithm string) bool { return slices.Contains(k.algorithms, algorithm) }

func (k publicKey) equal(other publicKey) bool {
	same, ok := k.key.(interface{ Equal(x crypto.PublicKey) bool })
	return ok && same.Equal(other.key)
}

// readKeys reads a key set. Keys that cannot serve here, such as those for encryption or of other curves, are passed
// over: one of them must not cost us the rest. The first of two keys with one id counts.
func readKeys(document []byte) (map[string]publicKey, error) {
	var set struct {
		Keys []json.RawMessage `json:"keys"`
	}
	if err := json.Unmarshal(document, &set); err != nil || set.Keys == nil {
		return nil, errors.New("not a key set")
	}
	keys := map[string]publicKey{}
	for _, raw := range set.Keys {
		var j jwk
		if json.Unmarshal(raw, &j) != nil || j.Kid == "" || !j.isForSigning() {
			continue
		}
		key, err := j.public()
		if _, taken := keys[j.Kid]; err == nil && !taken {
			keys[j.Kid] = key
		}
	}
	return keys, nil
}

// readKey reads one key.
func readKey(document []byte) (publicKey, error) {
	var j jwk
	if err := json.Unmarshal(document, &j); err != nil || !j.isForSigning() {
		return publicKey{}, errKey
	}
	return j.public()
}

// CheckKey refuses a public key that no signature can be verified with here.
func CheckKey(document []byte) error {
	k, err := readKey(document)
	if err == nil && len(k.algorithms) == 0 {
		err = errAlgorithm // made for one that we do not take
	}
	return err
}

func (j jwk) isForSigning() bool {
	return (j.Use == "" || j.Use == "sig") && (len(j.Ops) == 0 || slices.Contains(j.Ops, "verify"))
}

func (j jwk) public() (k publicKey, err error) {
	switch {
	case j.Kty == "RSA":
		k.algorithms = []string{"RS256", "PS256"}
		k.key, err = j.rsa()
	case j.Kty == "EC" && j.Crv == "P-256":
		k.algorithms = []string{"ES256"}
		k.key, err = j.ecdsa()
	case j.Kty == "OKP" && j.Crv == "Ed25519":
		k.algorithms = []string{"EdDSA"}
		k.key, err = j.ed25519()
	default:
		return publicKey{}, errors.New("kind of key that is not used here")
	}
	if err != nil {
		return publicKey{}, err
	}
	if j.Alg != "" {
		k.algorithms = slices.DeleteFunc(k.algorithms, func(a string) bool { return a != j.Alg })
	}
	return k, nil
}

func (j jwk) rsa() (crypto.PublicKey, error) {
	n, errN := base64.RawURLEncoding.DecodeString(j.N)
	e, errE := base64.RawURLEncoding.DecodeString(j.E)
	if err := errors.Join(errN, errE); err != nil {
		return nil, fmt.Errorf("decode RSA key: %w", err)
	}
	modulus, exponent := new(big.Int).SetBytes(n), new(big.Int).SetBytes(e)
	if modulus.BitLen() < minRSABits || modulus.BitLen() > maxRSABits {
		return nil, errors.New("length of RSA key")
	}
	if exponent.BitLen() > 31 || exponent.Int64() < 3 || exponent.Bit(0) == 0 {
		return nil, errors.New("exponent of RSA key")
	}
	return &rsa.PublicKey{N: modulus, E: int(exponent.Int64())}, nil
}

func (j jwk) ecdsa() (crypto.PublicKey, error) {
	x, errX := base64.RawURLEncoding.DecodeString(j.X)
	y, errY := base64.RawURLEncoding.DecodeString(j.Y)
	if err := errors.Join(errX, errY); err != nil || len(x) != 32 || len(y) != 32 {
		return nil, errors.New("coordinates of elliptic key")
	}
	key, err := ecdsa.ParseUncompressedPublicKey(elliptic.P256(), slices.Concat([]byte{4}, x, y))
	if err != nil {
		return nil, fmt.Errorf("read elliptic key: %w", err)
	}
	return key, nil
}

func (j jwk) ed25519() (crypto.PublicKey, error) {
	x, err := base64.RawURLEncoding.DecodeString(j.X)
	if err != nil || len(x) != ed25519.PublicKeySize {
		return nil, errors.New("length of Ed25519 key")
	}
	return ed25519.PublicKey(x), nil
}
