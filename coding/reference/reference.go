// Package reference derives the module's reference catalogue from published evidence, step by step.
//
// Four files make it. evidence.jsonl is what was found in 118 published sources, second-wave.jsonl in 286 more, in their coders' words. cut.json is the
// types that parameters are placed in. ledger.jsonl is every decision between the two: what was split, placed, left out,
// merged and named, by whom and why. [Derive] replays the ledger; the catalogue that framework.Reference returns is its
// output, and a test fails when the two differ. To change the catalogue, add decisions to the ledger and run go generate ./...
//
// Catalogue 1 was made of the first wave alone, catalogue 2 of both: [DeriveRelease] gives either. The second wave is the test of the first catalogue.
//
// Beside them stand what independent readers wrote: second-reading.jsonl, second-coder.jsonl, second-wave-reading.jsonl, merge-audit.jsonl. Pages are generated of all:
// FUNNEL.md counts what became of every raw parameter, beside the article's own figures; AUDIT.md how far the readers agree; WAVES.md what the second wave found of
// the first catalogue; RELATIONS.md which forces the relations find again; CHANGES.md what differs between the two catalogues.
package reference

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
)

//go:embed evidence.jsonl
var evidence []byte

//go:embed second-wave.jsonl
var secondWave []byte

//go:embed cut.json
var cut []byte

// firstCut is the cut of the first release; the second says three definitions more exactly.
//
//go:embed cut-1.json
var firstCut []byte

//go:embed ledger.jsonl
var ledger []byte

// A Derivation is the replayed ledger and the catalogue that it yields.
type Derivation struct {
	State     *coding.State
	Ledger    coding.Ledger
	Funnel    coding.Funnel
	Catalogue *framework.Catalogue
}

// Derive replays the whole ledger on both waves of evidence.
func Derive() (*Derivation, error) {
	entries, err := coding.ReadLedger(bytes.NewReader(ledger))
	if err != nil {
		return nil, err
	}
	return derive(entries)
}

// DeriveRelease replays the ledger up to the release of a version: "1.0.0" is the catalogue of the first wave.
func DeriveRelease(version string) (*Derivation, error) {
	entries, err := coding.ReadLedger(bytes.NewReader(ledger))
	if err != nil {
		return nil, err
	}
	entries, ok := entries.At(version)
	if !ok {
		return nil, fmt.Errorf("the ledger has no release %q", version)
	}
	return derive(entries)
}

// AsFirstPlaced is the ledger as it stood before anything was placed otherwise because of a second reading: what the readers are compared with, who could not
// have agreed with corrections that they caused. The first catalogue's parameters are those of its release.
func AsFirstPlaced() (*Derivation, error) {
	entries, err := coding.ReadLedger(bytes.NewReader(ledger))
	if err != nil {
		return nil, err
	}
	second, ok := entries.At(firstRelease)
	start := len(second)
	at := slices.IndexFunc(entries[start:], func(e coding.Entry) bool { return e.Op == coding.Unmerge })
	if !ok || at < 0 {
		return derive(entries)
	}
	return derive(append(entries.Until(start + at)[:start+at:start+at], coding.Entry{Op: coding.Release, Of: "2.0.0", Who: "project", Why: "as first placed"}))
}

const firstRelease = "1.0.0"

// Evidence returns the two waves.
func Evidence() ([]coding.Evidence, error) {
	first, err := coding.ReadEvidence(bytes.NewReader(evidence))
	if err != nil {
		return nil, err
	}
	second, err := coding.ReadEvidence(bytes.NewReader(secondWave))
	return []coding.Evidence{first, second}, err
}

func derive(entries coding.Ledger) (*Derivation, error) {
	waves, err := Evidence()
	if err != nil {
		return nil, err
	}
	state, err := coding.Replay(entries, waves...)
	if err != nil {
		return nil, err
	}
	words := cut
	if entries[len(entries)-1].Of == firstRelease {
		words = firstCut
	}
	var types coding.Cut
	if _, err := strict.Unmarshal("cut.json", words, &types, strict.Limits{}); err != nil {
		return nil, err
	}
	definition, err := state.Catalogue(types)
	if err != nil {
		return nil, err
	}
	catalogue, err := framework.New(definition)
	if err != nil {
		return nil, fmt.Errorf("the ledger yields a catalogue that is not valid: %w", err)
	}
	return &Derivation{State: state, Ledger: entries, Funnel: state.Funnel(), Catalogue: catalogue}, nil
}

// Pages makes the generated pages.
func (d *Derivation) Pages() ([]framework.File, error) {
	audit, err := d.AuditPage()
	if err != nil {
		return nil, err
	}
	waves, err := d.WavesPage()
	if err != nil {
		return nil, err
	}
	changes, err := ChangesPage()
	return []framework.File{
		{Name: "FUNNEL.md", Data: d.FunnelPage()}, {Name: "AUDIT.md", Data: audit}, {Name: "WAVES.md", Data: waves},
		{Name: "RELATIONS.md", Data: d.RelationsPage()}, {Name: "CHANGES.md", Data: changes},
	}, err
}
