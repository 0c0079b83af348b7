package httpapi

// ContractDocument is the contract as the server has read it, for tests that look at it from outside.
var ContractDocument = contractDocument
