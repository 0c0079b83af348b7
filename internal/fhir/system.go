package fhir

// Systems of others.
const (
	actCode         = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
	confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"
	participation   = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType"
	authorship      = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"
	achievement     = "http://terminology.hl7.org/CodeSystem/goal-achievement"
	consentScope    = "http://terminology.hl7.org/CodeSystem/consentscope"
	identifierType  = "http://terminology.hl7.org/CodeSystem/v2-0203"
	loinc           = "http://loinc.org"
	swedishLabel    = "http://hl7.se/fhir/ig/base/CodeSystem/SecurityLabel" // HL7 Sweden's base profiles, 1.1.0
	swedishNumber   = "http://electronichealth.se/identifier/"              // likewise
	orgNumber       = "urn:oid:2.5.4.97"                                    // likewise, SEBaseOrganization
	uri             = "urn:ietf:rfc:3986"
)

// Our own, for what FHIR and HL7 Sweden have no code for.
const (
	ownSystems    = "https://samplan.example/fhir/CodeSystem/"
	planKinds     = ownSystems + "plan-kind"
	planRoles     = ownSystems + "plan-role"
	goalHorizons  = ownSystems + "goal-horizon"
	consentKinds  = ownSystems + "consent-kind"
	categories    = ownSystems + "information-category"
	localReserved = "https://samplan.example/fhir/identifier/lokalt-reserv-id"
)

// numbers are the systems of a child's numbers. A local reserve id is known by the OID of its region, if that is known.
var numbers = map[string]string{
	"personnummer": swedishNumber + "personnummer", "samordningsnummer": swedishNumber + "samordningsnummer",
	"nationellt-reserv-id": swedishNumber + "nationelltReservnummer", "lokalt-reserv-id": localReserved,
}

// protections are HL7 Sweden's labels of protected personal data.
var protections = map[string]Coding{
	"confidentiality-marking": {swedishLabel, "sekretessmarkering", "Sekretessmarkering"},
	"protected-registration":  {swedishLabel, "skyddadFolkbokforing", "Skyddad folkbokföring"},
	"assumed-identity":        {swedishLabel, "skyddadFolkbokforing", "Skyddad folkbokföring"},
}

// labels are the security labels of what is about the child.
func labels(isProtected bool, level string) []Coding {
	if !isProtected {
		return []Coding{{confidentiality, "R", "restricted"}}
	}
	all := []Coding{{confidentiality, "V", "very restricted"}, {actCode, "DEMO", "all demographic information sensitivity"}}
	if l, ok := protections[level]; ok {
		all = append(all, l)
	}
	return all
}
