// The audit: how far independent readers agree with the ledger, computed from what they wrote.

package reference

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/coding/agreement"
)

// Unplaced and NoneFits stand for a type where there is none.
const (
	Unplaced = "unplaced"
	NoneFits = "none fits"
)

// A lens is what is compared: what the ledger says of a raw parameter, and what a reader says; empty is left out.
type lens struct {
	name   string
	ledger func(d *Derivation, f coding.Fate) string
	reader func(Reading) string
}

var (
	signLens = lens{"sign: challenge, driver or both",
		func(_ *Derivation, f coding.Fate) string { return f.Raw.Sign.String() }, func(r Reading) string { return r.Sign }}
	typeLens = lens{"type, of 22 or left out", func(_ *Derivation, f coding.Fate) string {
		if f.Unplaced {
			return Unplaced
		}
		return f.Type
	}, func(r Reading) string { return r.Type }}
	areaLens = lens{"area, of 4, the ledger's being that of the merged parameter", func(d *Derivation, f coding.Fate) string {
		if p, ok := d.Catalogue.Parameter(f.Parameter); ok {
			return p.Area.String()
		}
		return ""
	}, func(r Reading) string { return r.Area }}
	parameterLens = lens{"parameter, of 448, or a new one", func(d *Derivation, f coding.Fate) string {
		if p, ok := d.Catalogue.Parameter(f.Parameter); ok && p.Lifecycle.Since == "" {
			return p.ID
		}
		if f.Unplaced {
			return Unplaced
		}
		return "new"
	}, func(r Reading) string {
		switch {
		case r.Parameter != "":
			return r.Parameter
		case r.New != "":
			return "new"
		}
		return Unplaced
	}}
)

// compared puts the ledger's coding in the first column and a reader's in the second, one row a reading. Raw parameters that one of them split and the other did not are left out.
func (d *Derivation) compared(readings []Reading, l lens) (*agreement.Table, error) {
	of := map[string][]Reading{}
	for _, r := range readings {
		of[r.Raw] = append(of[r.Raw], r)
	}
	var rows [][]string
	for _, f := range d.State.Fates() {
		if f.Halves != nil {
			continue
		}
		for _, r := range of[f.Raw.ID] {
			if ours, theirs := l.ledger(d, f), l.reader(r); ours != "" && theirs != "" {
				rows = append(rows, []string{ours, theirs})
			}
		}
	}
	return agreement.New(rows, []string{"ledger", "reader"}, agreement.Format{})
}

// agreement compares the ledger with readings under a lens: percent agreement, and Krippendorff's alpha with an interval over raw parameters.
func (d *Derivation) agreement(readings []Reading, l lens) (share, alpha agreement.Value, err error) {
	t, err := d.compared(readings, l)
	if err != nil {
		return share, alpha, err
	}
	if share, err = agreement.PercentAgreement.Of(t, agreement.Options{}); err != nil {
		return share, alpha, err
	}
	alpha, err = agreement.KrippendorffAlpha.Of(t, agreement.Options{Interval: agreement.Bootstrap, Seed: auditSeed})
	return share, alpha, err
}

const auditSeed = 20261123

// row writes one line of a table of agreements; nothing was compared, nothing is written.
func (d *Derivation) row(b *bytes.Buffer, what string, readings []Reading, l lens) error {
	share, alpha, err := d.agreement(readings, l)
	if err != nil || share.Units == 0 {
		return err
	}
	text := "undefined: " + alpha.Undefined
	if alpha.Defined() && alpha.Low != nil {
		text = fmt.Sprintf("%.2f (%.2f to %.2f)", *alpha.Value, *alpha.Low, *alpha.High)
	}
	fmt.Fprintf(b, "| %s | %s | %d | %.0f%% | %s |\n", what, l.name, share.Units, 100**share.Value, text)
	return nil
}

const agreementHead = "| readings | what | compared | alike | Krippendorff's alpha (95%) |\n|---|---|--:|--:|--:|\n"

// by keeps the readings of some readers.
func by(readings []Reading, keep func(who string) bool) []Reading {
	return slices.DeleteFunc(slices.Clone(readings), func(r Reading) bool { return !keep(r.Who) })
}

// randomReader is the reader who placed 60 raw parameters drawn at random from all of the first wave; the others read whole sources.
const randomReader = "reader-8"

// AuditPage gives AUDIT.md.
func (d *Derivation) AuditPage() ([]byte, error) {
	first, err := AsFirstPlaced()
	if err != nil {
		return nil, err
	}
	return first.auditPage()
}

func (d *Derivation) auditPage() ([]byte, error) {
	readings, err := Readings()
	if err != nil {
		return nil, err
	}
	second, err := SecondCoder()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	fmt.Fprint(&b, auditIntro, agreementHead)
	for _, x := range []struct {
		what     string
		readings []Reading
		lenses   []lens
	}{
		{"a random third, coded blind", second, []lens{signLens, typeLens, areaLens}},
		{"whole sources", by(readings, func(w string) bool { return w != randomReader }), []lens{typeLens, areaLens}},
		{"60 drawn at random", by(readings, func(w string) bool { return w == randomReader }), []lens{typeLens, areaLens}},
	} {
		for _, l := range x.lenses {
			if err := d.row(&b, x.what, x.readings, l); err != nil {
				return nil, err
			}
		}
	}
	if err := d.typesOf(&b, "the random third", second); err != nil {
		return nil, err
	}
	fmt.Fprint(&b, auditChanges)
	err = d.merges(&b)
	return b.Bytes(), err
}

// typesOf writes how reliably each type is used, and what it is taken for.
func (d *Derivation) typesOf(b *bytes.Buffer, what string, readings []Reading) error {
	if len(readings) == 0 {
		return nil
	}
	t, err := d.compared(readings, typeLens)
	if err != nil {
		return err
	}
	c := agreement.Confuse(t)
	fmt.Fprintf(b, "\n### Type by type, in %s\n\nEach type against all others; least reliable first. \"Taken for\": types that ledger and reader give for each other, and how often.\n\n| type | in the ledger | by the reader | both | alpha | taken for |\n|---|--:|--:|--:|--:|---|\n", what)
	order := make([]int, len(c.Categories))
	for i := range order {
		order[i] = i
	}
	value := func(i int) float64 {
		if c.Alpha[i] == nil {
			return 2
		}
		return *c.Alpha[i]
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(value(i), value(j)) })
	for _, i := range order {
		ours, theirs := 0.0, 0.0
		for j := range c.Categories {
			ours += c.Counts[i][j]
			theirs += c.Counts[j][i]
		}
		alpha := "undefined"
		if c.Alpha[i] != nil {
			alpha = fmt.Sprintf("%.2f", *c.Alpha[i])
		}
		fmt.Fprintf(b, "| %s | %.0f | %.0f | %.0f | %s | %s |\n", c.Categories[i], ours, theirs, c.Counts[i][i], alpha, takenFor(c, i))
	}
	return nil
}

// takenFor lists up to three categories that one is most often exchanged with.
func takenFor(c agreement.Confusion, i int) string {
	type other struct {
		name string
		n    float64
	}
	var all []other
	for j, name := range c.Categories {
		if n := c.Counts[i][j] + c.Counts[j][i]; j != i && n > 1 {
			all = append(all, other{name, n})
		}
	}
	slices.SortStableFunc(all, func(x, y other) int { return cmp.Compare(y.n, x.n) })
	var text strings.Builder
	for k, o := range all[:min(3, len(all))] {
		if k > 0 {
			text.WriteString(", ")
		}
		text.WriteString(fmt.Sprintf("%s %.0f", o.name, o.n))
	}
	return text.String()
}

// merges writes what was said of merges.
func (d *Derivation) merges(b *bytes.Buffer) error {
	verdicts, err := Verdicts()
	if err != nil {
		return err
	}
	count := map[string]int{}
	for _, v := range verdicts {
		count[v.Verdict]++
	}
	fmt.Fprintf(b, "\n## Merges\n\nA fresh reader judged %d merges drawn at random (seed 20261123) from those of two or more raw parameters: could a project answer all of them with one rating? "+
		"%d yes, %d with a raw parameter that does not belong, %d with two meanings: %.0f%% contested. Each was looked at again; the ledger says \"after the audit\" where a merge changed. "+
		"The verdicts are of the merges as they were before, in the first wave.\n\n| parameter | verdict | why |\n|---|---|---|\n",
		len(verdicts), count["ok"], count["odd"], count["split"], 100*float64(count["odd"]+count["split"])/float64(len(verdicts)))
	for _, v := range verdicts {
		if v.Verdict != "ok" {
			fmt.Fprintf(b, "| %s | %s | %s |\n", v.Parameter, v.Verdict, cell(v.Why))
		}
	}
	return nil
}

const auditIntro = `# How far independent readers agree

Generated by ` + "`go generate ./framework`" + ` from second-coder.jsonl, second-reading.jsonl and merge-audit.jsonl; do not edit.

All readers here are language models of one school that worked for this project from the same description of the types: expect less from readers of
different schools, and less still from people who read the sources in full. The readings are evidence about the description, not about the world.

## The first wave, coded again

A random third: the raw parameters of the first wave were put in the order of the SHA-256 of "second-coder:" and their id, and the first third was coded again by a reader who saw name,
sentence and setting, and neither sign, nor parameter, nor the ledger. Whole sources: four readers placed raw parameters of about 60 sources without seeing the ledger's placement; some were read by
two of the four, and count twice. A fifth placed 60 drawn at random from all 853. Raw parameters that one side split and the other did not are not compared. Intervals are by resampling raw
parameters, 2,000 times, seed 20261123.

`
const auditChanges = `
### What was changed because of it

- Six raw parameters that the second coder found to be headings, counts of use or too vague are left out now; the ledger says so at each.
- anxiety-assurance is the type that ledger and second coder share least, mostly with common-direction: where a law or an order permits or obliges sharing. Its definition now names laws and orders.
- team-strengths and partner-commitment blur where leaders and champions stand. Their definitions now say: those who run the project; those who are to take part in it, heads and champions among them.
- imperfect-records falls low in this third on very few raw parameters, and not in the second wave ([WAVES.md](WAVES.md)), where it has more; it was not cut anew.
- Other contested placings stayed where two types fit. The comparison is with the ledger as it was before any of this.
`
