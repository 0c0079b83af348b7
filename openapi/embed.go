// Package openapi holds the contract. People write openapi.yaml; packages wire and client are generated from it.
package openapi

import _ "embed"

//go:generate go tool oapi-codegen -config codegen.yaml openapi.yaml
//go:generate go tool oapi-codegen -config client/codegen.yaml openapi.yaml

// Document is the contract as it is served.
//
//go:embed openapi.yaml
var Document []byte
