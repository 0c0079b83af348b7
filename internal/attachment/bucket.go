package attachment

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
)

// Bucket keeps encrypted files at a server that speaks S3. Whoever runs that server sees how many there are, how large, and when
// they come and go; of whom they are, and what is in them, it does not see.
type Bucket struct {
	client *minio.Client
	name   string
}

// BucketOptions say where a bucket is.
type BucketOptions struct {
	Endpoint  string // host:port
	Name      string
	Region    string // of the signature; what the server calls itself
	AccessKey string
	SecretKey string
	Plain     bool              // without TLS, for a server on this machine
	Transport http.RoundTripper // the usual one when nil
}

// bucketTime is for one file. The database waits meanwhile, and not for long.
const bucketTime = 8 * time.Second

// NewBucket makes one. It does not ask whether it is there: files are refused until it is.
func NewBucket(o BucketOptions) (*Bucket, error) {
	c, err := minio.New(o.Endpoint, &minio.Options{
		Creds: credentials.NewStaticV4(o.AccessKey, o.SecretKey, ""), Secure: !o.Plain, Region: o.Region, Transport: o.Transport, MaxRetries: 2,
		BucketLookup: minio.BucketLookupPath, // a name of its own for each bucket is more than a local server has
	})
	if err != nil {
		return nil, fmt.Errorf("read where the bucket is: %w", err)
	}
	return &Bucket{c, o.Name}, nil
}

// Put keeps a file under a name, whatever lay there before.
func (b *Bucket) Put(ctx context.Context, name string, from io.ReadSeeker) error {
	size, err := from.Seek(0, io.SeekEnd)
	if err == nil {
		_, err = from.Seek(0, io.SeekStart)
	}
	if err != nil {
		return fmt.Errorf("measure file: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, bucketTime)
	defer cancel()
	o := minio.PutObjectOptions{ContentType: "application/octet-stream", DisableMultipart: true, SendContentMd5: true}
	_, err = b.client.PutObject(ctx, b.name, name, from, size, o)
	return said("keep", err)
}

// Get writes a file to where it is wanted.
func (b *Bucket) Get(ctx context.Context, name string, into io.Writer) error {
	ctx, cancel := context.WithTimeout(ctx, bucketTime)
	defer cancel()
	o, err := b.client.GetObject(ctx, b.name, name, minio.GetObjectOptions{})
	if err != nil {
		return said("fetch", err)
	}
	defer func() { _ = o.Close() }() // it was read to its end, or the error is told
	_, err = io.Copy(into, o)
	return said("fetch", err)
}

// Remove throws a file away. One that is not there is gone already.
func (b *Bucket) Remove(ctx context.Context, name string) error {
	ctx, cancel := context.WithTimeout(ctx, bucketTime)
	defer cancel()
	return said("throw away", b.client.RemoveObject(ctx, b.name, name, minio.RemoveObjectOptions{}))
}

// ErrBucket is a bucket that did not do what it was asked.
var ErrBucket = errors.New("the bucket failed")

// said tells of an error by its code alone: its text names the server, the bucket and the file.
func said(what string, err error) error {
	if err == nil {
		return nil
	}
	code := minio.ToErrorResponse(err).Code
	if code == "" {
		code = "unreachable"
	}
	return fmt.Errorf("%w: %s: %s", ErrBucket, what, code)
}
