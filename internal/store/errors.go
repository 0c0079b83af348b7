package store

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/gorm"

	"samplan/internal/fault"
)

// errAgain marks a transaction that lost against another and may be run once more.
var errAgain = errors.New("serialization")

// translate turns what the database said into a fault (quality D13). Its words stay inside: they tell of tables and rows.
func translate(err error) error {
	var f *fault.Error
	var p *pgconn.PgError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &f):
		return err
	case errors.Is(err, gorm.ErrRecordNotFound):
		return fault.New(fault.CodeNotFound)
	case errors.Is(err, gorm.ErrDuplicatedKey):
		return fault.Wrap(fault.CodeDuplicate, err)
	case errors.As(err, &p):
		return byState(p)
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded), pgconn.SafeToRetry(err), pgconn.Timeout(err):
		return fault.Wrap(fault.CodeUnavailable, err)
	}
	var c *pgconn.ConnectError
	if errors.As(err, &c) || strings.Contains(err.Error(), "closed") || strings.Contains(err.Error(), "EOF") {
		return fault.Wrap(fault.CodeUnavailable, err)
	}
	return fault.Wrap(fault.CodeInternal, err)
}

// byState decides by SQLSTATE. The server's message may quote a value, so only code, table and constraint are kept.
func byState(p *pgconn.PgError) error {
	err := fmt.Errorf("sqlstate %s %s %s", p.Code, p.TableName, p.ConstraintName)
	switch {
	case p.Code == "40001" || p.Code == "40P01":
		return fault.Wrap(fault.CodeUnavailable, errors.Join(errAgain, err))
	case p.Code == "SP001": // app_refuse_ended
		return fault.Wrap(fault.CodePlanClosed, err)
	case p.Code == "23505" || p.Code == "23P01":
		return fault.Wrap(fault.CodeDuplicate, err)
	case p.Code == "42501": // a fence refused the write: what is not there for the actor is not there
		return fault.Wrap(fault.CodeNotFound, err)
	case strings.HasPrefix(p.Code, "53"), strings.HasPrefix(p.Code, "57"), strings.HasPrefix(p.Code, "08"), p.Code == "25006", p.Code == "55P03":
		return fault.Wrap(fault.CodeUnavailable, err)
	case strings.HasPrefix(p.Code, "22"):
		return fault.Wrap(fault.CodeInvalid, err)
	}
	return fault.Wrap(fault.CodeInternal, err)
}
