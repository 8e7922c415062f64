// Relations on the evidence: which forces of the catalogue are found again from what occurs together.

package reference

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/framework"
)

// RelationsPage gives RELATIONS.md.
func (d *Derivation) RelationsPage() []byte {
	m := d.Material()
	of := map[string]string{}
	for p := range d.Catalogue.Parameters() {
		of[p.ID] = p.Type
	}
	asType := func(code string) string { return of[code] }
	var b bytes.Buffer
	b.WriteString(relationsIntro)
	d.oppositionalAgain(&b, m, asType)
	d.ambivalentAgain(&b, coding.Relate(m, coding.Window{}, asType), coding.Relate(m, coding.Window{}, nil))
	return b.Bytes()
}

// oppositionalAgain asks, for the challenge side of each oppositional force, with which type's drivers it occurs together most, and which of them sources name beside it.
func (d *Derivation) oppositionalAgain(b *bytes.Buffer, m *coding.Material, as func(string) string) {
	sided := *m // a type's two sides are two codes here
	sided.Codings = slices.Clone(m.Codings)
	sided.Codebook = nil
	var plain []coding.Coding
	for _, c := range sided.Codings {
		for _, sign := range []framework.Pole{framework.Challenge, framework.Driver} {
			if c.Sign == sign || c.Sign == framework.Both {
				one := c
				one.Sign, one.Code = sign, as(c.Code)+"/"+sign.String()
				if c.Counters != "" {
					one.Counters = as(c.Counters) + "/" + framework.Challenge.String()
				}
				plain = append(plain, one)
			}
		}
	}
	sided.Codings = plain
	r := coding.AllPairs(&sided, coding.Window{})
	b.WriteString("## Oppositional forces\n\nFor the challenges of each oppositional force: the rank of its own drivers among the drivers of all types, by how strongly both occur in the same sources (lower bound of the odds ratio), " +
		"and how often a source that reports one factor with both signs has its challenge here and its driver there.\n\n| force | its own drivers rank | odds ratio (95%) | q | said | ranks first |\n|---|--:|--:|--:|--:|---|\n")
	first, again, forces := 0, 0, 0
	for t := range d.Catalogue.Types() {
		if t.Form != framework.Oppositional {
			continue
		}
		forces++
		var own []coding.CounterPair
		for _, p := range r {
			if p.Challenge == t.ID+"/challenge" {
				own = append(own, p)
			}
		}
		slices.SortStableFunc(own, func(x, y coding.CounterPair) int { return cmp.Compare(y.Association.Low, x.Association.Low) })
		at := slices.IndexFunc(own, func(p coding.CounterPair) bool { return p.Driver == t.ID+"/driver" })
		if at < 0 {
			fmt.Fprintf(b, "| %s | not found | | | | |\n", t.ID)
			continue
		}
		p := own[at]
		if at == 0 {
			first++
		}
		if at == 0 && p.Association.Low > 1 {
			again++
		}
		fmt.Fprintf(b, "| %s | %d of %d | %.2f (%.2f to %.2f) | %.3f | %d | %s |\n", t.ID, at+1, len(own), p.Association.OddsRatio, p.Association.Low, p.Association.High, p.Association.Q, p.Said, own[0].Driver)
	}
	fmt.Fprintf(b, "\nFor %d of %d forces their own drivers rank first. %d of them are found again: the two occur together more often than chance has it, the bounds of the odds ratio above 1.\n", first, forces, again)
}

// ambivalentAgain asks which factors are felt both ways, and in which types they are.
func (d *Derivation) ambivalentAgain(b *bytes.Buffer, types, parameters coding.Relations) {
	b.WriteString("\n## Ambivalent forces\n\nTypes whose factors sources report with both signs. Pure types have one sign by definition and cannot be here; that oppositional ones are says only that both of their sides are reported. " +
		"Nor is it a finding that parameters of oppositional types are not felt both ways: there a parameter takes one sign. What counting can say is how many parameters of the ambivalent types sources report with both.\n\n| type | form | challenge alone | driver alone | both, in one source | its parameters felt both ways |\n|---|---|--:|--:|--:|--:|\n")
	felt := map[string]int{}
	for _, f := range parameters.Ambivalent {
		if p, ok := d.Catalogue.Parameter(f.Code); ok {
			felt[p.Type]++
		}
	}
	for _, f := range types.Ambivalent {
		t, _ := d.Catalogue.Type(f.Code)
		fmt.Fprintf(b, "| %s | %v | %d | %d | %d | %d of %d |\n", t.ID, t.Form, f.Challenge, f.Driver, f.Both, felt[t.ID], len(t.Parameters))
	}
	n, strong := 0, 0
	for _, f := range parameters.Ambivalent {
		n++
		for _, w := range f.GoesWith {
			if w.Association.Q <= .1 {
				strong++
			}
		}
	}
	fmt.Fprintf(b, "\n%d parameters are felt both ways. Of %d associations of their sign with the kind, the extent read and the country of a source, %d remain after correction (q of 0.1 or less): what the sign depends on is in the sources' own words, not in these attributes.\n\n", n, parameters.LookedSigns, strong)
	b.WriteString("| parameter | type | challenge | driver | both |\n|---|---|--:|--:|--:|\n")
	for _, f := range parameters.Ambivalent[:min(20, len(parameters.Ambivalent))] {
		p, _ := d.Catalogue.Parameter(f.Code)
		fmt.Fprintf(b, "| %s | %s | %d | %d | %d |\n", p.Name, p.Type, f.Challenge, f.Driver, f.Both)
	}
}

const relationsIntro = `# Do relations find the forces again?

Generated by ` + "`go generate ./framework`" + ` from the ledger and both waves of evidence; do not edit.

The catalogue's forces were cut by people's judgement (here, readers'). This page asks what counting alone would propose: which challenges and drivers occur in the same sources, which factors are reported with both signs.
It is a weak test. Sources were read as excerpts and list what they list; occurring together is not counteracting; and types were placed by rules that know of the forces. Counts are of
sources; odds ratios have half a source added to each cell; q is corrected for all pairs or signs looked at.

`
