package audit

// Export is a range of seals, and what came out of it.
type Export struct {
	From, To       int64 // seals; To 0 is the last that is signed
	Entries, Stubs int64
	Signed         int64 // the last seal in it that a checkpoint signs
}
