// Readings: what independent readers wrote, before their agreement with the ledger is computed.

package reference

import (
	"bytes"
	_ "embed"
	"errors"

	"github.com/hasteslowly/readiness/framework/strict"
)

// secondReadings are placements by readers who had the types and the raw parameters, and did not see the ledger.
//
//go:embed second-reading.jsonl
var secondReadings []byte

// secondCoder is a random third of the first wave, coded again blind for sign, type and area.
//
//go:embed second-coder.jsonl
var secondCoder []byte

// secondWaveReadings are placements of the second wave by readers who had catalogue 1, and did not see the ledger's.
//
//go:embed second-wave-reading.jsonl
var secondWaveReadings []byte

// mergeAudit is a fresh reader's verdict on 60 merges drawn at random before the audit; those it contested were then changed.
//
//go:embed merge-audit.jsonl
var mergeAudit []byte

// A Reading is how one reader coded a raw parameter.
type Reading struct {
	Raw string `json:"raw"`
	// Type is its type; "unplaced" when the reader found no factor in it, "none fits" when none of the 22 is about it.
	Type string `json:"type"`
	// Sign and Area are as the reader saw them for this raw parameter, where they were asked for.
	Sign string `json:"sign,omitempty"`
	Area string `json:"area,omitempty"`
	// Parameter is the one of catalogue 1 that says it; New the name of one that the reader missed there. Forced says that the type fits only with force.
	Parameter string `json:"parameter,omitempty"`
	New       string `json:"new,omitempty"`
	Forced    bool   `json:"forced,omitempty"`
	Who       string `json:"who"`
}

// A Verdict is what the auditor said of a merge: ok, odd (a raw parameter does not belong) or split (two meanings).
type Verdict struct {
	Parameter string `json:"parameter"`
	Verdict   string `json:"verdict"`
	Why       string `json:"why"`
	Who       string `json:"who"`
}

// Readings returns the independent placements of the first wave.
func Readings() ([]Reading, error) { return lines[Reading]("second-reading.jsonl", secondReadings) }

// SecondCoder returns the random third of the first wave, coded again.
func SecondCoder() ([]Reading, error) { return lines[Reading]("second-coder.jsonl", secondCoder) }

// SecondWaveReadings returns the independent placements of the second wave.
func SecondWaveReadings() ([]Reading, error) {
	return lines[Reading]("second-wave-reading.jsonl", secondWaveReadings)
}

// Verdicts returns the audit of merges.
func Verdicts() ([]Verdict, error) { return lines[Verdict]("merge-audit.jsonl", mergeAudit) }

func lines[T any](name string, data []byte) ([]T, error) {
	var all []T
	var errs []error
	for line := range bytes.Lines(data) {
		var x T
		_, err := strict.Unmarshal(name, line, &x, strict.Limits{})
		errs = append(errs, err)
		all = append(all, x)
	}
	return all, errors.Join(errs...)
}
