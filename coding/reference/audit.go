// The audit: how far independent readers agree with the ledger, computed from what they wrote.

package reference

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/hasteslowly/readiness/framework/strict"
)

// secondReadings are placements by readers who had the types and the raw parameters, and did not see the ledger.
//
//go:embed second-reading.jsonl
var secondReadings []byte

// mergeAudit is a fresh reader's verdict on 60 merges drawn at random before the audit; those it contested were then changed.
//
//go:embed merge-audit.jsonl
var mergeAudit []byte

// A Reading is how one reader placed a raw parameter.
type Reading struct {
	Raw  string `json:"raw"`
	Type string `json:"type"`           // or "unplaced"
	Area string `json:"area,omitempty"` // as the reader saw it for this raw parameter
	Who  string `json:"who"`
}

// A Verdict is what the auditor said of a merge: ok, odd (a raw parameter does not belong) or split (two meanings).
type Verdict struct {
	Parameter string `json:"parameter"`
	Verdict   string `json:"verdict"`
	Why       string `json:"why"`
	Who       string `json:"who"`
}

// Readings returns the independent placements.
func Readings() ([]Reading, error) { return lines[Reading]("second-reading.jsonl", secondReadings) }

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

// An Agreement compares two readings of the same raw parameters.
type Agreement struct {
	N int
	// Share is the share read alike; Alpha is Krippendorff's alpha for two readers and nominal data, without missing values: 1 - Do/De,
	// where De is the chance that two values drawn from all 2N differ. Source: Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability".
	Share, Alpha float64
}

// agreement compares pairs of values.
func agreement(pairs [][2]string) Agreement {
	counts := map[string]int{}
	alike := 0
	for _, p := range pairs {
		counts[p[0]]++
		counts[p[1]]++
		if p[0] == p[1] {
			alike++
		}
	}
	n, same := 2*len(pairs), 0
	for _, value := range slices.Sorted(maps.Keys(counts)) {
		same += counts[value] * (counts[value] - 1)
	}
	a := Agreement{N: len(pairs), Share: float64(alike) / float64(len(pairs))}
	expected := 1 - float64(same)/float64(n*(n-1))
	a.Alpha = 1 - (1-a.Share)/expected
	return a
}

// randomReader is the reader who placed 60 raw parameters drawn at random from all; the others read whole sources.
const randomReader = "reader-8"

// Agreements compares the ledger with the independent readings, those drawn at random or the others: on the type of the raw
// parameter, and on its area, for which the ledger's is that of the parameter it was merged into.
func (d *Derivation) Agreements(atRandom bool) (types, areas Agreement, err error) {
	readings, err := Readings()
	if err != nil {
		return types, areas, err
	}
	var byType, byArea [][2]string
	for _, f := range d.State.Fates() {
		for _, r := range readings {
			if r.Raw != f.Raw.ID || f.Halves != nil || atRandom != (r.Who == randomReader) {
				continue
			}
			ours := f.Type
			if f.Unplaced {
				ours = "unplaced"
			}
			byType = append(byType, [2]string{ours, r.Type})
			if p, ok := d.Catalogue.Parameter(f.Parameter); ok && r.Area != "" {
				byArea = append(byArea, [2]string{p.Area.String(), r.Area})
			}
		}
	}
	return agreement(byType), agreement(byArea), nil
}

// AuditPage gives AUDIT.md.
func (d *Derivation) AuditPage() ([]byte, error) {
	verdicts, err := Verdicts()
	if err != nil {
		return nil, err
	}
	count := map[string]int{}
	for _, v := range verdicts {
		count[v.Verdict]++
	}
	var b bytes.Buffer
	fmt.Fprint(&b, auditIntro)
	fmt.Fprintf(&b, "| what | compared | alike | Krippendorff's alpha |\n|---|--:|--:|--:|\n")
	for _, atRandom := range []bool{false, true} {
		types, areas, err := d.Agreements(atRandom)
		if err != nil {
			return nil, err
		}
		what := map[bool]string{false: "whole sources", true: "drawn at random from all"}[atRandom]
		fmt.Fprintf(&b, "| type, of 22 or left out; %s | %d readings | %.0f%% | %.2f |\n", what, types.N, 100*types.Share, types.Alpha)
		fmt.Fprintf(&b, "| area, of 4, the ledger's being that of the merged parameter; %s | %d | %.0f%% | %.2f |\n", what, areas.N, 100*areas.Share, areas.Alpha)
	}
	fmt.Fprintf(&b, "\n## Merges\n\nA fresh reader judged %d merges drawn at random (seed 20261123) from those of two or more raw parameters: could a project answer all of them with one rating? "+
		"%d yes, %d with a raw parameter that does not belong, %d with two meanings: %.0f%% contested. Each was looked at again; the ledger says \"after the audit\" where a merge changed. "+
		"The verdicts are of the merges as they were before.\n\n| parameter | verdict | why |\n|---|---|---|\n",
		len(verdicts), count["ok"], count["odd"], count["split"], 100*float64(count["odd"]+count["split"])/float64(len(verdicts)))
	for _, v := range verdicts {
		if v.Verdict != "ok" {
			fmt.Fprintf(&b, "| %s | %s | %s |\n", v.Parameter, v.Verdict, cell(v.Why))
		}
	}
	return b.Bytes(), nil
}

const auditIntro = `# How far independent readers agree

Generated by ` + "`go generate ./framework`" + ` from second-reading.jsonl and merge-audit.jsonl; do not edit.

All readers here are language models of one school that worked for this project from the same description of the types: expect less from readers of
different schools, and less still from people who read the sources in full. The readings are evidence about the description, not about the world.

## Placements

Four readers placed raw parameters of about 60 sources without seeing the ledger's placement of them; some raw parameters were read by two of the four, and count twice. Those that
they split where the ledger does not, or the other way round, are not compared. A fifth placed 60 drawn at random from all 853. What the readers contested was left as it is
in the ledger: where two types fit, one reading does not outweigh another.

`
