// Package reference derives the module's reference catalogue from published evidence, step by step.
//
// Three files make it. evidence.jsonl is what was found in 118 published sources, in its first coder's words. cut.json is the
// types that parameters are placed in. ledger.jsonl is every decision between the two: what was split, placed, left out,
// merged and named, by whom and why. [Derive] replays the ledger; the catalogue that framework.Reference returns is its
// output, and a test fails when the two differ. To change the catalogue, add decisions to the ledger and run go generate ./...
//
// Beside them stand what independent readers wrote: second-reading.jsonl, merge-audit.jsonl. FUNNEL.md, generated, counts what
// became of every raw parameter, beside the article's own figures; AUDIT.md how far the readers agree.
package reference

import (
	"bytes"
	_ "embed"
	"fmt"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/framework"
	"github.com/hasteslowly/readiness/framework/strict"
)

//go:embed evidence.jsonl
var evidence []byte

//go:embed cut.json
var cut []byte

//go:embed ledger.jsonl
var ledger []byte

// A Derivation is the replayed ledger and the catalogue that it yields.
type Derivation struct {
	State     *coding.State
	Ledger    coding.Ledger
	Funnel    coding.Funnel
	Catalogue *framework.Catalogue
}

// Derive replays the ledger on the evidence.
func Derive() (*Derivation, error) {
	wave, err := coding.ReadEvidence(bytes.NewReader(evidence))
	if err != nil {
		return nil, err
	}
	entries, err := coding.ReadLedger(bytes.NewReader(ledger))
	if err != nil {
		return nil, err
	}
	state, err := coding.Replay(entries, wave)
	if err != nil {
		return nil, err
	}
	var types coding.Cut
	if _, err := strict.Unmarshal("cut.json", cut, &types, strict.Limits{}); err != nil {
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
