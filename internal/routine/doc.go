// Package routine is the routine profile (rutinprofil): what the law leaves to a county or a principal to decide about
// coordinated plans, as data. The words that people read, the kinds of plans, the wheel of life areas, who coordinates at
// which age, how long things may take, from which age somebody sees or consents, and what is asked after a meeting
// (R16, R45, R49). No age, day count or interval of these stands in the program.
//
// A profile is a document of JSON (document.go is its shape, profiles/ holds those that come with the program). Each number
// says where it comes from: a law, an agreement, or a "setting" for which nothing could be verified. A document may name a
// version of another as its base and say only what differs: a section takes the place of the base's, in terms, deadlines,
// ages and forms name by name. Nothing is mixed below that, so a number never keeps the source of another.
//
// Versions are numbered, begin on a day, and never change; a principal's own come beside those of the program. The base is
// a version and not a profile: nothing that a municipality has decided changes since somebody else decided something.
//
// What follows a plan and what does not. A plan remembers the version under which it was made, and its words, wheel, coordination,
// deadlines and forms are read from that: a family that was told three weeks is owed three weeks, and what a wheel's areas
// are called must not change under what has been written about them. Ages, the days before a consent is reminded of, those
// to review an emergency access, and the least number that is told are read from the version in force today. They are
// questions of who may know and decide, which are answered at the moment of reading: whoever decides that guardians see
// until 16 means every child, and a wall must not stand where it does for the day on which a plan was opened.
//
// Parse says everything that is wrong with a document at once, each fault with a JSON pointer. Due, State and Coordinator are
// the only places that count days and ages under a profile, but for the ages that walls ask of, which the database counts
// from the version in force; other slices import this package as they do workday.
package routine
