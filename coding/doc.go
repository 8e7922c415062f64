// Package coding goes from what sources say to the parameters of a catalogue, by decisions that are kept.
//
// [ReadEvidence] reads coded sources: each names challenges, drivers and two-signed factors in its own words. Imported, each is
// a raw parameter ([Raw]). A [Ledger] is a list of decisions ([Entry]), each with who made it, why, and under which lens:
// splitting a two-signed factor, placing a raw parameter in a type or leaving it out, merging raw parameters of one meaning,
// naming the result, placing it by area, stage and locus. [Replay] carries them out on the evidence, one after the other, and
// refuses a decision that does not fit what went before; the same ledger always gives the same [State].
//
// A ledger can be taken back to any point in the open ([Undo]), asked why something is where it is ([Ledger.Blame]), compared with another ([Diff]), and united with that of somebody who
// went on from the same beginning ([Unite]), which lists every question on which the two differ and decides none.
//
// [State.Catalogue] makes a catalogue of a state and a [Cut], the types that parameters are placed in. A parameter's sources
// are not typed in: they are the union of the sources of its raw parameters. [State.Funnel] counts what became of every raw
// parameter. The subpackage reference holds the evidence, cut and ledger of this module's own catalogue.
//
// # Material
//
// [Material] is texts and what coders said of them: documents, cases with attributes, a [Codebook] that keeps its history, codings of spans under lenses, memos. Positions count
// runes, bytes or UTF-16 units, as the material says, and [Offsets] turns one into another. [ReadMaterial] reads it as JSON, [ReadCodings] as a table, package refi from other programs; [State.Material] makes it of a ledger.
//
// Of material, [Relate] proposes forces: factors felt both ways with what their sign goes with, challenges with drivers that occur together or are said to counteract them. [Cross] makes the framework matrix,
// [Cooccur] counts codes that meet, [Saturate] says when new sources bring little that is new, [Material.Mark] lays out what coders marked for package agreement. All give data, CSV and a chart.
package coding
