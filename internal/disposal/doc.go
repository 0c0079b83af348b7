// Package disposal weeds what one holder keeps about a child when its time is over (gallring, R55, R56). A holder is the units of one
// secrecy domain that have one secrecy class; each has its own clock, so a plan that six services share is six copies with six clocks.
//
// The clocks are data (clocks.json): what a statute says, with its paragraph. What no statute says, or what could not be verified, is
// the authority's own decision (Setting): how many years health services and schools keep, and who is exempt for research. It has no
// default: before every class of the domain is decided on, nothing is listed. Facts about a case that stop or lengthen its clock
// (Mark) are recorded by the unit that holds the case, and so is a legal hold.
//
// An archivist draws up a list (Run), two people decide on it, and a day later samplan_disposal carries it out, outside of the server. At
// each of these steps every case is tested again (Retest): one in which something is new, marked or held by then, or that a later setting
// keeps longer, drops off, and the list says why. The list stays and is the certificate: units, children's ids,
// clocks, paragraphs, days and numbers, no content. Erasure on request (GDPR) and destruction of patient records (PDL 8:4) are no disposal.
package disposal
