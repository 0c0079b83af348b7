package audit_test

import (
	"crypto/sha256"
	"encoding/hex"
	"math/bits"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/audit"
)

// TestTreeOfRFC9162 takes the leaves that Certificate Transparency is tested with, and their known roots.
func TestTreeOfRFC9162(t *testing.T) {
	t.Parallel()
	var tree audit.Tree
	if got := tree.Root().String(); got != "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" {
		t.Errorf("of nothing: %s", got)
	}
	for i, c := range []struct{ leaf, root string }{
		{"", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"},
		{"00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"},
		{"10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"},
		{"2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"},
		{"3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"},
		{"40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"},
		{"5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"},
		{"606162636465666768696a6b6c6d6e6f", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"},
	} {
		leaf, err := hex.DecodeString(c.leaf)
		if err != nil {
			t.Fatal(err)
		}
		tree.Add(sha256.Sum256(append([]byte{0}, leaf...)))
		if got := tree.Root().String(); got != c.root {
			t.Errorf("of %d leaves: %s", i+1, got)
		}
	}
}

// TestTreeIsThatOfTheDefinition compares with the recursion of RFC 9162, 2.1.1.
func TestTreeIsThatOfTheDefinition(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 300).Draw(t, "leaves")
		leaves := make([]audit.Hash, n)
		var tree audit.Tree
		for i := range leaves {
			leaves[i] = sha256.Sum256([]byte{byte(i), byte(i >> 8)})
			tree.Add(leaves[i])
		}
		if tree.Root() != root(leaves) {
			t.Errorf("%d leaves: the roots differ", n)
		}
	})
}

func root(leaves []audit.Hash) audit.Hash {
	switch len(leaves) {
	case 0:
		return sha256.Sum256(nil)
	case 1:
		return leaves[0]
	}
	k := 1 << (bits.Len(uint(len(leaves)-1)) - 1)
	left, right := root(leaves[:k]), root(leaves[k:])
	return sha256.Sum256(append(append([]byte{1}, left[:]...), right[:]...))
}
