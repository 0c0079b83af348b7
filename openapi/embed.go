// Package openapi holds the contract. People write openapi.yaml; package wire is generated from it.
package openapi

import _ "embed"

//go:generate go tool oapi-codegen -config codegen.yaml openapi.yaml

// Document is the contract as it is served.
//
//go:embed openapi.yaml
var Document []byte
