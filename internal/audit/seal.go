package audit

import "time"

const sealName = "samplan-log-seal-1"

// Why an epoch begins.
const (
	BeginsLog       = "first"
	BeginsCluster   = "other-cluster"        // restored elsewhere: numbers of transactions begin anew
	BeginsTimeline  = "other-timeline"       // another server took over, or a backup was rolled forward
	BeginsBackwards = "transactions-go-back" // somebody has reset the counter
)

// Seal closes a batch of entries and remembers the seal before.
type Seal struct {
	Before   string `json:"before"`   // every committed entry of an earlier transaction is sealed
	Begins   string `json:"begins"`   // why an epoch begins here, or nothing
	Cluster  string `json:"cluster"`  // the database cluster and its timeline
	Count    int64  `json:"count"`    // entries in it
	Epoch    int64  `json:"epoch"`    // from 1
	First    string `json:"first"`    // id of its first entry
	Key      string `json:"key"`      // id of the key that signs from here on, or nothing
	Last     string `json:"last"`     // id of its last entry
	Number   int64  `json:"number"`   // from 1, without gaps
	Previous Hash   `json:"previous"` // hash of the seal before
	Root     Hash   `json:"root"`     // over the leaves
	SealedAt Moment `json:"sealedAt"`
	Size     int64  `json:"size"` // entries in it and all before
}

// Hash is what the next seal and a checkpoint remember.
func (s Seal) Hash() Hash { return hashOf(sealName, s) }

// Place is where a batch is taken: the cluster, and the first transaction that has not begun there.
type Place struct {
	Cluster, Timeline string
	Xmax              uint64
}

func (p Place) name() string { return p.Cluster + "/" + p.Timeline }

// Next gives the seal after previous, still empty, and from which transaction its entries are taken. previous is the
// zero seal in the beginning.
func Next(previous Seal, p Place, key string, now time.Time) (s Seal, from uint64) {
	s = Seal{
		Cluster: p.name(), Epoch: previous.Epoch, Key: key, Number: previous.Number + 1, SealedAt: At(now), Size: previous.Size,
	}
	if previous.Number > 0 {
		s.Previous = previous.Hash()
	}
	before := number(previous.Before)
	s.Begins, from = epochBegins(previous, p, before)
	if s.Begins != "" {
		s.Epoch++
	}
	return s, from
}

// epochBegins compares where the seal before was made with here. In another cluster everything is looked at again; what
// is sealed is not taken twice.
func epochBegins(previous Seal, p Place, before uint64) (why string, from uint64) {
	cluster, _, _ := cut(previous.Cluster)
	switch {
	case previous.Number == 0:
		return BeginsLog, 0
	case cluster != p.Cluster:
		return BeginsCluster, 0
	case p.Xmax < before:
		return BeginsBackwards, 0
	case previous.Cluster != p.name():
		return BeginsTimeline, before
	}
	return "", before
}

// Close fills the seal with its leaves.
func (s *Seal) Close(leaves []Leaf, before uint64) {
	var t Tree
	for _, l := range leaves {
		t.Add(l.Hash())
	}
	s.Root, s.Count, s.Before = t.Root(), int64(len(leaves)), text(before)
	s.Size += s.Count
	if s.Count > 0 {
		s.First, s.Last = leaves[0].ID, leaves[len(leaves)-1].ID
	}
}
