// Holds resources against FHIR's own definitions of R4, with a program made by others (npm: fhir).
// node fhir.mjs PACKAGES: a JSON document on each line of stdin; on each line of stdout the errors in it, as a JSON list.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const { Fhir } = createRequire(process.argv[2] + '/')('fhir')
const fhir = new Fhir()
for await (const line of createInterface({ input: process.stdin })) {
  const { messages } = fhir.validate(JSON.parse(line), { errorOnUnexpected: true })
  const errors = messages.filter((m) => m.severity === 'error' || m.severity === 'fatal')
  console.log(JSON.stringify(errors.map((m) => `${m.location}: ${m.message}`)))
}
