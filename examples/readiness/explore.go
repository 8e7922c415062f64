// Exploring coded material: similar phrases, relations, the framework matrix, saturation.

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/hasteslowly/readiness/coding"
	"github.com/hasteslowly/readiness/coding/similar"
	"github.com/hasteslowly/readiness/framework/strict"
)

func (p program) similar(a arguments) error {
	var phrases []string
	if a.word(0) == "" {
		for x := range p.base.Parameters() {
			phrases = append(phrases, x.Name)
		}
	} else {
		f, err := os.Open(a.word(0))
		if err != nil {
			return err
		}
		defer f.Close()
		data, err := strict.ReadAll(a.word(0), f, strict.Limits{Bytes: 256 << 20})
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line != "" {
				phrases = append(phrases, line)
			}
		}
	}
	threshold, err := a.share("threshold", 0.6)
	if err != nil {
		return err
	}
	index, err := similar.New(phrases, similar.Options{})
	if err != nil {
		return err
	}
	found, err := index.Pairs(threshold)
	if err != nil {
		return err
	}
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(found))
		return err
	}
	out := bufio.NewWriter(p.out)
	defer out.Flush()
	for _, group := range found.Equal {
		fmt.Fprintf(out, "1.00  %d times the same words: %s\n", len(group), p.style.plain(phrases[group[0]]))
		for _, i := range group[1:] {
			fmt.Fprintf(out, "      %s\n", p.style.plain(phrases[i]))
		}
	}
	for _, x := range found.Pairs {
		fmt.Fprintf(out, "%.2f  %s\n      %s\n      %s\n", x.Similarity, p.style.plain(phrases[x.A]), p.style.plain(phrases[x.B]), p.style.plain(x.Reason()))
	}
	fmt.Fprintf(out, "%s of %s; proposals, which a person decides on\n", counted(len(found.Pairs)+len(found.Equal), "candidate"), counted(len(phrases), "phrase"))
	return nil
}

// themes reads the material and how its codes are to be taken.
func (p program) themes(a arguments) (*coding.Material, func(string) string, error) {
	m, err := p.material(a.word(0))
	if err != nil {
		return nil, nil, err
	}
	depth, err := a.number("depth", 0)
	if err != nil || depth == 0 {
		return m, nil, err
	}
	tree, err := m.Codebook.Tree()
	if err != nil {
		return nil, nil, err
	}
	return m, func(code string) string { return tree.Theme(code, depth) }, nil
}

func (p program) relate(a arguments) error {
	m, as, err := p.themes(a)
	if err != nil {
		return err
	}
	within, err := a.number("within", 0)
	if err != nil {
		return err
	}
	r := coding.Relate(m, coding.Window{Within: within}, as)
	if a.flag("json") {
		_, err := p.out.Write(strict.Marshal(r))
		return err
	}
	p.print("FELT BOTH WAYS: %s; %d associations of sign and attribute looked at\n", counted(len(r.Ambivalent), "factor"), r.LookedSigns)
	for _, f := range r.Ambivalent {
		p.print("  %s challenge in %d, driver in %d, both in %d\n", pad(f.Code, 44), f.Challenge, f.Driver, f.Both)
		for _, w := range f.GoesWith[:min(2, len(f.GoesWith))] {
			if x := w.Association; x.Q <= .1 {
				p.print("      with %s %s rather a %s: odds ratio %.2g (%.2g to %.2g), q %.2g\n", w.Attribute, w.Value, map[bool]string{true: "challenge", false: "driver"}[x.OddsRatio > 1], x.OddsRatio, x.Low, x.High, x.Q)
			}
		}
	}
	p.print("\nCHALLENGES AND DRIVERS TOGETHER: %s of %d looked at\n", counted(len(r.Oppositional), "pair"), r.LookedPairs)
	for _, x := range r.Oppositional {
		p.print("  %s - %s\n      said in %d, together in %d; odds ratio %.2g (%.2g to %.2g), q %.2g\n", x.Challenge, x.Driver, x.Said, x.Together, x.Association.OddsRatio, x.Association.Low, x.Association.High, x.Association.Q)
	}
	p.print("Proposals, which a person decides on.\n")
	return nil
}

func (p program) matrix(a arguments) error {
	m, as, err := p.themes(a)
	if err != nil {
		return err
	}
	x, err := coding.Cross(m, coding.MatrixOptions{Lens: coding.Lens(a.flags["lens"]), As: as, By: a.flags["by"]})
	if err != nil {
		return err
	}
	var b bytes.Buffer
	switch {
	case a.flag("json"):
		b.Write(strict.Marshal(x))
	case a.flag("chart"):
		b.Write(strict.Marshal(x.Chart()))
	case a.flag("spans"):
		err = x.WriteSpans(&b, m)
	default:
		err = x.WriteCSV(&b)
	}
	if err != nil {
		return err
	}
	return p.write(a, b.Bytes())
}

func (p program) cooccur(a arguments) error {
	m, as, err := p.themes(a)
	if err != nil {
		return err
	}
	within, err := a.number("within", 0)
	if err != nil {
		return err
	}
	meetings := coding.Cooccur(m, coding.CooccurrenceOptions{Lens: coding.Lens(a.flags["lens"]), As: as, Spans: a.flag("within"), Distance: within})
	var b bytes.Buffer
	switch {
	case a.flag("json"):
		b.Write(strict.Marshal(meetings))
	case a.flag("chart"):
		b.Write(strict.Marshal(coding.MeetingsChart(meetings)))
	default:
		err = coding.WriteMeetings(&b, meetings)
	}
	if err != nil {
		return err
	}
	return p.write(a, b.Bytes())
}

func (p program) saturation(a arguments) error {
	m, as, err := p.themes(a)
	if err != nil {
		return err
	}
	seed, err := a.number("seed", 0)
	if err != nil {
		return err
	}
	s := coding.Saturate(m, coding.SaturationOptions{Lens: coding.Lens(a.flags["lens"]), As: as, Seed: uint64(seed)})
	var b bytes.Buffer
	switch {
	case a.flag("json"):
		b.Write(strict.Marshal(s))
	case a.flag("chart"):
		b.Write(strict.Marshal(s.Chart()))
	default:
		fmt.Fprintf(p.err, "%s from %s; %d in one source only, %d in two; a further source's codes are known to %.0f%%; at least %.0f more are unseen\n", counted(s.Codes, "code"), counted(s.Sources, "source"), s.Once, s.Twice, 100*s.Coverage, s.Unseen)
		fmt.Fprintf(p.err, "%s: after %d sources (%d to %d in 95%% of %d orders; never in %.0f%%)\n", s.Rule, s.Stop, s.StopLow, s.StopHigh, s.Permutations, 100*s.Never)
		err = s.WriteCSV(&b)
	}
	if err != nil {
		return err
	}
	return p.write(a, b.Bytes())
}
