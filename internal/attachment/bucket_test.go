package attachment_test

import (
	"bytes"
	"errors"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"samplan/internal/attachment"
)

// bucket starts a server that speaks S3, made by others, with one bucket.
func bucket(t *testing.T) *attachment.Bucket {
	t.Helper()
	kept := s3mem.New()
	if err := kept.CreateBucket("files"); err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(gofakes3.New(kept).Server())
	t.Cleanup(s.Close)
	return open(t, strings.TrimPrefix(s.URL, "http://"), "files")
}

func open(t *testing.T, at, name string) *attachment.Bucket {
	t.Helper()
	b, err := attachment.NewBucket(attachment.BucketOptions{Endpoint: at, Name: name, Region: "local", AccessKey: "key", SecretKey: "secret-of-it", Plain: true})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestABucketKeepsFiles(t *testing.T) {
	t.Parallel()
	b := bucket(t)
	var got bytes.Buffer
	if err := b.Get(t.Context(), id, &got); !errors.Is(err, attachment.ErrBucket) || got.Len() > 0 {
		t.Errorf("what is not there: %d bytes, %v", got.Len(), err)
	}
	for _, file := range []string{"a", strings.Repeat("b", 6<<20), "c"} { // the last lies in the place of those before
		if err := b.Put(t.Context(), id, strings.NewReader(file)); err != nil {
			t.Fatal(err)
		}
		if got.Reset(); b.Get(t.Context(), id, &got) != nil || got.String() != file {
			t.Errorf("%d bytes came back of %d", got.Len(), len(file))
		}
	}
	for range 2 {
		if err := b.Remove(t.Context(), id); err != nil {
			t.Error(err)
		}
	}
	if err := b.Get(t.Context(), id, &got); err == nil {
		t.Error("it is there still")
	}
}

// TestABucketTellsLittle: an error names neither server nor bucket nor file, and no key.
func TestABucketTellsLittle(t *testing.T) {
	t.Parallel()
	for _, b := range []*attachment.Bucket{open(t, "127.0.0.1:1", "files"), bucket(t)} {
		err := b.Get(t.Context(), id, &bytes.Buffer{})
		if err == nil {
			t.Fatal("it is there")
		}
		for _, word := range []string{id, "127.0.0.1", "files", "secret"} {
			if strings.Contains(err.Error(), word) {
				t.Errorf("%q tells %q", err, word)
			}
		}
	}
	if _, err := attachment.NewBucket(attachment.BucketOptions{Endpoint: "http://x/y"}); err == nil {
		t.Error("an address is taken for an endpoint")
	}
}
