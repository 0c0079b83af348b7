package main

import (
	"context"

	"samplan/internal/config"
	"samplan/internal/job"
	"samplan/internal/store"
)

// openStore connects to the database, and tells where files are thrown away that lie in the bucket: nowhere without one.
func openStore(ctx context.Context, c config.Config) (*store.Store, job.Files, error) {
	o := store.Options{MaxConnections: c.Limits.Connections, EventDays: c.Events.Days}
	bucket, err := c.Attachments.S3.Open()
	if err != nil {
		return nil, nil, err
	}
	var files job.Files
	if bucket != nil { // a nil pointer in an interface would be somebody
		o.Files, files = bucket, bucket
	}
	db, err := store.Open(ctx, c.DatabaseURL.Reveal(), o)
	return db, files, err
}
