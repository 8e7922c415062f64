// Package framework models why patient data sharing projects succeed or stall: as a catalogue of types of challenges, drivers
// and forces, each made of parameters that a project can be asked about.
//
// The model is Petrova & Barclay's (2024, PLOS Digital Health 3(4):e0000470). A [Type] has one of four forms ([Form]): a pure
// challenge, a pure driver, an oppositional force (a challenge and the driver that counteracts it) or an ambivalent force (one
// factor felt as both). A [Parameter] is what is rated; its [Pole] says whether one asks how strongly it hinders, how strongly
// it helps, or both, kept apart. Its [Area] says whether it concerns the IT solution at all; a driver's [Locus] and [Control]
// say how far the team can decide about it. Every entry has a [Provenance], so that nothing of this project's wording is taken
// for the authors'.
//
// A [Catalogue] is immutable. [Reference] gives the one that ships with this module: its 22 types and their parameters are
// derived from published sources by the ledger in package coding/reference. [Read], [ReadFS] and [New] make others, from a file,
// a folder or Go values, by the same checks; whatever is wrong with them comes back at once as a [*strict.Error]. A catalogue
// of another model - CFIR's constructs, rated -2..+2 - has the same shape with other types.
//
// [Overlay] changes the words, the language or the content of a catalogue without touching code and lists what it changed;
// [Compare] lists what differs between two versions; [PublishedInvariants] are the article's statements that can be checked.
package framework
