package identity

// refusal is why a token was refused, in fixed words: it goes to the log, and nothing of a token may.
type refusal string

// Error gives the words.
func (r refusal) Error() string { return string(r) }

const (
	errDelegated  refusal = "somebody acts for the person already"
	errParty      refusal = "given to another client, or it does not say to which"
	errTwoNames   refusal = "issuer and subject are not both the client"
	errUsed       refusal = "was used before"
	errMethod     refusal = "proof of another method or address"
	errToken      refusal = "proof of another token"
	errNotToken   refusal = "not a token of a client"
	errShape      refusal = "not a compact token of at most 8 kB"
	errJSON       refusal = "header or claims are not one strict JSON object"
	errVariant    refusal = "a name occurs in another spelling"
	errType       refusal = "not an access token: wrong typ"
	errHeader     refusal = "header that is not allowed"
	errAlgorithm  refusal = "algorithm that is not allowed"
	errIssuer     refusal = "unknown issuer"
	errKey        refusal = "unknown key"
	errAudience   refusal = "meant for another audience"
	errExpired    refusal = "expired"
	errSignature  refusal = "signature does not hold"
	errClaim      refusal = "a claim is missing or has the wrong form"
	errForeign    refusal = "not an access token: nonce or events"
	errBound      refusal = "bound to a key that this service cannot check"
	errLifetime   refusal = "lives too long"
	errFuture     refusal = "not valid yet"
	errLevel      refusal = "level of assurance too low"
	errIdentifier refusal = "no identifier, several, or a malformed one"
)
