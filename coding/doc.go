// Package coding goes from what sources say to the parameters of a catalogue, by decisions that are kept.
//
// [ReadEvidence] reads coded sources: each names challenges, drivers and two-signed factors in its own words. Imported, each is
// a raw parameter ([Raw]). A [Ledger] is a list of decisions ([Entry]), each with who made it, why, and under which lens:
// splitting a two-signed factor, placing a raw parameter in a type or leaving it out, merging raw parameters of one meaning,
// naming the result, placing it by area, stage and locus. [Replay] carries them out on the evidence, one after the other, and
// refuses a decision that does not fit what went before; the same ledger always gives the same [State].
//
// [State.Catalogue] makes a catalogue of a state and a [Cut], the types that parameters are placed in. A parameter's sources
// are not typed in: they are the union of the sources of its raw parameters. [State.Funnel] counts what became of every raw
// parameter. The subpackage reference holds the evidence, cut and ledger of this module's own catalogue.
package coding
