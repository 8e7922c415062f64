// The second wave as a test of the first catalogue: what found a place, what was new, what blurs, and when little new came.

package reference

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/framework"
)

// A Fit counts what became of the second wave's raw parameters.
type Fit struct {
	Raw int // raw parameters and halves
	// Known found a parameter of the first catalogue; New a type, but no parameter; Left none, being no factor.
	Known, New, Left int
	// Forced of Known and New fit their type only with force.
	Forced int
}

// forcedWhy is the reason that the ledger gives for a placing with force.
const forcedWhy = "the type fits only with force; the nearest one"

// Fits counts the second wave, by source.
func (d *Derivation) Fits() (map[string]Fit, error) {
	waves, err := Evidence()
	if err != nil {
		return nil, err
	}
	fits := map[string]Fit{}
	for _, a := range waves[1].Accounts {
		fits[a.ID] = Fit{}
	}
	for _, f := range d.State.Fates() {
		n, ok := fits[f.Raw.Source]
		if !ok || f.Halves != nil {
			continue
		}
		n.Raw++
		switch p, known := d.Catalogue.Parameter(f.Parameter); {
		case f.Unplaced:
			n.Left++
		case known && p.Lifecycle.Since == "":
			n.Known++
		default:
			n.New++
		}
		if f.Why == forcedWhy {
			n.Forced++
		}
		fits[f.Raw.Source] = n
	}
	return fits, nil
}

func (f Fit) plus(g Fit) Fit {
	return Fit{f.Raw + g.Raw, f.Known + g.Known, f.New + g.New, f.Left + g.Left, f.Forced + g.Forced}
}

// shares gives the parts of the placed with their 95% bounds, by resampling sources: raw parameters of a source are not independent.
func shares(fits map[string]Fit, of func(Fit) int) (share, low, high float64) {
	var all []Fit
	for _, id := range sortedKeys(fits) {
		all = append(all, fits[id])
	}
	of1 := func(list func(i int) Fit) float64 {
		var sum Fit
		for i := range all {
			sum = sum.plus(list(i))
		}
		return float64(of(sum)) / float64(sum.Raw-sum.Left)
	}
	random := rand.New(rand.NewPCG(auditSeed, 0x7761766573)) // one stream for drawing sources
	var draws []float64
	for range 2000 {
		draws = append(draws, of1(func(int) Fit { return all[random.IntN(len(all))] }))
	}
	slices.Sort(draws)
	return of1(func(i int) Fit { return all[i] }), draws[49], draws[1949]
}

func sortedKeys[T any](m map[string]T) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// WavesPage gives WAVES.md.
func (d *Derivation) WavesPage() ([]byte, error) {
	first, err := AsFirstPlaced()
	if err != nil {
		return nil, err
	}
	fits, err := first.Fits()
	if err != nil {
		return nil, err
	}
	now, err := d.Fits()
	if err != nil {
		return nil, err
	}
	var sum, after Fit
	for id, f := range fits {
		sum, after = sum.plus(f), after.plus(now[id])
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, wavesIntro, len(fits), sum.Raw, sum.Left)
	for _, row := range []struct {
		what string
		of   func(Fit) int
	}{
		{"find a parameter of catalogue 1", func(f Fit) int { return f.Known }},
		{"fit a type, whose parameters do not say it: new", func(f Fit) int { return f.New }},
		{"of both, fit the type only with force", func(f Fit) int { return f.Forced }},
		{"fit none of the 22 types", func(f Fit) int { return f.Raw - f.Left - f.Known - f.New }},
	} {
		share, low, high := shares(fits, row.of)
		fmt.Fprintf(&b, "| %s | %d | %.1f%% | %.1f to %.1f%% | %d |\n", row.what, row.of(sum), 100*share, 100*low, 100*high, row.of(after))
	}
	if err := first.secondReaders(&b); err != nil {
		return nil, err
	}
	fmt.Fprintf(&b, wavesChanged, first.changed(d), after.Left-sum.Left, after.New-sum.New)
	d.saturation(&b)
	d.news(&b)
	return b.Bytes(), nil
}

// secondReaders compares the ledger's placing with that of other readers of the second wave.
func (d *Derivation) secondReaders(b *bytes.Buffer) error {
	readings, err := SecondWaveReadings()
	if err != nil || len(readings) == 0 {
		return err
	}
	b.WriteString("\n## Read again by others\n\n" + wavesReaders + agreementHead)
	for _, l := range []lens{typeLens, parameterLens} {
		if err := d.row(b, "the second wave", readings, l); err != nil {
			return err
		}
	}
	placed, fresh, forced, none := 0, 0, 0, 0
	for _, r := range readings {
		switch {
		case r.Type == NoneFits:
			none++
			placed++
		case r.Type != Unplaced:
			placed++
		}
		if r.New != "" {
			fresh++
		}
		if r.Forced {
			forced++
		}
	}
	fmt.Fprintf(b, "\nOf what these readers placed, %d, they found %.0f%% in catalogue 1, missed a parameter for %.0f%%, fitted %.1f%% with force, and found no type for %d.\n",
		placed, 100*float64(placed-fresh-none)/float64(placed), 100*float64(fresh)/float64(placed), 100*float64(forced)/float64(placed), none)
	return d.typesOf(b, "the second wave", readings)
}

// changed counts the raw parameters of which a later derivation decides otherwise.
func (d *Derivation) changed(later *Derivation) int {
	n := 0
	for _, x := range coding.Diff(d.State, later.State) {
		if x.Aspect == "fate" {
			n++
		}
	}
	return n
}

func (d *Derivation) saturation(b *bytes.Buffer) {
	m := d.Material()
	of := map[string]string{}
	for p := range d.Catalogue.Parameters() {
		of[p.ID] = p.Type
	}
	parameters := coding.Saturate(m, coding.SaturationOptions{Seed: auditSeed})
	types := coding.Saturate(m, coding.SaturationOptions{Seed: auditSeed, As: func(code string) string { return of[code] }})
	b.WriteString("\n## Saturation over both waves\n\nDistinct parameters and types after so many sources: the mean over all orders, the bounds of 95% of 1,000 orders, and as the waves came (the first is sources 1 to 118). " +
		"`readiness code saturation` gives the whole curve.\n\n| sources | parameters | 95% of orders | new with this source | as they came | types |\n|--:|--:|--:|--:|--:|--:|\n")
	for _, k := range []int{1, 5, 10, 25, 50, 100, 118, 150, 200, 300, 404} {
		p, t := parameters.Curve[k-1], types.Curve[k-1]
		fmt.Fprintf(b, "| %d | %.0f | %d to %d | %.2f | %d | %.1f |\n", k, p.Codes, p.Low, p.High, p.New, p.Given, t.Codes)
	}
	fmt.Fprintf(b, "\n- Types: %s says that no new one comes after %d sources (%d to %d in 95%% of orders).\n", types.Rule, types.Stop, types.StopLow, types.StopHigh)
	fmt.Fprintf(b, "- Parameters: the same rule, after %d sources (%d to %d). %d are in one source only, %d in two: a further source's parameters are known to %.0f%% (Good), and at least %.0f more are unseen (Chao).\n",
		parameters.Stop, parameters.StopLow, parameters.StopHigh, parameters.Once, parameters.Twice, 100*parameters.Coverage, parameters.Unseen)
	b.WriteString("- The curve knows merged parameters: a raw parameter that was merged too readily is not counted as new. The readers above, who had no part in the merging, found more that is new.\n")
}

// news lists the parameters of catalogue 2 that catalogue 1 did not have.
func (d *Derivation) news(b *bytes.Buffer) {
	var rows []string
	for t := range d.Catalogue.Types() {
		for _, p := range t.Parameters {
			if p.Lifecycle.Since != "" {
				rows = append(rows, fmt.Sprintf("| %s | %s | %v | %d | %d |\n", t.ID, p.Name, p.Pole, p.Raw, len(p.Sources)))
			}
		}
	}
	fmt.Fprintf(b, "\n## New in catalogue 2\n\n%d parameters; no type. All challenges of oppositional forces that are new here have no driver in the evidence that answers them, unless the type's pairings say so.\n\n| type | parameter | asked as | raw | sources |\n|---|---|---|--:|--:|\n%s", len(rows), strings.Join(rows, ""))
}

// ChangesPage gives CHANGES.md: what differs between the two releases.
func ChangesPage() ([]byte, error) {
	one, err := DeriveRelease("1.0.0")
	if err != nil {
		return nil, err
	}
	two, err := Derive()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	count := map[string]int{}
	var words, added []string
	for _, c := range framework.Compare(one.Catalogue, two.Catalogue) {
		kind, _, _ := strings.Cut(c.Entry, " ")
		key := c.Kind + " " + kind
		if c.Field != "" {
			key += ": " + c.Field
		}
		count[key]++
		switch {
		case c.Kind == "added" && kind == "parameter":
			added = append(added, strings.TrimPrefix(c.Entry, "parameter "))
		case c.Kind == "removed", c.Kind == "changed" && !slices.Contains([]string{"raw", "sources", "version", "pairings"}, c.Field):
			words = append(words, c.String())
		}
	}
	fmt.Fprintf(&b, "# From catalogue %s to %s\n\nGenerated by `go generate ./framework` from the ledger; do not edit. `framework.Compare` gives the same as values.\n\n"+
		"%d parameters of %d sources became %d of %d. Every parameter of the first catalogue is in the second with its id, type and wording; a profile made for the first is read by the second. "+
		"Answers to new parameters are missing in it, so bounds widen a little.\n\n| change | entries |\n|---|--:|\n",
		one.Catalogue.Version(), two.Catalogue.Version(), one.Funnel.Parameters, one.Funnel.Sources, two.Funnel.Parameters, two.Funnel.Sources)
	for _, key := range sortedKeys(count) {
		fmt.Fprintf(&b, "| %s | %d |\n", key, count[key])
	}
	fmt.Fprintf(&b, "\nOther changes: %d.\n\n", len(words))
	for _, w := range words {
		fmt.Fprintf(&b, "- %s\n", w)
	}
	b.WriteString("\n## Added parameters\n\n")
	for _, id := range added {
		p, _ := two.Catalogue.Parameter(id)
		fmt.Fprintf(&b, "- `%s` (%s): %s. %s\n", id, p.Type, p.Name, p.Meaning)
	}
	return b.Bytes(), nil
}

const wavesIntro = `# The second wave as a test of the first catalogue

Generated by ` + "`go generate ./framework`" + ` from the ledger and second-wave-reading.jsonl; do not edit.

Catalogue 1 was derived from 118 sources alone. Then %d further sources, coded by other readers on themes that the first covers thinly, were placed into it: %d raw parameters (halves of
split ones counted), of which %d are no factors and left out. One reader placed all of them, from name and sentence, with the catalogue at hand; others read parts of it again (below), found more of it new, and
should be read beside these shares. Bounds are 95%%, by resampling
sources 2,000 times. What this says of "comprehensive yet parsimonious" concerns this project's catalogue, not the article's.

| raw parameters that | as first placed | share | bounds | in catalogue 2 |
|---|--:|--:|--:|--:|
`

const wavesChanged = `
### What was changed because of it

Every placing that another reader contested was looked at again, and changed where theirs was the better one: %d raw parameters moved, were left out, or found new, of which %d more are left out and %d more are
new. The comparison above is with the ledger as it was before; agreement after a change says nothing. Where two types fit, the ledger's stayed. The types were not cut anew: none falls so low that
readers could not use it, and those that blur most, disruption-fit with added-work and solution-strengths, team-strengths with partner-commitment, are next to each other by definition.
`

const wavesReaders = `Other readers placed parts of the second wave from the same catalogue and did not see the ledger. They saw the same rules; they merged nothing. Where they differ from the ledger in the
parameter, it is mostly that they found it new where the ledger found it said.

`
