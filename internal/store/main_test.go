package store_test

import (
	"testing"

	"samplan/internal/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m, nil) }
